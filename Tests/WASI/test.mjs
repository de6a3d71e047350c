/**
 * Modules that import WASI, with the implementation of the engine, or a shim in browsers. `t.module` has the entries of the
 * modules: `Clock`, and `Machine` and `Reactor`, which are null where there is no Swift SDK.
 */
export default async function (t) {
  const { WASI } = await import(t.isBrowser ? new URL("./shim.mjs", import.meta.url) : "node:wasi");
  const fresh = () => new WASI({ version: "preview1", env: { GREETING: "Grüß Gott", EMPTY: "" } });
  const entry = (path) => import(new URL(path, t.base));
  const isNow = (milliseconds) => t.ok(Math.abs(milliseconds - Date.now()) < 60_000, `${milliseconds} is now`);
  const refused = (promise) => t.rejects(promise, { type: TypeError, message: /this module uses WASI: init\(source, \{ wasi \}\)/ });

  const clock = await entry(t.module.Clock);
  await t.test("init without WASI is a TypeError, and may be repeated with it", async () => {
    await refused(clock.init());
    await refused(clock.init(undefined, {}));
    await refused(clock.init(undefined, { wasi: {} }));
    const first = clock.init(undefined, { wasi: fresh() });
    t.ok(first === clock.init(), "a later call gives the same promise");
    await first;
    isNow(clock.Clock.milliseconds());
  });
  await t.test("bytes come from the host", () => {
    const bytes = clock.Clock.random(64);
    t.equal(bytes.length, 64);
    t.ok(new Set(bytes).size > 16, `${bytes}`);
  });
  await t.test("each instance has a WASI of its own", async () => {
    await refused(clock.instantiate());
    const { Clock } = await clock.instantiate(undefined, { wasi: fresh() });
    isNow(Clock.milliseconds());
    isNow(clock.Clock.milliseconds());
  });

  if (t.module.Machine === null) return;
  const machine = await entry(t.module.Machine);
  await t.test("a C library works, set up once", async () => {
    await refused(machine.instantiate());
    const wasi = fresh();
    const { Machine } = await machine.instantiate(undefined, { wasi });
    t.equal(Machine.constructions(), 1);
    isNow(Machine.milliseconds());
    t.equal(Machine.variable("GREETING"), "Grüß Gott");
    t.equal(Machine.variable("EMPTY"), "");
    t.equal(Machine.variable("MISSING"), null);
    t.equal(Machine.say("Swift, C and WASI"), 18);
    if (t.isBrowser) t.equal(wasi.output, "Swift, C and WASI\n");
  });
  const reactor = await entry(t.module.Reactor);
  await t.test("what calls nothing of WASI's is set up and asks for none", async () => {
    await reactor.init();
    t.equal(reactor.Reactor.constructions(), 1);
  });
}
