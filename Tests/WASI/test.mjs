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

  await programs(t);
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

/** Programs over a file system in memory. */
async function programs(t) {
  const path = (name, suffix) => new URL(t.module[name].replace(/[^/]*$/, `${name.toLowerCase()}.${suffix}`), t.base);
  const text = async (name) => {
    const url = new URL(name, t.base);
    if (url.protocol !== "file:") return (await fetch(url)).text();
    return (await import("node:fs/promises")).readFile(url, "utf8");
  };
  const disk = await import(new URL(t.module.Disk, t.base));
  const { WASI, FileSystem } = await import(path("Disk", "wasi.js"));
  await t.test("every operation, in memory", async () => {
    const files = new FileSystem();
    const wasi = new WASI({ args: ["disk", "a b", "Grüße"], env: { GREETING: "Grüß Gott" }, files });
    t.equal(await disk.init(undefined, { wasi }), 7);
    t.equal(wasi.output, await text("disk.txt"));
    t.equal(wasi.errors, "an error\n");
    t.equal(files.list(), []);
    t.equal(disk.Disk.later(), 1, "what it exports can be called when it has ended");
  });
  if (t.module.Grep === null) return;
  const grep = await import(new URL(t.module.Grep, t.base));
  const { files: contents, scenarios } = await import(new URL("scenarios.mjs", t.base));
  const run = async (args, options) => {
    const wasi = new WASI({ args: ["grep", ...args], ...options });
    const instance = await grep.instantiate(undefined, { wasi });
    return { code: await instance.init(), output: wasi.output, errors: wasi.errors, Grep: instance.Grep };
  };
  for (const { name, args, stdin, stdout = "", stderr = "", anyReason, code = 0, written = {} } of scenarios) {
    await t.test(`grep: ${name}`, async () => {
      const files = new FileSystem(contents);
      const outcome = await run(args, { stdin, files });
      t.equal(outcome.output, stdout);
      t.equal(outcome.errors, anyReason ? `grep: ${anyReason}: the host does not allow it\n` : stderr);
      t.equal(outcome.code, code);
      for (const [file, wanted] of Object.entries(written)) t.equal(files.text(file), wanted);
    });
  }
  await t.test("file systems that are read-only or full", async () => {
    const args = ["-o", "out.txt", "rose", "poems/one.txt"];
    const closed = await run(args, { files: new FileSystem(contents, { isReadOnly: true }) });
    t.equal([closed.code, closed.errors].join(), "2,grep: out.txt: the file system is read-only\n");
    const small = new FileSystem({ poems: contents.poems }, { capacity: 100 });
    const full = await run(args, { files: small });
    t.equal([full.code, full.errors].join(), "2,grep: out.txt: there is no space left\n");
    t.equal(small.text("out.txt"), "");
    small.remove("poems/one.txt");
    small.write("one.txt", "a rose");
    t.equal((await run(["-o", "out.txt", "rose", "one.txt"], { files: small })).code, 0);
    t.equal(small.text("out.txt"), "a rose\n");
  });
  await t.test("files that outlive the page, where the host keeps some", () => persistent(t, FileSystem, run));
  await t.test("input comes in pieces, output goes where it is asked for", async () => {
    const pieces = ["a ro", "se\nno", "", "more"];
    const written = [];
    const stdout = (bytes) => written.push(new TextDecoder().decode(bytes));
    const outcome = await run(["-n", "rose"], { stdin: () => pieces.shift(), stdout });
    t.equal([outcome.code, outcome.output, written.join("")].join(), "0,,1:a rose\n");
    t.equal(outcome.Grep.matches("Rose", "a rose", true), true);
  });
  await t.test("a host that lacks a function gives an error and no trap", async () => {
    const wasi = new WASI({ args: ["grep", "-r", "rose", "poems"], files: contents });
    delete wasi.wasiImport.fd_readdir;
    const instance = await grep.instantiate(undefined, { wasi });
    t.equal(await instance.init(), 2);
    t.equal(wasi.errors, "grep: poems: the host has no such function\n");
    t.equal(new WASI().wasiImport.sock_accept(), 58);
  });
  await t.test("the file system itself", () => fileSystem(t, FileSystem));
}

async function persistent(t, FileSystem, run) {
  const open = (options) => FileSystem.persistent("wasi-test", options);
  const reason = (promise) => promise.then(() => "done", (error) => error.code ?? error.name);
  t.equal(await reason(new FileSystem().save()), "TypeError");
  const root = await globalThis.navigator?.storage?.getDirectory?.();
  if (root === undefined) {
    t.equal(await reason(open()), "ENOTSUP");
    t.equal(typeof document, "undefined", "browsers keep files for a page");
    return;
  }
  await root.removeEntry("wasi-test", { recursive: true }).catch(() => undefined);
  const files = await open();
  t.equal(files.list(), []);
  files.makeFolder("poems");
  files.write("poems/Grüße.txt", "a rose\n");
  files.write("kind", "file");
  t.equal((await run(["-o", "out.txt", "rose", "poems/Grüße.txt"], { files })).code, 0);
  t.equal((await open()).list(), [], "nothing is kept before it is saved");
  await files.save();
  const again = await open();
  t.equal([again.list(), again.list("poems"), again.text("out.txt")], [["kind", "out.txt", "poems"], ["Grüße.txt"], "a rose\n"]);
  // A folder in the place of a file, one file less, and a shorter one.
  again.remove("kind");
  again.rename("poems", "kind");
  again.write("out.txt", "a");
  await again.save();
  const last = await open({ isReadOnly: true });
  t.equal([last.list(), last.text("kind/Grüße.txt"), last.text("out.txt")], [["kind", "out.txt"], "a rose\n", "a"]);
  t.equal((await run(["-o", "out.txt", "rose", "kind/Grüße.txt"], { files: last })).errors, "grep: out.txt: the file system is read-only\n");
  t.equal(await reason(open({ capacity: 3 })), "ENOSPC");
  await root.removeEntry("wasi-test", { recursive: true });
}

function fileSystem(t, FileSystem) {
  const files = new FileSystem({ a: { "b.txt": "text", c: {} }, "d.bin": new Uint8Array([1, 2]) });
  const code = (body) => {
    try {
      body();
      return "done";
    } catch (error) {
      return error.code;
    }
  };
  t.equal(files.list(), ["a", "d.bin"]);
  t.equal([...files.read("/d.bin")], [1, 2]);
  t.equal(code(() => files.read("a")), "EISDIR");
  t.equal(code(() => files.read("a/../../d.bin")), "ENOTCAPABLE");
  t.equal(code(() => files.read("d.bin/x")), "ENOTDIR");
  t.equal(code(() => files.write("x/y", "")), "ENOENT");
  t.equal(code(() => files.remove("a")), "ENOTEMPTY");
  t.equal(code(() => files.rename("a", "a/c/e")), "EINVAL");
  t.equal(code(() => files.rename("a/b.txt", "a/c")), "EISDIR");
  files.rename("a/c", "e");
  files.rename("d.bin", "a/b.txt");
  t.equal([files.list("a"), files.list("e"), files.has("d.bin")], [["b.txt"], [], false]);
}
