/** Makes calls that were noted through a module's proxy, in their order, and compares what comes of them. */
import { isEqual, show } from "../Families/equality.mjs";
import { Listener, Reference } from "./record.mjs";

/** What stands in the place of an object that the proxy has none for. */
class Unknown extends Error {}

export class Replay {
  compared = 0;
  /** The notes that could not be repeated, by reason. */
  left = new Map();
  /** @type {string[]} */
  differences = [];
  /** The proxy's object, or a promise of it, by the module's. */
  #objects = new Map();
  #open = [];

  /** @param {object} remote the proxy, initialised */
  constructor(remote) {
    this.remote = remote;
  }

  /** @param {import("./record.mjs").Note[]} notes */
  async play(notes) {
    for (const note of notes) await this.#repeat(note);
    await Promise.all(this.#open);
    this.#open = [];
  }

  #leave(why) {
    this.left.set(why, (this.left.get(why) ?? 0) + 1);
  }

  async #repeat(note) {
    const { owner, member, kind, isOfObject, outcome } = note;
    if (note.given === undefined) return this.#leave("arguments that only the test may read");
    const place = this.remote[owner];
    const holder = member === null ? this.remote : isOfObject ? place?.prototype : place;
    const name = member ?? owner;
    if (holder === undefined || !(name in holder)) return this.#leave("members that the proxy refuses");
    const label = `${owner}${member === null ? "" : `.${member}`}`;
    let given, receiver;
    try {
      if (isOfObject) receiver = await this.#object(note.receiver);
      given = await Promise.all(note.given.map((value) => this.#there(value)));
    } catch (error) {
      if (error instanceof Unknown) return this.#leave("objects that the proxy does not have");
      throw error;
    }
    const listeners = note.given.flatMap((value, index) => (value instanceof Listener ? [{ listener: value, heard: given[index].calls }] : []));
    const call = async () => {
      if (kind === "new") return new place(...given);
      if (member === null) return place(...given);
      if (kind === "set") return void Reflect.set(holder, member, given[0], isOfObject ? receiver : place);
      const value = Reflect.get(holder, member, isOfObject ? receiver : place);
      return kind === "get" ? value : Reflect.apply(value, isOfObject ? receiver : place, given);
    };
    const end = async () => {
      try {
        let value = await call();
        if (kind === "set") return;
        if (typeof value?.read === "function" && typeof value.write === "function") value = await value.read();
        // An iterator is there at once, and its first step tells.
        if (outcome.error && typeof value?.next === "function") value = await value.next();
        if (outcome.isOpen) return;
        if (outcome.error) return this.#differ(label, note, value, `${describe(outcome.error.error)} is not thrown`);
        if (outcome.isOpaque) return this.#leave("results that are no data");
        this.compared++;
        if (!this.#isSame(value, outcome.value)) this.#differ(label, note, value, `expected ${shown(outcome.value)}`);
        note.after.forEach((after, index) => {
          const mine = given[index];
          if (after !== undefined && mine.byteLength > 0 && !isEqual(mine, after)) this.#differ(label, note, mine, `expected the argument ${shown(after)}`);
        });
        for (const { listener, heard } of listeners) this.#compareCalls(label, note, listener, heard);
      } catch (error) {
        if (outcome.isOpen) return;
        if (error?.name === "DataCloneError") return this.#leave("values that no other thread can have");
        if (outcome.error === undefined) return this.#differ(label, note, error, `expected ${shown(outcome.value)}`);
        this.compared++;
        const [mine, theirs] = [describe(outcome.error.error), describe(error)];
        // It does not say what a wrong value is, nor where in an argument, and knows the objects of its own worker alone.
        const [, object] = /^TypeError TypeError: .*(, of this module's worker| has been disposed)$/.exec(theirs) ?? [];
        const isObjects = object !== undefined && mine.startsWith("TypeError") && (object.startsWith(",") || mine.endsWith(object));
        if (!mine.startsWith(theirs) && !isObjects) this.#differ(label, note, theirs, `expected ${mine}`);
      }
    };
    // What is fulfilled later may wait for calls that follow.
    if (outcome.isLate) return void this.#open.push(end());
    if (kind === "new" && outcome.error === undefined) {
      if (!(outcome.value instanceof Reference)) return this.#leave("results that are no data");
      let object;
      try {
        object = await call();
      } catch (error) {
        if (/ has no constructor; /.test(error.message)) return this.#leave("members that the proxy refuses");
        throw error;
      }
      this.#objects.set(outcome.value.object, object);
      this.compared++;
      return undefined;
    }
    // A constructor's exception is told by what is asked of the object next, and that is not noted.
    if (kind === "new") return this.#leave("constructors that throw");
    return end();
  }

  #compareCalls(label, note, listener, heard) {
    const calls = listener.calls.filter(({ given }) => given !== undefined);
    if (calls.some(({ threw }) => threw)) return;
    for (const [index, { given }] of heard.entries()) {
      const wanted = calls[index]?.given;
      if (wanted === undefined || !this.#isSame(given, wanted)) this.#differ(label, note, given, `the function was called with ${shown(wanted)}`);
    }
  }

  #differ(label, note, value, why) {
    this.differences.push(`${label}(${note.given.map(shown).join(", ")}): ${shown(value)}, ${why}`);
  }

  #object(local) {
    const object = this.#objects.get(local);
    if (object === undefined) throw new Unknown();
    return object;
  }

  /** An argument as it goes to the proxy. */
  async #there(value) {
    if (value instanceof Reference) return this.#object(value.object);
    if (value instanceof Listener) {
      const calls = [];
      let next = 0;
      const function_ = (...given) => {
        calls.push({ given });
        const call = value.calls[next++];
        if (call?.threw) throw call.threw.error;
        return call?.later;
      };
      return Object.assign(function_, { calls });
    }
    if (Array.isArray(value)) return Promise.all(value.map((element) => this.#there(element)));
    if (value instanceof Map) return new Map(await Promise.all([...value].map((pair) => this.#there(pair))));
    if (value instanceof Set) return new Set(await Promise.all([...value].map((element) => this.#there(element))));
    if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
      return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, member]) => [key, await this.#there(member)])));
    }
    return ArrayBuffer.isView(value) && !(value instanceof DataView) ? value.slice() : value;
  }

  /** Whether a value is what came in the module itself; an object that is met for the first time is taken for the same. */
  #isSame(value, wanted) {
    if (wanted instanceof Reference) {
      if (!this.#objects.has(wanted.object) && typeof value === "object") this.#objects.set(wanted.object, value);
      return this.#objects.get(wanted.object) === value;
    }
    if (Array.isArray(wanted)) return Array.isArray(value) && value.length === wanted.length && wanted.every((element, index) => this.#isSame(value[index], element));
    const isRecord = typeof wanted === "object" && wanted !== null && [Object.prototype, null].includes(Object.getPrototypeOf(wanted));
    if (!isRecord) return isEqual(value, wanted);
    const keys = Object.keys(wanted).toSorted();
    return typeof value === "object" && value !== null && isEqual(Object.keys(value).toSorted(), keys) && keys.every((key) => this.#isSame(value[key], wanted[key]));
  }
}

const describe = (error) => (error instanceof Error || error instanceof DOMException ? `${error.constructor.name} ${error.name}: ${error.message}` : show(error));
const shown = (value) => {
  if (value instanceof Reference) return value.object.constructor.name;
  if (value instanceof Listener) return "a function";
  let text = "a value that cannot be shown";
  try {
    text = value instanceof Error ? describe(value) : show(value);
  } catch {}
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
};
