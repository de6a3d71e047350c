/**
 * Browsers, each driven through its own protocol: Chromium by CDP (`chromium.mjs`), Firefox by WebDriver BiDi (`firefox.mjs`).
 *
 * @typedef {PageItself & import("./keys.mjs").Hands} Page
 *
 * @typedef {object} PageItself
 * @property {(url: string) => Promise<void>} open goes there and waits for its load event
 * @property {(expression: string) => Promise<any>} evaluate the value of an expression, awaited, as JSON has it
 * @property {(width: number, height: number) => Promise<Uint8Array>} screenshot a PNG of the visible page
 * @property {string[]} errors uncaught errors and console errors so far
 * @property {(options?: { isSound?: boolean }) => Promise<void>} close gives the browser back, for another page; one that is not sound ends
 *
 * @typedef {{ url: string, profile: string, stop: () => Promise<void> }} Browser
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patience } from "../Core/patience.mjs";
import { end, ended, start } from "../Core/processes.mjs";

/**
 * Starts a browser in a fresh profile and waits until it says where it listens.
 * @param {string} command
 * @param {(profile: string) => { args: string[], env?: Record<string, string>, prepare?: () => Promise<void> }} options
 * @param {RegExp} listening matches the line that names the WebSocket; its first group is the URL
 * @returns {Promise<Browser>}
 */
export async function launch(command, options, listening, seconds = patience) {
  const profile = await mkdtemp(join(tmpdir(), "bindgen-browser-"));
  const { args, env, prepare } = options(profile);
  await prepare?.();
  const child = start(command, args, { env: { ...process.env, ...env }, cwd: profile });
  const stop = async () => {
    end(child);
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  let output = "";
  try {
    const url = await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${command} ${why}\n${output}`));
      const timer = setTimeout(() => fail(`did not listen within ${seconds} s`), seconds * 1000);
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (data) => {
          output += data;
          const match = listening.exec(output);
          if (match !== null) resolve(clearTimeout(timer) ?? match[1]);
        });
      }
      child.on("error", (error) => fail(error.message));
      child.on("exit", () => fail("ended at once"));
    });
    return { url, profile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A promise's result, or an error after some seconds.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} seconds
 * @param {() => string} message
 */
export async function within(promise, seconds, message) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message())), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
