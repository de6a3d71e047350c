import { Calls, Listener, Source, init } from "callback-interfaces";

await init();
const source = new Source();
const listener: Listener = { handle: (event, point) => console.log(event.length, point?.x) };
source.add(listener);
source.add((event) => console.log(event));
const removed: boolean = source.remove(listener);
const last: Listener | null = source.last;
const loud: number = Listener.LOUD;
// @ts-expect-error the operation has another name
source.add({ hear() {} });
// @ts-expect-error a Hook is a function
Calls.hook({ handle() {} });
Calls.handled({ size: () => 1, onOpen: (text) => console.log(text) });
export { last, loud, removed };
