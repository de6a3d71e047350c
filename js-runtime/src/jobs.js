// Swift's tasks, which run from microtasks, and the promises that they settle.

// @part table
let $table;

// @part promises needs failure
// What Swift has promised and not settled, by its number. No number comes twice: an answer that comes late finds nothing.
const $promises = new Map();
let $promiseCount = 0;
const $settlePromise = (number, way, value) => {
  const entry = $promises.get(number);
  if (entry === undefined) return false;
  $promises.delete(number);
  entry.ended?.();
  entry[way](value);
  return true;
};
const $rejectPromises = () => {
  for (const [number, { name }] of $promises) {
    const message = `${name}: this instance has stopped; make another with instantiate()`;
    $settlePromise(number, "reject", new Error(message, { cause: $trap.error }));
  }
};
/** Nobody else settles them when the instance has stopped. The member that trapped has told its own story by then. */
const $abandonPromises = () => void Promise.resolve().then($rejectPromises);

// @part promised needs promises
/** A promise for a member that Swift runs. */
const $promised = (name) => {
  const entry = { number: ($promiseCount = ($promiseCount % 0x7fffffff) + 1), name, since: Date.now() };
  entry.promise = new Promise((resolve, reject) => {
    entry.resolve = resolve;
    entry.reject = reject;
  });
  $promises.set(entry.number, entry);
  return entry;
};

// @part signal needs type
/** What a signal has ended does not begin. */
const $signal = (signal, where) => {
  if (signal === undefined || signal === null) return;
  if (typeof signal.addEventListener !== "function") $type(signal, where, "an AbortSignal");
  if (signal.aborted) throw signal.reason;
};

// @part follow needs promises table handles failure
/** Has a signal cancel the task that is to settle a promise; what Swift makes of it comes too late to count. */
const $follow = (number, signal, end, task) => {
  const entry = $promises.get(number);
  const target = $values[signal];
  const call = (isCancelled) => {
    if ($trap.error !== undefined) return;
    try {
      $table.get(end)(task, isCancelled);
    } catch (error) {
      $fail(error, entry.name);
    }
  };
  const listener = () => {
    entry.reject(target.reason);
    call(1);
    entry.wake?.();
  };
  target.addEventListener("abort", listener, { once: true });
  entry.ended = () => {
    target.removeEventListener("abort", listener);
    call(0);
  };
};

// @part abort-controller needs handles
const $abortController = () => $keep(new AbortController());
const $abortSignal = (controller) => $keep($values[controller].signal);
const $abort = (controller) => $values[controller].abort();

// @part resolve-promise needs promises pending
/** Fulfills a promise; where an exception of JavaScript's waits that Swift went on after, that is what becomes of it. */
const $resolvePromise = (number, value) => {
  if ($pending.exception === undefined) return $settlePromise(number, "resolve", value);
  const { error } = $pending.exception;
  $pending.exception = undefined;
  $settlePromise(number, "reject", error);
};

// @part refuse-promise needs promises thrown
/** Rejects a promise with what Swift has just thrown. */
const $refusePromise = (number) => {
  const { error } = $thrown;
  $thrown = undefined;
  if (!$settlePromise(number, "reject", error)) console.error(error);
};

// @part report
/** Tells the program of an exception that nobody waits for. */
const $report = async (error) => {
  throw error;
};

// @part report-thrown needs report thrown
const $reportThrown = () => {
  const { error } = $thrown;
  $thrown = undefined;
  $report(error);
};

// @part attempt
/** What a function returns, as a promise; what it throws rejects it. */
const $attempt = (call) => {
  try {
    return call();
  } catch (error) {
    return Promise.reject(error);
  }
};

// @part observe needs handles failure
// What the promise of an element is rejected with where there is none.
const $end = Symbol();
// Who waits in Swift for promises of JavaScript's, by their addresses.
const $observers = new Map();
/** The call that ends the wait begins: from here on the observer is Swift's. */
const $begin = (observer) => {
  $observers.delete(observer);
  return observer;
};
/** @param fulfill converts the value and calls Swift; it throws where the value is of another type */
const $observe = (promise, observer, fulfill, type) => {
  $observers.set(observer, { name: `Promise<${type}>`, since: Date.now() });
  const refuse = (error) => {
    if ($trap.error !== undefined) return;
    const handle = error === $end ? 0 : $keep(error);
    try {
      $wasm.rejectPromise($begin(observer), handle);
    } catch (failure) {
      $fail(failure, `Promise<${type}>`);
    }
  };
  const accept = (value) => {
    if ($trap.error !== undefined) return;
    try {
      fulfill(observer, value);
    } catch (error) {
      if (!$observers.has(observer)) throw error;
      refuse(error);
    }
  };
  $values[promise].then(accept, refuse);
};

// @part async-iterable needs type
/** The iterator's method is looked up with the conversion, and called when the first element is wanted (Web IDL 3.2.22). */
const $asyncIterable = (value, where) => {
  const isObject = typeof value === "function" || (typeof value === "object" && value !== null);
  if (!isObject || (value[Symbol.asyncIterator] ?? value[Symbol.iterator] ?? value.getReader) === undefined) $type(value, where, "an async iterable");
};

// @part open-iterator
/** A stream that does not iterate by itself, as in some engines, is read. */
const $read = function () {
  const reader = this.getReader();
  const end = async (value) => {
    await reader.cancel(value);
    reader.releaseLock();
  };
  return { next: () => reader.read(), return: end };
};
const $openIterator = (object) => (object[Symbol.asyncIterator] ?? object[Symbol.iterator] ?? $read).call(object);

// @part async-iterator needs observe handles report open-iterator
/** A handle for an iterator that is not open yet. */
const $asyncIterate = (handle) => $keep({ object: $values[handle], iterator: undefined, isOver: false, isAsked: false });
const $nextElement = async (state) => {
  if (state.isOver) throw $end;
  try {
    state.iterator ??= $openIterator(state.object);
    state.isAsked = true;
    const result = await state.iterator.next();
    state.isAsked = false;
    if (result === null || typeof result !== "object") throw new TypeError("an async iterator gave no object");
    if (result.done) throw $end;
    return result.value;
  } catch (error) {
    state.isOver = true;
    throw error;
  }
};
/** A handle for the promise of the next element. */
const $asyncNext = (handle) => $keep($nextElement($values[handle]));
const $return = async (iterator) => {
  await iterator.return?.();
};
/**
 * Nobody asks for more. What goes wrong then is nobody's but the program's; where the task was cancelled that waited for a value, it is what
 * it waited for that went wrong.
 */
const $asyncEnd = (handle) => {
  const state = $values[handle];
  if (state.isOver || state.iterator === undefined) return;
  state.isOver = true;
  $return(state.iterator).catch(state.isAsked ? () => {} : $report);
};

// @part open-promises needs promises observe
/** What waits, for leak tests and for whoever looks why nothing goes on. */
const $openPromises = () => {
  const list = (entries, settledBy) => Array.from(entries.values(), ({ name, since }) => ({ name, settledBy, since: new Date(since) }));
  return [...list($promises, "Swift"), ...list($observers, "JavaScript")];
};

// @part schedule needs table pending promises report
/** Runs Swift's jobs one after the other until none waits; each tells which promise it was for. */
const $runJobs = (next) => {
  for (;;) {
    let promise;
    try {
      promise = next();
    } catch (error) {
      const isTold = $promises.size > 0;
      try {
        $fail(error, "a task");
      } catch (failure) {
        // Who waits for a promise hears of it there.
        if (isTold) return;
        throw failure;
      }
    }
    if (promise === -1) return;
    if ($pending.exception === undefined) continue;
    const { error } = $pending.exception;
    $pending.exception = undefined;
    if (!$settlePromise(promise, "reject", error)) $report(error);
  }
};
const $schedule = (run) => {
  Promise.resolve($table.get(run)).then($runJobs);
};

// @part animation-frame needs table failure pending
/** Calls Swift at the next frame. */
const $frame = (fire, wait) => {
  const call = $table.get(fire);
  const next = globalThis.requestAnimationFrame ?? ((listener) => setTimeout(() => listener(performance.now()), 16));
  next((time) => {
    if ($trap.error !== undefined) return;
    try {
      call(wait, time);
    } catch (error) {
      $fail(error, "an animation frame");
    }
  });
};

// @part timer needs table failure pending
// The timers that are set, by their numbers: Node's own are objects.
const $timers = new Map();
let $timerCount = 0;
const $timer = (milliseconds, fire, sleeper) => {
  const call = $table.get(fire);
  const number = ($timerCount = ($timerCount + 1) | 0);
  const timer = setTimeout(() => {
    $timers.delete(number);
    if ($trap.error !== undefined) return;
    try {
      call(sleeper);
    } catch (error) {
      $fail(error, "a timer");
    }
    if ($pending.exception !== undefined) $raise();
  }, Math.ceil(milliseconds));
  $timers.set(number, timer);
  return number;
};
const $stopTimer = (number) => {
  clearTimeout($timers.get(number));
  $timers.delete(number);
};
