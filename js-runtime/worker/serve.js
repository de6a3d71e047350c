// What runs in the worker of `<package>/worker`: objects by number, members by number. `remote.js` says what goes between the two.

// @part serve
const $objects = new Map();
const $failed = new Map();
/** How often each object was sent. */
const $sent = new Map();
/** The call that Swift is in. */
let $caller = 0;
let $replies = [];
let $moved = [];
/** Where the count of a list of results stands, and the call whose result would follow. */
let $count = 0;
let $follows = 0;
const $buffers = (moved) => moved.map(([, buffer]) => buffer);
const $flush = () => {
  const replies = $replies;
  const moved = $moved;
  if (replies.length === 0) return;
  $replies = [];
  $moved = [];
  $follows = 0;
  try {
    $port.post(replies, $buffers(moved));
  } catch {
    // Something cannot be cloned: the others go without it.
    for (let at = 0; at < replies.length; ) {
      const [id, kind] = [replies[at], replies[at + 1]];
      const values = kind === 0 ? replies[at + 2] : 1;
      const first = kind === 0 ? at + 3 : at + 2;
      for (let index = 0; index < values; index++) {
        const end = first + index + 1;
        try {
          const value = replies[end - 1];
          $port.post(kind === 0 ? [id + index, 0, 1, value] : [id, kind, value], $buffers(moved.filter(([place]) => place >= at && place < end)));
        } catch (error) {
          $port.post([kind > 1 ? 0 : id + index, kind > 1 ? 5 : 1, $described(error)]);
        }
        at = end;
      }
    }
  }
};
const $reply = (id, kind, value) => {
  if ($replies.length === 0) queueMicrotask($flush);
  if (kind !== 0) {
    $replies.push(id, kind, value);
    $follows = 0;
  } else if (id === $follows) {
    $replies[$count]++;
    $replies.push(value);
    $follows++;
  } else {
    $count = $replies.push(id, 0, 1, value) - 2;
    $follows = id + 1;
  }
};
const $each = (maps, values, context) =>
  values.map((value, index) => {
    const map = maps[index] ?? maps.at(-1);
    return map ? map(value, context) : value;
  });

/** Exceptions that came from the other side, with their numbers. */
const $foreign = new WeakMap();
/** The class by which the other side makes an exception: the platform's that are made alike everywhere, and the module's. */
const $classOf = ({ constructor }) => {
  const name = constructor?.name;
  const isKnown = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, DOMException, $module[name]].includes(constructor);
  return name && isKnown ? name : "Error";
};
/** An exception: class, message, name, stack, own properties, cause, number. A value that is none has no class. */
const $described = (error, depth = 0) => {
  if (!(error instanceof Error || error instanceof DOMException)) return [undefined, error];
  const { cause } = error;
  const fields = Object.fromEntries(Object.entries(error).filter(([, value]) => typeof value !== "function" && typeof value !== "symbol"));
  const known = cause === undefined || depth > 3 ? undefined : $described(cause, depth + 1);
  return [$classOf(error), error.message, error.name, error.stack, fields, known, $foreign.get(error)];
};
const $refuse = ({ call, signals }, error) => {
  signals?.forEach((id) => $signals.delete(id));
  $reply(call, 1, $described(error));
};
const $settle = (context, lower, value) => {
  try {
    const lowered = lower ? lower(value, context) : value;
    context.signals?.forEach((id) => $signals.delete(id));
    $reply(context.call, 0, lowered);
  } catch (error) {
    $refuse(context, error);
  }
};
const $run = (number, call, id, given) => {
  const member = $members[number];
  const lifts = member[1];
  const lower = member[2];
  const isMade = member[3];
  const context = { call, signals: undefined };
  $caller = call;
  try {
    if (id !== 0 && !isMade && !$objects.has(id)) {
      if ($failed.has(id)) return $reply(call, 1, undefined);
      throw new TypeError("this object has been disposed");
    }
    const value = member[0](lifts ? $each(lifts, given, context) : given, $objects.get(id));
    if (isMade) {
      $keep(id, value);
      $reply(call, 0, undefined);
    } else if (value instanceof Promise) {
      value.then((result) => $settle(context, lower, result), (error) => $refuse(context, error));
    } else {
      $settle(context, lower, value);
    }
  } catch (error) {
    if (isMade) $failed.set(id, error);
    $refuse(context, error);
  } finally {
    $caller = 0;
  }
  return undefined;
};
/** The other side has got an object so many times, and has it no longer; it may be on its way again. -1 times: it is disposed of. */
const $letGo = (id, received) => {
  const left = ($sent.get(id) ?? 0) - received;
  if (received >= 0 && left > 0) return void $sent.set(id, left);
  const object = $objects.get(id);
  $objects.delete(id);
  $sent.delete(id);
  $failed.delete(id);
  try {
    object?.dispose();
  } catch (error) {
    $reply(0, 5, $described(error));
  }
  return undefined;
};
$port.listen((messages) => {
  let call = messages[0] - 1;
  let since = performance.now();
  let looked = since;
  // After how many calls the clock is looked at, which costs as much as a small call.
  let stride = 1;
  let left = 1;
  // What is left of the calls that are alike, and what they have in common.
  let calls = 0;
  let number, id, count;
  for (let at = 1; calls > 0 || at < messages.length; calls--) {
    if (calls === 0) {
      number = messages[at];
      id = messages[at + 1];
      calls = messages[at + 2];
      count = messages[at + 3];
      at += 4;
    }
    const given = messages.slice(at, (at += count));
    call++;
    if (number >= 0) $run(number, call, id, given);
    else if (number === -1) $letGo(id, given[0]);
    else if (number === -2) $abort(id, given[0]);
    else $answered(id, given[0], given[1]);
    if (--left > 0) continue;
    // Who waits for the first calls of many does not wait for the last.
    const now = performance.now();
    left = stride = now - looked > 0.2 ? 1 : Math.min(2 * stride, 32);
    looked = now;
    if (now - since > 2) {
      $flush();
      since = looked = performance.now();
    }
  }
});

// @part serve-objects needs serve
const $numbers = new WeakMap();
let $lastObject = 0;
const $keep = (id, object) => {
  $objects.set(id, object);
  $numbers.set(object, id);
};
/** The number of an object that goes to the other side. */
const $number = (object) => {
  if (object == null) return object;
  let id = $numbers.get(object);
  if (id === undefined || !$objects.has(id)) $keep((id = $lastObject += 2), object);
  $sent.set(id, ($sent.get(id) ?? 0) + 1);
  return id;
};

// @part serve-heir needs serve-objects
const $heir = (object) => (object == null ? object : [$number(object), $heirs.indexOf(object.constructor)]);

// @part serve-object needs serve-objects
const $object = (id) => {
  if (id == null) return id;
  const object = $objects.get(id);
  if (object !== undefined) return object;
  throw $failed.get(id) ?? new TypeError("this object has been disposed");
};

// @part serve-functions needs serve
const $stubs = new Map();
let $flags;
const $collected = new FinalizationRegistry(({ id, entry }) => {
  if ($stubs.get(id) === entry) $stubs.delete(id);
  $reply(id, 3, entry.received);
});
/** A function that calls the one of a number on the other side, for which nobody waits. Once that one has thrown, so does this. */
const $reports = (id, lowers) => (...given) => {
  if ($flags && Atomics.load($flags, id & 1023) === id) {
    Atomics.store($flags, id & 1023, 0);
    const error = new Error("the function threw");
    $foreign.set(error, id);
    throw error;
  }
  $reply(id, 2, [$caller, lowers ? $each(lowers, given, {}) : given, undefined]);
  // Swift may be at work for long.
  $flush();
};
const $function = (lowers, ask) => (id) => {
  if (id == null) return id;
  let entry = $stubs.get(id);
  let stub = entry?.stub.deref();
  if (!stub) {
    stub = ask ? ask(id, lowers) : $reports(id, lowers);
    entry = { stub: new WeakRef(stub), received: 0 };
    $stubs.set(id, entry);
    $collected.register(stub, { id, entry });
  }
  entry.received++;
  return stub;
};
const $share = (buffer) => {
  if (buffer) $flags = new Int32Array(buffer);
};

// @part serve-answers needs serve-functions
const $waiting = new Map();
let $lastAnswer = 0;
/** A function of which a promise is expected. */
const $asks = (lift) => (id, lowers) => (...given) =>
  new Promise((resolve, reject) => {
    $waiting.set(++$lastAnswer, { resolve, reject, lift });
    $reply(id, 2, [$caller, lowers ? $each(lowers, given, {}) : given, $lastAnswer]);
  });
const $answered = (isError, answer, value) => {
  const { resolve, reject, lift } = $waiting.get(answer);
  $waiting.delete(answer);
  if (!isError) return resolve(lift ? lift(value, {}) : value);
  const error = $thrown(value);
  if (value[2]) $foreign.set(error, -answer);
  return reject(error);
};

// @part serve-thrown needs serve
const $thrown = ([name, message]) => {
  const Class = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[name];
  return Class ? new Class(message) : name === "Error" ? new Error(message) : new DOMException(message, name);
};

// @part serve-signal needs serve-thrown
const $signals = new Map();
const $signal = (id, context) => {
  if (id == null) return id;
  const controller = new AbortController();
  $signals.set(id, controller);
  (context.signals ??= []).push(id);
  return controller.signal;
};
const $abort = (id, described) => {
  const reason = $thrown(described);
  $foreign.set(reason, id);
  $signals.get(id)?.abort(reason);
};

// @part serve-bytes needs serve
/** A typed array that nobody else has goes by moving its storage. */
const $give = (value) => {
  const buffer = value?.buffer ?? value;
  if (buffer instanceof ArrayBuffer && !$moved.some(([, other]) => other === buffer)) $moved.push([$replies.length, buffer]);
  return value;
};

// @part serve-stream needs serve
/** A stream moves. */
const $hand = (stream) => {
  if (stream) $moved.push([$replies.length, stream]);
  return stream;
};

// @part serve-view needs serve-bytes
/** One that shows memory, or that others have, goes as a copy of what it shows. */
const $copy = (value) => (value == null ? value : $give(value.slice()));

// @part serve-into needs serve-bytes
const $filled = (lower) => ([value, ...arrays], context) => [lower ? lower(value, context) : value, ...arrays.map($give)];

// @part serve-iterator needs serve-objects
const $iterator = (lower) => (iterator) => {
  const stepped = ({ done, value }) => [done, value, lower];
  const end = (value) => iterator.return?.(value);
  return $number({ next: async () => stepped(await iterator.next()), return: async () => void (await end()), dispose: end });
};
const $step = ([done, value, lower], context) => (done ? [true] : [false, lower ? lower(value, context) : value]);

// @part serve-values needs serve
const $list = (map) => (value, context) => (Array.isArray(value) ? value.map((element) => map(element, context)) : value);

// @part serve-record needs serve
const $record = (map) => (value, context) =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member, context)])) : value;

// @part serve-members needs serve
const $pick$ = (value, context, members) =>
  typeof value !== "object" || value === null
    ? value
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, members[key] && member !== undefined ? members[key](member, context) : member]));

// @part serve-tuple needs serve
const $tuple = (maps) => (value, context) => (Array.isArray(value) ? $each(maps, value, context) : value);
