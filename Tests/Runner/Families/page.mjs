/** The entry for browsers. The driver awaits `globalThis.run(job)`; `globalThis.current` names the test that runs. */
import { runFamilies } from "./run-families.mjs";

globalThis.current = "nothing yet";
globalThis.run = (job) =>
  runFamilies(job, (family, test) => {
    globalThis.current = `${family}: ${test}`;
    // The main thread may never come back from this test, so the server is told first.
    navigator.sendBeacon?.("/starting", globalThis.current);
  });
