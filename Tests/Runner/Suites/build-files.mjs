/** Files of the user's own in the npm package, and packages with several products: a part of the suite `build`. */
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentsOf, exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { rules } from "../Packages/rules.mjs";

const failUnless = (condition, text) => {
  if (!condition) throw new Error(text);
};

/** An error class, an async wrapper, a worker that is a subpath as well, and a stylesheet. */
const web = {
  "web/errors.js": "export class GreetingError extends Error {}\n",
  "web/errors.d.ts": "export declare class GreetingError extends Error {}\n",
  "web/async.js": `import { Greeter, init } from "../consumer.js";
import { GreetingError } from "./errors.js";

export async function greetLater(name) {
  await init();
  if (name === "") throw new GreetingError("nobody is there");
  return Greeter.greet(name);
}

export const workerURL = () => new URL("./worker.js", import.meta.url);
`,
  "web/async.d.ts": "export declare function greetLater(name: string): Promise<string>;\nexport declare const workerURL: () => URL;\n",
  "web/worker.js": `import { greetLater } from "./async.js";

export const answer = async (name) => \`worker: \${await greetLater(name)}\`;
`,
  "web/worker.d.ts": "export declare const answer: (name: string) => Promise<string>;\n",
  "web/style.css": "b { color: red; }\n",
  "fonts/sub/one.txt": "a font\n",
};

const configuration = {
  files: ["fonts"],
  scripts: ["web/errors.js", "web/async.js"],
  exports: { "./worker": "web/worker.js", "./style.css": "web/style.css" },
};

const script = (subpath) => `
  import { greetLater, Greeter, GreetingError, init, workerURL } from "consumer${subpath}";
  import { answer } from "consumer/worker";
  const lines = [await greetLater("Ada"), await answer("紫"), Greeter.greet("again"), workerURL().href.split("/").at(-1)];
  try { await greetLater(""); } catch (error) { lines.push(error instanceof GreetingError, error.message); }
  console.log(lines.join());
`;

const typed = `import { greetLater, Greeter, GreetingError, init, workerURL } from "consumer";
import { answer } from "consumer/worker";
const all: [Promise<string>, Promise<string>, Error, string, URL] = [greetLater("a"), answer("b"), new GreetingError("c"), Greeter.greet("d"), workerURL()];
// @ts-expect-error a name is a string
greetLater(1);
export { all, init };
`;

/** @type {Record<string, (consumer: any) => Promise<void>>} */
export const fileTests = {
  async "files, subpaths and scripts of the user's own are in the package, which keeps all rules"(consumer) {
    for (const [path, text] of Object.entries(web)) await consumer.write(path, text);
    await consumer.write("bindgen.json", JSON.stringify(configuration));
    await rm(join(consumer.folder, "dist"), { recursive: true, force: true });
    await consumer.build();
    const dist = join(consumer.folder, "dist");
    const given = { manifest: JSON.parse(await readFile(join(dist, "package.json"), "utf8")), files: await contentsOf(dist) };
    const faults = rules.flatMap((rule) => rule.faults(given).map((fault) => `${rule.name}: ${fault}`));
    failUnless(faults.length === 0, faults.join("\n"));
    failUnless(given.files.get("fonts/sub/one.txt")?.toString() === "a font\n" && given.manifest.exports["./style.css"] === "./web/style.css", [...given.files.keys()].join("\n"));

    const project = join(consumer.folder, "..", "project");
    await rm(project, { recursive: true, force: true });
    await mkdir(join(project, "node_modules"), { recursive: true });
    await symlink(dist, join(project, "node_modules", "consumer"));
    await writeFile(join(project, "package.json"), '{ "type": "module" }');
    for (const [subpath, worker] of [["", "worker.node.js"], ["/inline", "worker.inline.js"]]) {
      await writeFile(join(project, "main.js"), script(subpath));
      const { stdout, output } = await run(process.execPath, ["main.js"], { cwd: project, seconds: 60 });
      // The subpath for Node has the instance of Node's entry, which is another than that of `inline`.
      failUnless(stdout === `Hello, Ada!,worker: Hello, 紫!,Hello, again!,${worker},true,nobody is there\n`, output);
    }
    const tsc = await inPath("tsc");
    if (tsc !== null) {
      await writeFile(join(project, "main.ts"), typed);
      for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "node"]]) {
        const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", module, "--moduleResolution", resolution];
        const { code, output } = await run(tsc, [...options, "main.ts"], { cwd: project });
        failUnless(code === 0, output);
      }
    }
  },

  async "what is wrong with the user's own files is told at its place in bindgen.json or in the script"(consumer) {
    const wrong = async (changes, files, pattern) => {
      await consumer.write("bindgen.json", JSON.stringify({ ...configuration, ...changes }));
      for (const [path, text] of Object.entries(files)) await consumer.write(path, text);
      const output = await consumer.build(1);
      for (const path of Object.keys(files)) if (path in web) await consumer.write(path, web[path]);
      failUnless(pattern.test(output), `no ${pattern} in\n${output}`);
    };
    await wrong({ files: ["nowhere"] }, {}, /^bindgen\.json:1:\d+: error: `nowhere`: there is no nowhere/m);
    await wrong({ files: ["../x"] }, {}, /^bindgen\.json:1:\d+: error: `\.\.\/x` in `files` must be a path below the folder of bindgen\.json/m);
    await wrong({ scripts: ["web/style.css"] }, {}, /error: `web\/style\.css` in `scripts` must be an ES module/m);
    await wrong({ exports: { "./inline": "web/worker.js" } }, {}, /^bindgen\.json:1:\d+: error: bindgen writes `\.\/inline` itself; choose another subpath/m);
    await wrong({ exports: { worker: "web/worker.js" } }, {}, /error: `worker` in `exports` must be a subpath that begins with `\.\/`/m);
    await wrong({}, { "web/errors.js": "export const init = 1;\n" }, /^bindgen\.json:1:\d+: error: web\/errors\.js exports `init`, which the module or another script exports already/m);
    await wrong({}, { "web/worker.js": 'import "./gone.js";\n' }, /^web\/worker\.js:1:\d+: error: `\.\/gone\.js`: there is no web\/gone\.js/m);
    await wrong({}, { "web/worker.js": 'import "../Sources/Consumer/far.js";\n', "Sources/Consumer/far.js": "export {};\n" },
      /^web\/worker\.js:1:\d+: error: .* leads elsewhere in the package, where this script is web\/worker\.js and that file far\.js/m);
    await rm(join(consumer.folder, "Sources/Consumer/far.js"));
    await wrong({ products: { Consmer: {} } }, {}, /^bindgen\.json:1:\d+: error: package Consumer has no executable product `Consmer`; did you mean `Consumer`\?/m);
    for (const name of ["bindgen.json", "web", "fonts", "dist"]) await rm(join(consumer.folder, name), { recursive: true });
  },

  async "several products are built into folders of their own, each with a section of bindgen.json"(consumer) {
    const manifest = await readFile(join(consumer.folder, "Package.swift"), "utf8");
    await rm(join(consumer.folder, "dist"), { recursive: true, force: true });
    const [target] = /\.executableTarget\([^]*"swift-bindgen"\)\]\)/.exec(manifest);
    await consumer.write("Package.swift", manifest.replace(target, `${target},\n        ${target.replace('"Consumer"', '"Second"')}`));
    await consumer.write("Sources/Second/api.idl", "namespace Numbers { long two(); };\n");
    await consumer.write("Sources/Second/Numbers.swift", "enum Numbers: NumbersExports {\n    static func two() -> Int32 { 2 }\n}\n");
    await consumer.write("bindgen.json", JSON.stringify({ version: "3.1.4", products: { Second: { name: "@acme/second", description: "Two." } } }));
    const output = await consumer.build();
    const read = async (name) => JSON.parse(await readFile(join(consumer.folder, "dist", name, "package.json"), "utf8"));
    const told = [await read("consumer"), await read("second")].map(({ name, version, description }) => [name, version, description].join());
    failUnless(told.join(" ") === "consumer,3.1.4, @acme/second,3.1.4,Two.", `${told.join("\n")}\n${output}`);
    const one = await consumer.build(0, ["--product", "Second"]);
    failUnless(one === `Second is in ${join(consumer.folder, "dist", "second")}, unchanged\n`, one);
    failUnless(!(await exists(join(consumer.folder, "dist", "package.json"))), "dist has a package.json");
    const both = await consumer.build(1, ["--out", "elsewhere"]);
    failUnless(both.includes("package Consumer has more than one module; choose one with --product: Consumer, Second"), both);
    await consumer.write("Package.swift", manifest);
    for (const name of ["bindgen.json", "Sources/Second", "dist"]) await rm(join(consumer.folder, name), { recursive: true });
    await consumer.build();
  },
};
