/** One family: its tests, whose calls are noted, and then these calls through the proxy. `node main.mjs MODULE PROXY TEST`, with URLs. */
import { Tests } from "../Families/harness.mjs";
import { Recorder } from "./record.mjs";
import { Replay } from "./replay.mjs";

/** The tests of a family for the sake of their calls. What belongs to one process, such as ten thousand calls that leave nothing, is left out. */
class Noted extends Tests {
  constructor(recorder, replay, ...rest) {
    super(...rest);
    Object.assign(this, { recorder, replay });
  }

  async test(name, body) {
    await super.test(name, body);
    await this.play();
  }

  async play() {
    await this.replay.play(this.recorder.notes.splice(0));
  }

  async noLeaks() {}
}

// What a setter of a proxy cannot do, nobody waits for.
process.on("unhandledRejection", () => {});

const [module, proxy, test] = process.argv.slice(2);
const recorder = new Recorder();
const local = await import(module);
await local.init();
const remote = await import(proxy);
await remote.init();
const replay = new Replay(remote);
const tests = new Noted(recorder, replay, recorder.wrap(local), module, "node");
const { default: body } = await import(test);
try {
  await body(tests);
} catch (error) {
  replay.differences.push(`the tests do not run to their end: ${error.stack}`);
}
await tests.play();
await remote.terminate();
const { compared, left, differences } = replay;
console.log(`@replayed ${JSON.stringify({ compared, left: Object.fromEntries(left), differences })}`);
process.exit(0);
