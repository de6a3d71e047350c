/**
 * Notes every call that a family's tests make of its module, so that `replay.mjs` can make the same calls through the module's proxy.
 *
 * @typedef {object} Note a call as it was made
 * @property {string} owner the export, and for a member of objects its class
 * @property {string | null} member null where the export itself is called
 * @property {"call" | "get" | "set" | "new"} kind
 * @property {boolean} isOfObject
 * @property {object | undefined} receiver
 * @property {any[] | undefined} given copies of the arguments; undefined where reading them is a part of the test
 * @property {{ value?: any, error?: unknown, later?: Promise<void>, isOpaque?: boolean }} outcome
 */
import { types } from "node:util";

/** An object of the module's. */
export class Reference {
  constructor(object) {
    this.object = object;
  }
}

/** A function among the arguments: what it was called with. */
export class Listener {
  /** @type {{ given: any[] | undefined, threw?: { error: unknown }, later?: Promise<any> }[]} */
  calls = [];
}

class Unreadable extends Error {}

/** The classes of views; what has another prototype, or properties of its own, may do something when it is read. */
const views = ["DataView", ...Object.getOwnPropertyNames(globalThis).filter((name) => /^(Big)?(Int|Uint|Float)\d+(Clamped)?Array$/.test(name))].map((name) => globalThis[name]);

export class Recorder {
  /** @type {Note[]} */
  notes = [];
  #depth = 0;
  #classes = [];
  #listeners = new WeakMap();
  #known = new WeakSet();

  /** The module with exports that note their calls. */
  wrap(module) {
    const wrapped = {};
    for (const [name, value] of Object.entries(module)) {
      const isOwn = ["init", "instantiate", "inspect", "assertNoLeaks", "pending", "supports", "scope", "onFatal"].includes(name);
      wrapped[name] = isOwn ? value : this.#export(name, value);
    }
    return wrapped;
  }

  #export(name, value) {
    const isError = typeof value === "function" && value.prototype instanceof Error;
    if (isError || value === null || !["object", "function"].includes(typeof value)) return value;
    if (typeof value === "object") {
      this.#patch(name, value, false);
      return value;
    }
    if (value.prototype === undefined) return this.#function(name, null, "call", value, false);
    this.#classes.push(value);
    this.#patch(name, value, false);
    this.#patch(name, value.prototype, true);
    const recorder = this;
    const known = new Proxy(value, {
      construct: (target, given, newTarget) =>
        newTarget === known ? recorder.#note({ owner: name, member: null, kind: "new", isOfObject: false }, undefined, given, (own) => Reflect.construct(target, own)) : Reflect.construct(target, given, newTarget),
    });
    return known;
  }

  #patch(owner, place, isOfObject) {
    const isSame = isOfObject && Symbol.dispose && Object.hasOwn(place, Symbol.dispose) && place[Symbol.dispose] === place.dispose;
    for (const [member, found] of Object.entries(Object.getOwnPropertyDescriptors(place))) {
      if (!found.configurable || ["constructor", "prototype", "name", "length"].includes(member)) continue;
      if (typeof found.value === "function") found.value = this.#function(owner, member, "call", found.value, isOfObject);
      else if (found.get === undefined) continue;
      if (found.get) found.get = this.#function(owner, member, "get", found.get, isOfObject);
      if (found.set) found.set = this.#function(owner, member, "set", found.set, isOfObject);
      Object.defineProperty(place, member, found);
    }
    if (isSame) {
      Object.defineProperty(place, Symbol.dispose, { ...Object.getOwnPropertyDescriptor(place, Symbol.dispose), value: place.dispose });
    }
  }

  #function(owner, member, kind, original, isOfObject) {
    const recorder = this;
    const { [original.name]: noted } = {
      [original.name](...given) {
        return recorder.#note({ owner, member, kind, isOfObject }, this, given, (own) => original.apply(this, own));
      },
    };
    return Object.defineProperty(noted, "length", { value: original.length, configurable: true });
  }

  #note(place, receiver, given, run) {
    // What is called within a call cannot be repeated from outside.
    if (this.#depth > 0) return run(given);
    const note = { ...place, receiver, given: undefined, outcome: {} };
    const own = [...given];
    try {
      note.given = given.map((value, index) => {
        if (typeof value !== "function") return this.copy(value);
        const [listener, heard] = this.#listen(value);
        own[index] = heard;
        return listener;
      });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    this.notes.push(note);
    this.#depth++;
    try {
      const value = run(note.given === undefined ? given : own);
      this.#settle(note.outcome, value);
      note.after = given.map((argument) => (ArrayBuffer.isView(argument) ? this.copy(argument) : undefined));
      return value;
    } catch (error) {
      note.outcome.error = { error };
      throw error;
    } finally {
      this.#depth--;
    }
  }

  #settle(outcome, value) {
    if (value instanceof Promise) {
      outcome.isLate = true;
      outcome.isOpen = true;
      value.then((result) => this.#settle(outcome, result), (error) => (outcome.error = { error })).finally(() => (outcome.isOpen = false));
      return;
    }
    try {
      outcome.value = this.copy(value, true);
    } catch {
      outcome.isOpaque = true;
    }
  }

  #listen(heard) {
    if (this.#listeners.has(heard)) return this.#listeners.get(heard);
    const listener = new Listener();
    const recorder = this;
    const told = function (...given) {
      const call = { given: undefined, threw: undefined };
      listener.calls.push(call);
      try {
        call.given = given.map((value) => recorder.copy(value));
      } catch {}
      const depth = recorder.#depth;
      try {
        const value = heard.apply(this, given);
        if (value instanceof Promise) call.later = value;
        return value;
      } catch (error) {
        call.threw = { error };
        throw error;
      } finally {
        recorder.#depth = depth;
      }
    };
    const pair = [listener, told];
    this.#listeners.set(heard, pair);
    return pair;
  }

  /** A copy of data whose reading nobody notices. */
  copy(value, isOurs = false) {
    if (typeof value === "symbol" || typeof value === "function") throw new Unreadable();
    if (typeof value !== "object" || value === null) return value;
    if (this.#known.has(value)) return new Reference(value);
    // Objects with properties by index or name are proxies as well.
    if (types.isProxy(value) && !isOurs) throw new Unreadable();
    if (this.#classes.some((Class) => value instanceof Class)) {
      this.#known.add(value);
      return new Reference(value);
    }
    if (types.isProxy(value)) throw new Unreadable();
    if (value instanceof ArrayBuffer && !value.resizable && !value.detached) return value.slice(0);
    if (ArrayBuffer.isView(value)) {
      const isPlain = views.some((Class) => Object.getPrototypeOf(value) === Class.prototype);
      if (!isPlain || value.buffer instanceof SharedArrayBuffer || value.buffer.resizable || Object.keys(value).some((key) => !/^\d+$/.test(key))) throw new Unreadable();
      if (value instanceof DataView) return new DataView(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
      return value.slice();
    }
    const prototype = Object.getPrototypeOf(value);
    const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
    if (Object.getOwnPropertySymbols(value).length > 0 || descriptors.some(([, found]) => found.get || found.set)) throw new Unreadable();
    if (prototype === Array.prototype) return Array.from(value, (element) => this.copy(element));
    if (prototype === Map.prototype) return new Map([...value].map(([key, element]) => [this.copy(key), this.copy(element)]));
    if (prototype === Set.prototype) return new Set([...value].map((element) => this.copy(element)));
    // A clone of one without a prototype has one.
    if (prototype !== Object.prototype) throw new Unreadable();
    return Object.fromEntries(descriptors.map(([key, found]) => [key, this.copy(found.value)]));
  }
}
