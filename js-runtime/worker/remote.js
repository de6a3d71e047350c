// What `<package>/worker` runs beside the program: the module itself is in a worker. `serve.js` is the other half.
//
// What goes between the two is decided in BindgenABI (`RemotePlan`, `RemoteForm`). One message each way for a microtask, or for a thousand
// values, each a flat list: what is cloned costs by the array, and what waits on this side by the object.
//
//   to the worker     the number of the first entry, which each that follows has one more of, and then entries, of which those that are alike
//                     and follow each other share what stands before their arguments:
//                     member, object, calls, count, argument*  as many calls, of so many arguments each; the member by number
//                     -1, object, 1, 1, times received         the object is let go; -1 times: it is disposed of
//                     -2, signal, 1, 1, [reason]               the signal is aborted
//                     -3, 0 or 1, answers, 2, (answer, value or error)*  what promises of functions came to
//   from the worker   call, 0, count, result*               results of calls that follow each other
//                     call, 1, error                        as `$described` in `serve.js` says it; none where the object was not made
//                     function, 2, [call, arguments, answer]
//                     function, 3, times received           the function is let go
//                     0, 5, error                           an exception that no call can have
//
// No value says of what type it is. This side gives odd numbers to the objects that it makes, the worker even ones.

// @part remote
/** What a program has of one worker. @param worker and how to listen to it, as `$spawn` gives them */
const $connect = ([worker, listen]) => {
  // What has been sent, from the number `first` on: a call, until it is answered. Calls before that which still wait are in `old`.
  let sent = [];
  let first = 1;
  const old = new Map();
  let queue = [first];
  // Where the last calls stand in it that are alike.
  let head = 1;
  let moved = [];
  const channel = { objects: new Map(), lastObject: -1, waiting: 0, find, send, fail };

  function find(call) {
    return call < first ? old.get(call) : sent[call - first];
  }
  function post(message, buffers) {
    let [call, , , , count] = message;
    try {
      return worker.postMessage(message, buffers);
    } catch (error) {
      if (message.length === count + 5) {
        for (const { id } of find(call)?.sent ?? []) $letGo(id, 1);
        return $answers && message[1] === -3 ? $lost(channel, message, error) : settle(call, 2, error);
      }
      // Something cannot be cloned: the others go without it.
      for (let at = 1; at < message.length; ) {
        let [number, id, calls, count] = message.slice(at, (at += 4));
        for (; calls; calls--) post([call, number, id, 1, count, ...message.slice(at, (at += count))], find(call++)?.moved);
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
    const count = given.length;
    if (waiter) {
      waiter.call = first + sent.length;
      if (waiter.moved) moved.push(...waiter.moved);
      if (!channel.waiting++) worker.ref?.();
    }
    if (queue.length === 1) queueMicrotask(flush);
    if (queue[head] === number && queue[head + 1] === id && queue[head + 3] === count) queue[head + 2]++;
    else head = queue.push(number, id, 1, count) - 4;
    for (let index = 0; index < count; index++) queue.push(given[index]);
    if (sent.push(waiter) > 9000) {
      for (const each of sent) if (each) old.set(each.call, each);
      first += sent.length;
      sent = [];
    }
    // The worker begins while this side still calls.
    if (queue.length > 1000) flush();
  }
  /** @param kind 0 for a result, 1 for an error as it is described, 2 for one of this side */
  function settle(call, kind, value) {
    const waiter = find(call);
    if (!waiter) return;
    if (call < first) old.delete(call);
    else sent[call - first] = undefined;
    waiter.call = 0;
    if (!--channel.waiting) worker.unref?.();
    try {
      waiter.end?.();
      if (kind) throw waiter.state?.failed ?? waiter.thrown?.get(value[6]) ?? (kind === 1 ? $error(value) : value);
      if (waiter.thrown) $raise(waiter);
      waiter.resolve(waiter.lift ? waiter.lift(value, waiter) : value);
    } catch (error) {
      waiter.reject(error);
    }
  }
  /** Ends the worker, and rejects what waits for it. */
  function fail(...why) {
    channel.dead ??= new Error(...why);
    for (const waiter of [...old.values(), ...sent]) settle(waiter?.call, 2, channel.dead);
    return worker.terminate();
  }
  listen((messages) => {
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
  [].map.call(values, (value, index) => {
    const map = maps[index] ?? maps.at(-1);
    return map ? map(value, context) : value;
  });

/** A call of a member with arguments as they go; objects among them say to which worker. What cannot go is thrown. */
const $begin = (number, state, given, resolve, reject) => {
  if (state?.failed) throw state.failed;
  const member = $members[number];
  const lowers = member[2];
  const waiter = { call: 0, name: member[0], channel: state?.channel, state, lift: member[3], resolve, reject };
  if (given.length > member[1]) given = [].slice.call(given, 0, member[1]);
  if (lowers) given = $each(lowers, given, waiter);
  const channel = (waiter.channel ??= $pick(waiter.name));
  if (channel.dead) throw channel.dead;
  // An object that is being made.
  if (state && !state.channel) {
    state.channel = channel;
    state.id = channel.lastObject += 2;
  }
  for (const entry of waiter.sent ?? []) entry.send();
  channel.send(number, state?.id ?? 0, given, waiter);
};

/** @type {ReturnType<typeof $connect>[]} */
let $channels = [];
let $ready;
const $init = (options) =>
  ($ready ??= $start(options).catch((error) => {
    $ready = undefined;
    throw error;
  }));
/** Ends the workers; what waits for them is rejected. */
const $terminate = async () => {
  await Promise.all($channels.map(({ fail }) => fail("the worker has ended")));
};
/** Calls a member; of an object, where its class is said, or of what has such a state. */
const $call = (number, object, given, Class) =>
  new Promise((resolve, reject) => $begin(number, Class ? $state(object, Class, $members[number][0]) : object, given, resolve, reject));

// @part open needs remote
const $open = async ({ module, worker }) => {
  const channel = $connect(await $spawn($fingerprint, worker));
  await $call(0, { channel }, [module?.href ?? module, $flags?.buffer]).catch((error) => {
    channel.fail();
    throw error;
  });
  return channel;
};

// @part one needs open
const $start = async (options = {}) => {
  $channels = [await $open(options)];
};
const $pick = (name) => {
  if (!$channels[0]) throw new Error(`${name}: call and await init() first`);
  return $channels[0];
};

// @part remote-error needs remote
const $define = (object, key, value) => Object.defineProperty(object, key, { value, configurable: true, writable: true });
/** An exception of the worker's, of the class that it had there, with the stack that it had there. */
const $error = ([made, message, name, stack, fields, cause]) => {
  if (!made) return message;
  // The second argument is a DOMException's, which AudioWorklets do not have.
  const error = $revived?.(made, message, fields, name) ?? Object.assign(new (globalThis[made] ?? Error)(message, name), fields);
  if (error.name !== name) $define(error, "name", name);
  if (cause) $define(error, "cause", $error(cause));
  return stack ? $define(error, "stack", stack) : error;
};

// @part remote-objects needs remote
const $states = new WeakMap();
/** Lets an object go that has come so many times; -1 times: disposes of it. What is on its way by then still finds what it stood for. */
const $forget = (state, received) => {
  if (!state.ended) state.channel.send(-1, state.id, [received]);
  state.ended = true;
};
const $collected = new FinalizationRegistry((state) => {
  const { objects } = state.channel;
  if (!objects.get(state.id)?.deref()) objects.delete(state.id);
  $forget(state, state.received);
});
const $adopt = (object, state) => {
  $states.set(object, state);
  state.channel.objects.set(state.id, new WeakRef(object));
  $collected.register(object, state);
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
const $disposeOf = (object, Class) => {
  const state = $states.get(object);
  if (!state?.ended) $forget($state(object, Class, `${Class.name}.dispose`), -1);
};

// @part remote-number needs remote-objects
/** The number of an object that goes to its worker. */
const $number = (Class, argument) => (value, context) => {
  if (value == null) return value;
  const name = `${context.name}: ${argument}`;
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
