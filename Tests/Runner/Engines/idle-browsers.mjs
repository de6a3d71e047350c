/**
 * Browsers that no page needs at the moment. To start one takes seconds of a processor; each page has a context of its own in one, with its own
 * cookies, storage and workers.
 */
import { rmSync } from "node:fs";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** The browsers by all that they were started with. @type {Map<string, Browser[]>} */
const idle = new Map();

/** How many wait at once of those that were started in one way. */
const mostIdle = 2;

/**
 * One that waits, or a new one.
 * @param {string} kind all that it is started with
 * @param {() => Promise<Browser>} launch
 */
export const takeBrowser = async (kind, launch) => idle.get(kind)?.pop() ?? launch();

/** Gives a browser back whose page is gone. @param {string} kind @param {Browser} browser */
export async function giveBrowser(kind, browser) {
  const waiting = idle.get(kind) ?? [];
  if (waiting.length === mostIdle) return browser.stop();
  idle.set(kind, [...waiting, browser]);
}

// Nobody says that no page comes any more.
process.on("exit", () => {
  for (const { profile } of [...idle.values()].flat()) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
