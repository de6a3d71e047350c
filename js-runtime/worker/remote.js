// What `<package>/worker` runs beside the program: the module itself is in a worker. `serve.js` is the other half.
//
// What goes between the two is decided in BindgenABI (`RemotePlan`, `RemoteForm`). One message each way for a microtask, or for a thousand
// values, each a flat list: what is cloned costs by the array, and what waits on this side by the object.
//
//   to the worker     the number of the first entry, which each that follows has one more of, and then entries:
//                     member, object, count, argument*      a call; its member by number
//                     -1, object, 1, times received         the object is let go; -1 times: it is disposed of
//                     -2, signal, 1, [reason]               the signal is aborted
//                     -3, 0 or 1, 2, answer, value or error what a function's promise came to
//   from the worker   call, 0, count, result*               results of calls that follow each other
//                     call, 1, error                        as `$described` in `serve.js` says it; none where the object was not made
//                     function, 2, [call, arguments, answer]
//                     function, 3, times received           the function is let go
//                     0, 5, error                           an exception that no call can have
//
// No value says of what type it is. This side gives odd numbers to the objects that it makes, the worker even ones.

// @part remote
/** What a program has of one worker. */
const $connect = (port) => {
  // What has been sent, from the number `first` on: a call, until it is answered. Calls before that which still wait are in `old`.
  let sent = [];
  let first = 1;
  const old = new Map();
  let queue = [first];
  let moved = [];
  const channel = { objects: new Map(), lastObject: -1, waiting: 0, end: port.end, find, send, fail };

  function find(call) {
    return sent[call - first] ?? old.get(call);
  }
  function post(message, buffers) {
    let [call, , , count] = message;
    try {
      return port.post(message, buffers);
    } catch (error) {
      if (message.length === count + 4) {
        for (const { id } of find(call)?.sent ?? []) $letGo(id, 1);
        return $answers && message[1] === -3 ? $lost(channel, message, error) : settle(call, 1, [undefined, error]);
      }
      // Something cannot be cloned: the others go without it.
      for (let at = 1, end; at < message.length; at = end) {
        end = at + 3 + message[at + 2];
        post([call, ...message.slice(at, end)], find(call++)?.moved ?? []);
      }
    }
  }
  function flush() {
    const message = queue;
    const buffers = moved;
    queue = [first + sent.length];
    moved = [];
    if (message.length > 1) post(message, buffers);
  }
  function send(number, id, given, waiter) {
    if (waiter) {
      waiter.call = first + sent.length;
      moved.push(...waiter.moved);
      if (++channel.waiting === 1) port.busy?.();
    }
    if (queue.length === 1) queueMicrotask(flush);
    queue.push(number, id, given.length, ...given);
    if (sent.push(waiter) > 9000) {
      for (const each of sent) if (each) old.set(each.call, each);
      first += sent.length;
      sent = [];
    }
    // The worker begins while this side still calls.
    if (queue.length > 1000) flush();
  }
  function settle(call, isError, value) {
    const waiter = find(call);
    if (!waiter) return;
    if (!old.delete(call)) sent[call - first] = undefined;
    waiter.call = 0;
    if (--channel.waiting === 0) port.idle?.();
    try {
      waiter.end?.();
      if (isError) throw waiter.state?.failed ?? waiter.thrown?.get(value[6]) ?? $error(value);
      if (waiter.thrown) $raise(waiter);
      waiter.resolve(waiter.lift ? waiter.lift(value, waiter) : value);
    } catch (error) {
      waiter.reject(error);
    }
  }
  function fail(error) {
    channel.dead ??= error;
    for (const waiter of [...old.values(), ...sent]) settle(waiter?.call, 1, [undefined, channel.dead]);
  }
  port.listen((messages) => {
    for (let at = 0; at < messages.length; at += 3) {
      const [id, kind, value] = messages.slice(at, at + 3);
      if (!kind) for (let index = 0; index < value; index++, at++) settle(id + index, 0, messages[at + 3]);
      else if (kind === 2) $run(id, value, channel);
      else if (kind === 3) $letGo(id, value);
      else if (kind === 5) Promise.reject($error(value));
      else settle(id, kind, value);
    }
  }, fail);
  return channel;
};

/** What becomes of each value of a list; the last of variadic arguments stands for all that follow. */
const $each = (maps, values, context) =>
  values.map((value, index) => {
    const map = maps[index] ?? maps.at(-1);
    return map ? map(value, context) : value;
  });

/** A call of a member with arguments as they go; objects among them say to which worker. What cannot go is thrown. */
const $begin = (number, state, given, resolve, reject) => {
  if (state?.failed) throw state.failed;
  const [name, most, lowers, lift] = $members[number];
  const waiter = { call: 0, name: `${name}: `, channel: state?.channel, state, lift, resolve, reject, sent: [], moved: [] };
  let values = [].slice.call(given, 0, most);
  if (lowers) values = $each(lowers, values, waiter);
  const channel = (waiter.channel ??= $pick(waiter.name));
  if (channel.dead) throw channel.dead;
  // An object that is being made.
  if (state && !state.channel) Object.assign(state, { channel, id: (channel.lastObject += 2) });
  for (const entry of waiter.sent) entry.send();
  channel.send(number, state?.id ?? 0, values, waiter);
};

/** @type {ReturnType<typeof $connect>[]} */
let $channels = [];
let $ready;
const $init = (options) => ($ready ??= $start(options));
/** Ends the workers; what waits for them is rejected. */
const $terminate = async () => {
  await Promise.all(
    $channels.map((channel) => {
      channel.fail(new Error("the worker has ended"));
      return channel.end();
    }),
  );
};
/** Calls a member, of an object where there is a state. */
const $call = (number, state, given) => new Promise((resolve, reject) => $begin(number, state, given, resolve, reject));

// @part open needs remote
const $open = async ({ module, worker }) => {
  const channel = $connect(await $spawn($fingerprint, worker));
  await $call(0, { channel, id: 0 }, [module?.href ?? module, $flags?.buffer]).catch((error) => {
    channel.end();
    throw error;
  });
  return channel;
};

// @part one needs open
const $start = async (options = {}) => {
  $channels = [await $open(options)];
};
const $pick = (name) => {
  if (!$channels[0]) throw new Error(`${name}call and await init() first`);
  return $channels[0];
};

// @part remote-error needs remote
const $define = (object, key, value) => Object.defineProperty(object, key, { value, configurable: true, writable: true });
/** An exception of the worker's, of the class that it had there, with the stack that it had there. */
const $error = ([made, message, name, stack, fields, cause]) => {
  if (!made) return message;
  const known = $revived(made, message, fields, name);
  // Asked for late: AudioWorklets have no DOMException, and may import this.
  const natives = { __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, DOMException };
  // The second argument is a DOMException's.
  const error = known ?? new (natives[made] ?? Error)(message, name);
  if (!known) Object.assign(error, fields);
  if (error.name !== name) $define(error, "name", name);
  if (cause) $define(error, "cause", $error(cause));
  return stack ? $define(error, "stack", stack) : error;
};

// @part remote-objects needs remote
const $states = new WeakMap();
/** Lets an object go that has come so many times; -1 times: disposes of it. What is on its way by then still finds what it stood for. */
const $forget = (state, received) => {
  if (!state.ended && !state.channel.dead) state.channel.send(-1, state.id, [received]);
  state.ended = true;
};
const $collected = new FinalizationRegistry((state) => {
  const { channel, id } = state;
  if (!channel.objects.get(id)?.deref()) channel.objects.delete(id);
  $forget(state, state.received);
});
const $adopt = (object, state) => {
  $states.set(object, state);
  state.channel.objects.set(state.id, new WeakRef(object));
  $collected.register(object, state, state);
};
/** Makes an object whose constructor nobody waits for: what it throws is what every use is rejected with. */
const $make = (number, object, given) => {
  const state = { received: 0 };
  $begin(number, state, given, () => {}, (error) => { state.failed = error; });
  $adopt(object, state);
};
const $state = (object, Class, where) => {
  const state = $states.get(object);
  if (!(state && object instanceof Class)) throw new TypeError(`${where} must be called on ${Class.name}`);
  if (state.ended) throw new TypeError(`${where}: this ${Class.name} has been disposed`);
  return state;
};
/** Calls a member of an object. */
const $on = (number, object, Class, given = []) =>
  new Promise((resolve, reject) => $begin(number, $state(object, Class, $members[number][0]), given, resolve, reject));
const $disposeOf = (object, Class) => {
  const state = $states.get(object);
  if (!state?.ended) $forget($state(object, Class, `${Class.name}.dispose`), -1);
};

// @part remote-number needs remote-objects
/** The number of an object that goes to its worker. */
const $number = (Class, argument) => (value, context) => {
  if (value == null) return value;
  const name = context.name + argument;
  const state = $states.get(value);
  if (!(state && value instanceof Class)) throw new TypeError(`${name} must be ${Class.name}, of this module's worker`);
  if (state.ended) throw new TypeError(`${name}: the ${Class.name} has been disposed`);
  if (state.failed) throw state.failed;
  if ((context.channel ??= state.channel) !== state.channel) throw new TypeError(`${name}: this ${Class.name} lives in another worker`);
  return state.id;
};

// @part remote-object needs remote-objects
/** The object of a number that came from a worker. */
const $object = (Class) => (id, { channel }) => {
  if (id == null) return id;
  let object = channel.objects.get(id)?.deref();
  if (!object) {
    object = Object.create(Class.prototype);
    $adopt(object, { channel, id, received: 0 });
  }
  $states.get(object).received++;
  return object;
};

// @part remote-heir needs remote-object
/** The same where the object's class is one of several. */
const $heir = (value, waiter) => value == null ? value : $object($heirs[value[1]])(value[0], waiter);
