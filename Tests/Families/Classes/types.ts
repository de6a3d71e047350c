import { Counter, Objects, Other, Sealed, init } from "classes";
import type { Mode, Pair, Picker } from "classes";

await init();
const counter: Counter = new Counter();
new Counter(1);
// @ts-expect-error a string is no number
new Counter("1");
const value: number = counter.value;
counter.value = value + Counter.STEP + counter.STEP;
// @ts-expect-error it is readonly
counter.id = 1;
// @ts-expect-error it is readonly and static
Counter.alive = 2;
const mode: Mode = counter.mode;
counter.mode = mode;
// @ts-expect-error no value of the enum
counter.mode = "sideways";
const next: Counter | null = counter.next;
counter.next = null;
// @ts-expect-error the attribute can be null
counter.next.value;
const parsed: Counter = Counter.parse("1");
// @ts-expect-error it is static
counter.parse("1");
// @ts-expect-error the class has no constructor
new Sealed();
const sealed: Sealed = Objects.seal(1);
// @ts-expect-error another class
Objects.echo(new Other());
// @ts-expect-error a plain object is no Counter
Objects.echo({});
const pair: Pair = { left: counter };
// @ts-expect-error left is required
const incomplete: Pair = { right: counter };
const picker: Picker = (same) => same;
const picked: Counter | null = Objects.pick(picker, counter);
const all: Counter[] = Objects.make(3);
class Mine extends Counter {
  own = 1;
}
const mine: Counter = new Mine(1);
counter.dispose();
counter[Symbol.dispose]();
export { all, incomplete, mine, next, pair, parsed, picked, sealed };
