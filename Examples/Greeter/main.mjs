import { Greeter, init } from "./dist/greeter.node.js";

await init();

console.log(Greeter.hello(process.argv[2] ?? "world"));

const guests = [
  { name: "Ada", hour: 9 },
  { name: "Grace", title: "Rear Admiral", hour: 20 },
  { name: "Emmy", title: "Dr.", language: "german", hour: 14 },
  { name: "Sophie", language: "french" },
  { name: "紫", language: "japanese", hour: 7 },
];
const count = Greeter.greetAll(guests, (greeting, guest) => {
  console.log(`${guest.language.padEnd(8)}  ${greeting}`);
});
console.log(`${count} guests were greeted.`);

// What goes wrong in Swift arrives as an error of JavaScript, and so does a value that the IDL has no room for.
for (const guest of [{ name: "" }, { name: "Ada", hour: 25 }, { name: "Ada", language: "klingon" }, { title: "Dr." }]) {
  try {
    Greeter.greet(guest);
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
