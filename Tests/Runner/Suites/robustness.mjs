/** What `bindgen` leaves behind when something ends it or the disk refuses: all of a package or nothing of it. */
import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentsOf, exists } from "../Core/files.mjs";
import { end, ended, run, start } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { difference } from "../Families/difference.mjs";

/** @type {import("./suites.mjs").Suite} */
export const robustness = {
  name: "robustness",
  about: "bindgen ended at any moment, full disks, folders that cannot be written, odd paths",
  run: (context) =>
    context.report.group("robustness", async (group) => {
      const built = await context.bindgen();
      if ("failure" in built) return group.fail("bindgen builds", built.failure);
      for (const [name, test] of Object.entries(tests)) {
        const folder = await context.folder("robustness", name.replaceAll(/\W+/g, "-"));
        const place = new Place(built.path, folder);
        try {
          await place.make();
          const missing = await test(place);
          if (typeof missing === "string") group.skip(name, missing);
          else group.pass(name);
        } catch (error) {
          group.fail(name, error.message);
        } finally {
          await place.leave();
        }
      }
      return undefined;
    }),
};

const one = "namespace Numbers { long add(long a, long b); };\n";
const other = "/// Subtracts.\nnamespace Numbers { long subtract(long a, long b); };\n";

/** A folder with IDL, in which the tool runs. */
class Place {
  /** @type {string[]} what is mounted, the last first */
  #mounts = [];

  constructor(tool, folder) {
    this.tool = tool;
    this.folder = folder;
    this.out = join(folder, "out");
  }

  async make() {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, "one.idl"), one);
    await writeFile(join(this.folder, "other.idl"), other);
  }

  async leave() {
    for (const path of this.#mounts) await run("umount", [path]);
  }

  /** The arguments that generate from an IDL file, always with the same names. */
  arguments(idl, out = this.out) {
    return ["generate", `${idl}.idl`, "--module", "Numbers", "--out", out];
  }

  async generate(idl, out) {
    return run(this.tool, this.arguments(idl, out), { cwd: this.folder });
  }

  /** Generates and requires the exit code 1 and these words. */
  async refused(idl, out, words) {
    const { code, output } = await this.generate(idl, out);
    if (code !== 1 || !output.includes(words)) throw new Error(`expected ${JSON.stringify(words)}; exit code ${code}\n${output}`);
  }

  /** A small disk of its own at a path; false where that is not allowed. */
  async mount(path, options) {
    await mkdir(path, { recursive: true });
    const { code } = await run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]);
    if (code === 0) this.#mounts.unshift(path);
    return code === 0;
  }

  /** What stands in the output folder after each of the two IDL files; the folder is away afterwards. */
  async states() {
    const states = {};
    for (const idl of ["one", "other"]) {
      const { code, output } = await this.generate(idl);
      if (code !== 0) throw new Error(output);
      states[idl] = await contentsOf(this.out);
      await rm(this.out, { recursive: true });
    }
    return states;
  }

  /** Nothing that was written aside is left. */
  async isTidy(folders = [this.folder, this.out]) {
    for (const folder of folders) {
      const left = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(".bindgen"));
      if (left.length > 0) throw new Error(`${left.join(", ")} was left in ${folder}`);
    }
  }
}

/** Requires the output folder to be in one of these states. */
async function isOneOf(place, states) {
  const found = await contentsOf(place.out);
  const changes = states.map((state) => difference(state, found));
  if (changes.every((change) => change !== null)) throw new Error(`neither state is there:\n${changes.join("\n")}`);
}

const mayNot = "mounting a file system is not allowed here";

/** Each gives why it cannot be tried here, or nothing. @type {Record<string, (place: Place) => Promise<string | void>>} */
const tests = {
  async "ended at any moment, a new package is there as a whole or not at all"(place) {
    const { one: whole } = await place.states();
    for (let delay = 0; delay < 60; delay += 2) {
      await endAfter(place, "one", delay, delay % 4 === 0 ? "SIGINT" : "SIGTERM");
      await isOneOf(place, [new Map(), whole]);
      await place.isTidy();
      await rm(place.out, { recursive: true, force: true });
    }
  },

  async "ended at any moment, an old package stays or is the new one"(place) {
    const states = await place.states();
    for (let delay = 0; delay < 60; delay += 2) {
      const [before, after] = delay % 4 === 0 ? ["one", "other"] : ["other", "one"];
      await place.generate(before);
      await endAfter(place, after, delay, delay % 8 < 4 ? "SIGINT" : "SIGTERM");
      await isOneOf(place, [states[before], states[after]]);
      await place.isTidy();
    }
  },

  async "what a killed process left is cleared away by the next"(place) {
    const { one: whole } = await place.states();
    const ghost = start("true", []);
    await ended(ghost);
    for (const name of [`.bindgen-${ghost.pid}`, `.bindgen-${process.pid}`, ".bindgen-notes"]) await mkdir(join(place.out, name), { recursive: true });
    await place.generate("one");
    const names = (await readdir(place.out)).filter((name) => name.startsWith(".")).toSorted();
    if (names.join() !== [`.bindgen-${process.pid}`, ".bindgen-notes"].toSorted().join()) throw new Error(names.join(", "));
    for (const name of names) await rm(join(place.out, name), { recursive: true });
    await isOneOf(place, [whole]);
  },

  async "a full disk leaves the old package and says so"(place) {
    const { one: whole } = await place.states();
    const size = [...whole.values()].reduce((sum, { length }) => sum + Math.ceil(length / 4096) * 4, 0);
    // Room for the old files and some of the new ones.
    if (!(await place.mount(place.out, `size=${size + 8}k`))) return mayNot;
    await place.generate("one");
    await place.refused("other", place.out, `error: cannot write into ${place.out}: the disk is full`);
    await isOneOf(place, [whole]);
    await place.isTidy();
    return undefined;
  },

  async "a full disk leaves no new package"(place) {
    const disk = join(place.folder, "disk");
    if (!(await place.mount(disk, "size=8k"))) return mayNot;
    await place.refused("one", join(disk, "out"), "the disk is full");
    const left = await readdir(disk);
    if (left.length > 0) throw new Error(left.join(", "));
    return undefined;
  },

  async "a file system that is read only"(place) {
    if (!(await place.mount(place.out, "size=1m"))) return mayNot;
    await place.generate("one");
    const before = await contentsOf(place.out);
    await run("mount", ["-o", "remount,ro", place.out]);
    await place.refused("other", place.out, `error: cannot write into ${place.out}: the file system is read-only`);
    await place.refused("one", join(place.out, "deep"), "the file system is read-only");
    await isOneOf(place, [before]);
    // What would not change needs no writing.
    if ((await place.generate("one")).code !== 0) throw new Error("the same files again are refused");
    return undefined;
  },

  async "a folder that the user may not write"(place) {
    const isRoot = process.getuid?.() === 0;
    const setpriv = await inPath("setpriv");
    if (isRoot && setpriv === null) return "root may write everywhere, and setpriv is not installed";
    const folder = join(place.folder, "denied");
    await mkdir(folder);
    await chmod(folder, 0o555);
    const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", place.tool];
    const [command, args] = isRoot ? [setpriv, nobody] : [place.tool, []];
    const { code, output } = await run(command, [...args, ...place.arguments("one", join(folder, "out"))], { cwd: place.folder });
    // The tool or the IDL may stand where nobody can read it.
    if (!output.includes("denied")) return `another user cannot run it here: ${output.trim().split("\n")[0]}`;
    if (code !== 1 || !output.includes(`error: cannot write into ${folder}/out: permission denied`)) throw new Error(`exit code ${code}\n${output}`);
    if ((await readdir(folder)).length > 0) throw new Error("something was written");
    return undefined;
  },

  async "a file in the way of a folder puts everything back"(place) {
    const { one: whole } = await place.states();
    await place.generate("one");
    const victim = join(place.out, "numbers.glue.js");
    await rm(victim);
    await mkdir(victim);
    await place.refused("other", place.out, `error: cannot write ${victim}: it is a folder`);
    await rm(victim, { recursive: true });
    await writeFile(victim, whole.get("numbers.glue.js"));
    await isOneOf(place, [whole]);
  },

  async "spaces, quotes, signs and letters of all kinds in a path"(place) {
    const { one: whole } = await place.states();
    for (const name of ["with space", "it's", 'a "b"', "$HOME", "a;b&c", "Größe 日本 🐈", "-dash", "%20", "back\\slash", "new\nline"]) {
      const folder = join(place.folder, "odd", name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "one.idl"), one);
      const { code, output } = await run(place.tool, ["generate", join(folder, "one.idl"), "--module", "Numbers", "--out", join(folder, "out")]);
      const change = difference(whole, await contentsOf(join(folder, "out")));
      if (code !== 0 || change !== null) throw new Error(`${name}: exit code ${code}\n${output}${change ?? ""}`);
    }
  },
};

/** Runs the tool and ends it after some milliseconds; it may have come to its end before. */
async function endAfter(place, idl, milliseconds, signal) {
  const child = start(place.tool, place.arguments(idl), { cwd: place.folder });
  await sleep(milliseconds);
  end(child, signal);
  await ended(child);
  if (await exists(join(place.folder, "core"))) throw new Error("it has left a core");
}
