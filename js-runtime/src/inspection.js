// What is alive, and where it was made: for builds that find leaks.

// @part inspection needs handles young
/** The frames of the stack that are the program's: without those of this file, unless a bundler has put all into one. */
const $placeNow = () => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  const frames = `${new Error().stack}`.split("\n").filter((line) => /:\d+\)?$|wasm-function/.test(line));
  Error.stackTraceLimit = limit;
  const [, file] = /(?:\(|@|at )([^\s()@]+):\d+:\d+\)?$/.exec(frames[0]) ?? [];
  const others = frames.filter((line) => !line.includes(`${file}:`));
  return (others.length > 0 ? others : frames).map((line) => `    ${line.trim()}`).join("\n");
};
/** What a value is called, whatever its getters do. */
const $nameOf = (value) => {
  try {
    if (typeof value === "function") return value.name ? `function ${value.name}` : "function";
    return value === null ? "null" : String(typeof value === "object" ? (value.constructor?.name ?? "Object") : typeof value);
  } catch {
    return typeof value;
  }
};
const $liveHandles = new Map();
let $owners = [], $mostOwners = 1024;
const $recordHandle = (handle) => {
  $liveHandles.set(handle, { kind: "handle", name: $nameOf($values[handle]), place: $placeNow() });
};
const $recordOwner = (owner) => {
  if ($owners.length >= $mostOwners) {
    $sweep();
    $mostOwners = 2 * $owners.length + 1024;
  }
  const isClosure = typeof owner === "function";
  const name = isClosure ? owner.name || "closure" : $nameOf(owner);
  $owners.push({ owner: new WeakRef(owner), record: { kind: isClosure ? "closure" : "object", name, place: $placeNow() } });
};
/** Forgets the owners that are disposed or collected. */
const $sweep = () => {
  $owners = $owners.filter(({ owner }) => {
    const value = owner.deref();
    return value !== undefined && !$isDisposed(value);
  });
};
const $living = () => {
  $sweep();
  return [...$owners.map(({ record }) => record), ...$liveHandles.values()];
};
const $assertNoLeaks = ({ live: before = [] } = {}) => {
  const known = new Set(before);
  const leaks = $living().filter((record) => !known.has(record));
  if (leaks.length === 0) return;
  const counts = new Map();
  for (const { kind, name, place } of leaks) {
    const line = `${kind} ${name}, made at\n${place}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) => `  ${count} × ${line}`);
  throw new Error(`still alive: ${leaks.length}\n${lines.join("\n")}`);
};

// @part handles/inspected needs inspection
const $values = [null];
const $free = [];
/** A handle for Swift to own; its place is written down. */
const $keep = (value) => {
  const handle = $free.length > 0 ? $free.pop() : $values.length;
  $values[handle] = value;
  $recordHandle(handle);
  return handle;
};
/** Swift's last reference went. */
const $drop = (handle) => {
  if (handle === 0) return;
  $values[handle] = undefined;
  $liveHandles.delete(handle);
  $free.push(handle);
};

// @part young/inspected needs registry inspection
/** As `young`, but at once: no owner is young. */
const $youngCount = 0;
const $settle = () => undefined;
const $born = (owner, settle) => {
  $recordOwner(owner);
  settle(owner);
};
