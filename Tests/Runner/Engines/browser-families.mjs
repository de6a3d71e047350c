/** Runs families in a browser: a page loads and runs each of them, and is loaded anew for the next. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { patience } from "../Core/patience.mjs";
import { within } from "./browser.mjs";
import { serve } from "./static-server.mjs";

const runner = fileURLToPath(new URL("../", import.meta.url));

/**
 * @param {() => Promise<import("./browser.mjs").Page>} open
 * @param {import("../Families/run-families.mjs").Job} job with file URLs below the mounts
 * @param {import("./engines.mjs").RunOptions} options
 */
export async function runInBrowser(open, job, { mounts, isolated, seconds = 3 * patience }) {
  let current = "nothing yet";
  const server = await serve({ mounts: { ...mounts, "/runner/": runner }, isolated, posted: (_path, body) => (current = body) });
  const page = await open().catch(async (error) => {
    await server.close();
    throw error;
  });
  try {
    const results = {};
    for (const { name, module, test } of job.families) {
      await within(page.open(`${server.origin}/runner/Families/page.html`), patience, () => "the page of the families did not load");
      const family = { name, module: served(module, mounts, server.origin), test: served(test, mounts, server.origin) };
      const result = page.evaluate(`run(${JSON.stringify({ ...job, families: [family] })})`);
      Object.assign(results, await within(result, seconds, () => `gave no results within ${seconds} s; it was running ${current}`));
    }
    return results;
  } catch (error) {
    throw new Error([error.message, ...page.errors.slice(0, 5)].join("\n"), { cause: error });
  } finally {
    await page.close();
    await server.close();
  }
}

/** The URL under which the server has a file. @param {string} fileURL @param {import("./engines.mjs").RunOptions["mounts"]} mounts */
function served(fileURL, mounts, origin) {
  const path = fileURLToPath(fileURL);
  for (const [prefix, mount] of Object.entries(mounts)) {
    const folder = typeof mount === "string" ? mount : mount.folder;
    if (path.startsWith(join(folder, "/"))) return origin + encodeURI(prefix + path.slice(join(folder, "/").length));
  }
  throw new Error(`${path} is not below a folder that is served`);
}
