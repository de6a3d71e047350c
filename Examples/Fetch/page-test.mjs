// Drives the page as a person would, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

const seen = `(() => ({
  rows: [...document.querySelectorAll("#counts tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
  notice: document.getElementById("notice").textContent,
}))()`;
const settled = `new Promise((resolve) => {
  const look = () => (document.documentElement.dataset.state === undefined ? setTimeout(look, 10) : resolve());
  look();
})`;

/** @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export default async function (test, page) {
  await test("texts are counted, the longest first", async () => {
    const { rows, notice } = await page.evaluate(seen);
    assert.deepEqual(rows.map(([title, words]) => [title, words]), [["On streams", "35"], ["On waiting", "23"], ["On stopping", "5"]]);
    assert.match(notice, /^[3-9] pieces arrived\.$/);
  });
  await test("a folder that is not there is told", async () => {
    await page.evaluate(`countIn("nowhere")`);
    assert.match((await page.evaluate(seen)).notice, /^RangeError: .*nowhere\/index\.json: status 404$/);
  });
  await test("what is stopped says so", async () => {
    await page.evaluate(`(document.getElementById("count").click(), document.getElementById("stop").click(), ${settled})`);
    assert.equal((await page.evaluate(seen)).notice, "Stopped.");
    await page.evaluate(`(document.getElementById("count").click(), ${settled})`);
    assert.match((await page.evaluate(seen)).notice, /pieces arrived/);
  });
}
