// The page: what is shown. What is fetched, and in which order, is the affair of Swift.
const element = (id) => document.getElementById(id);
const setState = (state) => (document.documentElement.dataset.state = state);
const say = (text) => (element("notice").textContent = text);

let Reader;
let controller;

/** A row for each text, in the order of the result. */
function show(counts) {
  const rows = counts.map(({ title, words, bytes }) => {
    const row = document.createElement("tr");
    row.append(...[title, words, bytes].map((value) => Object.assign(document.createElement("td"), { textContent: value })));
    return row;
  });
  element("counts").replaceChildren(...rows);
}

async function count(folder = "texts") {
  delete document.documentElement.dataset.state;
  controller = new AbortController();
  element("stop").disabled = false;
  let pieces = 0;
  try {
    show(await Reader.count(new URL(folder, location.href).href, () => pieces++, controller.signal));
    say(`${pieces} pieces arrived.`);
  } catch (error) {
    say(error.name === "AbortError" ? "Stopped." : `${error.name}: ${error.message}`);
  }
  element("stop").disabled = true;
  setState("done");
}

element("count").addEventListener("click", () => count());
element("stop").addEventListener("click", () => controller.abort());
// For the tests of this page.
globalThis.countIn = count;

try {
  const module = await import("./dist/fetch.js");
  await module.init();
  ({ Reader } = module);
  await count();
} catch (error) {
  say("The Swift module did not load. Build it in the root of the repository, then reload this page: swift run bindgen build --package-path Examples/Fetch");
  setState(`failed: ${error.message}`);
}
