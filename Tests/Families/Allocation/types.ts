import { allocate, Mixer, init } from "allocation";
import type { Allocated } from "allocation";

await init();
const samples = allocate(Float32Array, 100);
samples.set([1, 2]);
const first: number | undefined = samples[0];
const total: number = new Mixer().sum(samples);
const again: Allocated<Float32Array> = samples.current;
samples.dispose();
// @ts-expect-error no class of typed arrays
allocate(Array, 1);
// @ts-expect-error of another class
new Mixer().sum(allocate(Float64Array, 1));
export { again, first, total };
