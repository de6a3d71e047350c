/**
 * Browsers that no page needs at the moment. To start one takes seconds of a processor; each page has a context of its own in one, with its own
 * cookies, storage and workers.
 */
import { rmSync } from "node:fs";
import { within } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./browser.mjs").Page} Page */

/** The browsers by all that they were started with. @type {Map<string, Browser[]>} */
const idle = new Map();

/** How many wait at once of those that were started in one way. */
const mostIdle = 2;

/**
 * Opens a page in a browser that waits, or in a new one. A browser may have ended while it waited: then the next one is tried.
 * @param {string} kind all that it is started with
 * @param {() => Promise<Browser>} launch
 * @param {(browser: Browser) => Promise<Page>} attach
 * @returns {Promise<Page>}
 */
export async function openPage(kind, launch, attach) {
  const waiting = idle.get(kind)?.pop();
  const browser = waiting ?? (await launch());
  try {
    return await attach(browser);
  } catch (error) {
    await browser.stop();
    if (waiting === undefined) throw error;
    return openPage(kind, launch, attach);
  }
}

/**
 * Closes a page. Its browser waits for another one where it is sound and does as it is told, and ends otherwise.
 * @param {string} kind
 * @param {Browser} browser
 * @param {boolean} isSound
 * @param {() => Promise<unknown>} leave ends the page
 */
export async function leavePage(kind, browser, isSound, leave) {
  const isLeft = isSound && (await within(leave(), 5, () => "it does not answer").then(() => true, () => false));
  const waiting = idle.get(kind) ?? [];
  if (isLeft && waiting.length < mostIdle) idle.set(kind, [...waiting, browser]);
  else await browser.stop();
}

// Nobody says that no page comes any more.
process.on("exit", () => {
  for (const { profile } of [...idle.values()].flat()) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
