/**
 * Makes the IDL of WebDOM out of the standards' IDL, by `bindgen webapi`:
 *
 *     node Sources/WebAPI/make.mjs FOLDER [BINDGEN]
 *
 * FOLDER has a file for each standard, as the npm package @webref/idl and web-platform-tests have. Names and signatures are the standards';
 * which of them are taken, and which members throw, stands here.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, tool = "bindgen"] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder with the standards' IDL");

const standards = [
  "dom", "html", "uievents", "input-events", "pointerevents", "touch-events", "selection-api", "fullscreen", "geometry",
  "cssom", "cssom-view", "css-font-loading", "fetch", "streams", "compression", "url", "encoding", "xhr", "FileAPI", "websockets",
  "storage", "clipboard-apis", "hr-time", "performance-timeline", "user-timing", "requestidlecallback", "resize-observer",
  "intersection-observer", "page-lifecycle", "web-locks",
  "wai-aria",
];

/** What nothing but history has, and what no page that is new should call. */
const without = [
  "HTMLMarqueeElement", "HTMLFrameSetElement", "HTMLFrameElement", "HTMLDirectoryElement", "HTMLFontElement", "HTMLParamElement",
  "External", "PluginArray", "MimeTypeArray", "Plugin", "MimeType", "XSLTProcessor", "CSSPageDescriptors", "CSSMarginDescriptors",
];

/**
 * Members that throw what a program meets without a mistake of its own: text from elsewhere, a full store, a state that others changed. What
 * others throw, such as `querySelector` for a selector that is none, waits for the end of the call and is not lost.
 */
const throwing = [
  "URL.constructor", "Request.constructor", "Response.constructor", "Headers.constructor", "Headers.append", "Headers.set",
  "TextDecoder.constructor", "TextDecoder.decode", "WebSocket.constructor", "WebSocket.send", "WebSocket.close",
  "Storage.setItem", "History.pushState", "History.replaceState", "Window.postMessage", "MessagePort.postMessage",
  "Worker.constructor", "Worker.postMessage", "BroadcastChannel.postMessage", "WindowOrWorkerGlobalScope.structuredClone",
  "WindowOrWorkerGlobalScope.atob", "WindowOrWorkerGlobalScope.btoa", "HTMLCanvasElement.toDataURL", "CanvasImageData.getImageData",
  "XMLHttpRequest.open", "XMLHttpRequest.send", "XMLHttpRequest.setRequestHeader", "CSSStyleSheet.insertRule",
  "CSSStyleSheet.deleteRule", "CSSStyleSheet.replaceSync", "CustomElementRegistry.define", "HTMLDialogElement.showModal",
  "HTMLElement.showPopover", "HTMLElement.attachInternals", "AbortSignal.throwIfAborted", "Performance.measure",
];

/** The files of IDL. */
const idl = () => readdirSync(output).filter((name) => name.endsWith(".idl")).map((name) => join(output, name));

const output = fileURLToPath(new URL("Sources/WebDOM/", import.meta.url));
for (const file of idl()) rmSync(file);
const list = (option, names) => [option, names.join(",")];
execFileSync(
  tool, ["webapi", "--idl", folder, ...list("--standards", standards), ...list("--without", without), ...list("--throws", throwing), "--output", output],
  { stdio: "inherit" },
);
for (const file of idl()) writeFileSync(file, readFileSync(file, "utf8").replace(/^.*/, "// Made by Sources/WebAPI/make.mjs, of what is named below."));
