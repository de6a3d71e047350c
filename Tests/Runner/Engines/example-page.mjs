/**
 * Opens the page of an example. A page says `<html data-state="done">` once it has shown what it shows, or `failed: …`.
 */
import { patience } from "../Core/patience.mjs";
import { within } from "./browser.mjs";
import { serve } from "./static-server.mjs";

const waits = `new Promise((resolve) => {
  const state = () => document.documentElement.dataset.state;
  const look = () => (state() === undefined ? setTimeout(look, 20) : resolve(state()));
  look();
})`;

/**
 * @param {() => Promise<import("./browser.mjs").Page>} open
 * @param {string} place a folder, or the origin of a server
 * @param {{ width?: number, height?: number, path?: string, seconds?: number, mounts?: Record<string, string>,
 *   isolated?: boolean, drive?: (page: import("./browser.mjs").Page) => Promise<void> }} [options] `mounts` are folders that hide parts of the folder, `isolated` pages may share memory with workers,
 *   `drive` is called once the page has said something
 * @returns {Promise<{ png: Uint8Array, errors: string[], state: string | undefined }>}
 */
export async function openExample(open, place, options = {}) {
  const { width = 1280, height = 800, path = "index.html", seconds = patience, mounts = {}, isolated = false, drive } = options;
  const server = place.startsWith("http:") ? null : await serve({ mounts: { "/": place, ...mounts }, isolated });
  let page;
  try {
    page = await open();
    await within(page.open(`${server?.origin ?? place}/${path}`), seconds, () => `${path} did not load`);
    const state = await within(page.evaluate(waits), seconds, () => "").catch(() => undefined);
    const png = await page.screenshot(width, height);
    if (state === "done") await drive?.(page);
    return { png, errors: page.errors, state };
  } finally {
    await page?.close();
    await server?.close();
  }
}

/** Throws unless the page has said that it is done, and no error besides. @param {string | undefined} state @param {string[]} errors @param {string[]} more what helps to see why */
export function expectDone(state, errors, ...more) {
  if (errors.length > 0 || state !== "done") throw new Error([`the page says ${JSON.stringify(state)}`, ...errors, ...more].join("\n"));
}
