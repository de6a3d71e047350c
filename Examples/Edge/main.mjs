/** How many requests a second the handler answers on this machine, and the same handler in JavaScript: one behind the other, several times. */
import swift from "./dist/edge.node.js";
import javascript from "./javascript.mjs";
import { serve } from "./serve.mjs";

const text = "The quick brown fox jumps over the lazy dog.\n".repeat(200);
const requests = [["", {}], ["hello?name=Zo%C3%AB", {}], ["count", { method: "POST", body: text }], ["upper", { method: "POST", body: text }]];
const lanes = 8;

async function ask(url, count) {
  let open = count;
  const lane = async () => {
    while (open > 0) {
      open -= 1;
      const [path, init] = requests[open % requests.length];
      await (await fetch(url + path, init)).arrayBuffer();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return (count * 1000) / (performance.now() - start);
}

const servers = { Swift: await serve(swift), JavaScript: await serve(javascript) };
const best = { Swift: 0, JavaScript: 0 };
for (let round = 0; round < 4; round += 1) {
  for (const [name, { url }] of Object.entries(servers)) best[name] = Math.max(best[name], await ask(url, round === 0 ? 200 : 800));
}
for (const [name, rate] of Object.entries(best)) console.log(`${name}: ${Math.round(rate)} requests a second`);
console.log(`Swift answers ${(best.Swift / best.JavaScript).toFixed(2)} times as many as JavaScript.`);
for (const { close } of Object.values(servers)) await close();
