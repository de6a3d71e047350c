/** What a consumer does with three packages, in every runtime and bundle alike: one answer for each thing that must work. */
import { Greeter, init as initGreeter } from "greeter";
import { Image, init as initImage } from "image-filter";
import { Image as RemoteImage, init as initRemote, terminate } from "image-filter/worker";
import { Painting, init as initPainting, threads } from "mandelbrot";
import { Painting as RemotePainting, init as initRemotePainting, terminate as endPainting } from "mandelbrot/worker";

/** What the table in README.md has columns for, in its order. */
const checks = {
  strings() {
    same(Greeter.hello("Zoë 🐈 紫"), "Hello, Zoë 🐈 紫!");
    same(Greeter.greet({ name: "紫", language: "japanese", hour: 0 }), "紫さん、おはようございます！");
    same(Greeter.hello("ä".repeat(100_000)).length, 100_008);
  },

  views() {
    const image = new Image(4, 2);
    for (let index = 0; index < image.original.length; index += 4) image.original.set([255, 128, 3, 255], index);
    image.blur(1);
    same([...image.pixels.subarray(0, 4)].join(), "255,128,3,255");
    same(image.pixels.buffer, image.original.buffer);
    image.dispose();
  },

  callbacks() {
    const heard = [];
    const guests = new Set([{ name: "Ada" }, { name: "Emmy", title: "Dr.", language: "german", hour: 14 }]);
    same(Greeter.greetAll(guests, (greeting, guest) => heard.push(`${greeting} ${guest.name}`)), 2);
    same(heard.join(" / "), "Hello, Ada! Ada / Guten Tag, Dr. Emmy! Emmy");
  },

  classes() {
    const image = new Image(3, 5);
    same(image instanceof Image, true);
    same(`${image.width} x ${image.height}`, "3 x 5");
    image.dispose();
    throws(() => image.width, TypeError, /disposed/);
  },

  errors() {
    throws(() => Greeter.greet({ name: "" }), RangeError, /^a guest needs a name$/);
    throws(() => Greeter.greet({ name: "Ada", language: "klingon" }), TypeError, /guest\.language.*klingon/);
    const refusal = new Error("too loud");
    const shout = () => {
      throw refusal;
    };
    throws(() => Greeter.greetAll([{ name: "Ada" }], shout), Error, /too loud/);
    same(Greeter.hello("again"), "Hello, again!");
  },

  async worker() {
    await initRemote();
    const image = new RemoteImage(4, 2);
    const reports = [];
    await image.original.write(new Uint8ClampedArray(32).fill(255));
    await image.blur(1, (fraction) => reports.push(fraction));
    same(reports.at(-1), 1);
    const pixels = await image.pixels.read();
    same(`${pixels.length} ${pixels[0]} ${await image.width}`, "32 255 4");
    image.dispose();
    await terminate();
    // Where memory can be shared, the worker has threads of its own.
    await initRemotePainting({ threads: 2 });
    const painting = new RemotePainting(64, 48);
    await painting.paint(-0.7, 0, 3, 100);
    samePicture(await painting.pixels.read());
    await endPainting();
  },

  threads() {
    same(threads.why, undefined);
    same(threads.count, 3);
    paint();
    threads.stop();
    same(threads.count, 1);
    paint();
  },
};

/** A picture, which is the same in every build of the module. */
function paint() {
  const painting = new Painting(64, 48);
  painting.paint(-0.7, 0, 3, 100);
  samePicture(painting.pixels);
  painting.dispose();
}

function samePicture(pixels) {
  let sum = 0;
  for (const byte of pixels) sum = (Math.imul(sum, 31) + byte) | 0;
  same(sum, 780871600);
}

/**
 * @param {{ greeter?: unknown, image?: unknown, painting?: unknown }} [sources] what `init` is given; nothing, as most do
 * @returns {Promise<Record<string, string>>} "yes" or what went wrong, by column
 */
export async function probe(sources = {}) {
  const answers = {};
  await answer(answers, "loads", async () => {
    await Promise.all([initGreeter(sources.greeter), initImage(sources.image), initPainting(sources.painting, { threads: 3 })]);
    paint();
  });
  for (const [column, check] of Object.entries(checks)) await answer(answers, column, check);
  return answers;
}

async function answer(answers, column, check) {
  try {
    await check();
    answers[column] = "yes";
  } catch (error) {
    answers[column] = `${error}`;
  }
}

function same(value, expected) {
  if (value !== expected) throw new Error(`${value} instead of ${expected}`);
}

function throws(body, type, pattern) {
  try {
    body();
  } catch (error) {
    if (error instanceof type && pattern.test(error.message)) return;
    throw error;
  }
  throw new Error("nothing was thrown");
}
