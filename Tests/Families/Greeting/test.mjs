export default async function (t) {
  const { Greeter } = t.module;

  await t.test("greets", () => {
    t.equal(Greeter.greet("World"), "Hello, World!");
    t.equal(Greeter.greet(""), "Hello, !");
    t.equal(Greeter.greet("Zoë 世界 👋"), "Hello, Zoë 世界 👋!");
  });

  await t.test("a long string grows the memory and comes back whole", () => {
    const name = "Ada ".repeat(100_000);
    t.equal(Greeter.greet(name), `Hello, ${name}!`);
  });

  await t.test("two instances greet on their own", async () => {
    const other = await t.instantiate();
    t.equal(other.Greeter.greet("B"), "Hello, B!");
    t.equal(Greeter.greet("A"), "Hello, A!");
  });

  await t.noLeaks("greet", () => Greeter.greet("World"));
}
