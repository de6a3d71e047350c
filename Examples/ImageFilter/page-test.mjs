// Drives the page as a person would, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

/** What can be seen of the two pictures, without their outermost pixels. */
const look = `(async () => {
  await new Promise(requestAnimationFrame);
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
  // The worker's canvas reaches the page some frames after the worker has drawn on it; how many, a busy machine decides.
  const filtered = async (settings, check) => {
    await page.evaluate(show(settings));
    assert.equal(await page.evaluate(settled), "done");
    for (let frame = 1; ; frame += 1) {
      const seen = await page.evaluate(look);
      try {
        assert.equal(seen.clear, 0, "the result is opaque");
        assert.ok(seen.reports >= 20 && seen.reports <= 110, `${seen.reports} reports of progress`);
        assert.match(seen.time, /^\d+(\.\d)?$/);
        check(seen);
        return seen;
      } catch (error) {
        if (frame === 100) throw error;
      }
    }
  };

  await test("blur takes detail away and keeps brightness", async () => {
    await filtered({ filter: "blur", radius: 0 }, ({ changed }) => assert.equal(changed, 0));
    const weak = await filtered({ filter: "blur", radius: 3 }, ({ detail, detailBefore }) => {
      assert.ok(detail < detailBefore * 0.75, `${detail} of ${detailBefore}`);
    });
    await filtered({ filter: "blur", radius: 40 }, ({ detail, brightness, brightnessBefore }) => {
      assert.ok(detail < weak.detail * 0.5, `${detail} after ${weak.detail}`);
      assert.ok(Math.abs(brightness - brightnessBefore) < 3);
    });
  });
  await test("a blur of radius 0 changes nothing", async () => {
    await filtered({ filter: "blur", radius: 0 }, ({ changed }) => assert.equal(changed, 0));
  });
  await test("sharpen adds detail", async () => {
    await filtered({ filter: "sharpen", radius: 4, amount: 1.5 }, ({ detail, detailBefore }) => {
      assert.ok(detail > detailBefore * 1.5, `${detail} of ${detailBefore}`);
    });
  });
  await test("edges are drawn in each style", async () => {
    const edges = (style, check) => filtered({ filter: "edges", radius: 1, style }, check);
    await edges("neon", ({ colour, brightness }) => assert.ok(colour > 3 && brightness < 90, `neon is ${brightness} bright`));
    const chalk = await edges("chalk", ({ colour, brightness }) => {
      assert.ok(colour === 0 && brightness > 2 && brightness < 90, `chalk is ${brightness} bright`);
    });
    await edges("ink", ({ colour, brightness }) => {
      assert.ok(colour === 0 && Math.abs(chalk.brightness + brightness - 255) < 0.01, "ink is chalk turned over");
    });
  });
  await test("greyscale takes colour away and keeps brightness", async () => {
    await filtered({ filter: "greyscale" }, ({ colour, colourBefore, brightness, brightnessBefore }) => {
      assert.ok(colour === 0 && colourBefore > 10);
      assert.ok(Math.abs(brightness - brightnessBefore) < 2);
    });
  });
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
    await filtered({ filter: "greyscale" }, ({ colour }) => assert.equal(colour, 0));
    assert.equal(await page.evaluate(`document.getElementById("notice").hidden`), true, "the picture is back");
  });
}
