/** The entry for runtimes without a page. */
import { probe } from "./probe.mjs";

console.log(`@answers ${JSON.stringify(await probe())}`);
