// What the module Imports imports; the tests change `answers` and read `told`.
export const told = [];
export const answers = {};

const answer = (name, usual, ...given) => (name in answers ? answers[name](...given) : usual);

let counted = 0;
export const Host = {
  get counter() {
    return (counted += 1);
  },
  name: "the host",
  greet: (name) => answer("greet", `Hello, ${name}!`, name),
  tell: (...given) => void told.push(given),
  opposite: (side) => answer("opposite", side === "left" ? "right" : "left", side),
  larger: (size) => answer("larger", size.width > 100 ? null : { ...size, width: size.width + 1 }, size),
  stamp: (note, count) => answer("stamp", { title: `${note.title} (${count})`, tags: [...(note.tags ?? []), "stamped"] }, note),
  doubled: (numbers) => answer("doubled", numbers.map((number) => number * 2), numbers),
  shout: (words) => answer("shout", words.map((word) => word.toUpperCase()), words),
  sizes: (count) => Array.from({ length: count }, (_, index) => (index % 2 ? { width: index } : { width: index, height: 1 })),
  invert: (bytes) => answer("invert", bytes.map((byte) => 255 - byte), bytes),
  flag: (value) => !value,
  big: (value) => answer("big", value, value),
  maybe: (text) => answer("maybe", text === null ? "null" : null, text),
  forEach: (words, visit) => {
    words.forEach((word) => visit(word));
    visit.dispose();
  },
  twice: (factor) => answer("twice", (value) => value * factor),
  roundTrip: (local) => answer("roundTrip", local, local),
  fail: (message) => {
    throw new Error(message);
  },
  failing: (message) => answer("failing", `fine ${message}`, message),
  failingNote: (works) => answer("failingNote", { title: `works ${works}` }),
  throwWhatever: () => answers.throwWhatever(),
  made: () => answer("made", null),
  reserved: (...given) => JSON.stringify(given),
};

let made = 0;
export class Shelf {
  #map = new Map();
  constructor(label) {
    this.label = label;
    made += 1;
  }
  get guarded() {
    return answer("guarded", this.value);
  }
  set guarded(value) {
    if (value === "no") throw new RangeError("not this value");
    this.value = value;
  }
  get size() {
    return this.#map.size;
  }
  put(key, value) {
    this.#map.set(key, value);
    return this;
  }
  take(key) {
    return this.#map.get(key);
  }
  neighbour() {
    return null;
  }
  each(visit) {
    for (const key of this.#map.keys()) visit(key);
    visit.dispose();
  }
  burn() {
    throw answers.burn();
  }
  static made() {
    return made;
  }
}
