import { Calls, Local, init } from "imports";
import type { Shelf, Size } from "imports";

await init();
const shelf: Shelf = Calls.shelfOf("a");
const size: number = shelf.size;
// @ts-expect-error it is readonly
shelf.size = 1;
// @ts-expect-error no Shelf
Calls.labelOf({ label: "a" });
const larger: Size | null = Calls.larger({ width: 1 });
const local: Local | null = Calls.roundTrip(new Local(1));
Calls.roundTrip(null);
export { larger, local, size };
