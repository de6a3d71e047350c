/** The handler of the example behind the server of each runtime, against the same handler in JavaScript: check.mjs FOLDER, of the example. */
const folder = new URL(`file://${process.argv[2]}/`);
const from = async (path) => (await import(new URL(path, folder))).default;
const { serve } = await import(new URL("serve.mjs", folder));
// As the runtime's own condition of `exports` has it; under workerd's rules the script imports the module that it cannot compile.
const isWorker = process.argv[3] === "workerd";
const handlers = [await from(isWorker ? "dist/edge.workerd.js" : "dist/edge.node.js"), await from("javascript.mjs")];
const text = "one two  three\n".repeat(3000);
const asked = [["", {}], ["hello?name=Zo%C3%AB+x", {}], ["nowhere", {}], ["count", { method: "POST", body: text }], ["upper", { method: "POST", body: text }]];
const direct = (handler) => ({ url: "https://example.com/", fetch: (url, init) => handler.fetch(new Request(url, init)), close() {} });
const answers = [];
for (const handler of handlers) {
  const server = isWorker ? direct(handler) : { fetch, ...(await serve(handler)) };
  const texts = [];
  for (const [path, init] of asked) {
    const response = await server.fetch(`${server.url}${path}`, init);
    texts.push(`${response.status} ${await response.text()}`);
  }
  answers.push(texts);
  await server.close();
}
for (const [index, [path]] of asked.entries()) {
  if (answers[0][index] !== answers[1][index]) throw new Error(`/${path}: ${answers[0][index]} instead of ${answers[1][index]}`);
}
console.log(`${asked.length} answers are those of JavaScript`);
