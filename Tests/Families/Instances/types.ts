import { Counter, State, init, instantiate } from "instances";
import type { InitInput, Instance } from "instances";

const source: InitInput = new Uint8Array(8);
await init(source);
const instance: Instance = await instantiate();
const counter: InstanceType<typeof instance.Counter> = new instance.Counter(1);
const total: number = instance.State.add(1);
// @ts-expect-error null is no source
await init(null);
// @ts-expect-error it is readonly
State.total = 1;
const own: Counter = new Counter();
export { counter, own, total };
