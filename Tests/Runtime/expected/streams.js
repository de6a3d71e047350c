// @part opened
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

// @part async-cursor
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

// @part stream
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

// @part readable
  const $readable = (value, where) => {
    if (typeof value?.getReader !== "function") $type(value, where, "a ReadableStream");
  };

// @part writable
  const $writable = (value, where) => {
    if (typeof value?.getWriter !== "function") $type(value, where, "a WritableStream");
  };
