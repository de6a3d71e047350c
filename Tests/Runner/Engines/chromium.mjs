/** Chromium by the Chrome DevTools Protocol. */
import { launch } from "./browser.mjs";
import { leavePage, openPage } from "./idle-browsers.mjs";
import { handsOfChromium } from "./keys.mjs";
import { Connection } from "./socket.mjs";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--remote-debugging-port=0",
  "--js-flags=--expose-gc",
];

/**
 * @param {string} command
 * @param {{ flags?: string[], isDark?: boolean }} [options] more flags, such as those for WebGPU; whether pages are asked for dark colours
 * @returns {Promise<import("./browser.mjs").Page>}
 */
export async function openChromium(command, options = {}) {
  const all = [...flags, ...(options.flags ?? [])];
  const kind = [command, ...all].join(" ");
  const started = (profile) => ({ args: [...all, `--user-data-dir=${profile}`, "about:blank"], env: { HOME: profile } });
  const start = () => launch(command, started, /DevTools listening on (ws:\/\/\S+)/);
  return openPage(kind, start, (browser) => attach(browser, kind, options));
}

async function attach(browser, kind, { isDark = false }) {
  const connection = await Connection.open(browser.url);
  const { browserContextId } = await connection.send("Target.createBrowserContext");
  const { targetId } = await connection.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, parameters) => connection.send(method, parameters, { sessionId });
  const errors = [];
  connection.on("Runtime.exceptionThrown", ({ exceptionDetails }) => errors.push(said(exceptionDetails)));
  connection.on("Runtime.consoleAPICalled", ({ type, args }) => {
    if (type === "error") errors.push(args.map((arg) => arg.value ?? arg.description).join(" "));
  });
  await send("Page.enable");
  await send("Runtime.enable");
  await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: isDark ? "dark" : "light" }] });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(said(exceptionDetails));
    return result.value;
  };
  return {
    ...handsOfChromium(send, evaluate),
    errors,
    evaluate,
    async open(address) {
      const loaded = connection.once("Page.loadEventFired");
      const { errorText } = await send("Page.navigate", { url: address });
      if (errorText !== undefined) throw new Error(`${address}: ${errorText}`);
      await loaded;
    },
    async screenshot(width, height) {
      await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
      const { data } = await send("Page.captureScreenshot", { format: "png" });
      return Buffer.from(data, "base64");
    },
    async close({ isSound = true } = {}) {
      const leave = () => connection.send("Target.disposeBrowserContext", { browserContextId });
      await leavePage(kind, browser, isSound, leave);
      connection.close();
    },
  };
}

const said = ({ text, exception }) => exception?.description ?? `${text} ${exception?.value ?? ""}`.trim();
