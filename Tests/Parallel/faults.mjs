/**
 * Packages whose threads cannot start: `init` ends, says why in a sentence, and the module works on one thread.
 *
 * @param {any} t
 */
export default async function (t) {
  const { faults, entry } = t.module;
  const { warn } = console;

  const works = async (load, why) => {
    const told = [];
    console.warn = (text) => told.push(text);
    try {
      const { Storm, threads } = await load();
      t.equal(threads.count, 1);
      t.equal(Storm.threadCount(), 1);
      t.equal(Storm.sums(100)[0], 4950);
      t.ok(why.test(threads.why), `${threads.why}`);
      t.equal(told, [threads.why]);
    } finally {
      console.warn = warn;
    }
  };

  const reasons = [/^a thread cannot start: .+/, /no thread today$/, /^a thread cannot start: .+/, /its worker gives no sign$/, /no room for a thread$/];
  for (const [index, fault] of faults.entries()) {
    await t.test(`scripts of threads that ${fault}`, () =>
      works(async () => {
        const module = await import(new URL(`${index}/${entry}`, t.base).href);
        await module.init(undefined, { threads: 3 });
        return module;
      }, reasons[index]));
  }

  await t.test("a page whose policy allows no workers", async () => {
    if (!t.isBrowser) return;
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "worker-src 'none'";
    document.head.append(policy);
    const { instantiate } = await import(new URL(`0/${entry}`, t.base).href);
    await works(() => instantiate(undefined, { threads: 2 }), /^a thread cannot start: .+/);
  });
}
