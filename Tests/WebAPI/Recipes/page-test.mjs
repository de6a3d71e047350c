// The recipes of the page "The DOM from Swift", with clicks and keys.
import assert from "node:assert/strict";

const text = (selector) => `document.querySelector(${JSON.stringify(selector)}).textContent`;

/** @type {Record<string, (page: any) => Promise<void>>} */
export const recipes = {
  async counter(page) {
    await page.evaluate("Recipes.counter()");
    await page.click(".counter");
    await page.click(".counter");
    assert.equal(await page.evaluate(text(".counter")), "2");
  },

  async form(page) {
    await page.evaluate("Recipes.form()");
    await page.click(".greeting input");
    await page.type("Ada\n");
    assert.equal(await page.evaluate(text(".greeting output")), "Hello, Ada!");
  },

  async weather(page) {
    assert.equal(await page.evaluate(`Recipes.weather("weather.json")`), "21 degrees in Oslo");
    assert.match(await page.evaluate(`Recipes.weather("nowhere.json").catch(String)`), /nowhere\.json: 404/);
  },

  async frames(page) {
    await page.evaluate("Recipes.frames()");
    const pixel = (x) => `document.querySelector("canvas").getContext("2d").getImageData(${x}, 10, 1, 1).data.join()`;
    assert.equal(await page.evaluate(pixel(90)), "0,128,128,255");
    assert.equal(await page.evaluate(pixel(10)), "0,0,0,0");
  },

  async drop(page) {
    await page.evaluate("Recipes.drop()");
    const dropped = `(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "a text");
      const target = document.querySelector(".drop");
      const over = target.dispatchEvent(new DragEvent("dragover", { cancelable: true, dataTransfer }));
      target.dispatchEvent(new DragEvent("drop", { cancelable: true, dataTransfer }));
      return [over, target.textContent];
    })()`;
    assert.deepEqual(await page.evaluate(dropped), [false, "a text"]);
  },

  async visits(page) {
    assert.deepEqual([await page.evaluate("Recipes.visits()"), await page.evaluate("Recipes.visits()")], [1, 2]);
  },

  async watch(page) {
    await page.evaluate("Recipes.watch()");
    assert.equal(await page.evaluate(`document.querySelector(".watched").title`), "2 changes");
  },

  async messages(page) {
    assert.equal(await page.evaluate("Recipes.messages()"), "from port 1");
  },

  async "a worker"(page) {
    assert.equal(await page.evaluate("Recipes.primes(100)"), 25);
  },

  async "a web component"(page) {
    const shown = (index) => page.evaluate(`document.querySelectorAll("swift-badge")[${index}].textContent`);
    await page.evaluate(`document.body.insertAdjacentHTML("beforeend", "<swift-badge label='Inbox'></swift-badge>")`);
    assert.equal(await shown(0), "");
    await page.evaluate("Recipes.badge()");
    assert.equal(await shown(0), "Inbox: 0");
    await page.click("swift-badge");
    assert.equal(await shown(0), "Inbox: 1");
    await page.evaluate(`document.querySelector("swift-badge").setAttribute("label", "Sent")`);
    assert.equal(await shown(0), "Sent: 1");
    // Another element has an object of its own, however it is made.
    const made = `(() => {
      const Badge = customElements.get("swift-badge");
      const [first, second] = [document.createElement("swift-badge"), new Badge()];
      document.body.append(first, second);
      second.setAttribute("label", "New");
      return [first.textContent, second.textContent, second instanceof Badge, second instanceof HTMLElement, Object.getPrototypeOf(first) === Badge.prototype];
    })()`;
    assert.deepEqual(await page.evaluate(made), [": 0", "New: 0", true, true, true]);
    // It hears nothing more when it has left.
    await page.evaluate(`((left) => { globalThis.left = left; left.remove(); left.click(); })(document.querySelector("swift-badge"))`);
    assert.equal(await page.evaluate("left.textContent"), "Sent: 1");
    assert.match(await page.evaluate("(() => { try { Recipes.badge(); } catch (error) { return error.name; } })()"), /NotSupportedError/);
  },

  async words(page) {
    assert.deepEqual((await page.evaluate("Recipes.words()")).slice(1), ["101", "1970-01-01T00:00:00.000Z"]);
  },

  async lacking(page) {
    assert.deepEqual(await page.evaluate("Recipes.lacking()"), [true, true, false, true]);
  },

  async "the libraries over WebDOM"(page) {
    assert.equal(await page.evaluate(`Checks.digest("abc")`), "32 186 173 36");
    assert.equal(await page.evaluate("Checks.circle()"), "5.0 true true");
    assert.equal(await page.evaluate("Checks.animation()"), "true 1 true");
    assert.match(await page.evaluate("Checks.triangle()"), /^(0 4 true|no WebGL)$/);
    assert.equal(await page.evaluate("Checks.gpu()"), await page.evaluate(`"gpu" in navigator`));
    assert.equal(await page.evaluate(`Checks.store("a text")`), "a text");
    assert.equal(await page.evaluate("Checks.sound()"), true);
    assert.equal(await page.evaluate("Checks.channel()"), "heard hello");
  },

  async "events of the browser's own EventTarget"(page) {
    assert.equal((await page.evaluate("Checks.events()")).length, 10);
  },
};
