// What every call checks, and what happens when one goes wrong.

// @part failure needs memory
// What stopped the instance, in a field of a constant, as `$pending` is.
const $trap = { error: undefined };
/** Ends a call that wasm did not answer: it trapped just now or earlier, or the module is not loaded. */
const $fail = (error, name) => {
  if (!$trap.error) {
    if (!$memory) throw new Error(`${name}: call and await init() first`);
    $trap.error = error;
    $bind({});
    name += ` trapped (${error.message}; see --debug-info)`;
  }
  throw new Error(`${name}: this instance has stopped; make another with instantiate()`, { cause: $trap.error });
};

// @part few
const $few = (name, required, given) => {
  throw new TypeError(`${name} takes at least ${required}, got ${given}`);
};

// @part answer needs pending failure defer
/** What an import is for modules that are built for size: one function that puts aside what waits and keeps what is thrown. */
const $answer = (run, absent) => (...slots) => {
  const outer = $pending.exception;
  $pending.exception = undefined;
  try {
    const result = run(...slots);
    if ($trap.error !== undefined) throw $trap.error;
    return result;
  } catch (error) {
    $defer(error);
    return absent ? absent() : 0;
  } finally {
    if (outer !== undefined) {
      if ($pending.exception !== undefined) console.error($pending.exception.error);
      $pending.exception = outer;
    }
  }
};

// @part enough
/** The same for modules that are built for size, with the test. */
const $enough = (name, required, given) => {
  if (given.length < required) throw new TypeError(`${name} takes at least ${required} argument${required > 1 ? "s" : ""}, got ${given.length}`);
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

// @part no-overload needs type
/** @param forms the arguments that the overloads take */
const $noOverload = (name, forms, given) => {
  const kinds = Array.from(given, (value) => $kind(value));
  throw new TypeError(`${name} takes ${forms}, not (${kinds.join(", ")})`);
};

// @part rest
/** The arguments of a variadic overload. */
const $rest = (given, from) => {
  const rest = [];
  for (let index = from; index < given.length; index++) rest[index - from] = given[index];
  return rest;
};

// @part missing
const $missing = (where) => {
  throw new TypeError(`${where} is required`);
};

// @part pending
// The exception that waits for the running export to return, in a box: any value can be thrown. A test of a constant's field costs nothing until
// it is written for the first time.
const $pending = { exception: undefined };
const $raise = () => {
  const { error } = $pending.exception;
  $pending.exception = undefined;
  throw error;
};

// @part raise-instead needs pending registry
/** @param references the objects that came with the result, each with a reference that nobody takes; 0 is none */
const $raiseInstead = (...references) => {
  const { error } = $pending.exception;
  $pending.exception = undefined;
  for (const reference of references) if (reference) $release(reference);
  throw error;
};

// @part aside needs pending
/** Calls an import while an exception waits for an export further out: it must not end one that is called from here. */
const $aside = (name, ...slots) => {
  const outer = $pending.exception;
  $pending.exception = undefined;
  const result = $imports[name](...slots);
  if ($pending.exception !== undefined) console.error($pending.exception.error);
  $pending.exception = outer;
  return result;
};

// @part defer needs pending failure
/** Keeps the first exception until the export returns; later ones are reported. */
const $defer = (error) => {
  if ($trap.error !== undefined) throw error;
  if ($pending.exception === undefined) $pending.exception = { error };
  else console.error(error);
};

// @part thrown needs pending
// The error that Swift threw out of the export that is about to return, in a box.
let $thrown;
/**
 * An exception that waits is the cause, so it is the one that arrives; what came after it is told. Both take the place of the result:
 * there is none whose references could be given back.
 */
const $throwOn = (error) => {
  if ($pending.exception === undefined) {
    $thrown = { error };
    return;
  }
  console.error(error);
  $thrown = $pending.exception;
  $pending.exception = undefined;
};
const $raiseThrown = () => {
  const { error } = $thrown;
  $thrown = undefined;
  throw error;
};

// @part throw needs thrown strings-out
/** A message that is too long for JavaScript is an error of its own. */
const $throw = (kind, message, length) => {
  let error;
  try {
    error = new [Error, TypeError, RangeError][kind]($decode(message, length));
  } catch (failure) {
    error = failure;
  }
  $throwOn(error);
};

// @part rethrow needs thrown handles
const $rethrow = (handle) => {
  $throwOn($values[handle]);
};

// @part catch needs handles memory view:i32 failure
/** Hands an exception to Swift, which finds its handle in the last word of the result area. */
const $catch = (error) => {
  if ($trap.error !== undefined) throw error;
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

// @part throw-typed needs thrown
/** An error of the IDL's; where JavaScript has no room for what it says, that is the error. */
const $throwTyped = (make) => {
  let error;
  try {
    error = make();
  } catch (failure) {
    error = failure;
  }
  $throwOn(error);
};

// @part error-class
// Errors of the IDL's are DOMExceptions: cloned, these keep their `name`, as no other error does that is not one of the language's own.
/** Some engines give a stack to their own exceptions alone. */
const $traced = (error) => {
  if (error.stack === undefined) Error.captureStackTrace?.(error, error.constructor);
};
const $field = (error, key, value) =>
  Object.defineProperty(error, key, { value, enumerable: key !== "cause", writable: true, configurable: true });

// @part code-error needs error-class
/** The class of errors that have one of an enum's values as their `code`. */
const $codeError = (name) => ({ [name]: class extends DOMException {
  constructor(code, { message = code, cause } = {}) {
    super(message, name);
    $field(this, "code", `${code}`);
    if (cause !== undefined) $field(this, "cause", cause);
    $traced(this);
  }
} })[name];

// @part fields-error needs error-class
class $Fields extends DOMException {
  constructor(fields = {}, name) {
    super(fields.message ?? "", fields.name ?? name);
    for (const key of Object.keys(fields)) if (key !== "message" && key !== "name") $field(this, key, fields[key]);
    $traced(this);
  }
}
/** The class of errors that have a dictionary's members. */
const $fieldsError = (name, Parent = $Fields) => ({ [name]: class extends Parent {
  constructor(fields, own = name) {
    super(fields, own);
  }
} })[name];

// @part deliver
let $delivered;
// Why there is no value where JavaScript had no room for it, in a box; a field of a constant, as `$pending` is.
const $delivery = { failure: undefined };
/** The value that Swift handed over during the call; `kept` is what waits for a call further out. */
const $take = (kept) => {
  const value = $delivered;
  $delivered = kept;
  if ($delivery.failure !== undefined) {
    const { error } = $delivery.failure;
    $delivery.failure = undefined;
    throw error;
  }
  return value;
};

// @part deliver-by needs deliver
/** What hands a value over in modules that are built for size. */
const $deliver = (make) => (...slots) => {
  try {
    $delivered = make(...slots);
  } catch (error) {
    $delivery.failure = { error };
  }
};

// @part discard needs deliver
/** Forgets the value of a call whose place an exception takes. */
const $discard = (kept) => {
  $delivered = kept;
  $delivery.failure = undefined;
};
