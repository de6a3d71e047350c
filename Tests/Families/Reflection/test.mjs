import * as calls from "./calls.mjs";
import { deviations, ours, partial } from "./deviations.mjs";

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;

/** What can be told of a function without a call. Firefox has `name` and `length` in the order in which they were first looked at. */
const told = (value) => {
  if (typeof value !== "function") return value;
  return { name: getOwnPropertyDescriptor(value, "name"), length: getOwnPropertyDescriptor(value, "length"), keys: Reflect.ownKeys(value).filter((key) => key === "name" || key === "length").toSorted() };
};
const describe = (object, key) => {
  const descriptor = getOwnPropertyDescriptor(object, key);
  if (descriptor === undefined) return "no such property";
  const { enumerable, configurable, writable, get, set, value } = descriptor;
  const seen = { enumerable, configurable, writable, get: told(get), set: told(set) };
  if (key === "prototype") return seen;
  return { ...seen, value: told(value) };
};
/** How an object hangs on others, by their tags and names. */
const nameOf = (object) => (typeof object === "function" ? `class ${object.name}` : `prototype ${object?.[Symbol.toStringTag] ?? (object === Object.prototype ? "Object" : object)}`);

const throws = (act) => {
  try {
    act();
  } catch (error) {
    return error.name;
  }
  return "nothing thrown";
};

export default async function (t) {
  const engine = /^[a-z]+/.exec(t.engine)[0];
  const isKnown = (where) => deviations.some(({ engines, places }) => (engines.includes(engine) || engines.includes(t.engine)) && places.test(where));
  /** Runs a comparison: every difference is told, but for those that are known. */
  const compare = (name, run) => {
    if (globalThis[name.split(",")[0]] === undefined) return undefined;
    return t.test(`${name} as the engine's own`, () => {
      const differences = [];
      run((where, found, wanted) => {
        try {
          t.equal(found, wanted);
        } catch (error) {
          if (!isKnown(where)) differences.push(`${where}: ${error.message}`.slice(0, 200));
        }
      });
      t.equal(differences, []);
    });
  };

  const names = ["URLSearchParams", "Headers", "FormData", "DOMPointReadOnly", "DOMPoint", "DOMMatrixReadOnly", "DOMMatrix", "Node", "NodeList", "Event", "EventTarget"];
  const missing = names.filter((name) => globalThis[name] === undefined);
  if (t.isBrowser) await t.test("there is one of each to compare with", () => t.equal(missing, []));
  else if (missing.length > 0) t.skip(missing.join(", "), `${t.engine} has none to compare with`);
  for (const name of names) {
    const [mine, theirs] = [t.module[name], globalThis[name]];
    await compare(`${name}, property by property,`, (equal) => {
      for (const [place, one, other] of [[name, mine, theirs], [`${name}.prototype`, mine.prototype, theirs.prototype]]) {
        const known = Reflect.ownKeys(one).filter((key) => !ours.has(key));
        for (const key of partial.has(name) ? known : new Set([...known, ...Reflect.ownKeys(other)])) equal(`${place}.${String(key)}`, describe(one, key), describe(other, key));
        equal(`${place} inherits`, nameOf(getPrototypeOf(one)), nameOf(getPrototypeOf(other)));
      }
    });
    await compare(`${name}, on other receivers,`, (equal) => {
      for (const key of Reflect.ownKeys(mine.prototype)) {
        // Functions of arrays are on NodeList's prototype themselves, and constants are no functions.
        const isShared = Object.hasOwn(Array.prototype, key) && getOwnPropertyDescriptor(mine.prototype, key).value === Array.prototype[key];
        const call = (Class) => {
          const { get, set, value } = getOwnPropertyDescriptor(Class.prototype, key) ?? {};
          const members = [get, set, value].filter((member) => typeof member === "function");
          return [{}, Object.create(Class.prototype), null].flatMap((receiver) => members.map((member) => throws(() => member.call(receiver, "x", "y"))));
        };
        if (!ours.has(key) && key !== "constructor" && !isShared) equal(`${name}.prototype.${String(key)} elsewhere`, call(mine), call(theirs));
      }
    });
  }

  for (const [name, run] of Object.entries(calls)) {
    await compare(`${name}, call by call,`, (equal) => {
      const [found, wanted] = [run(t.module), run(globalThis)];
      equal(`${name}: the number of calls`, found.length, wanted.length);
      for (const [index, [what, result]] of found.entries()) equal(`${name}: ${what}`, [what, result], wanted[index]);
    });
  }

  await t.noLeaks("a copy of each", () => {
    const { URLSearchParams, Headers, FormData, DOMPoint, DOMMatrix, Event, EventTarget, Documents } = t.module;
    using(new URLSearchParams({ a: "1", b: "é" }), (params) => [...params, `${params}`]);
    using(new Headers([["a", "b"]]), (headers) => [...headers]);
    using(new FormData(), (data) => (data.append("a", "b"), data.getAll("a")));
    using(new DOMPoint(1, 2), (point) => using(point.matrixTransform({ e: 3 }), (moved) => moved.toJSON()));
    using(new DOMMatrix([1, 2, 3, 4, 5, 6]), (matrix) => using(matrix.translate(1), (moved) => moved.toFloat64Array()));
    using(Documents.nodes(["b", "i"]), (list) => {
      for (const node of list) node.dispose();
    });
    using(new EventTarget(), (target) => {
      const listener = () => {};
      target.addEventListener("a", listener);
      using(new Event("a"), (event) => target.dispatchEvent(event));
      target.removeEventListener("a", listener);
    });
  });
}

const using = (object, act) => {
  const result = act(object);
  object.dispose();
  return result;
};
