/**
 * The part of WIT's grammar that `bindgen wit` writes (component-model, WIT.md), and the rules on its names: each is declared once, and
 * each type that is used is declared or taken from an interface that declares it.
 */

const integers = ["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64"];
const plain = new Set([...integers, "f32", "f64", "bool", "char", "string"]);
const keywords = new Set([
  ...plain, "as", "async", "borrow", "constructor", "enum", "export", "flags", "from", "func", "future", "import", "include", "interface", "list", "map",
  "option", "own", "package", "record", "resource", "result", "static", "stream", "tuple", "type", "use", "variant", "with", "world",
]);
const label = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*))*$/;

/** Throws where the text is no package of WIT. @param {string} text */
export function checkWIT(text) {
  new Parser(text).package();
}

class Parser {
  #tokens;
  #position = 0;
  /** The types by interface. @type {Map<string, Set<string>>} */
  #interfaces = new Map();

  constructor(text) {
    const code = text.replaceAll(/\/\/.*$/gm, "");
    this.#tokens = code.match(/->|%?[A-Za-z][A-Za-z0-9-]*|@[0-9.]+(?:-[a-z0-9.]+)?|[^\s]/g) ?? [];
  }

  package() {
    this.#take("package");
    this.#name();
    this.#take(":");
    this.#name();
    if (this.#peek().startsWith("@")) this.#position += 1;
    this.#take(";");
    const worlds = new Set();
    while (this.#position < this.#tokens.length) {
      const word = this.#next();
      if (word === "interface") this.#interface();
      else if (word === "world") worlds.add(this.#world());
      else this.#fail(`an interface or a world, not ${word}`);
    }
    for (const world of worlds) if (this.#interfaces.has(world)) throw new Error(`${world} is a world and an interface`);
  }

  #interface() {
    const name = this.#name();
    if (this.#interfaces.has(name)) throw new Error(`interface ${name} is declared twice`);
    const scope = { declared: new Set(), used: new Set(), functions: new Set() };
    this.#take("{");
    while (!this.#is("}")) this.#item(scope);
    for (const type of scope.used) if (!scope.declared.has(type)) throw new Error(`interface ${name} uses ${type} and does not declare it`);
    this.#interfaces.set(name, scope.declared);
  }

  #item(scope) {
    const word = this.#next();
    if (word === "use") return this.#use(scope);
    if (["record", "enum", "variant", "resource"].includes(word)) {
      this.#declare(this.#name(), scope.declared);
      this.#take("{");
      const names = new Set();
      while (!this.#is("}")) this.#field(word, names, scope);
      if (names.size === 0 && word !== "resource") this.#fail(`a ${word} with something in it`);
      return undefined;
    }
    return this.#function(word, scope.functions, scope);
  }

  #use(scope) {
    const known = this.#interfaces.get(this.#name()) ?? this.#fail("the name of an interface above");
    this.#take(".");
    this.#take("{");
    do {
      const name = this.#name();
      if (!known.has(name)) this.#fail(`a type that the interface declares, not ${name}`);
      this.#declare(name, scope.declared);
    } while (this.#is(","));
    this.#take("}");
    this.#take(";");
  }

  /** A part of a record, an enum, a variant or a resource. */
  #field(kind, names, scope) {
    if (kind === "resource") return this.#function(this.#next(), names, scope);
    this.#declare(this.#name(), names);
    if (kind === "record") {
      this.#take(":");
      this.#type(scope);
    } else if (kind === "variant" && this.#is("(")) {
      this.#type(scope);
      this.#take(")");
    }
    return this.#take(",");
  }

  #function(word, names, scope) {
    if (word === "constructor") this.#declare(word, names);
    else {
      this.#declare(this.#checked(word), names);
      this.#take(":");
      this.#is("static");
      this.#take("func");
    }
    this.#take("(");
    const parameters = new Set();
    while (!this.#is(")")) {
      this.#declare(this.#name(), parameters);
      this.#take(":");
      this.#type(scope);
      if (!this.#is(",") && this.#peek() !== ")") this.#fail("a comma");
    }
    if (this.#is("->")) this.#type(scope);
    this.#take(";");
  }

  #type(scope) {
    const word = this.#next();
    if (plain.has(word)) return;
    if (["list", "option", "borrow", "own", "result", "tuple"].includes(word)) {
      this.#take("<");
      do {
        if (word !== "result" || !this.#is("_")) this.#type(scope);
      } while (this.#is(","));
      this.#take(">");
    } else scope.used.add(this.#checked(word));
  }

  #world() {
    const name = this.#name();
    const seen = new Set();
    this.#take("{");
    while (!this.#is("}")) {
      const word = this.#next();
      if (word !== "import" && word !== "export") this.#fail("import or export");
      const item = this.#name();
      if (!this.#interfaces.has(item)) this.#fail(`an interface, not ${item}`);
      this.#declare(item, seen);
      this.#take(";");
    }
    if (seen.size !== this.#interfaces.size) throw new Error(`world ${name} has ${seen.size} of ${this.#interfaces.size} interfaces`);
    return name;
  }

  #declare(name, names) {
    if (names.has(name)) throw new Error(`${name} is declared twice`);
    names.add(name);
  }

  #name() {
    return this.#checked(this.#next());
  }

  #checked(word) {
    const name = word.startsWith("%") ? word.slice(1) : word;
    if (!label.test(name)) this.#fail(`a name, not ${word}`);
    if (keywords.has(name) && name === word) this.#fail(`a name, not the keyword ${word}`);
    return name;
  }

  #peek() {
    return this.#tokens[this.#position] ?? "the end";
  }

  #next() {
    this.#position += 1;
    return this.#tokens[this.#position - 1] ?? "the end";
  }

  #is(token) {
    if (this.#peek() !== token) return false;
    this.#position += 1;
    return true;
  }

  #take(token) {
    if (!this.#is(token)) this.#fail(`${token}, not ${this.#peek()}`);
  }

  #fail(expected) {
    throw new Error(`expected ${expected} after: ${this.#tokens.slice(Math.max(0, this.#position - 12), this.#position).join(" ")}`);
  }
}
