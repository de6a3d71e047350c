export default async function (t) {
  const { Numbers } = t.module;

  await t.test("adds in 32 bits and wraps", () => {
    t.equal(Numbers.add(1, 2), 3);
    t.equal(Numbers.add(2147483647, 1), -2147483648);
  });

  await t.test("an argument is converted as Web IDL converts a long", () => {
    t.equal(Numbers.add("1", true), 2);
    t.equal(Numbers.add(1.9, -1.9), 0);
    t.equal(Numbers.add(4294967297, NaN), 1);
  });

  await t.test("a missing argument is a TypeError", () => {
    t.throws(() => Numbers.add(1), { name: "TypeError", message: /add/ });
  });

  await t.noLeaks("add", () => Numbers.add(1, 2));
}
