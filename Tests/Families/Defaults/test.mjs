const defaults = {
  on: true, off: false, number: -5, greatest: 4294967295, hexadecimal: 255, wide: 9007199254740991, unsignedWide: 0,
  big: -9223372036854775807n, unsignedBig: 18446744073709551615n, real: 0.00325, single: Math.fround(0.1), whole: 5, nothing: NaN,
  endless: -Infinity, text: "a 'text' with \\ and <b> 世界", empty: "", scalars: "x", mode: "slow-mode", emptyMode: "", maybe: null,
  maybeNumber: 5, maybeText: "t", maybeMode: "fast", list: [], maybeList: null,
};
const others = {
  on: false, off: true, number: 7, greatest: 0, hexadecimal: 1, wide: -1, unsignedWide: 3, big: 4n, unsignedBig: 5n, real: 0, single: 0.5,
  whole: 0, nothing: 0, endless: Infinity, text: "", empty: "x", scalars: "", mode: "fast", emptyMode: "fast", maybe: 1, maybeNumber: 6,
  maybeText: "", maybeMode: "", list: ["a"], maybeList: [],
};
const options = { scale: 1.5, label: "say \\ 'hi'", mode: "slow-mode", list: [], maybe: null, on: true };

export default async function (t) {
  const { Defaults } = t.module;

  await t.test("a default stands in for an argument that is missing or undefined", () => {
    for (const [name, value] of Object.entries(defaults)) {
      t.equal(Defaults[name](), value, name);
      t.equal(Defaults[name](undefined), value, name);
      t.equal(Defaults[name](others[name]), others[name], name);
    }
  });

  await t.test("a default is the value of the IDL, also where no Number would be converted to it", () => {
    t.equal([Defaults.unsignedWidest(), Defaults.unsignedWidest(2)], [2 ** 64, 2]);
    t.equal(Defaults.widest(), "18446744073709551614 9223372036854774784 -9223372036854775808");
    t.equal(Defaults.wides(), { greatest: 2 ** 64, number: 7n });
    t.equal([Defaults.kind(), Defaults.kind("a", 1n), Defaults.kind(undefined, true)], ["bigint 5, 18446744073709551615", "text a, 1", "bigint 5"]);
  });

  await t.test("null is a value, not a missing one", () => {
    t.equal(Defaults.on(null), false);
    t.equal(Defaults.number(null), 0);
    t.equal(Defaults.text(null), "null");
    t.equal(Defaults.maybeNumber(null), null);
    t.equal(Defaults.maybeText(null), null);
    t.equal(Defaults.maybeMode(null), null);
    t.throws(() => Defaults.mode(null), { name: "TypeError", message: 'Defaults.mode: value must be one of "fast", "slow-mode", "", not null' });
    t.throws(() => Defaults.list(null), { name: "TypeError", message: "Defaults.list: value must be an iterable object, not null" });
    t.throws(() => Defaults.big(null), { name: "TypeError", message: "Defaults.big: value must be a bigint, not null" });
  });

  await t.test("dictionaries have them too, on both sides", () => {
    for (const call of [() => Defaults.options(), () => Defaults.options({}), () => Defaults.options(null), () => Defaults.ofSwift()]) t.equal(call(), options);
    t.equal(Defaults.options({ scale: 2, mode: undefined, maybe: 3 }), { ...options, scale: 2, maybe: 3 });
  });

  await t.test("any tail of the arguments may be missing", () => {
    t.equal(Defaults.several("a"), "a2threeyes");
    t.equal(Defaults.several("a", 5), "a5threeyes");
    t.equal(Defaults.several("a", undefined, "c"), "a2cyes");
    t.equal(Defaults.several("a", undefined, undefined, false), "a2threeno");
    t.equal(Defaults.several("a", 1, "c", false, "more", "and more"), "a1cno");
    t.equal(Defaults.several(undefined), "undefined2threeyes");
    t.throws(() => Defaults.several(), { name: "TypeError", message: "Defaults.several takes at least 1 argument, got 0" });
  });

  await t.test("each call has a list of its own", () => {
    Defaults.list().push("x");
    t.equal(Defaults.list(), []);
    Defaults.options().list.push(1);
    t.equal(Defaults.options().list, []);
  });

  await t.test("the namespace has its functions and nothing else", () => {
    t.equal(Object.keys(Defaults).toSorted(), [...Object.keys(defaults), "unsignedWidest", "widest", "wides", "kind", "options", "several", "ofSwift"].toSorted());
  });

  await t.noLeaks("defaults", () => {
    Defaults.text();
    Defaults.list();
    Defaults.options();
    Defaults.several("a");
    Defaults.maybeList();
  });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
