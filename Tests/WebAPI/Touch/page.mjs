/** Touches every member of which there is an object, and compares what Swift sees with what JavaScript does. */
import { members } from "./members.mjs";
import { lacking, objects } from "./objects.mjs";

const { Probe, init } = await import("./dist/touch.js");
await init();

/** What a value looks like, for a report. */
const show = (value) => {
  try {
    return typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : Array.isArray(value) ? `[${value.map(show)}]` : typeof value === "object" && value !== null ? value.constructor?.name : String(value);
  } catch {
    return typeof value;
  }
};

const attempt = (body) => {
  try {
    return { value: body() };
  } catch (error) {
    return { error };
  }
};

const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";

/** Whether two values are alike: `again` is what JavaScript gives when it is asked once more, for some objects are made anew each time, and some numbers move. */
const alike = (first, again, other) => {
  if (Object.is(first, other) || Object.is(again, other)) return true;
  if (Array.isArray(first) || ArrayBuffer.isView(first)) return other?.length === first.length && [...first].every((each, index) => alike(each, again[index], other[index]));
  // A ByteString is octets in Swift.
  if (typeof first === "string" && Array.isArray(other)) return first === String.fromCharCode(...other);
  if (isObject(first) && isObject(other)) return first !== again && Object.getPrototypeOf(first) === Object.getPrototypeOf(other);
  return typeof first === "number" && typeof other === "number" && first !== again;
};

/** How Swift's answer differs, or null. */
function difference(member, object, read, verb, number) {
  const first = attempt(read);
  const again = attempt(read);
  const swift = attempt(() => Probe[verb](object, number));
  if (first.error !== undefined || "error" in first) {
    return "error" in swift && swift.error?.name === first.error?.name ? null : `throws ${first.error?.name} in JavaScript, and Swift says ${show(swift.error ?? swift.value)}`;
  }
  if (first.value === undefined && member.call === null) {
    const isNamed = swift.error instanceof TypeError && swift.error.message.startsWith(`${member.interface}.${member.name}`);
    const isNone = !("error" in swift) && (swift.value === undefined || swift.value === null);
    return isNamed || isNone || (member.kind === "closure" && swift.value === false) ? "missing" : `is not there, and Swift says ${show(swift.error ?? swift.value)}`;
  }
  if ("error" in swift) return `Swift throws ${swift.error}`;
  if (member.kind === "opaque") return null;
  if (member.kind === "closure") return swift.value === (typeof first.value === "function") ? null : `is ${show(first.value)}, and Swift says ${show(swift.value)}`;
  return alike(first.value, again.value, swift.value) ? null : `is ${show(first.value)}, and Swift sees ${show(swift.value)}`;
}

const names = [...new Set(members.map((member) => member.interface))];
const found = await objects(names);
const without = await lacking();
const report = { touched: 0, set: 0, called: 0, missing: [], unreachable: names.filter((name) => !found.has(name) && !without.some((pattern) => pattern.test(name))), absent: names.filter((name) => typeof globalThis[name] !== "function"), deviations: [] };

for (const [number, member] of members.entries()) {
  const place = `${member.interface}.${member.name}`;
  const object = member.isStatic ? globalThis[member.interface] : found.get(member.interface);
  if (object === undefined) continue;
  const read = member.call === null ? () => object[member.name] : () => member.call(object);
  const told = difference(member, member.isStatic ? {} : object, read, member.call === null ? "get" : "call", number);
  report[member.call === null ? "touched" : "called"] += 1;
  if (told === "missing") report.missing.push(place);
  else if (told !== null) report.deviations.push(`${place} ${told}`);
  if (told !== null || !member.isSet) continue;
  const set = attempt(() => Reflect.set(object, member.name, object[member.name]));
  const before = [attempt(read).value, attempt(read).value];
  const swift = attempt(() => Probe.set(object, number));
  const after = attempt(read).value;
  report.set += 1;
  if (("error" in set) !== ("error" in swift)) report.deviations.push(`${place} set to what it is: JavaScript ${show(set.error?.message ?? "takes it")}, Swift ${show(swift.error?.message ?? "takes it")}`);
  else if (member.kind === "value" && !alike(before[0], before[1], after)) report.deviations.push(`${place} set to what it is: ${show(before[0])} became ${show(after)}`);
}

globalThis.report = report;
document.documentElement.dataset.state = "done";
