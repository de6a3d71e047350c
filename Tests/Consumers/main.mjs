/** The entry of bundles and of pages: what was found is in a promise that the driver awaits. */
import { probe } from "./probe.mjs";

globalThis.probed = probe();
