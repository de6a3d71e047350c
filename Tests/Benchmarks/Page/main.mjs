// Swift through WebDOM, the hand-written floor and JavaScript, one sample after the other in one page.
import { init as initFloor } from "../Floor/page.js";
import { interleave } from "../measure.mjs";
import { Page as plain } from "./plain.mjs";
import { init, Page } from "../dist/page/page.js";

const context = document.querySelector("canvas").getContext("2d");
const list = document.querySelector("ul");
const text = document.createTextNode("hello");
const event = new MouseEvent("click", { clientX: 3 });
document.body.append(text);

/** How often one evaluation does it: what a page does at once is measured at once. */
const many = 10_000;

const rows = [
  ["property get, a number", 1, (page) => (times) => page.get(context, times)],
  ["property set, a number", 1, (page) => (times) => page.set(context, times)],
  ["method call, an object in, a boolean out", 1, (page) => (times) => page.call(document.body, list, times)],
  ["string in, 5 characters", 1, (page) => (times) => page.textIn(text, times)],
  ["string out, 5 characters", 1, (page) => (times) => page.textOut(text, times)],
  ["an object out, and dropped", 1, (page) => (times) => page.child(list, times)],
  ["10,000 nodes built, each", many, (page) => (times) => {
    for (let index = 0; index < times; index++) {
      list.replaceChildren();
      page.build(list, many);
    }
    const answer = `${list.childElementCount} ${list.lastElementChild.textContent}`;
    list.replaceChildren(document.createElement("li"));
    return answer;
  }],
  ["10,000 calls of a canvas, each", many, (page) => (times) => {
    for (let index = 0; index < times; index++) {
      // What was recorded is thrown away, not painted: when a browser paints is not the caller's.
      context.reset();
      page.draw(context, many);
    }
  }],
  ["10,000 events heard, each", many, (page) => (times) => {
    const target = new EventTarget();
    page.listen(target);
    for (let index = 0; index < times * many; index++) target.dispatchEvent(event);
    return page.heard();
  }],
];

globalThis.measure = async (samples, milliseconds) => {
  await init();
  const floor = await initFloor(await fetch("../dist/floor.wasm").then((response) => response.arrayBuffer()));
  return rows.map(([name, calls, make]) => {
    list.replaceChildren(document.createElement("li"));
    const runs = [make(Page), make(floor), make(plain)];
    const answers = runs.map((run) => JSON.stringify(run(2)));
    if (new Set(answers).size !== 1) throw new Error(`${name}: ${answers.join(", ")}`);
    const [ours, hand, javaScript] = interleave(runs, samples, milliseconds).map(({ min }) => min / calls);
    return { name, ours, hand, javaScript };
  });
};
