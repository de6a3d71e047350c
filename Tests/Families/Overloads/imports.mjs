// What the module imports: functions that tell what they were called with.
const tell = (name, given) => `${name}(${Array.from(given, (value) => (value instanceof Pen ? value.color : String(value))).join(",")})`;

export class Pen {
  constructor() {
    this.color = tell("Pen", arguments);
  }
  draw() {
    return tell("draw", arguments);
  }
  join() {
    return tell("join", arguments);
  }
  pick() {
    return tell("pick", arguments);
  }
  static name() {
    return tell("name", arguments);
  }
}

export const Tools = {
  show() {
    return tell(`show ${typeof arguments[0]}`, arguments);
  },
  list() {
    return tell("list", arguments);
  },
};
