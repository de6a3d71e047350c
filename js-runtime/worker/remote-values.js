// What becomes of values on their way to a worker and back.

// @part remote-functions needs remote
const $functions = new Map();
let $lastFunction = 0;
// A word for each function that is out, which has its number once it has thrown: the worker looks at it in the middle of Swift.
const $flags = globalThis.SharedArrayBuffer && globalThis.crossOriginIsolated !== false ? new Int32Array(new SharedArrayBuffer(4096)) : undefined;
/** The number of a function that the worker may call. @param lifts of its arguments @param lower of what its promise comes to */
const $function = (name, lifts, lower) => {
  const known = new WeakMap();
  return (value, waiter) => {
    if (value == null) return value;
    if (typeof value !== "function") throw new TypeError(`${waiter.name}: ${name} must be a function`);
    let entry = known.get(value);
    if (!entry) {
      entry = { id: ++$lastFunction, count: 0, lifts, lower, run: value, send: () => $functions.set(entry.id, entry, entry.count++) };
      known.set(value, entry);
    }
    entry.waiter = waiter;
    (waiter.sent ??= []).push(entry);
    return entry.id;
  };
};
/** The worker has got a function so many times, and has it no longer; it may be on its way again. */
const $letGo = (id, count) => {
  const entry = $functions.get(id);
  if (!(entry.count -= count)) $functions.delete(id);
};
/** Calls a function for the worker. What it throws ends the call that it was given to. */
const $run = (id, [caller, given, answer], channel) => {
  const { lifts, lower, run, waiter: giver } = $functions.get(id);
  // A call that has been answered has no number.
  const waiter = channel.find(caller) ?? channel.find(giver.channel === channel && giver.call);
  const call = () => run(...(lifts ? $each(lifts, given, { channel }) : given));
  if ($answers && answer !== undefined) return $answer(async () => call(), lower, answer, channel, waiter);
  if (waiter?.thrown?.has(id)) return undefined;
  try {
    call();
  } catch (error) {
    if (!waiter) return void Promise.reject(error);
    (waiter.thrown ??= new Map()).set(id, error);
    if ($flags) Atomics.store($flags, id & 1023, id);
  }
  return undefined;
};
/** Throws what a function has thrown of which nothing in the worker has heard. */
const $raise = ({ sent = [], thrown }) => {
  for (const { id } of sent) {
    if (thrown.has(id) && (!$flags || Atomics.compareExchange($flags, id & 1023, id, 0) === id)) throw thrown.get(id);
  }
};

// @part remote-operation needs remote-functions
/** An object with an operation in the place of a function. */
const $operation = (name, argument, map) => {
  const known = new WeakMap();
  return (value, waiter) => {
    if (value == null || typeof value === "function") return map(value, waiter);
    if (typeof value !== "object") throw new TypeError(`${waiter.name}: ${argument} must be a function or an object`);
    if (!known.has(value)) known.set(value, (...given) => value[name](...given));
    return map(known.get(value), waiter);
  };
};

// @part remote-answers needs remote-functions
const $answers = true;
/** Sends what a function's promise comes to. */
const $answer = async (run, lower, answer, channel, waiter) => {
  try {
    const value = await run();
    const context = { channel, name: "the answer" };
    channel.send(-3, 0, [answer, lower ? lower(value, context) : value]);
  } catch (error) {
    if (waiter) (waiter.thrown ??= new Map()).set(-answer, error);
    channel.send(-3, 1, [answer, [`${error?.name ?? "Error"}`, `${error?.message ?? error}`, waiter !== undefined]]);
  }
};

/** A promise came to something that cannot be cloned. */
const $lost = (channel, [, , , , , answer], { name, message }) => channel.send(-3, 1, [answer, [name, message]]);

// @part remote-signal needs remote-functions
/** The number of a signal; the worker has one of its own, which is aborted when this one is. */
const $signal = (name) => (value, waiter) => {
  if (value == null) return value;
  if (!(value instanceof AbortSignal)) throw new TypeError(`${waiter.name}: ${name} must be an AbortSignal`);
  const id = ++$lastFunction;
  const abort = () => {
    (waiter.thrown ??= new Map()).set(id, value.reason);
    waiter.channel.send(-2, id, [[`${value.reason?.name ?? "Error"}`, `${value.reason?.message ?? value.reason}`]]);
  };
  if (value.aborted) queueMicrotask(abort);
  else value.addEventListener("abort", abort);
  const { end } = waiter;
  waiter.end = () => {
    end?.();
    value.removeEventListener("abort", abort);
  };
  return id;
};

// @part remote-bytes needs remote
/** A typed array of a part of a buffer would be cloned with the whole of it. */
const $cut = (value) => (ArrayBuffer.isView(value) && value.byteLength < value.buffer.byteLength ? (value.slice?.() ?? $cutView(value)) : value);
const $cutView = ({ buffer, byteOffset, byteLength }) => new DataView(buffer.slice(byteOffset, byteOffset + byteLength));

// @part remote-move needs remote
/** `[Transfer]`: the buffer moves, and the caller has it no longer. */
const $move = (value, context) => {
  const buffer = value?.buffer ?? value;
  if (buffer instanceof ArrayBuffer) (context.moved ??= []).push(buffer);
  return value;
};

// @part remote-transfer needs remote
/** `[Transfer]`: an object of the platform's moves. One of another class is refused in the worker. */
const $transfer = (Class) => (value, context) => {
  if (typeof globalThis[Class] === "function" && value instanceof globalThis[Class]) (context.moved ??= []).push(value);
  return value;
};

// @part remote-stream needs remote
/** A stream moves. */
const $stream = (value, context) => {
  if (value instanceof ReadableStream || value instanceof WritableStream) (context.moved ??= []).push(value);
  return value;
};
/** Whatever gives values later, as a stream of them; each is asked for when the last has been taken. */
const $streamOf = (value, context) => {
  if (typeof value !== "object" || value === null || value instanceof ReadableStream) return $stream(value, context);
  const iterate = value[Symbol.asyncIterator] ?? value[Symbol.iterator];
  if (typeof iterate !== "function") return value;
  const iterator = iterate.call(value);
  const pull = async (control) => {
    const step = await iterator.next();
    if (step.done) control.close();
    else control.enqueue(await step.value);
  };
  return $stream(new ReadableStream({ pull, cancel: async (reason) => iterator.return?.(reason) }, { highWaterMark: 0 }), context);
};

// @part remote-view needs remote-move remote-objects
/** What is written to a view, of a typed array no more than it shows. */
const $cutArray = (value) => (value?.byteLength < value?.buffer?.byteLength && value.slice ? value.slice() : value);
/** A view that lies in the worker: a copy of it comes, by moving, and what is written goes there. */
const $view = (number, object, Class) => {
  $state(object, Class, $members[number][0]);
  return {
    read: (...range) => $call(number, object, range, Class),
    write: (data, offset, { transfer } = {}) => $call(number + (transfer ? 2 : 1), object, [data, offset], Class),
  };
};

// @part remote-into needs remote-bytes
/** `[Into]`: what Swift wrote is written into the caller's arrays. */
const $into = (value, waiter) => {
  (waiter.into ??= []).push(value);
  return $cut(value);
};
const $bytesOf = (value) => (ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value));
const $filled = (lift) => ([value, ...arrays], waiter) => {
  arrays.forEach((array, index) => $bytesOf(waiter.into[index]).set($bytesOf(array)));
  return lift ? lift(value, waiter) : value;
};

// @part remote-iterator needs remote-objects
const $iterator = (id, { channel }) => ({ channel, id, received: 1 });
/** An async iterator over one of the worker's. @param started a promise of it, as `$iterator` has it */
const $iterate = (number, started, lift) => {
  let isDone = false;
  const iterator = {
    async next() {
      if (isDone) return { value: undefined, done: true };
      const state = await started;
      const [done, value] = await $call(number, state, []);
      if (done) {
        isDone = true;
        $forget(state, -1);
      }
      return { value: done ? undefined : lift ? lift(value, state) : value, done };
    },
    async return(value) {
      if (!isDone) {
        isDone = true;
        const state = await started;
        await $call(number + 1, state, []);
        $forget(state, -1);
      }
      return { value, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  // Where nobody takes a step, nobody hears why there is none.
  started.then((state) => $collected.register(iterator, state), () => {});
  return iterator;
};

// @part remote-values needs remote
/** Whatever iterates, as an array; what does not is refused in the worker. */
const $list = (map) => (value, context) =>
  typeof value === "object" && value?.[Symbol.iterator] ? Array.from(value, map && ((element) => map(element, context))) : value;

// @part remote-record needs remote
const $record = (map) => (value, context) =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member, context)])) : value;

// @part remote-members needs remote
/** The members of a dictionary, and nothing else of the object. */
const $pick$ = (value, context, members) => {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, map]) => {
      const member = value[key];
      return member === undefined ? [] : [[key, map ? map(member, context, value) : member]];
    }),
  );
};

// @part remote-tuple needs remote-values
const $tuple = (maps) => (value, context) => (typeof value === "object" && value?.[Symbol.iterator] ? $each(maps, [...value], context) : value);
