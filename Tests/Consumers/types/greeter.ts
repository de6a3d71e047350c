// What a strict compiler accepts of Greeter, and what it must not.
import { Greeter, init, instantiate } from "greeter";
import type { Guest, InitInput, Instance, Language, Listener } from "greeter";

await init();
await init("https://example.com/greeter.wasm");
await init(new Uint8Array(8));
await init(Promise.resolve(new ArrayBuffer(8)));
const other: Instance = await instantiate();
const again: string = other.Greeter.hello("world");

const hello: string = Greeter.hello("world");
// @ts-expect-error a number is no name
Greeter.hello(3);
// @ts-expect-error somebody has to be greeted
Greeter.hello();
// @ts-expect-error what comes back is text
const length: number = Greeter.hello("world");

const language: Language = "german";
// @ts-expect-error nobody speaks it
const unknown: Language = "klingon";
const guest: Guest = { name: "Ada", language, hour: 9 };
Greeter.greet(guest);
Greeter.greet({ name: "Ada" });
// @ts-expect-error a guest needs a name
Greeter.greet({ title: "Dr." });
// @ts-expect-error a guest has no age
Greeter.greet({ name: "Ada", age: 36 });
// @ts-expect-error an hour is a number
Greeter.greet({ name: "Ada", hour: "nine" });

const listener: Listener = (greeting, { name, title }) => {
  const text: string = `${greeting} ${name} ${title?.length ?? 0}`;
  // @ts-expect-error there may be no title
  title.length;
  return void text;
};
const count: number = Greeter.greetAll(new Set([guest]), listener);
// @ts-expect-error a listener hears text first
Greeter.greetAll([guest], (greeting: number) => greeting);
// @ts-expect-error a guest is not many
Greeter.greetAll(guest, listener);

// @ts-expect-error a number is no module
const source: InitInput = 3;
// @ts-expect-error Greeter is a namespace: nothing is made of it
new Greeter();
// @ts-expect-error what is not in the IDL is not there
Greeter.goodbye;

export { again, count, hello, length, source, unknown };
