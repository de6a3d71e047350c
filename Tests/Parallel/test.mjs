/**
 * A module with threads, in every engine that shares memory; in a browser without isolation, the same tests on one thread.
 *
 * @param {any} t
 */
export default async function (t) {
  const { Storm, Picture, begin, instantiate, inspect, rounds, hasCauses, threads, variants } = t.module;
  const wanted = 3;
  await begin(undefined, { threads: wanted });
  const isShared = variants.best === "threads";

  await t.test("the best build is loaded, and says why it is not another one", () => {
    t.equal(variants.names.join(), "threads,base");
    t.equal(variants.why("base"), undefined);
    t.equal(Storm.threadCount(), isShared ? wanted : 1);
    t.equal(threads.count, Storm.threadCount());
    if (isShared) return t.equal(threads.why, undefined);
    t.ok(variants.why("threads").startsWith("this page shares no memory with threads: serve it with `Cross-Origin-Opener-Policy: same-origin` and"));
    return t.equal(threads.why, variants.why("threads"));
  });

  await t.test("all threads take part", () => t.equal(Storm.participants(), threads.count));

  await t.test("what threads make comes in order", () => {
    for (const count of [0, 1, 2, 7, 1000]) {
      t.equal(Storm.squares(count).join(), Array.from({ length: count }, (_, index) => index * index).join());
      const sum = (count * (count - 1)) / 2;
      t.equal(Storm.sums(count).join(), [sum, sum, sum].join());
    }
    const texts = Array.from({ length: 50 }, (_, index) => "ä€x".repeat(index));
    t.equal(Storm.lengths(texts).join(), texts.map((text) => text.length).join());
    t.equal(Storm.chunks(10, 4).join(), "0,0,0,0,1,1,1,1,2,2");
    t.equal(Storm.chunks(0, 4).join(), "");
    t.equal(Storm.nested(20), 190 * 190);
  });

  await t.test("atomic numbers", () => t.equal(Storm.atomics(), "-128 -128 5 5 -9 false true 65535"));

  await t.test("an error of one call is thrown", () => {
    Storm.failing(100, 100);
    t.throws(() => Storm.failing(100, 42), { type: RangeError, message: "number 42 failed" });
  });

  await t.test("a storm over allocator, reference counts, strings, arrays and lazy globals loses nothing", () => {
    const one = Storm.storm(1, rounds);
    // A sum of 32 bits, which many rounds go beyond.
    for (let round = 0; round < 4; round++) t.equal(Storm.storm(8, rounds), (one * 8) | 0);
    const handed = Storm.handOver(4, rounds);
    t.equal(Storm.handOver(4, rounds), handed);
  });

  await t.test("what threads hand to each other is neither lost nor kept", () => {
    Storm.handOver(8, 20);
    Storm.storm(8, 20);
    const before = inspect();
    for (let round = 0; round < 20; round++) {
      Storm.handOver(8, 20);
      Storm.storm(8, 10);
    }
    const after = inspect();
    t.equal(after.heapBytes, before.heapBytes);
    t.ok(after.memory.buffer.byteLength <= before.memory.buffer.byteLength * 2);
  });

  await t.test("long texts, random numbers and arrays cross", () => {
    for (const piece of ["abc", "äöü", "€𝄞"]) t.equal(Storm.repeat(piece, 5000), piece.repeat(5000));
    t.ok(Storm.randomBits() !== 0);
    t.equal(Storm.bytes(new Uint8Array([0, 1, 255])).join(), "255,254,0");
  });

  await t.test("views of a memory that has grown go on, and can be given back", () => {
    const picture = new Picture(64, 64);
    const { pixels } = picture;
    picture.paint(3);
    t.equal(pixels[0], 3);
    t.equal(pixels.length, 64 * 64 * 4);
    const sum = pixels.reduce((total, value) => total + value, 0);
    t.equal(picture.sum(pixels), sum);
    const { length } = new Uint8Array(inspect().memory.buffer);
    t.equal(Storm.grow(100), 6553600);
    t.ok(inspect().memory.buffer.byteLength > length);
    t.equal(Storm.repeat("after growth ", 3000), "after growth ".repeat(3000));
    // A memory of one thread has detached it.
    t.equal(picture.sum(isShared ? pixels : picture.pixels), sum);
    t.equal(picture.sum(picture.pixels), sum);
    t.equal(picture.sum(Uint8ClampedArray.from([1, 2, 3])), 6);
    picture.dispose();
  });

  await t.test("each thread prints its own lines", async () => {
    const { log } = console;
    const lines = [];
    console.log = (text) => lines.push(text);
    try {
      // Those of other threads go to their own consoles.
      Storm.print(1);
      Storm.print(20);
    } finally {
      console.log = log;
    }
    t.ok(lines.every((line) => /^line \d+ of a thread$/.test(line)));
    t.equal(lines[0], "line 0 of a thread");
  });

  const stops = async (name, what, cause) => {
    await t.test(name, async () => {
      const other = await instantiate(undefined, { threads: wanted });
      const { error } = console;
      console.error = () => {};
      try {
        let told;
        try {
          what(other.Storm);
        } catch (failure) {
          told = failure;
        }
        t.ok(told !== undefined && /has stopped|trapped/.test(told.message));
        const text = `${told.message} ${told.cause?.message}`;
        t.ok((hasCauses ? cause : /unreachable/i).test(text), `${text} tells the cause`);
        t.throws(() => other.Storm.squares(1), { message: /has stopped/ });
        t.equal(other.threads.count, 1);
      } finally {
        console.error = error;
      }
    });
  };
  for (const which of [0, 1, 33, 63]) await stops(`a trap at number ${which} ends the call with its cause`, (other) => other.trapAt(which), /number \d+ stops/);
  if (isShared) {
    await stops("a trap in a thread that has a lock", (other) => other.trapInLock(), /the lock is taken with me/);
    await stops("a stack that overflows in a thread", (other) => other.overflow(), /stack|recursion/);
  }
  await stops("a lock that is asked for twice", (other) => other.lockTwice(), /this thread has the lock already/);

  await t.test("another build can be asked for", async () => {
    const other = await instantiate(variants.source("base"));
    t.equal(other.Storm.threadCount(), 1);
    t.equal(other.Storm.storm(3, 10), Storm.storm(3, 10));
    t.ok(/this build of the module has none|shares no memory/.test(other.threads.why));
  });

  await t.test("one thread of many, and none besides the caller's", async () => {
    const alone = await instantiate(undefined, { threads: 1 });
    t.equal(alone.Storm.threadCount(), 1);
    t.equal(alone.Storm.sums(100)[0], 4950);
    const several = await instantiate(undefined, { threads: 2 });
    several.threads.stop();
    t.equal(several.Storm.threadCount(), 1);
    t.equal(several.Storm.sums(100)[0], 4950);
  });

  threads.stop();
}
