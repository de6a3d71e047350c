/**
 * Rules for the npm packages that bindgen writes, equal to what publint and are-the-types-wrong look at, and some of ours.
 *
 * @typedef {object} Package
 * @property {Record<string, any>} manifest package.json
 * @property {Map<string, Buffer>} files by path
 *
 * @typedef {object} Rule
 * @property {string} name what holds
 * @property {(given: Package) => string[]} faults what does not
 * @property {((given: Package) => void)[]} broken makes a good package one in which the rule finds a fault: the rule's own test
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";

/** What npm packs whatever `files` says. */
const always = /^(package\.json|readme(\.md)?|licen[cs]e(\.md|\.txt)?)$/i;
/** The conditions that are ours to use, the particular before the general. */
const order = ["types", "workerd", "edge-light", "deno", "bun", "node", "worker", "browser", "default"];

const text = ({ files }, path) => files.get(path)?.toString() ?? "";
const plain = (target) => target.replace(/^\.\//, "");
const scripts = ({ files }) => [...files.keys()].filter((path) => path.endsWith(".js"));
const declarations = ({ files }) => [...files.keys()].filter((path) => path.endsWith(".d.ts"));
const main = ({ manifest }) => manifest.exports["."];

/** Each target of `exports` with its subpath and condition. */
function targets({ manifest }) {
  const found = [];
  const add = (subpath, condition, target) => {
    if (typeof target === "string") found.push({ subpath, condition, target });
    else for (const [inner, value] of Object.entries(target ?? {})) add(subpath, inner, value);
  };
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) add(subpath, null, target);
  return found;
}

/** What a script of ours exports, or a declaration file as values. */
function exportedNames(code) {
  const names = [];
  for (const [, list] of code.matchAll(/^export (?:declare )?const \{ (.*?) \}/gm)) names.push(...list.split(", ").map((item) => item.split(": ")[0]));
  for (const [, name] of code.matchAll(/^export (?:declare )?(?:const|(?:async )?function|class) (?!\{)([\w$]+)/gm)) names.push(name);
  for (const [, list] of code.matchAll(/^export \{ (.*?) \};$/gm)) names.push(...list.split(", ").map((item) => item.split(" as ").at(-1)));
  return names.filter((name) => !/[$]/.test(name)).toSorted();
}

/** The names that a script gives, those of scripts that it re-exports included. */
function scriptNames(given, path) {
  const code = text(given, path);
  const again = [...code.matchAll(/^export \* from "(\.[^"]*)";$/gm)].flatMap(([, specifier]) => scriptNames(given, posix.join(posix.dirname(path), specifier)));
  return [...exportedNames(code), ...again].toSorted();
}

/** The names that a declaration file gives, those of files that it re-exports included. */
function declaredNames(given, path) {
  const code = text(given, path);
  const again = [...code.matchAll(/^export \* from "(\..*)\.js";$/gm)].flatMap(([, stem]) => declaredNames(given, posix.join(posix.dirname(path), `${stem}.d.ts`)));
  // The overloads of a function are one export.
  return [...new Set([...exportedNames(code), ...again])].toSorted();
}

const rename = (object, from, to) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
const reorder = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]));
const rewrite = ({ files }, path, change) => files.set(path, Buffer.from(change(files.get(path).toString())));

/** Whether a worker begins with the script. */
const isOfWorkers = (path) => /\.(thread|pool)(\.node)?\.js$/.test(path);

/** The scripts that one is made of: itself, and what it imports by relative paths. */
function madeOf(given, path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, specifier] of text(given, path).matchAll(/^(?:import|export)\b.* from "(\.[^"]*)";$/gm)) madeOf(given, posix.join(posix.dirname(path), specifier), seen);
  return seen;
}

/** @type {Rule[]} */
export const rules = [
  {
    name: "the name and the version are ones that npm takes",
    faults: ({ manifest }) => [
      ...(/^(@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9][a-z0-9-._]*$/.test(manifest.name ?? "") ? [] : [`name: ${manifest.name}`]),
      ...(/^\d+\.\d+\.\d+(-[0-9A-Za-z-.]+)?(\+[0-9A-Za-z-.]+)?$/.test(manifest.version ?? "") ? [] : [`version: ${manifest.version}`]),
    ],
    broken: [(given) => (given.manifest.name = "Greeter"), (given) => (given.manifest.version = "1.0")],
  },
  {
    name: "every script is an ES module, and the package says so",
    faults: (given) => [
      ...(given.manifest.type === "module" ? [] : ["type is not \"module\""]),
      // That of a thread may import and export nothing: it is made as a module.
      ...scripts(given).filter((path) => !/^(import|export) /m.test(text(given, path)) && !isOfWorkers(path)).map((path) => `${path} is no ES module`),
      ...scripts(given).filter((path) => /\brequire\(|\bmodule\.exports\b|^exports\./m.test(text(given, path))).map((path) => `${path} is CommonJS`),
    ],
    broken: [
      (given) => delete given.manifest.type,
      (given) => given.files.set("extra.js", Buffer.from("globalThis.x = 1;\n")),
      (given) => given.files.set("extra.js", Buffer.from("export const a = require('fs');\n")),
    ],
  },
  {
    name: "every target of exports is a relative path to a file that is there",
    faults: (given) => targets(given).filter(({ target }) => !target.startsWith("./") || !given.files.has(plain(target)))
      .map(({ subpath, condition, target }) => `${subpath}, ${condition}: ${target}`),
    broken: [
      (given) => given.files.delete(plain(main(given).workerd)),
      (given) => (main(given).node = plain(main(given).node)),
    ],
  },
  {
    name: "the main entry, ./instance, ./inline, ./module.wasm and ./package.json can be imported",
    faults: ({ manifest }) => [".", "./instance", "./inline", "./integrity", "./module.wasm", "./package.json"].filter((subpath) => !(subpath in manifest.exports)),
    broken: [(given) => delete given.manifest.exports["./package.json"], (given) => delete given.manifest.exports["./inline"]],
  },
  {
    name: "conditions stand from the particular to the general, types first and default last",
    faults: ({ manifest }) => Object.entries(manifest.exports).filter(([, target]) => typeof target === "object").flatMap(([subpath, target]) => {
      const keys = Object.keys(target);
      const wanted = order.filter((condition) => condition in target);
      const unknown = keys.filter((key) => !order.includes(key)).map((key) => `${subpath}: ${key}`);
      const missing = ["types", "default"].filter((condition) => !(condition in target)).map((condition) => `${subpath} has no ${condition}`);
      return [...unknown, ...missing, ...(unknown.length === 0 && keys.join() !== wanted.join() ? [`${subpath}: ${keys.join()}`] : [])];
    }),
    broken: [
      (given) => (given.manifest.exports["."] = reorder(main(given), order.toReversed())),
      (given) => (given.manifest.exports["."] = reorder(main(given), ["types", "node", ...order.filter((key) => key !== "types" && key !== "node")])),
      (given) => (given.manifest.exports["."] = rename(main(given), "bun", "bunn")),
      (given) => delete given.manifest.exports["./instance"].types,
      (given) => delete main(given).default,
    ],
  },
  {
    name: "types are declarations, and they declare what the scripts of that subpath export",
    faults: (given) => Object.entries(given.manifest.exports).filter(([, target]) => typeof target === "object").flatMap(([subpath, { types, ...others }]) => {
      if (!types?.endsWith(".d.ts")) return [`${subpath}: ${types}`];
      const declared = declaredNames(given, plain(types)).join();
      return [...new Set(Object.values(others))].filter((target) => target.endsWith(".js") && scriptNames(given, plain(target)).join() !== declared)
        .map((target) => `${target} exports ${scriptNames(given, plain(target))}; ${types} declares ${declared}`);
    }),
    broken: [
      (given) => (main(given).types = main(given).default),
      (given) => rewrite(given, plain(main(given).types), (code) => `${code}export declare const more: number;\n`),
      (given) => rewrite(given, plain(main(given).workerd), (code) => code.replace("export const instantiate", "const instantiate")),
    ],
  },
  {
    name: "resolvers that know no exports find the main entry and the types of every subpath",
    faults: (given) => {
      const { manifest } = given;
      const versions = manifest.typesVersions?.["*"] ?? {};
      const subpaths = Object.entries(manifest.exports).filter(([subpath, { types }]) => subpath !== "." && types !== undefined);
      return [
        ...(manifest.main === main(given).default ? [] : [`main: ${manifest.main}`]),
        ...(manifest.types === main(given).types ? [] : [`types: ${manifest.types}`]),
        ...subpaths.filter(([subpath, { types }]) => versions[plain(subpath)]?.join() !== types).map(([subpath]) => `typesVersions has no ${subpath}`),
      ];
    },
    broken: [
      (given) => delete given.manifest.main,
      (given) => (given.manifest.types = "./index.d.ts"),
      (given) => delete given.manifest.typesVersions["*"].instance,
    ],
  },
  {
    name: "files names every file that is there, and nothing else",
    faults: ({ manifest, files }) => {
      const packed = [...files.keys()].filter((path) => !always.test(path));
      const listed = manifest.files ?? [];
      return [
        ...packed.filter((path) => !listed.includes(path)).map((path) => `${path} is not listed`),
        ...listed.filter((path) => !files.has(path)).map((path) => `${path} is not there`),
        ...listed.filter((path, index) => listed.indexOf(path) !== index).map((path) => `${path} is listed twice`),
      ];
    },
    broken: [
      (given) => given.files.set("notes.txt", Buffer.from("")),
      (given) => given.manifest.files.push("*.js"),
      (given) => given.manifest.files.push(given.manifest.files[0]),
    ],
  },
  {
    name: "what scripts and declarations import by a relative path is there, by its full name",
    faults: (given) => [...scripts(given), ...declarations(given)].flatMap((path) =>
      [...text(given, path).matchAll(/^(?:import|export)\b.* from "(\.[^"]*)";$/gm)].map(([, specifier]) => specifier)
        .filter((specifier) => !given.files.has(posix.join(posix.dirname(path), specifier.replace(/\?module$/, ""))))
        .map((specifier) => `${path}: ${specifier}`)),
    broken: [
      (given) => rewrite(given, plain(main(given).node), (code) => code.replace(".glue.js", ".glue")),
      (given) => rewrite(given, plain(given.manifest.exports["./inline"].types), (code) => code.replace(".js", "")),
    ],
  },
  {
    name: "what scripts import by a package's name is among the dependencies",
    faults: (given) => {
      const stated = Object.keys({ ...given.manifest.dependencies, ...given.manifest.peerDependencies });
      return scripts(given).flatMap((path) => [...text(given, path).matchAll(/^(?:import|export)\b.* from "([^."][^"]*)";$/gm)]
        .map(([, specifier]) => specifier).filter((specifier) => !specifier.startsWith("node:") && !stated.includes(specifier))
        .map((specifier) => `${path}: ${specifier}`));
    },
    broken: [(given) => rewrite(given, plain(main(given).default), (code) => `import * as zod from "zod";\n${code}`)],
  },
  {
    name: "no script waits at its top level, which require() of an ES module refuses",
    faults: (given) => scripts(given).filter((path) => /^(export )?(const .*= )?await /m.test(text(given, path))),
    broken: [(given) => rewrite(given, plain(main(given).node), (code) => `${code}await init();\n`)],
  },
  {
    name: "sideEffects names the user's scripts, the scripts of workers and no other file",
    faults: ({ manifest, files }) => {
      const acts = (path) => isOfWorkers(path) || !files.get(path).includes("Generated by swift-bindgen");
      const user = [...files.keys()].filter((path) => /\.(mjs|css)$/.test(path) || (path.endsWith(".js") && acts(path)));
      const wanted = user.length === 0 ? "false" : JSON.stringify(user.map((path) => `./${path}`).toSorted());
      const stated = Array.isArray(manifest.sideEffects) ? manifest.sideEffects.toSorted() : manifest.sideEffects;
      return JSON.stringify(stated) === wanted ? [] : [`${JSON.stringify(manifest.sideEffects)} instead of ${wanted}`];
    },
    broken: [(given) => delete given.manifest.sideEffects, (given) => (given.manifest.sideEffects = ["./package.json"])],
  },
  {
    // Vite reads these words, and a worker that imports what makes it has a worker's bundle in it without end.
    name: "what makes a worker names its script as Vite's rules have it, and that script does not import who makes it",
    faults: (given) => scripts(given).flatMap((path) => [...text(given, path).matchAll(/new \$?Worker\(([^\n]*)/g)].flatMap(([made, rest]) => {
      const [, script] = (made.includes("$") ? /^new URL\("\.\/([^"]+)", import\.meta\.url\)\)/ : /^new URL\("\.\/([^"]+)", import\.meta\.url\), \{ type: "module" \}\)/).exec(rest) ?? [];
      if (script === undefined) return [`${path}: ${made}`];
      const whole = posix.join(posix.dirname(path), script);
      if (!given.files.has(whole)) return [`${path}: ${script} is not there`];
      return madeOf(given, whole).has(path) ? [`${script} imports ${path}`] : [];
    })),
    broken: [
      (given) => given.files.set("x.worker.js", Buffer.from('const url = new URL("./x.thread.js", import.meta.url);\nnew Worker(url, { type: "module" });\n')),
      (given) => given.files.set("x.worker.js", Buffer.from('new Worker(new URL("./x.thread.js", import.meta.url), { type: "module" });\n')),
      (given) => {
        given.files.set("x.worker.js", Buffer.from('new Worker(new URL("./x.thread.js", import.meta.url), { type: "module" });\n'));
        given.files.set("x.thread.js", Buffer.from('import * as entry from "./x.entry.js";\n'));
        given.files.set("x.entry.js", Buffer.from('export * from "./x.worker.js";\n'));
      },
    ],
  },
  {
    name: "engines is there, and the license where there is its text",
    faults: ({ manifest, files }) => [
      ...(/^>=\d+$/.test(manifest.engines?.node ?? "") ? [] : ["engines.node"]),
      ...([...files.keys()].some((path) => /^licen[cs]e/i.test(path)) && manifest.license === undefined ? ["license"] : []),
    ],
    broken: [
      (given) => delete given.manifest.engines,
      (given) => {
        delete given.manifest.license;
        given.files.set("LICENSE", Buffer.from("MIT"));
      },
    ],
  },
  {
    name: "only the entries that find the .wasm name it, so that a bundler emits it for no other",
    faults: (given) => targets(given).filter(({ subpath }) => ["./instance", "./inline", "./integrity"].includes(subpath))
      .map(({ target }) => plain(target)).concat([...given.files.keys()].filter((path) => path.endsWith(".glue.js")))
      .filter((path) => /\.wasm\b(?!:)["'`]/.test(text(given, path))),
    broken: [(given) => rewrite(given, plain(given.manifest.exports["./instance"].default), (code) => `${code}new URL("./x.wasm", import.meta.url);\n`)],
  },
  {
    name: "the digest and the base64 are those of the .wasm",
    faults: (given) => {
      const wasm = given.files.get(plain(given.manifest.exports["./module.wasm"].default));
      const digest = `sha384-${createHash("sha384").update(wasm).digest("base64")}`;
      return [
        ...(text(given, plain(given.manifest.exports["./integrity"].default)).includes(`"${digest}"`) ? [] : ["./integrity"]),
        ...(text(given, plain(given.manifest.exports["./inline"].default)).includes(`"${wasm.toString("base64")}"`) ? [] : ["./inline"]),
      ];
    },
    broken: [(given) => given.files.get(plain(given.manifest.exports["./module.wasm"].default)).writeUInt8(9, 8)],
  },
];
