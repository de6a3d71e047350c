// What the module imports: a tree of classes. The tests read `made`.
export const made = [];

export class Target {
  #name;
  constructor(name) {
    if (name === "") throw new RangeError("a name is wanted");
    this.#name = name;
    made.push(new.target.name);
  }
  get name() {
    return this.#name;
  }
  static named(name) {
    return new Target(name);
  }
  static count() {
    return made.length;
  }
}

export class Node extends Target {
  parent = null;
  weight = 1;
  #children = [];
  clone() {
    return new this.constructor(this.name);
  }
  append(child) {
    child.parent = this;
    this.#children.push(child);
  }
  children() {
    return this.#children;
  }
}

export class Element extends Node {
  Node = null;
  text = 7;
  marks = [];
  sizes = {};
  look = { kind: "plain" };
  constructor(name, style) {
    super(name);
    this.style = style;
    this.handle = this;
  }
  get name() {
    return `<${super.name}>`;
  }
  show() {
    return `${this.name} ${JSON.stringify(this.style)}`;
  }
  static named(name) {
    return new Element(name);
  }
  visit(visitor) {
    visitor(this);
    for (const child of this.children()) visitor(child);
    visitor.dispose();
  }
}

export class Leaf extends Element {
  text = "leaf";
  constructor() {
    super("leaf");
  }
  clone() {
    return new Leaf();
  }
}

export class Bud extends Leaf {
  static limit = 1;
  constructor() {
    super();
    if (Bud.limit-- === 0) throw new RangeError("no more buds");
  }
}

export class Pot {
  constructor({ latency }) {
    this.said = `${typeof latency} ${latency}`;
  }
  deepen(by, { latency }) {
    return by + latency;
  }
}

export class Root {
  static limit = 1;
  sent = "";
  constructor() {
    if (Root.limit-- === 0) throw new RangeError("no more roots");
  }
  send(data) {
    this.sent += `${data.constructor.name} ${data.byteLength}`;
  }
}

export const extra = () => Object.assign(new Node("extra"), { isExtra: true });
