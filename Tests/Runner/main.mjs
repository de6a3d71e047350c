/** The runner behind `Tests/run`: chooses suites, runs them side by side where that helps, and tells the results. */
import { Context } from "./Core/context.mjs";
import { endAll } from "./Core/processes.mjs";
import { Report } from "./Core/report.mjs";
import { engineNames } from "./Engines/engines.mjs";
import { suites } from "./Suites/suites.mjs";

const usage = `usage: Tests/run [SUITE…]     runs the named suites, or all of them
       Tests/run --list       names the suites
       Tests/run --help       prints this

The last line is \`N passed, N failed, N skipped\`. Exit codes: 0 nothing failed, 1 something did, 2 the command line is wrong.
Environment: BINDGEN_TEST_VENV, BINDGEN_TEST_SCRATCH, BINDGEN_TEST_SETUP=0, BINDGEN_TEST_TOOL, BINDGEN_TEST_TIMES, BINDGEN_FAMILIES, BINDGEN_EXAMPLES, BINDGEN_ENGINES, BINDGEN_SOAK_SECONDS, BINDGEN_IDL_CORPUS, UPDATE_GOLDEN=1.
`;

/** Names that stand for several engines. */
const engineGroups = {
  browsers: ["chromium", "firefox"],
  node: engineNames.filter((name) => name.startsWith("node")),
};

const list = () =>
  [
    ...suites.map(({ name, about }) => `${name.padEnd(10)} ${about}`),
    ...Object.entries(engineGroups).map(([name, engines]) => `${name.padEnd(10)} the families in ${engines.join(", ")}`),
    ...engineNames.map((name) => `${name.padEnd(10)} the families in one engine`),
  ].join("\n");

/**
 * The suites of a command line, and the engines for the families.
 * @param {string[]} names
 */
function choose(names) {
  const chosen = new Set();
  const engines = new Set();
  for (const name of names) {
    const asEngines = engineGroups[name] ?? (engineNames.includes(name) ? [name] : null);
    if (asEngines !== null) {
      for (const engine of asEngines) engines.add(engine);
      chosen.add("families");
    } else if (suites.some((suite) => suite.name === name)) {
      chosen.add(name);
    } else {
      throw new Error(`no suite is called ${JSON.stringify(name)}; the suites are\n${list()}`);
    }
  }
  const isAll = names.length === 0;
  return {
    suites: suites.filter(({ name, isPart }) => (isAll ? !isPart : chosen.has(name))),
    engines: isAll || engines.size === 0 || names.includes("families") ? new Set(engineNames) : engines,
  };
}

/** @param {string[]} names */
async function runSuites(names) {
  const chosen = choose(names);
  const report = new Report((line) => console.log(line));
  const context = new Context(report, chosen.engines);
  // All start at once; what must not overlap waits in the context's queues.
  await Promise.all(chosen.suites.map((suite) => (suite.isAlone ? suite.prepare?.(context) : suite.run(context))));
  for (const suite of chosen.suites.filter(({ isAlone }) => isAlone)) await suite.run(context);
  return report.finish();
}

/** What is printed or refused without running a test: an exit code, 3 for "printed, and that is all". */
function checkOnly(names) {
  if (names.includes("--help") || names.includes("-h")) {
    process.stdout.write(usage);
    return 3;
  }
  if (names.includes("--list")) {
    console.log(list());
    return 3;
  }
  choose(names);
  return 0;
}

// What tools say is read and kept as text.
process.env.NO_COLOR = "1";

const [first, ...rest] = process.argv.slice(2);
try {
  const code = first === "--check" ? checkOnly(rest) : await runSuites(process.argv.slice(2));
  endAll();
  process.exit(code);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
