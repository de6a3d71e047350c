/** The harness tests itself, so that a green run means something. */
import { forEach } from "../Core/lane.mjs";
import { testLanes } from "../SelfTest/lanes.mjs";
import { testRuntimeParts } from "../SelfTest/runtime-parts.mjs";
import { testEngine, testServer } from "../SelfTest/self-test.mjs";

/** @type {import("./suites.mjs").Suite} */
export const runner = {
  name: "runner",
  about: "the test harness itself, in every engine",
  async run(context) {
    const { report, scratch } = context;
    await report.group("runner/server", (group) => testServer(group, scratch));
    await report.group("runner/queues", testLanes);
    await report.group("runner/golden", (group) => testRuntimeParts(group, scratch));
    await forEach(context.jobs, await context.engines(), (engine) =>
      report.group(`runner/${engine.name}`, async (group) => {
        if (engine.missing === null) await testEngine(group, engine, scratch);
        else group.skip("", engine.missing);
      }),
    );
  },
};
