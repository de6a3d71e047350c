// What `<package>/worker` runs beside the program: the module itself is in a worker. `serve.js` is the other half.
//
// What goes between the two is decided in BindgenABI (`RemotePlan`, `RemoteForm`). One message each way for a microtask:
//
//   to the worker     [member, call, object, arguments]*   a member by its number
//                     [-1, 0, object, times received]*      the object is let go; -1 times: it is disposed of
//                     [-2, 0, signal, [reason]]*            the signal is aborted
//                     [-3, 0 or 1, answer, value or error]* what a function's promise came to
//   from the worker   [call, 0, result]*
//                     [call, 1, error]*                     as `$describe` in `serve.js` says it
//                     [function, 2, [call, arguments, answer]]*
//                     [function, 3, times received]*        the function is let go
//                     [call, 4]*                            as 1, with what the constructor of the call's object threw
//                     [0, 5, error]*                        an exception that no call can have
//
// No value says of what type it is. This side gives odd numbers to the objects that it makes, the worker even ones.

// @part remote
/** What a program has of one worker. */
const $connect = (port) => {
  let queue = [];
  let moved = [];
  let last = 0;
  const waiting = new Map();
  const channel = { objects: new Map(), lastObject: -1, waiting, end: port.end, begin, send, fail };

  function flush() {
    const messages = queue;
    const buffers = moved;
    queue = [];
    moved = [];
    if (channel.dead) return;
    const [, call] = messages;
    if (messages.length === 4 && waiting.get(call)?.state?.failed) return settle(call, 4);
    try {
      port.post(messages, buffers.map(([, buffer]) => buffer));
    } catch (error) {
      // Something cannot be cloned: the others go without it.
      if (messages.length === 4) {
        for (const { id } of waiting.get(call)?.sent ?? []) $letGo(id, 1);
        return settle(call, 6, error);
      }
      for (let at = 0; at < messages.length; at += 4) {
        queue = messages.slice(at, at + 4);
        moved = buffers.filter(([place]) => place === at).map(([, buffer]) => [0, buffer]);
        flush();
      }
    }
  }
  function send(member, call, object, given) {
    if (queue.length === 0) queueMicrotask(flush);
    queue.push(member, call, object, given);
  }
  /** Sends a call, which waits for its answer. */
  function begin(waiter, resolve, reject) {
    if (channel.dead) throw channel.dead;
    const call = ++last;
    Object.assign(waiter, { call, resolve, reject });
    for (const entry of waiter.sent) entry.send();
    for (const buffer of waiter.moved) moved.push([queue.length, buffer]);
    waiting.set(call, waiter);
    if (waiting.size === 1) port.busy?.();
    send(waiter.number, call, waiter.state?.id ?? 0, waiter.given);
  }
  function settle(call, kind, value) {
    const waiter = waiting.get(call);
    if (!waiter) return;
    waiting.delete(call);
    if (waiting.size === 0) port.idle?.();
    try {
      waiter.end?.();
      if (kind === 4) throw waiter.state.failed;
      if (kind === 6) throw value;
      if (kind === 1) throw waiter.thrown?.get(value[6]) ?? $error(value);
      if (waiter.thrown) $raise(waiter);
      waiter.resolve(waiter.lift ? waiter.lift(value, waiter) : value);
    } catch (error) {
      waiter.reject(error);
    }
  }
  function fail(error) {
    channel.dead ??= error;
    for (const call of waiting.keys()) settle(call, 6, channel.dead);
  }
  port.listen((messages) => {
    for (let at = 0; at < messages.length; at += 3) {
      const id = messages[at];
      const kind = messages[at + 1];
      const value = messages[at + 2];
      if (kind === 2) $run(id, value, channel, waiting);
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
    const map = maps[Math.min(index, maps.length - 1)];
    return map ? map(value, context) : value;
  });

/** A call of a member with arguments as they go; objects among them say to which worker. What cannot go is thrown. */
const $prepare = (number, state, given) => {
  const [name, count, lowers, lift] = $members[number];
  const waiter = { number, state, channel: state?.channel, given: [...given].slice(0, count), lift, name: `${name}: `, sent: [], moved: [] };
  if (lowers) waiter.given = $each(lowers, waiter.given, waiter);
  waiter.channel ??= $pick(name);
  return waiter;
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
const $call = (number, state, given) =>
  new Promise((resolve, reject) => {
    if (state?.failed) throw state.failed;
    const waiter = $prepare(number, state, given);
    waiter.channel.begin(waiter, resolve, reject);
  });

// @part open needs remote
const $open = async ({ module, worker }) => {
  const channel = $connect(await $spawn($fingerprint, worker));
  await $call(0, { channel, id: 0 }, [module instanceof URL ? module.href : module, $flags?.buffer]).catch((error) => {
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
  if ($channels.length === 0) throw new Error(`${name}: call and await init() first`);
  return $channels[0];
};

// @part remote-error needs remote
// Asked for late: AudioWorklets have no DOMException, and may import this.
const $natives = () => ({ __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, DOMException });
const $define = (object, key, value) => Object.defineProperty(object, key, { value, configurable: true, writable: true });
/** An exception of the worker's, of the class that it had there, with the stack that it had there. */
const $error = ([made, message, name, stack, fields, cause]) => {
  if (!made) return message;
  const known = $revived(made, message, fields, name);
  // The second argument is a DOMException's.
  const error = known ?? new ($natives()[made] ?? Error)(message, name);
  if (!known) Object.assign(error, fields);
  if (error.name !== name) $define(error, "name", name);
  if (cause) $define(error, "cause", $error(cause));
  return stack ? $define(error, "stack", stack) : error;
};

// @part remote-objects needs remote
const $states = new WeakMap();
/** Lets an object go that has come so many times; -1 times: disposes of it. What is on its way by then still finds what it stood for. */
const $forget = (state, received) => {
  const { channel, id } = state;
  if (!state.ended && !channel.dead) channel.send(-1, 0, id, received);
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
  const waiter = $prepare(number, undefined, given);
  const { channel } = waiter;
  const state = (waiter.state = { channel, id: (channel.lastObject += 2), received: 0 });
  channel.begin(waiter, () => {}, (error) => { state.failed = error; });
  $adopt(object, state);
};
const $state = (object, Class, where) => {
  const state = $states.get(object);
  if (!(state && object instanceof Class)) throw new TypeError(`${where} must be called on ${Class.name}`);
  if (state.ended) throw new TypeError(`${where}: this ${Class.name} has been disposed`);
  return state;
};
/** Calls a member of an object. */
const $on = (number, object, Class, given = []) => {
  try {
    return $call(number, $state(object, Class, $members[number][0]), given);
  } catch (error) {
    return Promise.reject(error);
  }
};
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
