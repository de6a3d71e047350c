import { Store, Values, init } from "values";
import type { Bag, Map } from "values";

await init();
const anything: number = Values.echo("text");
Values.echo(undefined);
Values.given();
const object: object = Values.object(() => 1);
// @ts-expect-error a number is no object
Values.object(1);
// @ts-expect-error null is no object
Values.object(null);
const nothing: object | null = Values.objectOrNull(null);
const symbol: symbol = Values.symbol(Symbol("s"));
const bigint: bigint = Values.bigint(2n ** 100n);
// @ts-expect-error a Number is no bigint
Values.bigint(1);
const bag: Bag = { value: undefined };
bag.amount = 5n;
// @ts-expect-error the value is required
const incomplete: Bag = { other: 1 };
const map: Map = (value) => value;
const list: unknown[] = Values.list(new Set([1, "x"]));
const store = new Store(1);
store.value = Symbol("s");
// @ts-expect-error read only
store.mark = Symbol("s");
export { anything, object, nothing, symbol, bigint, incomplete, map, list };
