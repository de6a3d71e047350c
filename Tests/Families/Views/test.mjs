export default async function (t) {
  const { Image, Storage } = t.module;
  const memory = () => t.module.inspect().memory.buffer;

  await t.test("a view shows the storage itself, both ways", () => {
    const image = new Image(100);
    const { pixels } = image;
    t.ok(pixels instanceof Uint8ClampedArray, "it has the class of the IDL");
    t.equal(pixels.length, 100);
    t.ok(pixels.buffer === memory(), "it is the module's memory");
    image.fill(3);
    t.ok(pixels.every((value) => value === 3), "what Swift writes shows");
    pixels[0] = 300;
    t.equal(pixels[0], 255);
    t.equal(image.sum(), 99 * 3 + 255);
    image.dispose();
  });

  await t.test("it is the same array as long as it is valid", () => {
    const image = new Image(10);
    const { pixels } = image;
    t.ok(image.pixels === pixels, "the same");
    t.grow();
    t.equal(pixels.length, 0);
    const again = image.pixels;
    t.ok(again !== pixels, "another after growth");
    t.equal(again.length, 10);
    t.ok(again.buffer === memory(), "it is of the memory as it is now");
    t.ok(image.pixels === again, "the same again");
    again.fill(2);
    t.equal(image.sum(), 20);
    image.dispose();
  });

  await t.test("the same storage under two classes", () => {
    const image = new Image(10);
    const { pixels, bytes } = image;
    t.ok(pixels instanceof Uint8ClampedArray && bytes instanceof Uint8Array, "each has its own class");
    bytes[0] = 7;
    t.equal(pixels[0], 7);
    t.ok(image.pixels instanceof Uint8ClampedArray && image.bytes instanceof Uint8Array, "again");
    image.dispose();
  });

  await t.test("every class of array", () => {
    t.equal(Storage.int8(), Int8Array.of(-1, 2));
    t.equal(Storage.int16(), Int16Array.of(-1, 2));
    t.equal(Storage.uint16(), Uint16Array.of(65535, 2));
    t.equal(Storage.int32(), Int32Array.of(-1, 2));
    t.equal(Storage.uint32(), Uint32Array.of(4294967295, 2));
    t.equal(Storage.bigInt64(), BigInt64Array.of(-1n, 2n));
    t.equal(Storage.bigUint64(), BigUint64Array.of(2n ** 64n - 1n, 2n));
    const image = new Image(1);
    t.equal(image.rows(3), Float64Array.of(0, 1, 2));
    image.dispose();
  });

  await t.test("an empty view", () => {
    t.equal(Storage.empty().length, 0);
    t.ok(Storage.empty() === Storage.empty(), "it is the same");
    t.grow();
    const empty = Storage.empty();
    empty.set([]);
    t.ok(empty.buffer === memory(), "it is of the memory as it is now");
  });

  await t.test("a nullable view", () => {
    const image = new Image(4);
    t.equal(image.depth, null);
    image.addDepth(5);
    t.equal(image.depth, new Float32Array(5));
    t.equal(Storage.maybe(true), Uint8Array.of(1, 2, 3));
    t.equal(Storage.maybe(false), null);
    image.dispose();
  });

  await t.test("the storage outlives its owner while a view of it lives", () => {
    const image = new Image(1000);
    image.fill(9);
    const { pixels } = image;
    const before = Image.alive;
    image.dispose();
    t.equal(Image.alive, before - 1);
    t.throws(() => image.pixels, { name: "TypeError", message: "Image.pixels: this Image has been disposed" });
    const others = Array.from({ length: 20 }, () => new Image(1000));
    for (const other of others) other.fill(1);
    t.ok(pixels.every((value) => value === 9), "nobody else got its memory");
    pixels.fill(5);
    t.equal(Storage.sum(new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length)), 5000);
    for (const other of others) {
      t.equal(other.sum(), 1000);
      other.dispose();
    }
  });

  await t.test("growth before the view is read", () => {
    const image = new Image(6);
    image.fill(4);
    const pixels = image.pixelsAfter(() => t.grow());
    t.equal(pixels.length, 6);
    t.equal([...pixels], [4, 4, 4, 4, 4, 4]);
    t.ok(pixels.buffer === memory(), "it is of the memory as it is now");
    image.dispose();
  });

  await t.test("a call during the call does not disturb the view", () => {
    const [image, other] = [new Image(3), new Image(8)];
    other.fill(1);
    const pixels = image.pixelsAfter(() => t.equal(other.pixels.length, 8));
    t.equal(pixels.length, 3);
    image.dispose();
    other.dispose();
  });

  await t.test("an attribute that makes the memory grow shows the memory as it is then", () => {
    const image = new Image(3);
    t.equal(image.watched.length, 3);
    const first = image.watched;
    t.ok(image.watched === first, "the same view while the memory stays");
    image.watch(() => t.grow());
    image.watched[0] = 7;
    t.equal([...image.watched], [7, 0, 0]);
    t.ok(image.watched.buffer === memory(), "it is of the memory as it is now");
    image.watch(null);
    const last = image.watched;
    image.dispose();
    t.equal([...last], [7, 0, 0]);
  });

  await t.test("an error instead of a view", () => {
    const image = new Image(3);
    t.throws(() => image.checked(false), { name: "Error", message: "not now" });
    t.equal(image.checked(true).length, 3);
    t.equal(t.throws(() => image.pixelsAfter(() => { throw new Error("mine"); })).message, "mine");
    t.equal(image.pixels.length, 3);
    image.dispose();
  });

  await t.test("a view is an attribute that cannot be set", () => {
    const image = new Image(3);
    t.throws(() => {
      image.pixels = new Uint8ClampedArray(3);
    }, { name: "TypeError" });
    image.dispose();
  });

  const image = new Image(100);
  image.addDepth(10);
  await t.noLeaks("the same view again and again", () => {
    image.pixels.fill(1);
    image.depth.fill(1);
  });
  await t.noLeaks("a view after each growth", () => {
    t.grow();
    image.pixels.fill(1);
  }, { times: 30 });
  const raise = () => {
    throw new Error("mine");
  };
  await t.noLeaks("an exception, while Swift goes on and returns a view", () => {
    const once = new Image(1000);
    t.throws(() => once.pixelsAfter(raise));
    once.watch(raise);
    t.throws(() => once.watched);
    once.dispose();
  });
  await t.noLeaks("an error instead of a view", () => t.throws(() => image.checked(false)));

  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  if (collect === undefined) t.skip("no leaks: collected views release their storage", "this engine shows no gc");
  else {
    await t.noLeaks("collected views release their storage", async () => {
      for (let index = 0; index < 100; index += 1) Storage.fresh(1000)[0] = 1;
      for (let round = 0; round < 5; round += 1) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }, { times: 5 });
    await t.noLeaks("owner disposed, view collected", async () => {
      for (let index = 0; index < 100; index += 1) {
        const owner = new Image(1000);
        owner.pixels[0] = 1;
        owner.dispose();
      }
      for (let round = 0; round < 5; round += 1) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }, { times: 5 });
  }
  image.dispose();
}
