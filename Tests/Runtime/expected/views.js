// @part typed-array
  /** Checks a typed array of the wanted class, from whichever realm (Web IDL 3.2.26), and gives its buffer. */
  const $typedArray = (value, Class, isShared, isResizable, where) => {
    if (!(value instanceof Class)) {
      const tag = ArrayBuffer.isView(value) && value[Symbol.toStringTag];
      if (tag !== Class.name) $type(value, where, `a ${Class.name}`);
    }
    const { buffer } = value;
    // False alone says that the buffer is neither shared nor resizable: one look for what is right nearly always.
    if (buffer.resizable !== false) $checkBuffer(buffer, isShared, isResizable, where);
    return buffer;
  };
  const $checkBuffer = (buffer, isShared, isResizable, where) => {
    if (typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer) {
      if (!isShared) throw new TypeError(`${where} must not be backed by a SharedArrayBuffer`);
      if (!isResizable && buffer.growable) throw new TypeError(`${where} must not be backed by a growable buffer`);
    } else if (!isResizable && buffer.resizable) {
      throw new TypeError(`${where} must not be backed by a resizable buffer`);
    }
  };

// @part free-copy
  /** Frees the copy of a typed array that did not fit the region. */
  const $freeCopy = (address) => {
    if (address >= $limit) $wasm.free(address);
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
    const count = $i32[place + 2] >>> 0;
    const known = $views.get(object)?.deref();
    // One that growth has detached begins at 0; storage of bytes can be seen by two classes, and the last one stays known.
    if (known && known.byteOffset !== 0 && known instanceof Class) {
      $wasm.release(object);
      return known;
    }
    const view = new Class($memory.buffer, $i32[place + 1] >>> 0, count);
    $views.set(object, new WeakRef(view));
    $registry.register(view, object);
    return view;
  };
