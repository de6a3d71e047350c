// @part foreign
  // What an array is, as the engine knows it: classes and arrays may have a `length`, a `buffer` and more of their own.
  const $typedArrays = Object.getPrototypeOf(Int8Array.prototype);
  const [$lengthOf, $bufferOf, $offsetOf, $tagOf] = ["length", "buffer", "byteOffset", Symbol.toStringTag].map(
    (name) => Object.getOwnPropertyDescriptor($typedArrays, name).get,
  );
  /**
   * Finds the storage behind a view that growth of the memory has detached: `{ start, count }`, or undefined for an array that is empty for
   * another reason. There is none where Swift shows no storage (see `views`).
   */
  let $formerly;

// @part typed-array
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
    let fault;
    if (!isShared && typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer) fault = "SharedArrayBuffer";
    else if (!isResizable) fault = buffer.growable ? "growable buffer" : buffer.resizable && "resizable buffer";
    if (fault) throw new TypeError(`${where} must not be backed by a ${fault}`);
  };

// @part guest
  /** Where a view of this module's memory begins. Its prototype could be that of a class whose elements are larger. */
  const $startOf = (value, Class, where) => {
    if ($tagOf.call(value) !== Class.name) $type(value, where, `a ${Class.name}`);
    return $offsetOf.call(value);
  };

// @part see
  /** Looks at a view of this module's memory before another argument can make the memory grow, which would detach the view. */
  const $see = (value, Class) => {
    if (!ArrayBuffer.isView(value) || $tagOf.call(value) !== Class.name || $bufferOf.call(value) !== $buffer) return undefined;
    const count = $lengthOf.call(value);
    return count === 0 ? undefined : { start: $offsetOf.call(value), count };
  };

// @part copy-own
  /** A copy of what stands in this memory already: room for it may detach every view, so that it is copied by its address. */
  const $copyOwn = (start, bytes) => {
    const address = $reserve(bytes);
    if ($u8.length === 0) $refresh();
    $u8.copyWithin(address, start, start + bytes);
    return address;
  };

// @part free-copy
  /** Frees the copy of a typed array that did not fit the region. */
  const $freeCopy = (address) => {
    if (address >= $limit) $wasm.free(address);
  };

// @part former
  // Where each view was made, which keeps its storage: the views themselves forget it when the memory grows.
  const $places = new WeakMap();
  // The memory's buffers before it grew.
  const $formerBuffers = new WeakSet();
  $formerly = (view, name, where) => {
    const buffer = $bufferOf.call(view);
    if (buffer === $memory.buffer || !$formerBuffers.has(buffer) || $lengthOf.call(view) !== 0) return undefined;
    const place = $places.get(view);
    if (!place || $tagOf.call(view) !== name) {
      throw new TypeError(`${where} is a part of memory that has grown since: take it anew from the view`);
    }
    return place;
  };

// @part views
  /** The object whose storage Swift shows, as it left it in the result area; 0 for none. */
  const $shown = () => {
    if ($i32.length === 0) $refresh();
    return $i32[$area >> 2];
  };
  const $views = new Map();
  $onCollected.push((object) => {
    if ($views.has(object) && !$views.get(object).deref()) $views.delete(object);
  });
  /**
   * The typed array over a GuestBuffer, whose reference, address and length Swift left in the result area. The same array as before
   * while the memory has not grown; the storage lives as long as the array.
   */
  const $view = (Class) => {
    const object = $shown() >>> 0;
    if (object === 0) return null;
    const place = $area >> 2;
    const start = $i32[place + 1] >>> 0, count = $i32[place + 2] >>> 0;
    const known = $views.get(object)?.deref();
    // One that growth has detached begins at 0; storage of bytes can be seen by two classes, and the last one stays known.
    if (known && known.byteOffset !== 0 && known instanceof Class) {
      $wasm.release(object);
      return known;
    }
    const { buffer } = $memory;
    const view = new Class(buffer, start, count);
    $formerBuffers.add(buffer);
    $places.set(view, { start, count });
    // Storage that JavaScript has seen detaches all views when it goes: it says so before its first element.
    $i32[(start >>> 2) - 4] = 1;
    $views.set(object, new WeakRef(view));
    $registry.register(view, object);
    return view;
  };

// @part half
  /** Some engines have none. */
  const $Float16Array = globalThis.Float16Array ?? class Float16Array {
    constructor() {
      throw new TypeError("this engine has no Float16Array");
    }
  };
  /** The elements of a Float16Array as words. */
  const $halves = (array) => {
    const count = $lengthOf.call(array);
    return count === 0 ? new Uint16Array(0) : new Uint16Array($bufferOf.call(array), $offsetOf.call(array), count);
  };

// @part bytes
  const [$viewBuffer, $viewOffset, $viewLength] = ["buffer", "byteOffset", "byteLength"].map(
    (name) => Object.getOwnPropertyDescriptor(DataView.prototype, name).get,
  );
  const $arrayBytesOf = Object.getOwnPropertyDescriptor($typedArrays, "byteLength").get;
  const [$bufferLength, $sharedLength] = [globalThis.ArrayBuffer, globalThis.SharedArrayBuffer].map(
    (Class) => Class && Object.getOwnPropertyDescriptor(Class.prototype, "byteLength").get,
  );
  /** What a getter of the engine says of a value; undefined for a value that is none of its class. */
  const $asked = (getter, value) => {
    try {
      return getter?.call(value);
    } catch {
      return undefined;
    }
  };
  /**
   * Checks a buffer or a view of one of the wanted classes (1 ArrayBuffer, 2 SharedArrayBuffer, 4 DataView, 8 typed arrays), from whichever realm
   * (Web IDL 3.2.26), and gives its buffer.
   */
  const $bytesBehind = (value, wanted, isShared, isResizable, where) => {
    let buffer;
    if (ArrayBuffer.isView(value)) {
      const isArray = $tagOf.call(value) !== undefined;
      if (wanted & (isArray ? 8 : 4)) buffer = (isArray ? $bufferOf : $viewBuffer).call(value);
    } else if (wanted & 1 && $asked($bufferLength, value) !== undefined) {
      buffer = value;
    } else if (wanted & 2 && $asked($sharedLength, value) !== undefined) {
      if (!isResizable && value.growable) throw new TypeError(`${where} must not be growable`);
      return value;
    }
    if (!buffer) {
      const classes = ["an ArrayBuffer", "a SharedArrayBuffer", "a DataView", "a typed array"];
      $type(value, where, classes.filter((_, index) => wanted & (1 << index)).join(" or "));
    }
    if (buffer.resizable !== false) $checkBuffer(buffer, isShared, isResizable, where);
    return buffer;
  };
  /** The bytes of such a value; none of one that is detached or out of bounds. */
  const $bytesOf = (value) => {
    let buffer, start, count;
    if (!ArrayBuffer.isView(value)) {
      try {
        return new Uint8Array(value);
      } catch {
        return new Uint8Array(0);
      }
    }
    if ($tagOf.call(value) !== undefined) [buffer, start, count] = [$bufferOf.call(value), $offsetOf.call(value), $arrayBytesOf.call(value)];
    else [buffer, start, count] = [$viewBuffer.call(value), $asked($viewOffset, value), $asked($viewLength, value)];
    return count ? new Uint8Array(buffer, start, count) : new Uint8Array(0);
  };

// @part see-bytes
  /** As `$see`, for the bytes of a view. */
  const $seeBytes = (value) => {
    if (!ArrayBuffer.isView(value)) return undefined;
    const bytes = $bytesOf(value);
    return bytes.buffer === $buffer ? { start: bytes.byteOffset, count: bytes.length } : undefined;
  };

// @part former-bytes
  const $formerBytes = (value, where) => {
    const tag = ArrayBuffer.isView(value) ? $tagOf.call(value) : undefined;
    if (tag !== undefined) {
      const former = $formerly(value, tag, where);
      return former && { start: former.start, count: former.count * value.BYTES_PER_ELEMENT };
    }
    if (ArrayBuffer.isView(value) && $formerBuffers.has($viewBuffer.call(value))) {
      throw new TypeError(`${where} is a part of memory that has grown since: take it anew from the view`);
    }
    return undefined;
  };

// @part shared-copy
  /** The same bytes in memory that threads share. */
  const $sharedCopy = (bytes) => {
    const buffer = new SharedArrayBuffer(bytes.length);
    new Uint8Array(buffer).set(bytes);
    return buffer;
  };

// @part allocate
  const $allocateError = (what) => {
    throw new TypeError(`allocate: ${what}`);
  };
  /** Gives memory back, once for each block. What no array shows any more, a part of one may: it is detached as if the memory had grown. */
  const $freeBlock = (block) => {
    if (block.isFree || $trap.error !== undefined) return;
    block.isFree = true;
    $wasm.free(block.start);
    $memory.grow(0);
  };
  const $blocks = new FinalizationRegistry($freeBlock);
  /** An array over a block's memory, with what it has besides. The owner lives as long as one of them. */
  const $showBlock = (owner, block) => {
    const { buffer } = $memory;
    const array = new block.Class(buffer, block.start, block.count);
    $formerBuffers.add(buffer);
    $places.set(array, block.place);
    const current = () => {
      if (block.isOver) $allocateError("this array has been disposed");
      return owner.array.length === block.count ? owner.array : (owner.array = $showBlock(owner, block));
    };
    // A running call may have the memory, so it goes when the job is done.
    const dispose = () => {
      if (block.isOver || $trap.error !== undefined) return;
      block.isOver = true;
      Object.defineProperty(block.place, "start", { get: () => $allocateError("this array has been disposed") });
      $memory.grow(0);
      $blocks.unregister(block);
      Promise.resolve().then(() => $freeBlock(block));
    };
    Object.defineProperties(array, { current: { get: current }, dispose: { value: dispose } });
    if (Symbol.dispose) Object.defineProperty(array, Symbol.dispose, { value: dispose });
    return array;
  };
  /** An array in the module's memory, of zeroes. */
  const $allocateArray = (Class, length) => {
    if (typeof Class !== "function" || Object.getPrototypeOf(Class.prototype ?? 0) !== $typedArrays) $allocateError("wants a class of typed arrays, such as Float32Array");
    if (!(length >= 0 && Number.isInteger(length))) $allocateError("wants a length, a whole number");
    if (!$memory || $trap.error !== undefined) $fail(undefined, "allocate");
    const bytes = length * Class.BYTES_PER_ELEMENT;
    const start = $allocate(Math.max(1, bytes));
    $u8.fill(0, start, start + bytes);
    const block = { Class, start, count: length, isFree: false, isOver: false, place: { start, count: length } };
    const owner = {};
    owner.array = $showBlock(owner, block);
    $blocks.register(owner, block, block);
    return owner.array;
  };
