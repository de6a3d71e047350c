// Only what comes out of wasm stops an instance, and what has stopped does not go on.
export default async function (t) {
  const instance = await t.instantiate();
  const { Large, Tape } = instance;
  const memory = { name: "RangeError", message: /no memory/ };

  /** A length that no memory has, told by an array that takes none. */
  const huge = (count) => {
    try {
      return new Uint8Array(count);
    } catch {
      return null;
    }
  };
  const bytes = huge(2_200_000_000);
  if (bytes === null) t.skip("arguments that are too large", "this engine makes no such array");
  else {
    const calls = {
      "two arrays": () => Large.pair(bytes, bytes),
      "an array after a text": () => Tape.label("x".repeat(100_000), bytes),
      "a copy after two texts": () => Large.mixed("x".repeat(100_000), "é".repeat(100_000), bytes),
      "an array after a sequence": () => Large.listed("x".repeat(100_000), new Uint8Array(100_000), bytes),
    };
    for (const [what, call] of Object.entries(calls)) {
      await t.test(`arguments that are too large: ${what}`, () => {
        const before = instance.inspect();
        for (let round = 0; round < 3; round += 1) {
          t.throws(() => {
            call();
            call();
          }, memory);
        }
        const after = instance.inspect();
        t.equal([after.regionBytes, after.heapBytes], [before.regionBytes, before.heapBytes]);
        t.equal(Tape.echo("still here"), "still here");
      });
    }
    await t.test("a result of a callback that is too large", () => {
      const larger = huge(4_300_000_000);
      if (larger === null) return t.skip("a result that is too large", "this engine makes no such array");
      t.throws(() => Large.ask(() => larger), memory);
      t.equal(Tape.echo("still here"), "still here");
      t.equal(instance.inspect().regionBytes, 0);
    });
  }

  const piece = "0123456789".repeat(1000);
  const times = 60_000;
  const longest = (() => {
    try {
      return piece.repeat(times).length;
    } catch {
      return 0;
    }
  })();
  const isAnotherV8 = ["node20", "node26", "deno", "chromium"].includes(t.engine);
  if (longest > 0) t.skip("results that are too long", "this engine has room for them");
  else if (isAnotherV8) t.skip("results that are too long", "each takes seconds and a gigabyte: Node 24 is asked, which has the same V8's limit");
  else {
    await t.test("a text that is too long for JavaScript", async () => {
      const { Large, Tape } = await t.instantiate();
      const calls = [
        () => Large.twice(piece, times),
        () => Large.twiceOrNull(piece, times),
        () => Large.both(piece, times),
        () => Large.fail(piece, times),
        () => Large.tell(() => {}, piece, times),
      ];
      for (const call of calls) {
        let caught;
        try {
          call();
        } catch (error) {
          caught = error;
        }
        t.ok(caught instanceof Error && !/trapped|stopped/.test(caught.message), `${call}: ${caught?.message}`);
        t.equal(Tape.echo("still here"), "still here");
        t.equal(Large.twice("ab", 200), "ab".repeat(200));
      }
    });
  }

  await t.test("Swift does not go on after a trap further in", async () => {
    for (const call of [
      (Large, body) => Large.nested(body),
      (Large, body) => Large.nestedText(() => { body(); return "text"; }),
      (Large, body) => Large.nestedText(() => ({ toString() { body(); return "text"; } })),
      (Large, body) => Large.nestedThrows(body),
    ]) {
      const { Large: large } = await t.instantiate();
      let isCaught = false;
      const error = t.throws(() => call(large, () => {
        try {
          large.trap();
        } catch {
          isCaught = true;
        }
      }), { name: "Error", message: /has stopped/ });
      t.ok(isCaught && error.cause instanceof Error, "the cause is told");
      t.throws(() => large.reached(), { message: /has stopped/ });
    }
  });

  await t.test("a trap in a deinit stops the instance", async () => {
    const { Bomb, Tape: tape } = await t.instantiate();
    const bomb = new Bomb();
    t.throws(() => bomb.dispose(), { message: /^Bomb\.dispose trapped/ });
    t.throws(() => tape.echo(""), { message: /has stopped/ });
  });
}
