import { Enums, init, type Side } from "enums";

await init();
const side: Side = Enums.same("top-left");
const narrowed: "one" = Enums.only("one");
const all: Side[] = Enums.all();
const free: Side = "";
// @ts-expect-error not a value
Enums.same("bottom");
declare const text: string;
// @ts-expect-error any string is too much
Enums.same(text);
export { all, free, narrowed, side };
