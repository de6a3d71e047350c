// What every call checks, and what happens when one goes wrong.

// @part failure needs memory
let $failure;
/** Ends a call that wasm did not answer: it trapped just now or earlier, or the module is not loaded. */
const $fail = (error, name) => {
  if (!$failure) {
    if (!$memory) throw new Error(`${name}: call and await init() first`);
    $failure = error;
    $bind({});
    name += ` trapped (${error.message})`;
  }
  throw new Error(`${name}: this instance has stopped; make another with instantiate()`, { cause: $failure });
};

// @part few
const $few = (name, required, given) => {
  throw new TypeError(`${name} takes at least ${required}, got ${given}`);
};

// @part type
/** What a value is, for a message. */
const $kind = (value) => {
  const type = typeof value;
  if (value == null) return `${value}`;
  if (type === "object") return `an object (${value.constructor?.name})`;
  if (type === "function") return "a function";
  return `the ${type} ${type === "string" ? `"${value.slice(0, 40)}"` : String(value)}`;
};
const $type = (value, where, expected) => {
  throw new TypeError(`${where} must be ${expected}, not ${$kind(value)}`);
};

// @part missing
const $missing = (where) => {
  throw new TypeError(`${where} is required`);
};

// @part pending
// The exception that waits for the running export to return, in a box: any value can be thrown.
let $pending;
/** The first exception is the cause, so it is the one that arrives; what comes after it is told. */
const $wait = (error) => {
  if ($pending === undefined) $pending = { error };
  else console.error(error);
};
const $raise = () => {
  const { error } = $pending;
  $pending = undefined;
  throw error;
};

// @part aside needs pending
/** Calls an import while an exception waits for an export further out: it must not end one that is called from here. */
const $aside = (name, ...slots) => {
  const outer = $pending;
  $pending = undefined;
  const result = $imports[name](...slots);
  if ($pending !== undefined) console.error($pending.error);
  $pending = outer;
  return result;
};

// @part defer needs pending failure
/** Keeps the first exception of JavaScript that Swift called until the export returns; later ones are reported. */
const $defer = (error) => {
  if ($failure) throw error;
  $wait(error);
};

// @part throw needs pending strings-out
const $throw = (kind, message, length) => {
  $wait(new [Error, TypeError, RangeError][kind]($decode(message, length)));
};

// @part rethrow needs pending handles
const $rethrow = (handle) => {
  $wait($values[handle]);
};

// @part catch needs handles memory view:i32 failure
/** Hands an exception to Swift, which finds its handle in the last word of the result area. */
const $catch = (error) => {
  if ($failure) throw error;
  const handle = $keep(error);
  if ($i32.length === 0) $refresh();
  $i32[($area + 252) >> 2] = handle;
};

// @part message needs handles strings-return
/** Writes the text of a value that was thrown into the result area. */
const $message = (handle) => {
  let text;
  try {
    const value = $values[handle];
    text = String(typeof value === "object" && value !== null && "message" in value ? value.message : value);
  } catch {
    text = "a value without a text";
  }
  $returnString(text);
};

// @part throw-typed needs pending
const $throwTyped = (name, code) => {
  const error = new Error(code);
  error.name = name;
  error.code = code;
  $wait(error);
};

// @part deliver
let $delivered;
/** The value that Swift handed over during the call; `kept` is what waits for a call further out. */
const $take = (kept) => {
  const value = $delivered;
  $delivered = kept;
  return value;
};
