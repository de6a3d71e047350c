import { Map as Maps, Iterable as Iterables, Shapes, init } from "names";
import type { never as Never, number as Count, string as Text, unknown as Word } from "names";

await init();
const count: Count = { b: 1 };
const text: Text = Shapes.swap(count);
const plain: number = text.a;
const only: Never = "a";
const words: Word[] = Shapes.all("größe");
const size: number = new Maps().size() + new Iterables().count;
Shapes.only(only);
Shapes.total(new Set([1, 2]));
// @ts-expect-error it is no value of the enum
Shapes.only("b");
// @ts-expect-error names of the declarations' own are not exported
import { Map$ } from "names";
export { Map$, plain, size, words };
