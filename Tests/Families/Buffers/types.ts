import { Arrays, Bytes, init } from "buffers";

await init();
const sum: number = Arrays.sumUint8(new Uint8Array(4));
const big: bigint = Arrays.sumBigInt64(new BigInt64Array(1));
// @ts-expect-error an array is no typed array
Arrays.sumUint8([1, 2]);
// @ts-expect-error numbers and bigints are different
Arrays.sumBigInt64(new Float64Array(1));
const copy: Float32Array = Arrays.copyFloat32(new Float32Array(2));
const nothing: void = Arrays.addUint8(new Uint8Array(2), 1);
const maybe: Uint8Array | null = Bytes.maybe(true);
// @ts-expect-error it may be null
maybe.length;
Bytes.nullable(null);
Bytes.maybeSum();
export { big, copy, nothing, sum };
