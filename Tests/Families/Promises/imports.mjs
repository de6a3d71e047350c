const wait = (value) => new Promise((resolve) => (Math.random() < 0.02 ? setTimeout(resolve, 1, value) : resolve(value)));

export class Remote {
  constructor(name) {
    this.name = name;
  }
  async ask(question) {
    if (question === "") throw new RangeError("no question");
    return `${this.name}: ${question}?`;
  }
  static open(name) {
    return wait(new Remote(name));
  }
}

/** What stands in the place of an answer, by the name of the function. */
export const answers = {};
const names = ["nothing", "flag", "count", "long_", "number", "text", "maybe", "maybeCount", "maybeNumbers", "level", "point", "person", "words", "people", "table", "bytes", "mixed", "anything", "something", "thing", "remote", "change"];
export const Host = Object.fromEntries(names.map((name) => [name, (value) => (name in answers ? answers[name](value) : wait(value))]));
Host.fail = (how) => {
  if (how === "throw") throw new RangeError("thrown");
  if (how === "number") return Promise.reject(5);
  return Promise.reject(new RangeError("rejected"));
};
Host.throwNow = () => {
  throw new SyntaxError("a surprise");
};
