export default async function (t) {
  const { Code } = t.module;
  const run = (kind, times = 1) => new Promise((resolve) => Code.run(kind, times, (checks, failures) => resolve({ checks, failures })));
  const holds = async (kind, times) => {
    const { checks, failures } = await run(kind, times);
    t.equal(failures, "");
    t.ok(checks > 0, "something was checked");
  };

  await t.test("typed errors arrive through three functions, and no closure without captures loses its own", () => holds("errors"));
  await t.test("values of all kinds, generics, classes, protocols and closures go through awaits", () => holds("types"));
  await t.test("a thousand tasks are resumed in any order", () => holds("tasks", 1000));
  await t.test("ten thousand functions wait for each other", () => holds("recursion", 10_000));
  await t.test("a million awaits that do not suspend need no stack", () => holds("loop", 1_000_000));
  await t.test("a hundred thousand awaits suspend", () => holds("suspensions", 100_000));
  await t.test("task groups", () => holds("groups"));
  await t.test("cancellation reaches sleepers, handlers and the tasks of a group", () => holds("cancellation"));
  await t.test("async sequences", () => holds("sequences"));
  await t.test("async streams", () => holds("streams"));
  await t.test("actors and the main actor", () => holds("actors"));
  await t.test("sleep", () => holds("sleep"));

  await t.test("animation frames", () => holds("frames"));

  await t.test("timers go off, and stop with their last reference", async () => {
    Code.startTimers();
    while (!/^1 [3-9]/.test(Code.ticks)) await new Promise((resolve) => setTimeout(resolve, 1));
    Code.stopTimers();
    const { ticks } = Code;
    await new Promise((resolve) => setTimeout(resolve, 10));
    t.equal(Code.ticks, ticks);
  });
  await t.noLeaks(
    "timers",
    async () => {
      Code.startTimers();
      await new Promise((resolve) => setTimeout(resolve, 3));
      Code.stopTimers();
    },
    { times: 50 },
  );

  await t.test("what is cancelled goes on in order", async () => {
    Code.startSleepers(3);
    await holds("types");
    Code.cancelSleepers();
    await holds("types");
    t.equal(Code.notes, "0 cancelled; 0 ended; 1 cancelled; 1 ended; 2 cancelled; 2 ended; ");
  });
  await t.noLeaks(
    "thousands of awaits",
    async () => {
      await holds("leaks", 20);
    },
    { times: 50 },
  );
  await t.noLeaks(
    "cancelled sleepers",
    async () => {
      Code.startSleepers(3);
      await run("streams");
      Code.cancelSleepers();
      await run("streams");
    },
    { times: 50 },
  );
}
