/** The same calls on a copy and on the engine's own object: each function gives a list of names and results. */

const teller = () => {
  const seen = [];
  const tell = (what, act) => {
    let result;
    try {
      result = act();
    } catch (error) {
      // V8 and others have different messages; the class is the standard's.
      result = `throws ${error.name}`;
    }
    seen.push([what, result]);
  };
  return { seen, tell };
};

export const URLSearchParams = ({ URLSearchParams }) => {
  const { seen, tell } = teller();
  const texts = ["", "?a=1&b=2", "a=1&a=2&a=3", "a+b=c%20d&%zz=%4", "é=ü&🙂=%F0%9F%99%82", "&&=&a&=b&c=", "a=b=c", "??a", "a=\uD800", "%ff=%fe", "a=*-._~!'()"];
  for (const text of texts) tell(`parses ${text}`, () => [...new URLSearchParams(text)]);
  for (const text of texts) tell(`writes ${text}`, () => String(new URLSearchParams(text)));
  tell("of pairs", () => `${new URLSearchParams([["a", "b"], new Set(["c", "d"])])}`);
  tell("of a record", () => `${new URLSearchParams({ a: 1, b: null, [Symbol.toStringTag]: 2, c: undefined })}`);
  tell("of another one", () => `${new URLSearchParams(new URLSearchParams("x=1&y=2"))}`);
  tell("of an odd pair", () => new URLSearchParams([["a"]]));
  tell("of a list of strings", () => `${new URLSearchParams(["ab", "cd"])}`);
  tell("of null", () => `${new URLSearchParams(null)}`);
  tell("of undefined", () => `${new URLSearchParams(undefined)}`);
  tell("of a number", () => `${new URLSearchParams(1.5)}`);
  tell("of a symbol", () => new URLSearchParams(Symbol()));
  tell("of a function", () => `${new URLSearchParams(Object.assign(() => {}, { a: "b" }))}`);
  tell("without new", () => URLSearchParams("a"));
  const params = new URLSearchParams("b=2&a=1&a=3&c=4");
  for (const [name, ...given] of [
    ["get", "a"], ["get", "x"], ["get"], ["getAll", "a"], ["getAll", "x"], ["has", "a"], ["has", "a", "3"], ["has", "a", "9"], ["has", "a", undefined], ["has", "x", null],
    ["append", "d", 5], ["append", "e"], ["append", "n", null], ["set", "a", "new"], ["set", "z", true], ["set", "z"], ["delete", "b"], ["delete", "a", "other"], ["delete", "a", "new"],
    ["delete"], ["append", "🙂", "1"], ["append", "\uFFFD", "2"], ["sort"], ["toString"],
  ]) {
    tell(`${name}(${given.map(String)})`, () => params[name](...given));
    tell(`is then`, () => [params.size, `${params}`]);
  }
  tell("keys", () => [...params.keys()]);
  tell("values", () => [...params.values()]);
  tell("a change while it iterates", () => {
    const found = [];
    for (const [name] of params) {
      found.push(name);
      if (found.length === 1) params.delete(name);
    }
    return found;
  });
  tell("forEach", () => {
    const found = [];
    params.forEach(function (value, name, object) {
      found.push(value, name, object === params, this);
    }, "self");
    return found.map(String);
  });
  tell("forEach without one", () => params.forEach());
  tell("an iterator's tag", () => Object.prototype.toString.call(params.entries()));
  tell("an iterator's next elsewhere", () => params.keys().next.call({}));
  tell("helpers", () => (globalThis.Iterator?.prototype.take ? params.keys().take(2).toArray() : null) && 1);
  tell("in JSON", () => JSON.stringify(params));
  tell("for in", () => {
    const found = [];
    for (const name in params) found.push(name);
    return found.sort();
  });
  return seen;
};

export const Headers = ({ Headers }) => {
  const { seen, tell } = teller();
  tell("of nothing", () => [...new Headers()]);
  tell("of undefined", () => [...new Headers(undefined)]);
  tell("of null", () => [...new Headers(null)]);
  tell("of a number", () => new Headers(1));
  tell("of a text", () => new Headers("a"));
  tell("of pairs", () => [...new Headers([["B", " two\t"], ["a", "1"], ["b", "3"]])]);
  tell("of a record", () => [...new Headers({ "X-One": 1, accept: "text/html" })]);
  tell("of another one", () => [...new Headers(new Headers({ a: "b" }))]);
  tell("of an odd pair", () => new Headers([["a", "b", "c"]]));
  tell("of a wrong name", () => new Headers({ "a b": "c" }));
  tell("of a wrong value", () => new Headers({ a: "b\0c" }));
  tell("of no bytes", () => new Headers({ a: "ā" }));
  tell("without new", () => Headers());
  const headers = new Headers({ b: "2" });
  for (const [name, ...given] of [
    ["append", "A", "1"], ["append", "a", "2"], ["append", "a"], ["append", "", "x"], ["append", "é", "x"], ["append", "l", "\r\n x \n"], ["append", "m", "x\ny"], ["get", "A"], ["get", "x"],
    ["get", ""], ["get"], ["has", "B"], ["has", "c"], ["has", " b"], ["set", "a", "only"], ["set", "new", 1], ["delete", "B"], ["delete", "never"], ["delete", "no name"],
    ["append", "Set-Cookie", "a=1"], ["append", "set-cookie", "b=2"], ["getSetCookie"], ["get", "set-cookie"], ["append", "u", "é"],
  ]) {
    tell(`${name}(${given.map(String)})`, () => headers[name](...given));
    tell(`is then`, () => [...headers]);
  }
  tell("keys", () => [...headers.keys()]);
  tell("values", () => [...headers.values()]);
  tell("forEach", () => {
    const found = [];
    headers.forEach((value, name, object) => found.push(value, name, object === headers));
    return found;
  });
  tell("an iterator's tag", () => Object.prototype.toString.call(headers.entries()));
  return seen;
};

export const FormData = ({ FormData }) => {
  const { seen, tell } = teller();
  const data = new FormData();
  for (const [name, ...given] of [
    ["append", "a", 1], ["append", "a", "2"], ["append", "b", "x"], ["append", "only"], ["get", "a"], ["get", "x"], ["getAll", "a"], ["getAll", "x"], ["has", "b"], ["has"], ["set", "a", "one"],
    ["set", "c", null], ["delete", "b"], ["delete", "x"], ["append", "\uD800", "\uDC00"],
  ]) {
    tell(`${name}(${given.map(String)})`, () => data[name](...given));
    tell(`is then`, () => [...data]);
  }
  tell("keys", () => [...data.keys()]);
  tell("values", () => [...data.values()]);
  tell("forEach", () => {
    const found = [];
    data.forEach((value, name) => found.push(value, name));
    return found;
  });
  tell("without new", () => FormData());
  tell("an iterator's tag", () => Object.prototype.toString.call(data.keys()));
  return seen;
};

const coordinates = (point) => [point.x, point.y, point.z, point.w, point.constructor.name];
export const DOMPoint = ({ DOMPoint, DOMPointReadOnly }) => {
  const { seen, tell } = teller();
  for (const Class of [DOMPoint, DOMPointReadOnly]) {
    for (const given of [[], [1, 2], [1, 2, 3, 4], ["1.5", null, undefined, true], [Number.NaN, Infinity], [{}]]) tell(`new ${Class.name}(${given.map(String)})`, () => coordinates(new Class(...given)));
    tell("of a symbol", () => new Class(Symbol()));
    tell("of a bigint", () => new Class(1n));
    for (const given of [undefined, null, {}, { x: 1, w: 2 }, { y: "3" }, new DOMPoint(5, 6)]) tell(`${Class.name}.fromPoint(${typeof given})`, () => coordinates(Class.fromPoint(given)));
    tell("fromPoint of a number", () => Class.fromPoint(1));
    tell("toJSON", () => new Class(1, 2, 3).toJSON());
    tell("in JSON", () => JSON.stringify([new Class(1, 2)]));
    for (const matrix of [undefined, { a: 2, e: 5 }, { m11: 2, m33: 3 }, { a: 1, m11: 2 }, { m33: 3, is2D: true }, { m34: 1, is2D: false }]) {
      tell(`matrixTransform(${JSON.stringify(matrix)})`, () => coordinates(new Class(1, 2, 3).matrixTransform(matrix)));
    }
  }
  tell("sets", () => {
    const point = new DOMPoint();
    [point.x, point.y, point.w] = [1, "2", null];
    return coordinates(point);
  });
  tell("sets what is only read", () => {
    new DOMPointReadOnly().x = 1;
  });
  tell("a point is a read-only one", () => new DOMPoint() instanceof DOMPointReadOnly);
  return seen;
};

const numbers = (matrix) => [...Array.from(matrix.toFloat64Array(), (number) => number + 0), matrix.is2D, matrix.isIdentity, matrix.constructor.name];
export const DOMMatrix = ({ DOMMatrix, DOMMatrixReadOnly }) => {
  const { seen, tell } = teller();
  const flat = [1, 2, 3, 4, 5, 6], full = Array.from({ length: 16 }, (_, index) => index);
  for (const Class of [DOMMatrix, DOMMatrixReadOnly]) {
    for (const given of [undefined, flat, full, [1], new Set(flat)]) tell(`new ${Class.name}(${given})`, () => numbers(new Class(given)));
    for (const given of [undefined, { a: 2, d: 3 }, { m11: 2, m44: 2 }, { a: 1, m11: 2 }, { a: Number.NaN, m11: Number.NaN }, { is2D: true, m13: 1 }, new Class(full)]) {
      tell(`${Class.name}.fromMatrix(${typeof given})`, () => numbers(Class.fromMatrix(given)));
    }
    tell("translate", () => numbers(new Class(flat).translate(1, 2)));
    tell("translate in depth", () => numbers(new Class(flat).translate(1, 2, 3)));
    tell("multiply", () => numbers(new Class(flat).multiply({ a: 2, b: 1, f: 3 })));
    tell("multiply by another one", () => numbers(new Class(flat).multiply(new Class(full))));
    tell("flipX", () => numbers(new Class(flat).flipX()));
    tell("transformPoint", () => coordinates(new Class(flat).transformPoint({ x: 2, y: 3 })));
    tell("toFloat32Array", () => [new Class(flat).toFloat32Array().constructor.name, ...new Class(flat).toFloat32Array()]);
    tell("its members", () => ["a", "b", "c", "d", "e", "f", "m11", "m12", "m13", "m34", "m43", "m44"].map((name) => new Class(full)[name]));
  }
  tell("multiplySelf gives itself", () => {
    const matrix = new DOMMatrix(flat);
    return [matrix.multiplySelf({ a: 2 }) === matrix, matrix.translateSelf(1, 1) === matrix, ...numbers(matrix)];
  });
  tell("sets", () => {
    const matrix = new DOMMatrix();
    Object.assign(matrix, { a: 2, m22: 3, e: "4", m43: 0 });
    const first = numbers(matrix);
    matrix.m43 = 5;
    return [...first, ...numbers(matrix)];
  });
  return seen;
};

const listOf = ({ Documents, document }, names) => {
  if (Documents) return Documents.nodes(names);
  const parent = document.createElement("div");
  for (const name of names) parent.append(document.createElement(name));
  return parent.querySelectorAll("*");
};
export const NodeList = (api) => {
  const { seen, tell } = teller();
  const list = listOf(api, ["B", "I", "U"]);
  tell("by index", () => [list[0].nodeName, list["2"].nodeName, list[3], list[-1], list["01"]]);
  tell("item", () => [list.item(1) === list[1], list.item(9), list.item("x") === list[0], list.item(-1), list.item(4294967296) === list[0]]);
  tell("item without one", () => list.item());
  tell("length", () => list.length);
  tell("iterates", () => [...list].map((node) => node.nodeName));
  tell("entries", () => [...list.entries()].map(([index, node]) => index + node.nodeName));
  tell("keys", () => [...list.keys()]);
  tell("forEach", () => {
    const found = [];
    list.forEach((node, index, object) => found.push(node.nodeName, index, object === list));
    return found;
  });
  tell("own keys", () => Reflect.ownKeys(list));
  tell("for in", () => {
    const found = [];
    for (const name in list) if (name !== "dispose") found.push(name);
    return found.sort();
  });
  tell("in", () => [0 in list, 3 in list, "item" in list]);
  tell("a descriptor", () => {
    const { value, ...rest } = Object.getOwnPropertyDescriptor(list, 0);
    return [value === list[0], rest];
  });
  tell("is set", () => Reflect.set(list, 0, list[1]));
  tell("is set behind the last", () => Reflect.set(list, 9, list[1]));
  tell("is set in strict code", () => (list[0] = 1));
  tell("is defined", () => Reflect.defineProperty(list, 0, { value: 1 }));
  tell("is deleted", () => [Reflect.deleteProperty(list, 0), Reflect.deleteProperty(list, 9)]);
  tell("is frozen", () => Object.freeze(list));
  tell("is not extended", () => Reflect.preventExtensions(list));
  tell("has properties of its own", () => {
    list.own = 1;
    return [list.own, Reflect.ownKeys(list), delete list.own, list.own];
  });
  tell("below another object", () => {
    const child = Object.create(list);
    return [child[0] === list[0], Reflect.set(child, 0, 1), Reflect.set(child, 9, 1), child[9]];
  });
  tell("a node's constants", () => [list[0].ELEMENT_NODE, list[0].nodeType]);
  tell("a constant is set", () => Reflect.set(api.Node, "ELEMENT_NODE", 7) || api.Node.ELEMENT_NODE);
  tell("is made", () => new api.NodeList());
  tell("class text", () => Object.prototype.toString.call(list));
  return seen;
};

export const EventTarget = ({ EventTarget, Event }) => {
  const { seen, tell } = teller();
  const target = new EventTarget();
  const log = [];
  const listener = (event) => log.push(`${event.type} ${event.eventPhase} ${event.target === target} ${event.currentTarget === target}`);
  const object = {
    handleEvent(event) {
      log.push(`object ${this === object} ${event.type}`);
      event.preventDefault();
    },
  };
  const told = (what, act) => tell(what, () => [act(), log.splice(0)]);
  told("nobody listens", () => target.dispatchEvent(new Event("a")));
  told("adds", () => target.addEventListener("a", listener));
  told("adds again", () => target.addEventListener("a", listener, { capture: false }));
  told("one call", () => target.dispatchEvent(new Event("a")));
  told("adds to capture", () => target.addEventListener("a", listener, true));
  told("two calls", () => target.dispatchEvent(new Event("a")));
  told("removes one", () => target.removeEventListener("a", listener, { capture: true }));
  told("adds an object", () => target.addEventListener("a", object));
  told("is not to be cancelled", () => target.dispatchEvent(new Event("a")));
  told("is cancelled", () => target.dispatchEvent(new Event("a", { cancelable: true })));
  told("removes the object", () => target.removeEventListener("a", object));
  told("adds a passive one", () => target.addEventListener("a", object, { passive: true }));
  told("is not cancelled", () => target.dispatchEvent(new Event("a", { cancelable: true })));
  told("once", () => target.addEventListener("b", listener, { once: true }));
  told("the first time", () => target.dispatchEvent(new Event("b")));
  told("the second time", () => target.dispatchEvent(new Event("b")));
  told("null", () => [target.addEventListener("a", null), target.removeEventListener("a", null)]);
  told("no listener", () => target.addEventListener("a"));
  told("a text as one", () => new EventTarget().addEventListener("a", "b"));
  told("no event", () => target.dispatchEvent({}));
  told("no arguments", () => target.dispatchEvent());
  told("an event in itself", () => {
    target.addEventListener("c", (event) => tell("again", () => target.dispatchEvent(event)));
    return target.dispatchEvent(new Event("c"));
  });
  told("stops at once", () => {
    target.addEventListener("d", (event) => event.stopImmediatePropagation());
    target.addEventListener("d", listener);
    return target.dispatchEvent(new Event("d"));
  });
  told("an event afterwards", () => {
    const event = new Event("a", { bubbles: 1, composed: "" });
    target.dispatchEvent(event);
    return [event.type, event.target === target, event.currentTarget, event.eventPhase, event.bubbles, event.composed, event.cancelable, event.defaultPrevented];
  });
  told("events", () => [undefined, null, 1].map((type) => new Event(type).type));
  told("an event without a type", () => new Event());
  told("an event of wrong options", () => new Event("a", 1));
  told("is read-only", () => {
    new Event("a").type = "b";
  });
  told("constants", () => [Event.AT_TARGET, new Event("a").BUBBLING_PHASE, Object.keys(Event).filter((name) => /^(NONE|[A-Z]+_PHASE|AT_TARGET)$/.test(name))]);
  return seen;
};
