/** Random IDL: types of any depth out of the whole grammar, with the definitions that they name. */
import { clampedTypes, leaves, levels } from "./leaves.mjs";

/** @typedef {import("./leaves.mjs").Type} Type */

export class Grammar {
  /** The definitions so far, in the order of the IDL. @type {string[]} */
  definitions = [
    `enum Level { ${levels.map((level) => JSON.stringify(level)).join(", ")} };`,
    "interface Node { constructor(long id); readonly attribute long id; };",
    '[Import="./imports.mjs"] interface Row {};',
    ...clampedTypes,
  ];
  #random;
  #count = 0;
  /** Dictionaries that others can inherit from. */
  #dictionaries = [];

  /** @param {import("./random.mjs").Random} random */
  constructor(random) {
    this.#random = random;
  }

  /** A type with at most so many types around its leaves. @param {number} depth @returns {Type} */
  type(depth) {
    const random = this.#random;
    if (depth === 0 || random.once(5)) return random.one(leaves);
    const makers = [this.#sequence, this.#record, this.#nullable, this.#undefinable, this.#union, this.#dictionary, this.#recursive];
    return random.one(makers).call(this, depth - 1);
  }

  #name(stem) {
    this.#count += 1;
    return `${stem}${this.#count}`;
  }

  #sequence(depth) {
    const element = this.type(depth);
    const list = (random, world, count) => Array.from({ length: count }, () => element.value(random, world));
    return {
      idl: `sequence<${element.idl}>`, kind: "sequence",
      value: (random, world) => {
        const items = list(random, world, random.once(20) ? 300 : random.below(4));
        const given = items.map(([value]) => value);
        const iterable = { [Symbol.iterator]: () => given.values() };
        return [random.one([given, given, iterable]), items.map(([, expected]) => expected)];
      },
      wrong: (random, world) => {
        if (element.wrong === null || random.once(3)) return random.one([5, "text", {}]);
        return [...list(random, world, random.below(3)).map(([value]) => value), element.wrong(random, world)];
      },
    };
  }

  #record(depth) {
    const value = this.type(depth);
    const key = this.#random.one(["DOMString", "USVString", "ByteString"]);
    const keys = ["", "a", "b", "10", "2", "__proto__", "constructor", "toString", "é"];
    const entries = (random, world) => random.some(keys, random.below(4)).map((name) => [name, value.value(random, world)]);
    return {
      idl: `record<${key}, ${value.idl}>`, kind: "record",
      value: (random, world) => {
        const all = entries(random, world);
        return [0, 1].map((part) => Object.fromEntries(all.map(([name, pair]) => [name, pair[part]])));
      },
      wrong: (random, world) => {
        if (value.wrong === null || random.once(3)) return 5;
        const good = entries(random, world).map(([name, pair]) => [name, pair[0]]);
        return Object.fromEntries([...good, ["wrong", value.wrong(random, world)]]);
      },
    };
  }

  #nullable(depth) {
    const inner = this.type(depth);
    const isOfUnion = (inner.kinds ?? []).includes("dictionary");
    // A dictionary as an argument reads null itself.
    if (inner.isNullable || isOfUnion || inner.kind === "dictionary") return inner;
    return {
      idl: `${inner.idl}?`, kind: inner.kind, isNullable: true,
      value: (random, world) => (random.once(3) ? [random.one([null, undefined]), null] : inner.value(random, world)),
      wrong: inner.wrong,
    };
  }

  #undefinable(depth) {
    const inner = this.type(depth);
    if (inner.isNullable || (inner.kinds ?? [inner.kind]).some((kind) => likes(kind) === "dictionary")) return inner;
    return {
      idl: `(${inner.idl} or undefined)`, kind: "undefined", isNullable: true,
      value: (random, world) => (random.once(3) ? [undefined, undefined] : inner.value(random, world)),
      wrong: inner.wrong,
    };
  }

  /** Members that can be told apart, by the table of Web IDL 2.5.9. */
  #union(depth) {
    const members = [];
    const kinds = new Set();
    for (let tries = 0; tries < 12 && members.length < 4; tries += 1) {
      const member = this.type(depth);
      const own = member.kinds ?? [member.kind];
      const open = own.some((kind) => kind === "object" || kind === "undefined");
      if (member.isNullable || open || own.some((kind) => kinds.has(likes(kind)))) continue;
      for (const kind of own) kinds.add(likes(kind));
      members.push(member);
    }
    if (members.length < 2) return members[0] ?? leaves[0];
    const refuses = !plainKinds.some((kind) => kinds.has(kind));
    const value = (random, world) => {
      const member = random.one(members);
      let pair = member.value(random, world);
      // What is no Number is tried as another member first.
      while (member.kind === "number" && typeof pair[0] !== "number") pair = member.value(random, world);
      return pair;
    };
    const type = { kind: "union", kinds: [...kinds], value, wrong: refuses ? symbol : null };
    const idl = `(${members.map((member) => member.idl).join(" or ")})`;
    if (this.#random.once(2)) return { ...type, idl };
    const name = this.#name("Choice");
    this.definitions.push(`typedef ${idl} ${name};`);
    return { ...type, idl: name };
  }

  /** A union that contains itself, in sequences, records or both. */
  #recursive() {
    const random = this.#random;
    const name = this.#name("Tree");
    const own = [];
    const kinds = new Set();
    for (let tries = 0; tries < 6 && own.length < 3; tries += 1) {
      const leaf = random.one(leaves);
      if (leaf.isNullable || leaf.kind === "object" || kinds.has(leaf.kind)) continue;
      kinds.add(leaf.kind);
      own.push(leaf);
    }
    const isNullable = random.once(3);
    const inner = isNullable ? `${name}?` : name;
    const lists = random.some([["sequence", `sequence<${inner}>`], ["dictionary", `record<DOMString, ${inner}>`]], 1 + random.below(2));
    const refuses = !own.some(({ kind }) => plainKinds.includes(kind));
    const leafOf = (random, world) => {
      const member = random.one(own);
      let pair = member.value(random, world);
      while (member.kind === "number" && typeof pair[0] !== "number") pair = member.value(random, world);
      return pair;
    };
    const value = (random, world, levels = 4) => {
      if (levels === 0 || (own.length > 0 && random.once(3))) return own.length > 0 ? leafOf(random, world) : emptyList(random.one(lists)[0]);
      const pairs = Array.from({ length: random.below(4) }, () => (isNullable && random.once(4) ? [null, null] : value(random, world, levels - 1)));
      if (random.one(lists)[0] === "sequence") return [pairs.map(([given]) => given), pairs.map(([, expected]) => expected)];
      return [0, 1].map((part) => Object.fromEntries(pairs.map((pair, index) => [`key ${index}`, pair[part]])));
    };
    const wrong = (random, world) => {
      if (lists[0][0] === "sequence") return [...value(random, world, 0).slice(0, own.length > 0 ? 1 : 0), [Symbol("wrong")]];
      return { right: value(random, world)[0], wrong: { wrong: Symbol("wrong") } };
    };
    const members = [...own.map(({ idl }) => idl), ...lists.map(([, idl]) => idl)];
    if (members.length < 2) return leaves[0];
    this.definitions.push(`typedef (${members.join(" or ")}) ${name};`);
    return { idl: name, kind: "union", kinds: [...kinds, ...lists.map(([kind]) => kind)], value, wrong: refuses ? wrong : null };
  }

  /** A dictionary's member that holds more of the dictionary. */
  #more(name, valueOf) {
    let levels = 0;
    const value = (random, world) => {
      if (levels === 3) return [[], []];
      levels += 1;
      try {
        const pairs = Array.from({ length: random.below(3) }, () => valueOf(random, world));
        return [pairs.map(([given]) => given), pairs.map(([, expected]) => expected)];
      } finally {
        levels -= 1;
      }
    };
    return { idl: `sequence<${name}>`, kind: "sequence", value, wrong: () => [5] };
  }

  #dictionary(depth) {
    const random = this.#random;
    const parent = random.once(4) && this.#dictionaries.length > 0 ? random.one(this.#dictionaries) : null;
    const name = this.#name("Bag");
    const members = [];
    for (let index = 0, count = 1 + random.below(5); index < count; index += 1) {
      const type = this.type(depth);
      // `undefined` is a member that is missing.
      if (type.kind === "undefined" || type.idl === "any") continue;
      members.push({ name: `${random.one(["a", "z", "key-", "class_"])}${this.#count}_${index}`, type, isRequired: index === 0 || random.once(2) });
    }
    const all = [...(parent?.members ?? [])];
    const values = dictionaryValues(all);
    if (random.once(3)) members.push({ name: `more${this.#count}`, type: this.#more(name, values.value), isRequired: random.once(2) });
    if (!members.some(({ isRequired }) => isRequired)) members.push({ name: `n${this.#count}`, type: leaves[5], isRequired: true });
    const lines = members.map((member) => `${member.isRequired ? "required " : ""}${member.type.idl} ${member.name};`);
    this.definitions.push(`dictionary ${name}${parent === null ? "" : ` : ${parent.name}`} { ${lines.join(" ")} };`);
    all.push(...members);
    this.#dictionaries.push({ name, members: all });
    return { idl: name, kind: "dictionary", ...values };
  }
}

const symbol = () => Symbol("wrong");

/** Anything at all becomes one of these. */
const plainKinds = ["string", "number", "boolean", "bigint", "symbol"];

const emptyList = (kind) => (kind === "sequence" ? [[], []] : [{}, {}]);

/** A union tells a record from a dictionary no better than one dictionary from another. */
const likes = (kind) => (kind === "record" ? "dictionary" : kind);

function dictionaryValues(members) {
  const value = (random, world) => {
    const given = { ignored: 1 };
    const expected = {};
    for (const { name, type, isRequired } of members) {
      if (!isRequired && random.once(3)) {
        if (random.once(2)) given[name] = undefined;
        continue;
      }
      const [input, output] = type.value(random, world);
      // undefined is what a required member must not be, and nil of an optional one is left out.
      const isMissing = input === undefined || (!isRequired && output === null);
      given[name] = input === undefined && isRequired ? null : input;
      if (!isMissing || isRequired) expected[name] = output;
    }
    return [given, expected];
  };
  const wrong = (random, world) => {
    if (random.once(3)) return 5;
    const [given] = value(random, world);
    const last = members.findLast(({ isRequired }) => isRequired);
    if (last.type.wrong === null || random.once(2)) delete given[last.name];
    else given[last.name] = last.type.wrong(random, world);
    return given;
  };
  return { value, wrong };
}
