/**
 * How a module is loaded: the sources that `init` takes, and what it says when the wasm is not what it should be.
 *
 * The runner lays out `good`, `html`, `missing` and `stale` folders, each with numbered copies of the Greeting module and another
 * wasm, and a script with the bytes, which is `t.module` here. Each copy is a module of its own, not yet initialised.
 */
export default async function (t) {
  const { good, other, html, wasm, script } = t.module;
  const used = { good: 0, html: 0, missing: 0, stale: 0 };
  const fresh = (state = "good") => import(new URL(`${state}/${used[state]++}/${script}`, t.base));
  const wasmURL = new URL(`good/0/${wasm}`, t.base);
  const greets = (module) => t.equal(module.Greeter.greet("A"), "Hello, A!");

  const sources = {
    nothing: () => undefined,
    "a Uint8Array": () => good,
    "a Uint8Array in the middle of a buffer": () => {
      const buffer = new Uint8Array(good.length + 20);
      buffer.set(good, 10);
      return buffer.subarray(10, 10 + good.length);
    },
    "an ArrayBuffer": () => good.slice().buffer,
    "a WebAssembly.Module": () => new WebAssembly.Module(good),
    "a Response": () => new Response(good, { headers: { "Content-Type": "application/wasm" } }),
    "a Response of another type": () => new Response(good, { headers: { "Content-Type": "application/octet-stream" } }),
    "the promise of a Response": async () => new Response(good, { headers: { "Content-Type": "application/wasm" } }),
    "a URL": () => wasmURL,
    "a URL as a string": () => wasmURL.href,
    "the promise of a URL": async () => wasmURL,
    // What Vite makes of a small .wasm.
    "a data: URL": () => new URL(`data:application/wasm;base64,${btoa(Array.from(good, (byte) => String.fromCharCode(byte)).join(""))}`),
  };
  for (const [name, source] of Object.entries(sources)) {
    await t.test(`init takes ${name}`, async () => {
      const module = await fresh();
      await module.init(source());
      greets(module);
    });
    await t.test(`instantiate takes ${name}`, async () => {
      const instance = await (await fresh()).instantiate(source());
      greets(instance);
    });
  }

  const others = {
    "a Request": () => new Request(wasmURL),
    "a Blob": () => new Blob([good]),
    "a Response of another realm": () => ({ [Symbol.toStringTag]: "Response", ok: true, headers: new Headers(), arrayBuffer: async () => good.slice().buffer }),
  };
  for (const [name, source] of Object.entries(others)) {
    if (name === "a Request" && t.engine.startsWith("node")) {
      t.skip(`init takes ${name}`, "Node's fetch has no file:");
      continue;
    }
    await t.test(`init takes ${name}`, async () => {
      const module = await fresh();
      await module.init(source());
      greets(module);
    });
  }

  await t.test("values of another realm are what they are", async () => {
    const realm = await anotherRealm(t);
    for (const source of [realm.Uint8Array.from(good), realm.Uint8Array.from(good).buffer, new realm.WebAssembly.Module(good)]) {
      const module = await fresh();
      await module.init(source);
      greets(module);
    }
  });

  await t.test("a host without Response takes bytes", async () => {
    const kept = Object.getOwnPropertyDescriptor(globalThis, "Response");
    delete globalThis.Response;
    try {
      const module = await fresh();
      await module.init(good);
      greets(module);
    } finally {
      Object.defineProperty(globalThis, "Response", kept);
    }
  });

  await t.test("what is no source is named, with what is one", async () => {
    const wrong = { Null: null, Number: 42, Object: {}, Array: [], ReadableStream: new ReadableStream(), Boolean: true, Function: () => good };
    for (const [name, source] of Object.entries(wrong)) {
      await t.rejects((await fresh()).init(source), { type: TypeError, message: `init takes a URL, Response, bytes or WebAssembly.Module, not ${name}` });
    }
    await t.rejects((await fresh()).init(Promise.resolve()), { type: TypeError, message: /not Undefined$/ });
    const opaque = { [Symbol.toStringTag]: "Response", ok: false, status: 0, url: "" };
    await t.rejects((await fresh()).init(opaque), { message: "an opaque response (no-cors) answered 0" });
  });

  const stem = wasm.replace(/\.wasm$/, "");
  const part = (name) => import(new URL(`good/0/${stem}.${name}.js`, t.base));

  await t.test("./inline needs no second file", async () => {
    const module = await import(new URL(`missing/0/${stem}.inline.js`, t.base));
    await module.init();
    greets(module);
    greets(await module.instantiate());
  });

  await t.test("./instance has no instance of its own, and says that it needs the .wasm", async () => {
    const module = await part(script.endsWith(".node.js") ? "instance.node" : "instance");
    t.equal(Object.keys(module).join(), "instantiate");
    greets(await module.instantiate(wasmURL));
    const [one, other] = [await module.instantiate(good), await module.instantiate(good)];
    t.ok(one.Greeter !== other.Greeter, "two instances");
    await t.rejects(module.instantiate(), { type: TypeError, message: /name the \.wasm/ });
  });

  await t.test("init twice, also at once, is one init", async () => {
    const module = await fresh();
    await Promise.all([module.init(), module.init()]);
    await module.init();
    greets(module);
  });

  await t.test("a call before init is an error that names init", async () => {
    const module = await fresh();
    t.throws(() => module.Greeter.greet("A"), { message: /init/ });
  });

  await t.test("an init that failed can be tried again", async () => {
    const module = await fresh("missing");
    await t.rejects(module.init());
    await module.init(good);
    greets(module);
  });

  await t.test("a wasm that is not there is an error that names the file", async () => {
    await t.rejects((await fresh("missing")).init(), { message: new RegExp(wasm) });
  });

  await t.test("an HTML page in place of the wasm is called one", async () => {
    await t.rejects((await fresh("html")).init(), { message: /HTML/ });
    await t.rejects((await fresh()).init(html), { message: /HTML/ });
    const page = new Response(html, { headers: { "Content-Type": "text/html" } });
    await t.rejects((await fresh()).init(page), { message: /HTML/ });
  });

  await t.test("a response that is an error is one", async () => {
    const notFound = new Response("<!doctype html>", { status: 404, headers: { "Content-Type": "text/html" } });
    await t.rejects((await fresh()).init(notFound), { message: /404/ });
  });

  await t.test("a wasm of another build is refused with what to do", async () => {
    await t.rejects((await fresh("stale")).init(), { message: /build/ });
    await t.rejects((await fresh()).init(other), { message: /build/ });
    await t.rejects((await fresh()).init(new WebAssembly.Module(other)), { message: /build/ });
  });

  await t.test("what is no wasm at all is refused", async () => {
    await t.rejects((await fresh()).init(new Uint8Array([1, 2, 3, 4])));
    await t.rejects((await fresh()).init(new Uint8Array()));
    await t.rejects((await fresh()).init(good.subarray(0, 100)));
    await t.rejects((await fresh()).init(42));
    await t.rejects((await fresh()).init({}));
  });

  if (t.isBrowser) {
    await t.test("./integrity has the digest that fetch takes", async () => {
      const { integrity } = await part("integrity");
      const module = await fresh();
      await t.rejects(module.init(fetch(wasmURL, { integrity: integrity.replace(/-.{4}/, "-AAAA") })));
      await module.init(fetch(wasmURL, { integrity }));
      greets(module);
    });

    await t.test("a server that gives wasm another MIME type is good enough", async () => {
      const module = await import(`/odd/good/0/${script}`);
      await module.init();
      greets(module);
    });
  }
}

/** The globals of another realm: a frame's in browsers, elsewhere those of `node:vm`. */
async function anotherRealm(t) {
  if (t.isBrowser) return document.body.appendChild(document.createElement("iframe")).contentWindow;
  const { runInNewContext } = await import("node:vm");
  return runInNewContext("({ Uint8Array, WebAssembly })");
}
