// The parts of modules that keep the names of functions: a trap tells where in Swift it is. Each takes the place of its namesake.

// @part failure/named needs memory
// What stopped the instance; its module; and what Swift said before it stopped.
const $trap = { error: undefined, module: undefined, text: undefined };
/**
 * The places in Swift of the user's instructions, as the build noted them: of each the first byte, `FILE:LINE` or nothing, and why Swift
 * stops there, where it does nothing else.
 */
const $readLines = () => {
  const [section] = WebAssembly.Module.customSections($trap.module, "bindgen.lines");
  if (section === undefined) return [];
  const { sources, names, mappings } = JSON.parse(new TextDecoder().decode(section));
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let [start, source, line, name] = [0, 0, 1, 0];
  return mappings.split(",").map((segment) => {
    const steps = [];
    let [value, shift] = [0, 0];
    for (const character of segment) {
      const digit = digits.indexOf(character);
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit > 31) continue;
      steps.push(value & 1 ? -(value >> 1) : value >> 1);
      value = shift = 0;
    }
    start += steps[0];
    source += steps[1] ?? 0;
    line += steps[2] ?? 0;
    name += steps[4] ?? 0;
    return { start, place: steps.length > 1 ? `${sources[source]}:${line}` : undefined, reason: steps.length > 4 ? names[name] : undefined };
  });
};
/** What is known of a trap: why, and the first function of the user's among the frames, as far as the engine and the module tell. */
const $tell = (error) => {
  const lines = $readLines();
  let first;
  for (const frame of `${error?.stack}`.split("\n")) {
    // V8; Firefox; Safari, which tells no offset. The first two may put the module's name before the function's.
    const [, v8, firefox, offset, safari] = /^(?:\s*at (?:\S+?\.wasm\.)?(?:(.*) \()?|(?:\S+?\.wasm\.)?(.*)@).*wasm-function\[\d+\]:0x([\da-f]+)|wasm-function\[(.*)\]@/.exec(frame) ?? [];
    const name = v8 ?? firefox ?? safari;
    const byte = Number.parseInt(offset, 16);
    const { place, reason = error.message } = lines.findLast(({ start }) => start <= byte) ?? {};
    if (place !== undefined) return `${$trap.text ?? reason}; in ${name} at ${place}`;
    if (name && !/assertionFailure|fatalError/.test(name)) first ??= `; in ${name}`;
  }
  return `${$trap.text ?? error.message}${first ?? ""}`;
};
/** Ends a call that wasm did not answer, as above. */
const $fail = (error, name) => {
  if (!$trap.error) {
    if (!$memory) throw new Error(`${name}: call and await init() first`);
    $trap.error = error;
    $bind({});
    name += ` trapped (${$tell(error)})`;
  }
  throw new Error(`${name}: this instance has stopped; make another with instantiate()`, { cause: $trap.error });
};

// @part init/named needs loader failure
/** As above; a trap tells its place by the module. */
const $init = (source) =>
  ($ready ??= $compile(source)
    .then((module) => {
      $trap.module = module;
      return $start(module);
    })
    .catch((error) => {
      $ready = undefined;
      throw error;
    }));
let $ready;

// @part print/named needs strings-out failure
const $print = (address, length) => {
  try {
    const text = $decode(address, length);
    console.log(text);
    // `Words/Words.swift:7: Fatal error: Index out of range`, which may have lines to follow.
    const [, fatal] = /^[^:]+:\d+: ((?:Fatal error|Precondition failed|Assertion failed)[^]*)/.exec(text) ?? [];
    if (fatal !== undefined) $trap.text = fatal;
    else if ($trap.text !== undefined) $trap.text += `\n${text}`;
  } catch (error) {
    console.error(error);
  }
};
