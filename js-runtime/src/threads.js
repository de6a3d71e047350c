// A module over a memory that threads share, in packages that have such a build; the same glue serves the others. Parts with `/threads` take the
// place of their namesakes.
//
// Nothing detaches the views of a shared memory, and what the platform has for text, random numbers and images takes none of them.

// @part shared needs memory
let $isShared = false;
/** The same bytes for functions that take no shared ones. */
const $unshared = (bytes) => ($isShared ? bytes.slice() : bytes);

// @part encoder/threads needs shared
let $encoder;
/** As without threads; into a shared memory the bytes are copied. */
const $encodeInto = (text, view) => {
  $encoder ??= globalThis.TextEncoder ? new TextEncoder() : {
    encode: (text) => Uint8Array.from(unescape(encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"))), (byte) => byte.charCodeAt(0)),
  };
  if (!$isShared && $encoder.encodeInto) return $encoder.encodeInto(text, view);
  const bytes = $encoder.encode(text);
  view.set(bytes);
  return { written: bytes.length };
};

// @part decoder/threads needs shared
let $decoder;
/** As without threads; of a shared memory, a copy is decoded. */
const $decodeUTF8 = (bytes) =>
  ($decoder ??= globalThis.TextDecoder ? new TextDecoder("utf-8", { ignoreBOM: true }) : {
    decode(bytes) {
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return decodeURIComponent(escape(text));
    },
  }).decode($unshared(bytes));

// @part random/threads needs memory view:u8
const $random = (address, length) => {
  if ($u8.length === 0) $refresh();
  const bytes = new Uint8Array(length);
  // An AudioWorklet has no `crypto`.
  if (globalThis.crypto) crypto.getRandomValues(bytes);
  else bytes.forEach((_, index) => (bytes[index] = Math.random() * 256));
  $u8.set(bytes, address >>> 0);
};

// @part own-buffers needs former
/** A memory that has grown shows the same bytes in several buffers, of which all but the last are too short. */
const $isOurs = (buffer) => buffer === $memory?.buffer || $formerBuffers.has(buffer);

// @part typed-array/threads needs type foreign own-buffers
/** Checks a typed array of the wanted class, from whichever realm (Web IDL 3.2.26), and gives its buffer. */
const $typedArray = (value, Class, isShared, isResizable, where) => {
  if (!(value instanceof Class)) {
    const tag = ArrayBuffer.isView(value) && $tagOf.call(value);
    if (tag !== Class.name) $type(value, where, `a ${Class.name}`);
  }
  let buffer;
  try {
    buffer = $bufferOf.call(value);
  } catch {
    $type(value, where, `a ${Class.name}`);
  }
  // False alone says that the buffer is neither shared nor resizable: one look for what is right nearly always.
  if (buffer.resizable !== false) $checkBuffer(buffer, isShared, isResizable, where);
  return buffer;
};
const $checkBuffer = (buffer, isShared, isResizable, where) => {
  if (typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer) {
    if ($isOurs(buffer)) return;
    if (!isShared) throw new TypeError(`${where} must not be backed by a SharedArrayBuffer`);
    if (!isResizable && buffer.growable) throw new TypeError(`${where} must not be backed by a growable buffer`);
  } else if (!isResizable && buffer.resizable) {
    throw new TypeError(`${where} must not be backed by a resizable buffer`);
  }
};

// @part see/threads needs guest own-buffers
/** Looks at a view of this module's memory before another argument can make the memory grow, which would detach the view. */
const $see = (value, Class) => {
  if (!ArrayBuffer.isView(value) || $tagOf.call(value) !== Class.name || !$isOurs($bufferOf.call(value))) return undefined;
  const count = $lengthOf.call(value);
  return count === 0 ? undefined : { start: $offsetOf.call(value), count };
};

// @part see-bytes/threads needs bytes guest own-buffers
/** As `$see`, for the bytes of a view. */
const $seeBytes = (value) => {
  if (!ArrayBuffer.isView(value)) return undefined;
  const bytes = $bytesOf(value);
  return $isOurs(bytes.buffer) ? { start: bytes.byteOffset, count: bytes.length } : undefined;
};

// @part thread-failed needs threads
/** Ends a call by what stopped a thread. */
const $threadFailed = () => {
  throw $failureOfThread(true);
};

// @part threads needs memory failure shared match decoder
const $pool = { wanted: undefined, workers: [], ends: [], memory: undefined, join: undefined, why: undefined, failure: undefined };
/**
 * What stopped a thread, which may be about to tell. Who writes beyond the end of a stack, where 32 words are one, stops others as well.
 */
const $failureOfThread = (isComing) => {
  const isOver = (end) => new BigUint64Array($pool.memory.buffer, end, 32).some((word, _, [first]) => word !== first);
  if ($pool.ends.some(isOver)) return new WebAssembly.RuntimeError("a stack has overflown, in a thread");
  const [state, bytes] = $pool.failure;
  const latest = Date.now() + (isComing ? 1000 : 0);
  while (Atomics.load(state, 0) !== 2 && Date.now() < latest);
  if (Atomics.load(state, 0) !== 2) return isComing ? new Error("a thread has stopped") : undefined;
  const text = $decodeUTF8(bytes.subarray(0, state[1]));
  const error = new WebAssembly.RuntimeError(text.split("\n")[0]);
  Object.defineProperty(error, "stack", { value: text });
  return error;
};
/** The instance has stopped: by a thread that has spoilt the memory, perhaps, and then that is why. */
const $abandonThreads = () => {
  if ($pool.failure) $trap.error = $failureOfThread(false) ?? $trap.error;
  $pool.join = undefined;
  $threadsShown.stop();
};
/** What programs see of the threads. */
const $threadsShown = {
  get count() {
    return $pool.workers.length + 1;
  },
  get why() {
    return $pool.why;
  },
  stop() {
    for (const worker of $pool.workers) worker.end();
    $pool.workers = [];
    $pool.why = "they have been stopped";
    $pool.join?.(0, 0);
  },
};
/**
 * `init` of a package with threads.
 * @param source as above
 * @param options `threads`: how many there are to be, this one included
 */
const $initThreads = (source, options) => {
  if (!$ready) $pool.wanted = options?.threads;
  return $init(source);
};
/** Whether this thread may sleep: a page's own may not. */
const $maySleep = () => {
  try {
    return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1, 0) !== "";
  } catch {
    return false;
  }
};
/** Makes an instance; with a shared memory, one for each thread. */
const $instantiate = async (module) => {
  $match(module);
  $isShared = WebAssembly.Module.imports(module).some(({ kind }) => kind === "memory");
  if (!$isShared) {
    $pool.why = $threads ? ($threads.why() ?? "this build of the module has none") : "this entry of the package starts none";
    return WebAssembly.instantiate(module, { bindgen: $imports });
  }
  if (!$threads) throw new Error("this build has threads, which this entry of the package cannot start: load it by the package's own name");
  const memory = $threads.memory();
  const instance = await WebAssembly.instantiate(module, { bindgen: $imports, env: { memory } });
  $pool.memory = memory;
  $pool.join = instance.exports["bindgen.threads"];
  $pool.failure = [new Int32Array(new SharedArrayBuffer(8)), new Uint8Array(new SharedArrayBuffer(4096))];
  const wanted = $pool.wanted ?? globalThis.navigator?.hardwareConcurrency ?? 2;
  const start = () => {
    const thread = instance.exports["bindgen.thread"](262144);
    if (!thread) throw new RangeError("there is no memory for a thread");
    const [, , end] = new Uint32Array(memory.buffer, thread, 3);
    $pool.ends.push(end);
    return $threads.spawn({ module, memory, thread, failure: $pool.failure });
  };
  const started = await Promise.allSettled(Array.from({ length: Math.min(wanted, 128) - 1 }, async () => start()));
  $pool.workers = started.flatMap(({ value }) => value ?? []);
  const failed = started.find(({ reason }) => reason !== undefined);
  $pool.why = failed && `a thread cannot start: ${failed.reason?.message}`;
  if (failed) console.warn($pool.why);
  $pool.join($pool.workers.length, $maySleep());
  return instance;
};

// @part start-threads needs init threads pending
/** A program's own entry point runs when everything is there that it may call. */
const $start = async (module) => {
  const { exports } = await $instantiate(module);
  exports._initialize?.();
  $bind(exports);
  const main = exports.main ?? exports.__main_argc_argv;
  if (main === undefined) return;
  try {
    main(0, 0);
  } catch (error) {
    $fail(error, "main");
  }
  if ($pending.exception !== undefined) $raise();
};
