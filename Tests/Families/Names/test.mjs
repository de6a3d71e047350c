/** Names that meet others: in Swift's symbols, in the runtime, in JavaScript. */
export default async function (t) {
  const { Jobs, Shapes, Keywords, JobBox, Slot, Map: Maps, Iterable } = t.module;

  await t.test("callbacks that are called like the runtime's own exports and imports", () => {
    const got = [];
    Jobs.run((id) => got.push(id));
    t.equal(got, [7]);
    const slot = new Slot();
    slot.close();
    slot.dispose();
    t.equal(Jobs.hash((value) => value * 2), 41);
    t.equal(Jobs.text((text) => `${text}b`), "ab!");
    Jobs.around(() => got.push("around"));
    t.equal(got, [7, "around"]);
  });

  await t.test("a callback and another one with `_call` behind its name", () => {
    const adder = Jobs.adder((value) => value + 1);
    t.equal(adder(1), 102);
    adder.dispose();
  });

  await t.test("a callback that is called like a keyword", () => {
    let text = "";
    Jobs.tried((value) => (text = value));
    t.equal(text, "text");
    t.throws(
      () =>
        Jobs.tried(() => {
          throw new RangeError("mine");
        }),
      { name: "RangeError", message: "mine" },
    );
  });

  await t.test("an interface that is called like the box of a callback", () => {
    const box = new JobBox();
    const { job } = box;
    t.equal(job(), 42);
    job.dispose();
    box.dispose();
  });

  await t.test("dictionaries that are called like types of the runtime", () => {
    const region = { name: "one" };
    t.equal(Shapes.region(region), region);
    t.equal(Shapes.arena({ words: ["a", "b"], region }), { words: ["a", "b"], region });
    t.equal(Shapes.regions([region, { name: "two" }]), [region, { name: "two" }]);
    t.equal(Shapes.lower({ regions: [region] }), { regions: [region] });
    t.equal(Shapes.length([{ x: 1, y: 2 }, { x: 3, y: 4 }]), 10);
    t.equal(Shapes.sum([{ x: 1 }, { x: 2 }]), 3);
    t.equal(Shapes.total([1, 2, 3]), 6);
  });

  await t.test("types that are called like TypeScript's", () => {
    t.equal(Shapes.swap({ b: 3 }), { a: 3 });
    t.equal(Shapes.only("a"), "a");
  });

  await t.test("results in the result area and objects, where the program has types of the runtime's names", () => {
    t.equal(Shapes.middle({ x: 1, y: -3 }), { x: 0.5, y: -1.5 });
    const slot = new Slot();
    t.equal(Shapes.isSame(slot, slot), true);
    slot.dispose();
  });

  await t.test("enum values with letters beyond ASCII", () => {
    t.equal(Shapes.all(), ["größe", "größe", "Français", "日", "本", "1st", ""]);
    t.equal(Shapes.all("日")[0], "日");
  });

  await t.test("members that Swift cannot spell", () => {
    t.equal([Keywords.Type(), Keywords.Protocol(), Shapes.Protocol(9)], [1, 2, 9]);
    const keywords = new Keywords();
    t.equal([keywords.self(), keywords.init], [3, 5]);
    keywords.init = 6;
    t.equal(keywords.init, 6);
    keywords.dispose();
  });

  await t.test("a constant is a value of its type", () => t.equal(Keywords.TENTH, Math.fround(0.1)));

  await t.test("classes that are called like JavaScript's", () => {
    const [map, iterable] = [new Maps(), new Iterable()];
    t.equal([map.size(), iterable.count], [3, 4]);
    t.equal([Maps.name, map.constructor.name], ["Map", "Map"]);
    map.dispose();
    iterable.dispose();
  });

  await t.noLeaks("callbacks of such names", () => {
    Jobs.run(() => {});
    Jobs.text((text) => text);
    Jobs.adder((value) => value).dispose();
  });
}
