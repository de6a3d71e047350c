/**
 * Packages whose worker cannot start: `init` ends and says why, and can be called again.
 *
 * @param {any} t
 */
export default async function (t) {
  const { faults, suffix } = t.module;
  const { Worker } = t.isBrowser ? globalThis : await import("node:worker_threads");

  const reasons = [
    /^the worker cannot run: /,
    /^the worker cannot run: .*no worker today$/,
    /^the worker cannot run: /,
    /^the worker cannot run: (the browser has not started it|its script says nothing, and may hang)$/,
    /^worker of another build$/,
  ];
  for (const [index, fault] of faults.entries()) {
    await t.test(`scripts of workers that ${fault}`, async () => {
      const place = (name) => new URL(`${index}/workers.${name}${suffix}`, t.base);
      const { init, terminate, Work } = await import(place("worker").href);
      await t.rejects(() => init(), { message: reasons[index] });
      await t.rejects(() => Work.hello("early"), { message: "Work.hello: call and await init() first" });
      await init({ worker: () => new Worker(place("works"), { type: "module" }) });
      t.equal(await Work.hello("now"), "Hello, now!");
      await terminate();
    });
  }
}
