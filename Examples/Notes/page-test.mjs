// Drives the page with clicks and keys, in each browser. `Tests/run examples` calls it.
import assert from "node:assert/strict";

const seen = `({
  titles: [...document.querySelectorAll(".list button")].map((button) => button.textContent),
  open: document.querySelector(".list [aria-current]")?.textContent ?? null,
  text: document.querySelector(".editor").value,
  status: document.querySelector(".status").textContent,
  kept: Object.entries(localStorage).map(([key, text]) => key + ": " + text).sort(),
  focus: document.activeElement.className,
})`;

/** @param {(name: string, body: () => Promise<void>) => Promise<void>} test @param {any} page */
export default async function (test, page) {
  await test("a note is written by keys, and kept", async () => {
    await page.click(".add");
    await page.type("Milk\nand bread");
    const { titles, text, status, kept, focus } = await page.evaluate(seen);
    assert.deepEqual([titles, text, status, kept, focus], [["Milk"], "Milk\nand bread", "1 note", ["note 1: Milk\nand bread"], "editor"]);
  });
  await test("a second one stands above it, and a click opens the first", async () => {
    await page.click(".add");
    await page.type("Zebra");
    await page.click(".list li:nth-child(2) button");
    const { titles, open, text, status } = await page.evaluate(seen);
    assert.deepEqual([titles, open, text, status], [["Zebra", "Milk"], "Milk", "Milk\nand bread", "2 notes"]);
  });
  await test("Alt and an arrow open the note above", async () => {
    await page.press("Alt", "ArrowUp");
    assert.equal((await page.evaluate(seen)).open, "Zebra");
    await page.press("Alt", "ArrowUp");
    assert.equal((await page.evaluate(seen)).open, "Zebra");
  });
  await test("the search shows what fits, and Escape all", async () => {
    await page.click(".search");
    await page.type("BREAD");
    assert.deepEqual((await page.evaluate(seen)).titles, ["Milk"]);
    await page.press("Escape");
    assert.deepEqual((await page.evaluate(seen)).titles, ["Zebra", "Milk"]);
  });
  await test("what another tab writes is shown", async () => {
    await page.evaluate(`(localStorage.setItem("note 7", "From a tab"), dispatchEvent(new StorageEvent("storage")))`);
    assert.deepEqual((await page.evaluate(seen)).titles, ["From a tab", "Zebra", "Milk"]);
  });
  await test("notes are deleted", async () => {
    await page.click(".list li:nth-child(2) button");
    await page.click(".remove");
    const { titles, open, kept } = await page.evaluate(seen);
    assert.deepEqual([titles, open, kept], [["From a tab", "Milk"], "Milk", ["note 1: Milk\nand bread", "note 7: From a tab"]]);
  });
  await test("a full storage is told", async () => {
    await page.evaluate(`(Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); }, 0)`);
    await page.click(".editor");
    await page.type("!");
    assert.match((await page.evaluate(seen)).status, /^Not saved: .*no room/);
  });
}
