/** Firefox by WebDriver BiDi, without geckodriver: the browser speaks BiDi itself. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { leavePage, openPage } from "./idle-browsers.mjs";
import { handsOfFirefox } from "./keys.mjs";
import { Connection } from "./socket.mjs";

/** No first-run pages, no updates, no reports: a test makes no connection but to the test server. */
const preferences = {
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/**
 * @param {string} command
 * @param {{ isDark?: boolean }} [options] whether pages are asked for dark colours
 * @returns {Promise<import("./browser.mjs").Page>}
 */
export async function openFirefox(command, { isDark = false } = {}) {
  const scheme = { "layout.css.prefers-color-scheme.content-override": isDark ? 0 : 1 };
  const kind = `${command} ${JSON.stringify(scheme)}`;
  const start = () => launch(command, (profile) => started(profile, scheme), /WebDriver BiDi listening on (ws:\/\/\S+)/);
  return openPage(kind, start, (browser) => attach(browser, kind));
}

/** What it is started with. @param {string} profile */
const started = (profile, scheme) => ({
  args: ["--headless", "--remote-debugging-port=0", "--profile", profile, "--no-remote", "about:blank"],
  env: { HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1", MOZ_DISABLE_CONTENT_SANDBOX: "1" },
  prepare: () =>
    writeFile(
      join(profile, "user.js"),
      Object.entries({ ...preferences, ...scheme })
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(""),
    ),
});

async function attach(browser, kind) {
  const connection = await Connection.open(`${browser.url}/session`);
  await connection.send("session.new", { capabilities: {} });
  const { userContext } = await connection.send("browser.createUserContext");
  const { context } = await connection.send("browsingContext.create", { type: "tab", userContext });
  const errors = [];
  connection.on("log.entryAdded", ({ level, text }) => {
    if (level === "error") errors.push(text);
  });
  await connection.send("session.subscribe", { events: ["log.entryAdded"] });
  const evaluate = async (expression) => {
    // A string comes back as it is, where BiDi would spell an object member by member.
    const answer = await connection.send("script.evaluate", {
      expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value).value;
  };
  return {
    ...handsOfFirefox((method, parameters) => connection.send(method, parameters), evaluate, context),
    errors,
    evaluate,
    async open(address) {
      await connection.send("browsingContext.navigate", { context, url: address, wait: "complete" });
    },
    async screenshot(width, height) {
      await connection.send("browsingContext.setViewport", { context, viewport: { width, height } });
      const { data } = await connection.send("browsingContext.captureScreenshot", { context });
      return Buffer.from(data, "base64");
    },
    async close({ isSound = true } = {}) {
      const leave = async () => {
        await connection.send("browser.removeUserContext", { userContext });
        await connection.send("session.end");
      };
      await leavePage(kind, browser, isSound, leave);
      connection.close();
    },
  };
}
