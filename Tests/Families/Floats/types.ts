import { Floats, init } from "floats";

await init();
const number: number = Floats.number(1.5);
const maybe: number | null = Floats.maybe(null);
const pi: number = Floats.PI;
// @ts-expect-error it may be null
const sure: number = Floats.maybe(1);
// @ts-expect-error constants stay what they are
Floats.PI = 3;
// @ts-expect-error a bigint is no double
Floats.number(1n);
export { maybe, number, pi, sure };
