import { Page, Sources, init } from "buffer-sources";
import type { Chunk } from "buffer-sources";

await init();
const bytes = new Uint8Array(4);
const buffer: ArrayBuffer = Sources.makeBuffer(3);
const view: DataView = Sources.makeView(3);
const made: Uint8Array = Sources.makeSource(3);
Sources.source(buffer);
Sources.source(view);
Sources.source(new Float64Array(1));
Sources.maybe(null);
Sources.left();
// @ts-expect-error an array of numbers is no buffer
Sources.source([1, 2]);
// @ts-expect-error a number is no buffer
Sources.buffer(1);
const chunk: Chunk = Sources.chunk({ bytes });
const lists: Uint8Array[] = Sources.list(new Set([bytes]));
const named: Record<string, Uint16Array> = Sources.named({ a: new Uint16Array(1) });
const page = new Page(view);
page.content = buffer;
// @ts-expect-error text is no buffer
page.content = "text";
export { chunk, lists, made, named };
