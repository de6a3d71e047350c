/** The probe in a worker, in a service worker and in an AudioWorklet; `scopes.html` asks for what it found. */
import { probe } from "./probe.mjs";

if (typeof registerProcessor === "function") {
  // There is no `fetch`: the page gives the compiled modules.
  const Processor = class extends AudioWorkletProcessor {
    constructor({ processorOptions }) {
      super();
      probe(processorOptions).then((answers) => this.port.postMessage(answers));
    }

    process() {
      return true;
    }
  };
  registerProcessor("probe", Processor);
} else {
  addEventListener("message", async ({ ports }) => ports[0].postMessage(await probe()));
}
