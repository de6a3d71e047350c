// Drives the page with clicks and keys, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

const seen = `(() => {
  const text = (name) => document.querySelector("[data-" + name + "]").textContent;
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let light = 0, sum = 0;
  for (let index = 0; index < data.length; index += 4) {
    if (data[index + 2] > 60) light += 1;
    sum = (Math.imul(sum, 31) + data[index + 2]) | 0;
  }
  return { count: text("count-text"), rate: text("rate"), swift: text("swift"), canvas: text("canvas"), bound: text("bound"), light, sum };
})()`;

/** Waits until some frames have been shown. */
const frames = (count) => `new Promise((resolve) => {
  let left = ${count};
  const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve());
  next();
})`;

/** Waits until the page says something. */
const until = (condition) => `new Promise((resolve) => {
  const look = () => ((${condition}) ? resolve() : setTimeout(look, 20));
  look();
})`;

/** @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export default async function (test, page) {
  await test("particles are shown, and what bounds them is told", async () => {
    const { count, rate, swift, canvas, bound, light } = await page.evaluate(seen);
    assert.equal(count, "100,000");
    assert.match(rate, /^\d+$/);
    for (const time of [swift, canvas]) assert.match(time, /^\d+\.\d ms$/);
    assert.match(bound, /^(the browser|Swift|the canvas)/);
    assert.ok(light > 1000, `${light} pixels are lit`);
  });
  await test("they move", async () => {
    const { sum } = await page.evaluate(seen);
    await page.evaluate(frames(3));
    assert.notEqual((await page.evaluate(seen)).sum, sum);
  });
  await test("a key pauses them, a click lets them go on", async () => {
    await page.press("p");
    await page.evaluate(frames(2));
    const { sum, rate } = await page.evaluate(seen);
    assert.equal(rate, "paused");
    await page.evaluate(frames(3));
    assert.equal((await page.evaluate(seen)).sum, sum);
    await page.click("#pause");
    await page.evaluate(frames(3));
    assert.notEqual((await page.evaluate(seen)).sum, sum);
  });
  await test("they follow the pointer", async () => {
    const near = `(() => {
      const { data, width } = document.querySelector("canvas").getContext("2d").getImageData(660, 345, 120, 120);
      let light = 0;
      for (let index = 2; index < data.length; index += 4) light += data[index];
      return light;
    })()`;
    const before = await page.evaluate(near);
    await page.evaluate(`(() => {
      const canvas = document.querySelector("canvas");
      const scale = canvas.clientWidth / canvas.width;
      const { left, top } = canvas.getBoundingClientRect();
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: left + 720 * scale, clientY: top + 405 * scale, bubbles: true }));
    })()`);
    await page.evaluate(frames(40));
    const after = await page.evaluate(near);
    assert.ok(after > before, `${before} before, ${after} after`);
  });
  await test("a key scatters them, and the slider has more and fewer", async () => {
    await page.press("s");
    await page.click("#count");
    const text = `document.querySelector("[data-count-text]").textContent`;
    await page.evaluate(until(`${text} !== "100,000"`));
    const many = Number((await page.evaluate(text)).replace(",", ""));
    assert.ok(many > 150_000 && many < 250_000, `${many}`);
    await page.press("ArrowDown");
    await page.evaluate(until(`Number(${text}.replace(",", "")) === ${many - 4000}`));
  });
}
