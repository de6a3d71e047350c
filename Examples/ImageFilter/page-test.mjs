// Drives the page as a person would, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

/** What can be seen of the two pictures, without their outermost pixels. */
const look = `(async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const [before, after] = ["before", "after"].map((id) => {
    const canvas = document.getElementById(id);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    return copy.getImageData(0, 0, canvas.width, canvas.height);
  });
  const { width, height } = after;
  const sums = { changed: 0, detail: 0, detailBefore: 0, brightness: 0, brightnessBefore: 0, colour: 0, colourBefore: 0, clear: 0 };
  const luma = (data, at) => 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
  const colour = (data, at) => Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = (y * width + x) * 4;
      sums.changed += Math.abs(after.data[at] - before.data[at]);
      sums.detail += Math.abs(luma(after.data, at) - luma(after.data, at + 4));
      sums.detailBefore += Math.abs(luma(before.data, at) - luma(before.data, at + 4));
      sums.brightness += luma(after.data, at);
      sums.brightnessBefore += luma(before.data, at);
      sums.colour += colour(after.data, at);
      sums.colourBefore += colour(before.data, at);
      sums.clear += after.data[at + 3] < 255;
    }
  }
  for (const name in sums) sums[name] /= (width - 2) * (height - 2);
  const progress = document.getElementById("progress");
  return { width, height, ...sums, reports: Number(progress.dataset.reports), time: document.getElementById("time").textContent };
})()`;

const settled = `new Promise((resolve) => {
  const look = () => {
    const state = document.documentElement.dataset.state;
    if (state === undefined) setTimeout(look, 10);
    else resolve(state);
  };
  look();
})`;

const show = (settings) => `(() => {
  for (const [name, value] of Object.entries(${JSON.stringify(settings)})) {
    document.getElementById("controls").elements[name].value = value;
    document.getElementById("controls").dispatchEvent(new Event("input"));
  }
})()`;

const choose = (script) => `(async () => {
  const transfer = new DataTransfer();
  transfer.items.add(await (${script})());
  const input = document.getElementById("file");
  input.files = transfer.files;
  input.dispatchEvent(new Event("change"));
})()`;

/** @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export default async function (test, page) {
  /** Shows a filter and looks until `isRight`: a canvas of a worker is presented some time after the worker has painted it. */
  const filtered = async (settings, isRight = () => {}) => {
    await page.evaluate(show(settings));
    assert.equal(await page.evaluate(settled), "done");
    for (const end = Date.now() + 20_000; ; ) {
      const seen = await page.evaluate(look);
      assert.ok(seen.reports >= 20 && seen.reports <= 110, `${seen.reports} reports of progress`);
      assert.match(seen.time, /^\d+(\.\d)?$/);
      try {
        assert.equal(seen.clear, 0, "the result is opaque");
        isRight(seen);
        return seen;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  };

  await test("blur takes detail away and keeps brightness", async () => {
    const weak = await filtered({ filter: "blur", radius: 3 }, ({ detail, detailBefore }) =>
      assert.ok(detail < detailBefore * 0.75 && detail > detailBefore * 0.1, `${detail} of ${detailBefore}`));
    await filtered({ filter: "blur", radius: 40 }, (strong) => {
      assert.ok(strong.detail < weak.detail * 0.5, `${strong.detail} after ${weak.detail}`);
      assert.ok(Math.abs(strong.brightness - strong.brightnessBefore) < 3, `${strong.brightness} of ${strong.brightnessBefore}`);
    });
  });
  await test("a blur of radius 0 changes nothing", () => filtered({ filter: "blur", radius: 0 }, ({ changed }) => assert.equal(changed, 0)));
  await test("sharpen adds detail", () =>
    filtered({ filter: "sharpen", radius: 4, amount: 1.5 }, ({ detail, detailBefore }) =>
      assert.ok(detail > detailBefore * 1.5, `${detail} of ${detailBefore}`)));
  await test("edges are drawn in each style", async () => {
    await filtered({ filter: "edges", radius: 1, style: "neon" }, ({ colour }) => assert.ok(colour > 3));
    const chalk = await filtered({ filter: "edges", radius: 1, style: "chalk" }, ({ colour, brightness }) =>
      assert.ok(colour === 0 && brightness > 2 && brightness < 90, `chalk is ${brightness} bright`));
    await filtered({ filter: "edges", radius: 1, style: "ink" }, ({ colour, brightness }) =>
      assert.ok(colour === 0 && Math.abs(chalk.brightness + brightness - 255) < 0.01, "ink is chalk turned over"));
  });
  await test("greyscale takes colour away and keeps brightness", () =>
    filtered({ filter: "greyscale" }, (seen) => {
      assert.ok(seen.colour === 0 && seen.colourBefore > 10);
      assert.ok(Math.abs(seen.brightness - seen.brightnessBefore) < 2, `${seen.brightness} of ${seen.brightnessBefore}`);
    }));
  await test("an image of the user's own takes the place of the scene", async () => {
    await page.evaluate(choose(`async () => {
      const canvas = new OffscreenCanvas(301, 157);
      const context = canvas.getContext("2d");
      context.fillStyle = "rgb(200 30 60)";
      context.fillRect(0, 0, 150, 157);
      return new File([await canvas.convertToBlob()], "own.png", { type: "image/png" });
    }`));
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (document.getElementById("before").width === 301 ? resolve() : setTimeout(look, 10));
      look();
    })`);
    await filtered({ filter: "edges", style: "ink", radius: 0 }, ({ width, height, detail }) => {
      assert.deepEqual([width, height], [301, 157]);
      assert.ok(detail > 0, "the one edge is found");
    });
  });
  await test("a file that is no image is told", async () => {
    await page.evaluate(choose(`async () => new File(["text"], "notes.txt", { type: "text/plain" })`));
    const title = await page.evaluate(`new Promise((resolve) => {
      const look = () => (document.getElementById("notice").hidden ? setTimeout(look, 10) : resolve(document.getElementById("notice-title").textContent));
      look();
    })`);
    assert.equal(title, "That is not an image");
    await filtered({ filter: "greyscale" });
    assert.equal(await page.evaluate(`document.getElementById("notice").hidden`), true, "the picture is back");
  });
}
