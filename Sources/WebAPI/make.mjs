/**
 * Makes the IDL of WebDOM and of the libraries over it out of the standards' IDL, by `bindgen webapi`:
 *
 *     node Sources/WebAPI/make.mjs FOLDER [BINDGEN]
 *
 * FOLDER has a file for each standard, as the npm package @webref/idl and web-platform-tests have. Names and signatures are the standards';
 * which of them are taken, and which members throw, stands here.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, tool = "bindgen"] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder with the standards' IDL");

const standards = [
  "dom", "html", "uievents", "input-events", "pointerevents", "touch-events", "selection-api", "fullscreen", "geometry",
  "cssom", "cssom-view", "css-font-loading", "fetch", "streams", "compression", "url", "encoding", "xhr", "FileAPI", "websockets",
  "storage", "clipboard-apis", "hr-time", "performance-timeline", "user-timing", "requestidlecallback", "resize-observer",
  "intersection-observer", "page-lifecycle", "web-locks",
  "wai-aria", "mediacapture-streams",
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

/** Libraries over WebDOM: their standards, members that throw, and what is left out. */
const leaves = {
  WebCrypto: { standards: ["webcrypto"], throwing: ["Crypto.getRandomValues"] },
  IndexedDB: {
    standards: ["IndexedDB"],
    throwing: [
      "IDBFactory.open", "IDBFactory.cmp", "IDBDatabase.transaction", "IDBDatabase.createObjectStore", "IDBDatabase.deleteObjectStore",
      "IDBObjectStore.add", "IDBObjectStore.put", "IDBObjectStore.get", "IDBObjectStore.delete", "IDBObjectStore.createIndex",
      "IDBObjectStore.index", "IDBTransaction.objectStore", "IDBTransaction.commit", "IDBTransaction.abort", "IDBKeyRange.only",
    ],
  },
  WebAudio: { standards: ["webaudio"], throwing: ["AudioContext.constructor", "OfflineAudioContext.constructor"] },
  WebGL: { standards: ["webgl1", "webgl2"], throwing: [] },
  // No engine has animations of what `use` shows.
  SVG: { standards: ["SVG", "svg-animations"], throwing: [], without: ["ShadowAnimation"] },
  WebAnimations: { standards: ["web-animations"], throwing: ["Animation.play"] },
  WebGPU: { standards: ["webgpu"], throwing: [] },
  WebRTC: {
    standards: ["webrtc", "webrtc-priority"],
    throwing: ["RTCPeerConnection.constructor", "RTCPeerConnection.createDataChannel", "RTCIceCandidate.constructor"],
    // Its algorithm is a type of WebCrypto: Scope.webidl has it with an object.
    // Of buffers and of views of them Swift has one type.
    without: ["RTCPeerConnection.generateCertificate", "RTCDataChannel.send"],
  },
};

const folderOf = (library) => fileURLToPath(new URL(`Sources/${library}/`, import.meta.url));
/** The files of IDL that this script writes; others end in `.webidl`. */
const idl = (library) => readdirSync(folderOf(library)).filter((name) => name.endsWith(".idl")).map((name) => join(folderOf(library), name));
const list = (option, names) => (names.length === 0 ? [] : [option, names.join(",")]);

function make(library, standards, without, throwing) {
  mkdirSync(folderOf(library), { recursive: true });
  for (const file of idl(library)) rmSync(file);
  execFileSync(
    tool,
    ["webapi", "--idl", folder, ...list("--standards", standards), ...list("--without", without), ...list("--throws", throwing), "--output", folderOf(library)],
    { stdio: "inherit" },
  );
  for (const file of idl(library)) {
    writeFileSync(file, readFileSync(file, "utf8").replace(/^.*/, "// Made by Sources/WebAPI/make.mjs, of what is named below."));
  }
}

make("WebDOM", standards, without, throwing);
const definition = /^(?:interface mixin|callback interface|interface|dictionary|enum|callback|namespace) (\w+)/gm;
const shared = idl("WebDOM").flatMap((file) => [...readFileSync(file, "utf8").matchAll(definition)].map(([, name]) => name));
/** Interfaces of other standards, of which WebDOM has the names: a library of theirs adds the members. */
const named = idl("WebDOM").flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^interface (\w+)(?: : \w+)? \{\};\n(?!\w+ includes)/gm)].map(([, name]) => ({ name, standard: basename(file, ".idl") })));
for (const [library, leaf] of Object.entries(leaves)) {
  const own = named.filter(({ standard }) => leaf.standards.includes(standard)).map(({ name }) => name);
  make(library, leaf.standards, [...shared.filter((name) => !own.includes(name)), ...(leaf.without ?? [])], leaf.throwing);
  for (const file of idl(library)) {
    const text = readFileSync(file, "utf8");
    const partial = (whole, name) => (own.includes(name) ? (whole.endsWith("{};\n") ? "" : `partial interface ${name} {\n`) : whole);
    writeFileSync(file, text.replace(/^\[Import[^\n]*\]\ninterface (\w+)(?: : \w+)? \{(?:\};)?\n/gm, partial));
  }
  // What other standards have comes from WebDOM, but for interfaces of which WebDOM does not know the names.
  for (const file of idl(library).filter((file) => !leaf.standards.includes(basename(file, ".idl")))) {
    const text = readFileSync(file, "utf8");
    const names = [...text.matchAll(/^\[Import\]\ninterface (\w+)(?: : \w+)? \{\};\n/gm)].filter(([, name]) => !shared.includes(name));
    if (names.length === 0) rmSync(file);
    else writeFileSync(file, [...text.split("\n").slice(0, 3), ...names.map(([whole]) => whole)].join("\n"));
  }
}
