// Workers and messages, alike in Node and in browsers.

const isNode = globalThis.process?.versions?.node !== undefined;
// No script here waits at its top level: what comes meanwhile would be lost in browsers.
const threads = isNode ? process.getBuiltinModule("node:worker_threads") : undefined;

/** Where the package's modules are, by what follows their name. */
export const place = (suffix) => new URL(`../dist/parallel/parallel${suffix}${isNode ? ".node" : ""}.js`, import.meta.url).href;
export const engine = isNode ? `Node ${process.versions.node}` : (/Firefox\/\S+|Chrome\/\S+/.exec(navigator.userAgent)?.[0].replace("/", " ") ?? navigator.userAgent);

/** Tells the command where the engine is, for the time when it goes no further. @param {string} step */
export const tell = async (step) => {
  if (isNode) return console.log(`@at ${step}`);
  return fetch("/at", { method: "POST", body: step });
};

/** A worker of a script of this folder: `ask` gives its next message. @param {string} script */
export function startWorker(script) {
  const url = new URL(script, import.meta.url);
  const worker = isNode ? new threads.Worker(url) : new Worker(url, { type: "module" });
  const listen = (receive) => (isNode ? worker.on("message", receive) : worker.addEventListener("message", ({ data }) => receive(data)));
  let answer;
  listen((data) => answer(data));
  return {
    post: (message) => worker.postMessage(message),
    listen(receive) {
      answer = receive;
    },
    ask: (message) =>
      new Promise((resolve) => {
        answer = resolve;
        worker.postMessage(message);
      }),
    end: () => worker.terminate(),
  };
}

/** In a worker: answers each message with what `answerTo` gives, or a promise of it. */
export function serve(answerTo) {
  if (isNode) threads.parentPort.on("message", async (data) => threads.parentPort.postMessage(await answerTo(data)));
  else globalThis.addEventListener("message", async ({ data }) => globalThis.postMessage(await answerTo(data)));
}
