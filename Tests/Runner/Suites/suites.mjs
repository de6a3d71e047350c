/**
 * All suites, in the order in which they are listed.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} about
 * @property {boolean} [isPart] runs only when it is named: it belongs to another suite, or takes long
 * @property {boolean} [isAlone] runs when all others have ended
 * @property {(context: import("../Core/context.mjs").Context) => Promise<unknown>} [prepare] what such a suite needs and need not be alone for
 * @property {(context: import("../Core/context.mjs").Context) => Promise<unknown>} run
 */
import { acceptance } from "./acceptance.mjs";
import { bench } from "./bench.mjs";
import { binary } from "./binary.mjs";
import { build } from "./build.mjs";
import { component } from "./component.mjs";
import { consumers } from "./consumers.mjs";
import { corpus } from "./corpus.mjs";
import { dev } from "./dev.mjs";
import { diff } from "./diff.mjs";
import { differential } from "./differential.mjs";
import { docs } from "./docs.mjs";
import { examples } from "./examples.mjs";
import { families, golden } from "./families.mjs";
import { gate } from "./gate.mjs";
import { hosts } from "./hosts.mjs";
import { hour } from "./hour.mjs";
import { lint } from "./lint.mjs";
import { loading } from "./loading.mjs";
import { matrix } from "./matrix.mjs";
import { packages } from "./package.mjs";
import { platforms } from "./platforms.mjs";
import { plugin } from "./plugin.mjs";
import { proxies } from "./proxies.mjs";
import { recipes } from "./recipes.mjs";
import { robustness } from "./robustness.mjs";
import { runner } from "./runner.mjs";
import { support } from "./scripts.mjs";
import { sizes } from "./sizes.mjs";
import { soak } from "./soak.mjs";
import { speed } from "./speed.mjs";
import { swift } from "./swift.mjs";
import { threads } from "./threads.mjs";
import { tool } from "./tool.mjs";
import { types } from "./types.mjs";
import { vite } from "./vite.mjs";
import { wasi } from "./wasi.mjs";
import { webapi } from "./webapi.mjs";
import { wit } from "./wit.mjs";
import { zlib } from "./zlib.mjs";

/** @type {Suite[]} */
export const suites = [
  lint,
  runner,
  swift,
  corpus,
  support,
  tool,
  gate,
  robustness,
  diff,
  wit,
  webapi,
  golden,
  families,
  proxies,
  matrix,
  differential,
  acceptance,
  loading,
  threads,
  examples,
  recipes,
  hosts,
  wasi,
  component,
  zlib,
  binary,
  types,
  packages,
  consumers,
  platforms,
  vite,
  plugin,
  build,
  dev,
  docs,
  bench,
  speed,
  sizes,
  hour,
  soak,
];
