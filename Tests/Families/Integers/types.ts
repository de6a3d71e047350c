import { Integers, init } from "integers";

await init();
const small: number = Integers.uint8(255);
const wide: number = Integers.int64(2 ** 40);
const exact: bigint = Integers.uint64BigInt(1n);
// @ts-expect-error a Number where 64 bits are wanted
Integers.int64BigInt(1);
// @ts-expect-error a bigint where a Number is wanted
Integers.int64(1n);
// @ts-expect-error a string is no number
Integers.int8("1");
export { exact, small, wide };
