// Drives the page as a person would, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

const settled = `new Promise((resolve) => {
  const look = () => {
    const { state } = document.documentElement.dataset;
    if (state === undefined) setTimeout(look, 10);
    else resolve(state);
  };
  look();
})`;

/** What each figure says, and a number for its picture. */
const look = `[...document.querySelectorAll("[data-build]")].map((figure) => {
  const canvas = figure.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (let index = 0; index < data.length; index += 1) sum = (Math.imul(sum, 31) + data[index]) | 0;
  const text = (name) => figure.querySelector("[data-" + name + "]").textContent;
  return { name: figure.dataset.build, sum, time: text("time"), note: text("note") };
})`;

const click = (x, y) => `(() => {
  const button = document.querySelector("figure button");
  const { left, top, width, height } = button.getBoundingClientRect();
  button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1, clientX: left + width * ${x}, clientY: top + height * ${y} }));
})()`;

/** @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export default async function (test, page) {
  await test("three builds paint the same picture", async () => {
    const [base, simd, threads] = await page.evaluate(look);
    assert.ok(base.sum !== 0 && base.sum === simd.sum && base.sum === threads.sum, JSON.stringify([base, simd, threads]));
    for (const { time } of [base, simd, threads]) assert.match(time, /^\d+(\.\d)? ms$/);
    assert.match(threads.note, /^\d+ threads?, \d+\.\d times as fast$/);
    assert.match(simd.note, /^two numbers at a time, \d+\.\d times as fast$/);
  });
  await test("a click looks closer, and the way back is there", async () => {
    const [before] = await page.evaluate(look);
    await page.evaluate(click(0.4, 0.4));
    assert.equal(await page.evaluate(settled), "done");
    const [after, ...others] = await page.evaluate(look);
    assert.notEqual(after.sum, before.sum);
    assert.ok(others.every(({ sum }) => sum === after.sum), JSON.stringify(others));
    assert.match(await page.evaluate(`document.getElementById("place").textContent`), /, 4 times as large$/);
    await page.evaluate(`document.getElementById("back").click()`);
    assert.equal(await page.evaluate(settled), "done");
    assert.equal((await page.evaluate(look))[0].sum, before.sum);
  });
  await test("the page is painted while the workers work", async () => {
    await page.evaluate(`(() => {
      globalThis.painted = 0;
      const count = () => { globalThis.painted += 1; requestAnimationFrame(count); };
      requestAnimationFrame(count);
      const depth = document.getElementById("depth");
      depth.value = 3000;
      depth.dispatchEvent(new Event("input"));
    })()`);
    assert.equal(await page.evaluate(settled), "done");
    assert.ok((await page.evaluate("globalThis.painted")) > 2);
  });
}

/** Where the page may share no memory. @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export async function withoutIsolation(test, page) {
  await test("without isolation two builds paint, and the third says what is missing", async () => {
    const [base, simd, threads] = await page.evaluate(look);
    assert.ok(base.sum !== 0 && base.sum === simd.sum);
    assert.equal(threads.time, "–");
    assert.match(threads.note, /Cross-Origin-Opener-Policy/);
  });
}
