/** `bindgen dev` as a person sees it: pages in real browsers, while files change. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { within } from "../Engines/browser.mjs";
import { until } from "./work.mjs";

const swift = "Sources/MyWords/Greeter.swift";
const idl = "Sources/MyWords/api.idl";

const silence = "there was no answer";

/** An open page, and what it says. */
class Shown {
  silences = 0;
  trouble = "";

  constructor(name, page, origin, tell) {
    Object.assign(this, { name, page, origin, tell });
  }

  /** The value of an expression; undefined while the page is being loaded anew. */
  look(expression) {
    // A question to a page that goes away may never be answered.
    return within(this.page.evaluate(expression), 3, () => silence).then(
      (value) => {
        this.silences = 0;
        return value;
      },
      async (error) => {
        this.trouble = error.message;
        this.silences = error.message === silence ? this.silences + 1 : 0;
        if (this.silences === 8) await this.wake();
        return undefined;
      },
    );
  }

  /** A question in the wrong moment can make Firefox's BiDi deaf to all later ones about a page, until it is opened anew. */
  async wake() {
    this.tell(`dev: ${this.name} answered no question about its page, which was opened anew`);
    await this.page.open(this.origin);
  }

  /** Waits until an expression is true in the page. */
  async sees(expression) {
    await until(() => this.look(`Boolean(${expression})`), async () => `${this.name} does not see ${expression}, but ${(await this.look(says)) ?? this.trouble}`);
  }

  greets(greeting) {
    return this.sees(`document.getElementById("greeting")?.textContent === ${JSON.stringify(greeting)}`);
  }
}

const says = `document.body.innerText + "\\n" + (document.getElementById("bindgen-overlay")?.shadowRoot.textContent ?? "no overlay")`;
const overlay = `document.getElementById("bindgen-overlay")?.shadowRoot.textContent`;

/**
 * @param {import("./work.mjs").Work} work
 * @param {Awaited<ReturnType<import("./work.mjs").Work["serve"]>>} server
 * @param {{ name: string, open: () => Promise<import("../Engines/browser.mjs").Page> }[]} browsers
 * @param {(name: string, body: () => Promise<void>) => Promise<void>} test
 */
export async function testLoop(work, server, browsers, test) {
  const shown = await Promise.all(
    browsers.map(async ({ name, open }) => {
      const page = await open();
      await page.open(`${server.origin}/`);
      return new Shown(name, page, `${server.origin}/`, (line) => work.context.report.print(line));
    }),
  );
  try {
    for (const [name, body] of Object.entries(tests)) {
      await test(name, () => body({ work, server, shown, all: (look) => Promise.all(shown.map(look)), shots: shooter(work, shown) }));
    }
  } finally {
    await Promise.all(shown.map(({ page }) => page.close()));
  }
}

/** Keeps pictures of all pages, for people. */
const shooter = (work, shown) => async (title) => {
  const folder = await work.context.folder("screenshots");
  for (const { name, page } of shown) await writeFile(join(folder, `dev-${title}-${name}.png`), await page.screenshot(1200, 800));
};

/** @type {Record<string, (at: any) => Promise<void>>} */
const tests = {
  async "the page shows what Swift says"({ all, shots }) {
    await all((page) => page.greets("Hello, world!"));
    await all((page) => page.sees("crossOriginIsolated"));
    await all((page) => page.sees(`document.querySelector("script[src*=bindgen]") === null`));
    await shots("page");
  },

  async "a saved change is in the page within seconds"({ work, server, all }) {
    const times = [];
    for (const [from, to] of [["Hello", "Good day"], ["Good day", "Servus"]]) {
      const start = Date.now();
      await work.edit(swift, `"${from},`, `"${to},`);
      await all(async (page) => {
        await page.greets(`${to}, world!`);
        times.push(`${page.name} ${((Date.now() - start) / 1000).toFixed(1)} s`);
      });
    }
    const builds = [...server.output.matchAll(/^built in (\S+ s), reloaded/gm)].map(([, time]) => time);
    work.context.report.print(`dev: from a saved change to the reloaded page: ${times.join(", ")}; the builds alone: ${builds.join(", ")}`);
    await work.edit(swift, '"Servus,', '"Hello,');
    await all((page) => page.greets("Hello, world!"));
  },

  async "an error of the IDL is told in the page, and goes with the error"({ work, server, all, shots }) {
    const text = await work.read(idl);
    await work.replace(idl, text.replace("DOMString greet(DOMString name)", "DOMString greet(DOMStrin name)"));
    await all((page) => page.sees(overlay));
    for (const words of ["unknown type `DOMStrin`", `${idl}:4:19`, "  DOMString greet(DOMStrin name);", "^~~~~~~~", "in namespace Greeter, operation greet"]) {
      await all((page) => page.sees(`${overlay}?.includes(${JSON.stringify(words)})`));
    }
    await all((page) => page.greets("Hello, world!"));
    const module = await fetch(`${server.origin}/dist/my-words.wasm`);
    if (!module.ok || module.headers.get("content-type") !== "application/wasm") throw new Error("the old module is not served");
    await shots("idl-error");
    await work.replace(idl, text);
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
  },

  async "an error of Swift is told in the page, also after it is loaded anew"({ work, all, shots }) {
    const text = await work.read(swift);
    await work.replace(swift, text.replace("\\(name)", "\\(nam)"));
    await all((page) => page.sees(overlay));
    for (const words of ["cannot find 'nam' in scope", `${swift}:7:19`, '"Hello, \\(nam)!"', "^"]) {
      await all((page) => page.sees(`${overlay}?.includes(${JSON.stringify(words)})`));
    }
    await shots("swift-error");
    await all((page) => page.look("void setTimeout(() => location.reload())"));
    await all((page) => page.sees(`${overlay}?.includes("cannot find 'nam' in scope")`));
    await all((page) => page.greets("Hello, world!"));
    await work.replace(swift, text.replace("Hello", "Hello again"));
    await all((page) => page.greets("Hello again, world!"));
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
    await work.replace(swift, text);
    await all((page) => page.greets("Hello, world!"));
  },

  async "what Embedded Swift lacks is told with its cure"({ work, all, shots }) {
    const text = await work.read(swift);
    await work.replace(swift, text.replace("\\(name)", '\\(try! Regex("a"))'));
    await all((page) => page.sees(`${overlay}?.includes("cannot find 'Regex' in scope")`));
    await all((page) => page.sees(`${overlay}?.includes('see "Regular expressions" on the page EmbeddedSwift')`));
    await shots("hint");
    await work.replace(swift, text);
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
  },

  async "a protocol that Swift does not meet is told at the user's line alone"({ work, all }) {
    const text = await work.read(idl);
    await work.write(idl, text.replace("DOMString greet(DOMString name);", "DOMString greet(DOMString name, boolean isLoud);"));
    await all((page) => page.sees(`${overlay}?.includes("${swift}:5:6")`));
    await all((page) => page.sees(`${overlay}.includes("was not built") && !${overlay}.includes("errors")`));
    await work.write(idl, text);
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
  },

  async "style sheets are replaced and the page stays; other files load it anew"({ work, all }) {
    await all((page) => page.look("(window.stays = true)"));
    await work.write("style.css", `${await work.read("style.css")}\nh1 { color: rgb(1, 2, 3); }\n`);
    await all((page) => page.sees(`window.stays && getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)"`));
    await all((page) => page.sees(`document.querySelectorAll("link[rel=stylesheet]").length === 1`));
    await work.edit("index.html", "<title>MyWords", "<title>Changed");
    await all((page) => page.sees(`document.title === "Changed" && window.stays === undefined`));
  },

  async "a page with a strict Content-Security-Policy hears of errors and reloads"({ work, all }) {
    const page = await work.read("index.html");
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
    await work.write("index.html", page.replace('<meta charset="utf-8">', `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`));
    await all((shown) => shown.sees(`document.querySelector("meta[http-equiv]")`));
    await all((shown) => shown.greets("Hello, world!"));
    const text = await work.read(idl);
    await work.write(idl, text.replace("DOMString name", "Nowhere name"));
    const ground = `getComputedStyle(document.getElementById("bindgen-overlay").shadowRoot.querySelector(".ground"))`;
    await all((shown) => shown.sees(`${ground}.position === "fixed" && ${ground}.color === "rgb(243, 238, 246)"`));
    await work.write(idl, text);
    await all((shown) => shown.sees(`!document.getElementById("bindgen-overlay")`));
    await work.write("index.html", page);
    await all((shown) => shown.sees(`!document.querySelector("meta[http-equiv]")`));
  },

  async "a broken manifest is told, and what comes after it is built"({ work, all }) {
    const text = await work.read("Package.swift");
    await work.write("Package.swift", text.replace('name: "MyWords"', "name: MyWords"));
    await all((page) => page.sees(`${overlay}?.includes("cannot find 'MyWords' in scope")`));
    await work.write("Package.swift", text);
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
  },

  async "a file that comes and goes is built in and out"({ work, all }) {
    await work.write("Sources/MyWords/More.idl", "namespace More { boolean isThere(); };\n");
    await all((page) => page.sees(`${overlay}?.includes("More.idl") || ${overlay}?.includes("More")`));
    await work.write("Sources/MyWords/More.swift", "enum More: MoreExports { static func isThere() -> Bool { true } }\n");
    await all((page) => page.sees(`!document.getElementById("bindgen-overlay")`));
    await all((page) => page.sees(`import("/dist/my-words.js").then(({ init, More }) => init().then(() => More.isThere()))`));
    await work.remove("Sources/MyWords/More.idl");
    await work.remove("Sources/MyWords/More.swift");
    await all((page) => page.sees(`fetch("/dist/my-words.js").then((response) => response.text()).then((text) => !text.includes("isThere"))`));
  },
};
