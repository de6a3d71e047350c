/** How fast bindgen generates and how fast it is itself built; parts of the suites `speed` and `soak`. */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { exists } from "../Core/files.mjs";
import { beside, processorTime, raised, told } from "../Core/processor.mjs";
import { run } from "../Core/processes.mjs";

/** For the whole process that generates 1,500 declarations, in milliseconds of a processor. */
const mostToGenerate = 300;
/** For a clean debug build of bindgen, in milliseconds: what two processors have in 30 s. */
const mostToBuild = 60_000;

const many = (count, declaration) => Array.from({ length: count }, (_, index) => declaration(index)).join("");

/** 600 dictionaries, 200 enums, 200 callbacks, 250 namespaces and 250 interfaces, all of which cross. */
const declarations = () =>
  many(200, (index) => `/// The colours of number ${index}.\nenum Colour${index} { "red", "green-${index}", "blue" };\n`) +
  many(600, (index) => `/// Some values.
dictionary Values${index} {
  required double x;
  unsigned long count = ${index};
  required DOMString name;
  Colour${index % 200} colour = "red";
  sequence<${index % 2 ? "double" : "DOMString"}> items = [];
};
`) +
  many(200, (index) => `callback Visit${index} = boolean (DOMString name, Values${index} values);\n`) +
  many(250, (index) => `namespace Tools${index} {
  Values${index} change(Values${index + 250} values, optional [EnforceRange] long by = 1);
  sequence<Values${(index % 100) + 500}> list(unsigned long count);
  undefined each(Visit${index % 200} visit);
};
`) +
  many(250, (index) => `/// Things that Swift has.
interface Thing${index} {
  constructor(DOMString name);
  attribute double weight;
  readonly attribute Colour${index % 200} colour;
  Thing${index} join(Thing${(index + 1) % 250} other, Values${index} values);
};
`);

/** The time to generate 1,500 declarations. */
export async function generating(group, tool, folder, print) {
  const scratch = join(folder, "generator");
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const idl = join(scratch, "Large.idl");
  await writeFile(idl, declarations());
  const args = ["generate", idl, "--out", join(scratch, "out")];
  const first = await run(tool, args);
  if (first.code !== 0) return group.fail("generating", first.output);
  const { time, slower } = await beside(folder, 10, () => processorTime(tool, args));
  const names = await readdir(join(scratch, "out"));
  const texts = await Promise.all(names.map((name) => readFile(join(scratch, "out", name))));
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const line = `1,500 declarations generated, ${names.length} files, ${Math.round(size / 1000)} kB: ${told(time)} for the whole process`;
  print(line);
  await rm(scratch, { recursive: true, force: true });
  if (time < mostToGenerate * slower) return group.pass("generating");
  return group.fail("generating", `${line}; at most ${raised(mostToGenerate, slower)}`);
}

/** The time of a clean debug build of bindgen, which every new user waits for. */
export async function building(group, context, print) {
  const folder = await context.folder("speed");
  const scratch = join(folder, "clean");
  await rm(scratch, { recursive: true, force: true });
  const start = performance.now();
  const args = ["build", "--product", "bindgen", "--scratch-path", scratch];
  const { time, slower } = await context.swift.run(scratch, () =>
    beside(folder, 1, () => processorTime("swift", args, { cwd: context.root })));
  const seconds = (performance.now() - start) / 1000;
  const built = await exists(join(scratch, "debug", "bindgen"));
  await rm(scratch, { recursive: true, force: true });
  if (!built) return group.fail("clean debug build", "swift build made no bindgen");
  const line = `clean debug build of bindgen: ${(time / 1000).toFixed(0)} s of a processor, ${seconds.toFixed(0)} s on the wall`;
  print(line);
  if (time < mostToBuild * slower) return group.pass("clean debug build");
  return group.fail("clean debug build", `${line}; at most ${raised(mostToBuild, slower)}`);
}
