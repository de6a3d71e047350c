const lengths = [...Array(31).keys(), 63, 64, 65, 66, 127, 128, 1_000, 4_096, 21_760, 21_761, 65_279, 65_280, 65_281, 65_536, 100_000];
const alphabets = { ASCII: "abcdefghij", Latin: "äéîøß", mixed: "aä", CJK: "世界和平", emoji: "👋🎉", astral: "𝒳a", controls: "\0\n\r\t\u007f" };
const text = (alphabet, length) => {
  const repeated = alphabet.repeat(Math.ceil(length / alphabet.length) + 1).slice(0, length);
  return repeated.isWellFormed?.() ?? !/[\ud800-\udbff]$/.test(repeated) ? repeated : repeated.slice(0, -1) + "x";
};
const lone = [
  ["\ud800", "\ufffd"],
  ["\udc00", "\ufffd"],
  ["a\ud800", "a\ufffd"],
  ["\udc00\ud800", "\ufffd\ufffd"],
  ["\ud83d\ud83d\udc4b", "\ufffd👋"],
  ["x".repeat(30) + "\ud83d", "x".repeat(30) + "\ufffd"],
  ["\ud83d".repeat(70), "\ufffd".repeat(70)],
];

export default async function (t) {
  const { Strings } = t.module;
  const encoder = new TextEncoder();

  for (const [name, alphabet] of Object.entries(alphabets)) {
    await t.test(`${name} of every length comes back`, () => {
      for (const length of lengths) {
        const value = text(alphabet, length);
        t.ok(Strings.same(value) === value, `same, ${length}`);
        t.ok(Strings.sameScalars(value) === value, `sameScalars, ${length}`);
        t.ok(Strings.copyOf(value) === value, `copyOf, ${length}`);
        t.ok(Strings.maybe(value) === value, `maybe, ${length}`);
        const bytes = encoder.encode(value).length;
        t.equal(Strings.byteCount(value), bytes);
        t.equal(Strings.borrowedByteCount(value), bytes);
        t.equal(Strings.scalarCount(value), [...value].length);
      }
    });
  }

  await t.test("where there is no TextEncoder, TextDecoder or crypto, as in an AudioWorklet, texts are the same", async () => {
    const hidden = ["TextDecoder", "TextEncoder", "crypto"].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
    const hide = () => hidden.filter(([, descriptor]) => descriptor?.configurable).forEach(([name]) => delete globalThis[name]);
    hide();
    try {
      const { Strings } = await t.instantiate();
      for (const [name, alphabet] of Object.entries(alphabets)) {
        for (const length of lengths.filter((length) => length < 5000)) {
          const value = text(alphabet, length);
          t.ok(Strings.same(value) === value, `${name}, ${length}`);
          t.ok(Strings.copyOf(value) === value, `${name}, a copy, ${length}`);
        }
      }
      for (const [value, expected] of lone) t.equal(Strings.same(value), expected);
    } finally {
      for (const [name, descriptor] of hidden) if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
    }
  });

  await t.test("the standard library works with texts of every length", () => {
    for (const piece of ["abc", "é", "漢字", "a😀", "e\u0301x"]) {
      for (const count of [1, 3, 5, 8, 15, 16, 17, 20, 53, 54, 80, 81, 160, 161, 400, 5000]) {
        const text = piece.repeat(count);
        const expected = `${text.length} ${text.charCodeAt(text.length >> 1)} true →${text}é!`;
        t.ok(Strings.workedOver(text) === expected, `${count} times ${piece}`);
      }
    }
  });

  await t.test("a text that came from JavaScript grows in place, inside its capacity and beyond", () => {
    for (const piece of ["x", "é", "漢"]) {
      for (let count = 0; count < 70; count += 1) {
        let expected = piece.repeat(count);
        Strings.keep(expected);
        for (const more of ["a", "bc", "é", "d".repeat(11), "漢", "e".repeat(20)]) {
          Strings.lengthenKept(more);
          expected += more;
          t.ok(Strings.kept() === expected, `${count} times ${piece} and ${more}`);
        }
      }
    }
    Strings.keep("");
  });

  await t.test("one odd character at any place of a short text is kept", () => {
    for (const odd of ["é", "世", "\0", "\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\ufeff", "👋"]) {
      for (let length = 0; length < 40; length += 1) {
        for (const place of [0, length >> 1, length]) {
          const value = "x".repeat(place) + odd + "x".repeat(length - place);
          t.ok(Strings.same(value) === value, JSON.stringify(value));
        }
      }
    }
  });

  await t.test("a lone surrogate becomes U+FFFD", () => {
    for (const [value, expected] of lone) {
      for (const name of ["same", "sameScalars", "copyOf", "nullIsEmpty", "maybe"]) t.equal(Strings[name](value), expected, name);
    }
  });

  await t.test("a byte order mark is a character like any other", () => {
    for (const value of ["\ufeff", "\ufeffa", "a\ufeff", "\ufeff" + "x".repeat(100), "\ufeff\ufeff"]) t.equal(Strings.same(value), value);
  });

  await t.test("several texts in one call keep apart", () => {
    for (const length of [0, 1, 24, 25, 66, 1_000, 8_000, 22_000, 40_000, 70_000]) {
      for (const alphabet of ["ab", "é", "世"]) {
        const [a, b, c] = [text(alphabet, length), text("xyz", length >> 1), text(alphabet, length)];
        t.ok(Strings.join(a, b, c) === a + b + c, `join, ${length}`);
        t.ok(Strings.joinBorrowed(a, b) === a + b, `joinBorrowed, ${length}`);
        t.ok(Strings.joinBorrowed(b, a) === b + a, `joinBorrowed the other way, ${length}`);
        t.ok(Strings.isSame(a, c), `isSame, ${length}`);
        t.ok(Strings.pick(a, 0, b) === a && Strings.pick(a, 1, b) === b, `pick, ${length}`);
      }
    }
  });

  await t.test("what is no string is converted as ToString has it", () => {
    for (const value of [undefined, null, true, 0, -0, 1.5, 1e21, NaN, 12n, [], [1, 2], {}, new String("w"), new Date(0)]) {
      t.equal(Strings.same(value), String(value));
      t.equal(Strings.copyOf(value), String(value));
    }
    t.equal(Strings.same({ toString: () => "a", valueOf: () => "b" }), "a");
    t.equal(Strings.same({ [Symbol.toPrimitive]: (hint) => hint }), "string");
  });

  await t.test("[LegacyNullToEmptyString] makes null the empty string, and only null", () => {
    t.equal(Strings.nullIsEmpty(null), "");
    t.equal(Strings.nullIsEmpty(undefined), "undefined");
    t.equal(Strings.nullIsEmpty("x"), "x");
    t.equal(Strings.nullIsEmpty({ toString: () => null }), "null");
  });

  await t.test("null and the empty string are two things", () => {
    t.equal(Strings.maybe(null), null);
    t.equal(Strings.maybe(undefined), null);
    t.equal(Strings.maybe(""), "");
  });

  await t.test("a symbol is a TypeError that names the argument", () => {
    t.throws(() => Strings.same(Symbol("s")), { name: "TypeError", message: "Strings.same: text must be a string, not the symbol Symbol(s)" });
    t.throws(() => Strings.join("a", "b", Symbol()), { name: "TypeError", message: "Strings.join: c must be a string, not the symbol Symbol()" });
    t.throws(() => Strings.same({ toString: () => Symbol() }), { type: TypeError });
    t.throws(() => Strings.same({ toString: () => ({}), valueOf: () => ({}) }), { type: TypeError });
    t.throws(() => Strings.same(Object.create(null)), { type: TypeError });
    t.throws(() => Strings.join("a"), { name: "TypeError", message: "Strings.join takes at least 3 arguments, got 1" });
  });

  await t.test("conversions run once each, from left to right, before anything is written", () => {
    const order = [];
    const value = (name) => ({ toString: () => (order.push(name), t.grow(), Strings.same(name.repeat(100))) });
    t.equal(Strings.join(value("a"), value("b"), value("c")), "a".repeat(100) + "b".repeat(100) + "c".repeat(100));
    t.equal(order, ["a", "b", "c"]);
    const index = { valueOf: () => (Strings.join("x".repeat(30_000), "y", "z"), 1) };
    t.equal(Strings.pick("first", index, "second"), "second");
  });

  await t.test("a borrowed text is whole while Swift calls JavaScript that calls Swift", () => {
    for (const length of [5, 100, 60_000, 100_000]) {
      const value = text("äb", length);
      const answer = Strings.during(value, (seen) => {
        t.ok(seen === value, "the text arrives");
        t.grow();
        t.ok(Strings.joinBorrowed("p".repeat(500), "q".repeat(70_000)).length === 70_500, "the nested call works");
        return Strings.during("inner", () => Strings.same("answer"));
      });
      t.equal(answer, "answer");
    }
  });

  await t.test("what Swift keeps outlives the call", () => {
    for (const length of [0, 3, 15, 16, 100, 70_000]) {
      const value = text("kß", length);
      Strings.keep(value);
      Strings.join("o".repeat(500), "v".repeat(9_000), "r");
      t.ok(Strings.kept() === value, `kept, ${length}`);
    }
    Strings.keep("");
  });

  await t.test("a result may be far longer than any argument", () => {
    t.equal(Strings.repeated("ab", 50_000), "ab".repeat(50_000));
    t.equal(Strings.repeated("世", 1_000_000).length, 1_000_000);
    t.equal(Strings.repeated("x", 0), "");
  });

  const { Bytes, Raw } = t.module;
  await t.test("the characters of a ByteString are bytes", () => {
    const every = String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index));
    for (const bytes of ["", "a", "\0", "\xff", every, every.repeat(400)]) {
      t.equal([Bytes.same(bytes), Bytes.maybe(bytes), Bytes.several([bytes, "x"])], [bytes, bytes, [bytes, "x"]]);
      t.equal(Bytes.twice(bytes), bytes + bytes);
    }
    t.equal([Bytes.maybe(null), Bytes.maybe(undefined), Bytes.maybeTwice(null), Bytes.maybeTwice("ab")], [null, null, null, "abab"]);
    t.equal([Bytes.numbers("é\x80"), Bytes.ofNumbers([233, 0, 128])], [[233, 128], "é\0\x80"]);
    t.equal([Bytes.nullIsEmpty(null), Bytes.nullIsEmpty("x"), Bytes.orDefault(), Bytes.orDefault("y")], ["", "x", "ÿ", "y"]);
    t.equal(Bytes.joined("é", "é", "ü"), "éÃ©ü");
    t.equal([Bytes.same(5), Bytes.same(null), Bytes.same({ toString: () => "ö" })], ["5", "null", "ö"]);
    t.equal(Bytes.repeated("é", 100_000), "é".repeat(100_000));
  });
  await t.test("bytes as keys, members, attributes, and through callbacks", () => {
    t.equal(Bytes.headers({ name: "ä", é: "\xff" }), { name: "ä", é: "\xff", seen: "ä" });
    t.equal([Bytes.header({ name: "n" }), Bytes.header({ name: "n", value: "", note: "ß" })], [{ name: "n", value: "café" }, { name: "n", value: "", note: "ß" }]);
    t.equal(Bytes.relayed("é", (bytes) => `${bytes}!`), "é!");
    const reversing = Bytes.reversing();
    t.equal(reversing("abé"), "éba");
    reversing.dispose();
    const raw = new Raw("ab");
    raw.bytes = "é";
    t.equal(raw.bytes, "é");
    t.throws(() => { raw.bytes = "世"; }, { type: TypeError, message: 'Raw.bytes must be a string of characters up to U+00FF, not the string "世"' });
    raw.dispose();
  });
  await t.test("what is no byte is refused", () => {
    const refused = (call, message) => t.throws(call, { type: TypeError, message });
    refused(() => Bytes.same("a\u0100"), 'Bytes.same: bytes must be a string of characters up to U+00FF, not the string "a\u0100"');
    refused(() => Bytes.same("\ud800"), /^Bytes\.same: bytes must be a string of characters up to U\+00FF/);
    refused(() => Bytes.same(Symbol("s")), "Bytes.same: bytes must be a string, not the symbol Symbol(s)");
    refused(() => Bytes.several(["a", "世"]), /^Bytes\.several: bytes\[1\] must be a string of characters/);
    refused(() => Bytes.headers({ 世: "a" }), /^Bytes\.headers: headers\["世"\] must be a string of characters/);
    refused(() => Bytes.headers({ a: "世" }), /^Bytes\.headers: headers\["a"\] must be a string of characters/);
    refused(() => Bytes.relayed("a", () => "世"), /^Relay: the result must be a string of characters/);
    refused(() => Bytes.twice("wrong"), /^Wire\.twice: the result must be a string of characters/);
  });
  await t.test("memory may grow while bytes are converted", () => {
    const grow = (value) => ({ toString: () => (t.grow(), value) });
    t.equal(Bytes.several(["a", grow("é"), "c".repeat(70_000)]), ["a", "é", "c".repeat(70_000)]);
    t.equal(Bytes.joined("x".repeat(70_000), grow("y"), grow("é")), `${"x".repeat(70_000)}yé`);
  });
  await t.noLeaks("bytes", () => {
    Bytes.joined("x".repeat(20), "y".repeat(70), "é".repeat(40));
    Bytes.several(["a", "é".repeat(50)]);
    Bytes.headers({ name: "é".repeat(50), b: "c" });
    Bytes.header({ name: "n", note: "é".repeat(50) });
    Bytes.relayed("é".repeat(300), (bytes) => bytes);
    Bytes.maybeTwice("é".repeat(300));
    t.throws(() => Bytes.several(["é".repeat(50), "世"]), { type: TypeError });
    t.throws(() => Bytes.twice("wrong"), { type: TypeError });
  }, { times: 500 });
  await t.noLeaks("bytes beyond the region", () => {
    Bytes.joined("x".repeat(40_000), "y".repeat(40_000), "z".repeat(40_000));
    t.throws(() => Bytes.headers({ a: "x".repeat(80_000), b: "世" }), { type: TypeError });
  }, { times: 100 });

  await t.noLeaks("short and long texts", () => {
    Strings.join("a", "ö".repeat(50), "x".repeat(70));
    Strings.joinBorrowed("a", "b".repeat(100));
  });
  await t.noLeaks("texts that are compared, lengthened and read by UTF-16 offsets", () => {
    Strings.workedOver("x".repeat(20));
    Strings.workedOver("漢字かな".repeat(60));
  }, { times: 1000 });
  await t.noLeaks("texts beyond the region", () => {
    Strings.join("x".repeat(30_000), "y".repeat(50_000), "z");
    Strings.joinBorrowed("x".repeat(40_000), "y".repeat(40_000));
    Strings.maybe(null);
  }, { times: 200 });
  await t.noLeaks("conversions that throw", () => {
    try {
      Strings.join("x".repeat(70), { toString: () => { throw new Error(); } }, "z");
    } catch {}
    try {
      Strings.pick("x".repeat(70), Symbol(), "z");
    } catch {}
  });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
