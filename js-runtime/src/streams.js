// Values that come one by one: async iterators of Swift's (Web IDL 3.7.10.1), and streams.

// @part async-source needs promised table failure pending handles
// What Swift does for an object is at an address; the function at `call` begins it for the promise of a number, ends its task with -1 and
// lets go of it with 0.
const $work = (state, number, handle = 0) => {
  if ($trap.error !== undefined && number <= 0) return;
  try {
    $table.get(state.call)(state.address, number, handle);
  } catch (error) {
    $fail(error, state.name);
  }
};
const $forgotten = new FinalizationRegistry((state) => $endWork(state));
const $endWork = (state) => {
  if (state.address === 0) return;
  $work(state, 0);
  state.address = 0;
  $forgotten.unregister(state);
  if ($pending.exception !== undefined) $raise();
};
/** Begins, and gives the promise: what Swift makes of it. `change` is told of the promise before. */
const $beginWork = (state, change, handle) => {
  const entry = $promised(state.name);
  change?.(entry);
  try {
    $work(state, entry.number, handle);
  } catch (error) {
    $settlePromise(entry.number, "reject", error);
  }
  return entry.promise;
};
const $element = (entry) => {
  const { resolve } = entry;
  entry.resolve = (value) => resolve({ value, done: false });
  entry.end = () => resolve({ value: undefined, done: true });
};
/** What comes next is the key of a pair, and the same promise waits for the value. */
const $asyncPair = (number) => {
  const entry = $promises.get(number);
  if (entry === undefined) return;
  const { resolve } = entry;
  entry.resolve = (key) => {
    entry.resolve = (value) => resolve([key, value]);
    $promises.set(number, entry);
  };
};
const $asyncDone = (number) => {
  const way = $promises.get(number)?.end ? "end" : "resolve";
  if ($pending.exception === undefined) return void $settlePromise(number, way);
  const { error } = $pending.exception;
  $pending.exception = undefined;
  $settlePromise(number, "reject", error);
};
const $stepWork = async (state) => {
  if (state.address === 0) return { value: undefined, done: true };
  let result;
  try {
    result = await $beginWork(state, $element);
  } catch (error) {
    $endWork(state);
    if (!state.isReturned) throw error;
    result = { value: undefined, done: true };
  }
  if (result.done) $endWork(state);
  return result;
};
const $returnWork = async (state, value) => {
  $endWork(state);
  return { value, done: true };
};
/** One call after the other. */
const $queued = (state, call) => {
  const promise = state.last === undefined ? call() : state.last.then(call, call);
  state.last = promise;
  const end = () => {
    if (state.last === promise) state.last = undefined;
  };
  promise.then(end, end);
  return promise;
};
class $AsyncSource {
  #state;
  constructor(state) {
    this.#state = state;
    $forgotten.register(this, state, state);
  }
  next() {
    if (!(#state in this)) return Promise.reject(new TypeError("next must be called on an AsyncIterator"));
    const state = this.#state;
    return $queued(state, () => $stepWork(state));
  }
  /** Swift is told at once: the task that looks for the next value is cancelled. */
  return(value) {
    if (!(#state in this)) return Promise.reject(new TypeError("return must be called on an AsyncIterator"));
    const state = this.#state;
    if (state.address !== 0 && !state.isReturned) {
      state.isReturned = true;
      $work(state, -1);
    }
    return $queued(state, () => $returnWork(state, value));
  }
}
Object.setPrototypeOf($AsyncSource.prototype, Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype));
Object.defineProperty($AsyncSource.prototype, Symbol.toStringTag, { value: "AsyncIterator", configurable: true });
const $asyncWork = (address, call) =>
  $keep(new $AsyncSource({ address, call, name: "an async iterator", last: undefined, isReturned: false }));

// @part opened needs handles open-iterator
/** What goes to JavaScript is an iterator; of what JavaScript gave, one is opened. */
const $opened = (handle) => {
  const object = $values[handle];
  return typeof object.next === "function" ? object : (async function* () {
    yield* { [Symbol.asyncIterator]: () => $openIterator(object) };
  })();
};

// @part async-iteration
/** Async iteration over objects (Web IDL 3.7.10): `values`, or `entries`, is there already. */
const $asyncIteration = (Class, isOfPairs) => {
  const { prototype } = Class;
  const member = (name, value, enumerable) =>
    Object.defineProperty(prototype, name, { value, enumerable, writable: true, configurable: true });
  const { entries } = prototype;
  member(Symbol.asyncIterator, isOfPairs ? entries : prototype.values, false);
  if (!isOfPairs) return;
  const half = (index) => function (...values) {
    return $half(entries.apply(this, values), index);
  };
  member("keys", half(0), true);
  member("values", half(1), true);
};
async function* $half(pairs, index) {
  for await (const pair of pairs) yield pair[index];
}

// @part async-cursor needs async-iterator
/** Where Swift stands in what it iterates. */
const $asyncCursor = (object) => ({ object, iterator: undefined, isOver: false, isAsked: false, key: undefined, value: undefined });
const $stepAsync = async (cursor) => {
  try {
    cursor.value = await $nextElement(cursor);
    return true;
  } catch (error) {
    if (error === $end) return false;
    throw error;
  }
};
const $stepAsyncPair = async (cursor) => {
  const isThere = await $stepAsync(cursor);
  if (isThere) [cursor.key, cursor.value] = cursor.value;
  return isThere;
};

// @part stream needs handles open-iterator
/** The ReadableStream for what Swift gives, which asks for a value when somebody reads: the same one each time. */
const $stream = (handle) => {
  const object = $values[handle];
  if (typeof object.getReader === "function") return object;
  let iterator;
  const open = () => (iterator ??= $openIterator(object));
  const stream = new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await open().next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        await open().return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
  $values[handle] = stream;
  return stream;
};

// @part readable needs type
const $readable = (value, where) => {
  if (typeof value?.getReader !== "function") $type(value, where, "a ReadableStream");
};

// @part writable needs type
const $writable = (value, where) => {
  if (typeof value?.getWriter !== "function") $type(value, where, "a WritableStream");
};

// @part settled needs observe
/** Has Swift wait for a promise without a value: it hears of the end as of that of a sequence. */
const $settled = (promise, observer) =>
  $observe(
    promise,
    observer,
    () => {
      throw $end;
    },
    "undefined",
  );

// @part write needs promised handles
const $writers = new WeakMap();
const $writer = (handle) => {
  const stream = $values[handle];
  let writer = $writers.get(stream);
  if (writer === undefined) $writers.set(stream, (writer = stream.getWriter()));
  return writer;
};
let $writing;
/** What this number is resolved with is written. */
const $write = (handle) => {
  const writer = $writer(handle);
  const entry = $promised("a write");
  const { resolve } = entry;
  entry.resolve = (value) => resolve(writer.write(value));
  $writing = entry.promise;
  return entry.number;
};
const $written = () => $keep($writing);
const $closeStream = (handle) => $keep($writer(handle).close());

// @part abort-stream needs write thrown
const $abortStream = (handle) => {
  const { error } = $thrown;
  $thrown = undefined;
  return $keep($writer(handle).abort(error));
};

// @part sink needs async-source
/** What is written to a stream, for the loop of Swift's that takes it: a write has ended when the loop asks for the next value. */
class $Channel {
  #taker;
  #giver;
  #waiting = [];
  #failure;
  constructor() {
    // Promises that nobody looks at are no unhandled rejections.
    this.over = new Promise((resolve, reject) => Object.assign(this, { finish: resolve, refuse: reject }));
    this.over.catch(() => {});
  }
  #give(result) {
    if (this.#taker) this.#taker(result);
    else this.#waiting.push(result);
    this.#taker = undefined;
  }
  put(value) {
    this.#give({ value, done: false });
    return Promise.race([this.over, new Promise((resolve) => (this.#giver = resolve))]);
  }
  close() {
    this.#give({ value: undefined, done: true });
  }
  abort(reason) {
    this.#failure = { reason };
    this.#taker?.(Promise.reject(reason));
    return this.#taker !== undefined;
  }
  next() {
    this.#giver?.();
    this.#giver = undefined;
    if (this.#failure) return Promise.reject(this.#failure.reason);
    return this.#waiting.length > 0 ? Promise.resolve(this.#waiting.shift()) : new Promise((resolve) => (this.#taker = resolve));
  }
  [Symbol.asyncIterator]() {
    return this;
  }
}
const $asyncSink = (address, call) => {
  const state = { address, call, name: "a WritableStream" };
  const channel = new $Channel();
  let [hasBegun, isClosed] = [false, false];
  let control;
  const begin = () => {
    if (hasBegun) return;
    hasBegun = true;
    const ended = (settle) => (value) => {
      $endWork(state);
      settle(value);
    };
    $beginWork(state, undefined, $keep(channel)).then(
      ended(() => {
        channel.finish();
        if (!isClosed) control.error(new TypeError("Swift reads no more of this stream"));
      }),
      ended((error) => {
        channel.refuse(error);
        control.error(error);
      }),
    );
  };
  const stream = new WritableStream(
    {
      start(controller) {
        control = controller;
      },
      write(value) {
        begin();
        return channel.put(value);
      },
      close() {
        isClosed = true;
        begin();
        channel.close();
        return channel.over;
      },
      abort(reason) {
        if (!hasBegun) return $endWork(state);
        // A loop that waits hears of it there, and Swift cancels the task.
        if (!channel.abort(reason) && state.address !== 0) $work(state, -1);
        return channel.over.catch(() => {});
      },
    },
    { highWaterMark: 1 },
  );
  $forgotten.register(stream, state, state);
  return $keep(stream);
};
