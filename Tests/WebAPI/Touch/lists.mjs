/** What the generated test does not do to every member, and what it cannot reach: each with its reason. */

/** Attributes that are not set to what they are: the page would go elsewhere, or be another one. */
export const unset = new Set(["Location.href", "Location.hash", "Location.host", "Location.hostname", "Location.pathname", "Location.port", "Location.protocol", "Location.search", "Element.outerHTML", "Document.domain", "Document.body"]);

/**
 * Operations that change nothing that others look at, by interface: the arguments in Swift, and in JavaScript. `o` is the object.
 * @type {Record<string, Record<string, [string, string]>>}
 */
export const calls = {
  Node: { hasChildNodes: ["", ""], getRootNode: ["", ""], cloneNode: ["", ""], contains: ["other: o", "o"], isSameNode: ["otherNode: o", "o"], isEqualNode: ["otherNode: o", "o"], compareDocumentPosition: ["other: o", "o"], lookupPrefix: ["namespace: nil", "null"], isDefaultNamespace: ["namespace: nil", "null"], normalize: ["", ""] },
  Element: { getAttribute: ['qualifiedName: "id"', '"id"'], getAttributeNames: ["", ""], hasAttribute: ['qualifiedName: "id"', '"id"'], hasAttributes: ["", ""], matches: ['selectors: "*"', '"*"'], closest: ['selectors: "html"', '"html"'], getBoundingClientRect: ["", ""], getClientRects: ["", ""], querySelector: ['selectors: "*"', '"*"'], querySelectorAll: ['selectors: "*"', '"*"'], getElementsByTagName: ['qualifiedName: "i"', '"i"'], checkVisibility: ["", ""], toggleAttribute: ['qualifiedName: "hidden", force: false', '"hidden", false'] },
  Document: { createElement: ['localName: "b"', '"b"'], createTextNode: ['data: "text"', '"text"'], createComment: ['data: "text"', '"text"'], createDocumentFragment: ["", ""], createRange: ["", ""], getElementById: ['elementId: "none"', '"none"'], elementFromPoint: ["x: 1, y: 1", "1, 1"], hasFocus: ["", ""], getSelection: ["", ""], createAttribute: ['localName: "a"', '"a"'] },
  CharacterData: { substringData: ["offset: 0, count: 1", "0, 1"], appendData: ['data: ""', '""'] },
  Text: { splitText: ["offset: 0", "0"] },
  Window: { matchMedia: ['query: "(width > 1px)"', '"(width > 1px)"'], getComputedStyle: ["elt: document.documentElement!", "document.documentElement"], btoa: ['data: "abc"', '"abc"'], structuredClone: ['value: "abc"', '"abc"'], scrollTo: ["x: 0, y: 0", "0, 0"] },
  Storage: { getItem: ['key: "none"', '"none"'], key: ["index: 1000", "1000"] },
  DOMTokenList: { contains: ['token: "none"', '"none"'], item: ["index: 1000", "1000"] },
  NodeList: { item: ["index: 0", "0"] },
  HTMLCollection: { item: ["index: 0", "0"], namedItem: ['name: "none"', '"none"'] },
  NamedNodeMap: { item: ["index: 0", "0"], getNamedItem: ['qualifiedName: "none"', '"none"'] },
  Range: { cloneRange: ["", ""], cloneContents: ["", ""], getBoundingClientRect: ["", ""], collapse: ["", ""], detach: ["", ""] },
  Selection: { getRangeAt: ["index: 1000", "1000"], containsNode: ["node: document", "document"] },
  CSSStyleDeclaration: { getPropertyValue: ['property: "color"', '"color"'], getPropertyPriority: ['property: "color"', '"color"'], item: ["index: 0", "0"] },
  MediaList: { item: ["index: 1000", "1000"] },
  DOMPointReadOnly: { toJSON: ["", ""], matrixTransform: ["", ""] },
  DOMMatrixReadOnly: { translate: ["tx: 1", "1"], scale: ["scaleX: 2", "2"], inverse: ["", ""], flipX: ["", ""], toFloat64Array: ["", ""] },
  DOMQuad: { getBounds: ["", ""] },
  URL: { toJSON: ["", ""] },
  URLSearchParams: { get: ['name: "a"', '"a"'], has: ['name: "a"', '"a"'], getAll: ['name: "a"', '"a"'] },
  Headers: { get: ['name: Array("a".utf8)', '"a"'], has: ['name: Array("a".utf8)', '"a"'] },
  FormData: { get: ['name: "a"', '"a"'], has: ['name: "a"', '"a"'], getAll: ['name: "a"', '"a"'] },
  Blob: { slice: ["", ""], text: ["", ""] },
  Response: { clone: ["", ""] },
  Request: { clone: ["", ""] },
  TextEncoder: { encode: ['input: "é"', '"é"'] },
  AbortSignal: { throwIfAborted: ["", ""] },
  HTMLFormElement: { checkValidity: ["", ""] },
  HTMLInputElement: { checkValidity: ["", ""], setCustomValidity: ['error: ""', '""'] },
  HTMLSelectElement: { item: ["index: 0", "0"], checkValidity: ["", ""] },
  HTMLMediaElement: { canPlayType: ['type: "audio/none"', '"audio/none"'] },
  HTMLCanvasElement: { toDataURL: ["", ""] },
  HTMLElement: { click: ["", ""], blur: ["", ""], focus: ["", ""] },
  CanvasRenderingContext2D: { fillRect: ["x: 0, y: 0, w: 1, h: 1", "0, 0, 1, 1"], measureText: ['text: "text"', '"text"'], isPointInPath: ["x: 1, y: 1", "1, 1"], getLineDash: ["", ""], getTransform: ["", ""], save: ["", ""], restore: ["", ""], getImageData: ["sx: 0, sy: 0, sw: 2, sh: 2", "0, 0, 2, 2"], createLinearGradient: ["x0: 0, y0: 0, x1: 1, y1: 1", "0, 0, 1, 1"] },
  Path2D: { rect: ["x: 0, y: 0, w: 1, h: 1", "0, 0, 1, 1"], closePath: ["", ""] },
  CanvasGradient: { addColorStop: ['offset: 0.5, color: "red"', '0.5, "red"'] },
  Performance: { getEntries: ["", ""], getEntriesByType: ['type: "mark"', '"mark"'] },
  AudioParam: { setValueAtTime: ["value: 0.5, startTime: 0", "0.5, 0"] },
  IDBFactory: { cmp: ["first: 1, second: 2", "1, 2"] },
  IDBKeyRange: { includes: ["key: 1", "1"] },
};

/**
 * Interfaces of which a page of the test has no object, by the reason.
 * @type {Record<string, string[]>}
 */
export const outOfReach = {
  "it is of another scope than a page's": ["WorkerGlobalScope", "DedicatedWorkerGlobalScope", "SharedWorkerGlobalScope", "WorkerNavigator", "WorkerLocation", "Client", "AudioWorkletGlobalScope", "AudioWorkletProcessor"],
  "it says why a browser did not keep a page": ["NotRestoredReasons", "NotRestoredReasonDetails"],
  "Firefox makes one for an animation alone, and others have none": ["TimeEvent"],
  "the machines of tests have no camera and no microphone": ["MediaDeviceInfo", "InputDeviceInfo"],
  "`document.all` says of itself that it is undefined (HTML 4.16.3), so Swift takes it for no object": ["HTMLAllCollection"],
};

/**
 * Members of which Swift sees something else than JavaScript, by the reason.
 * @type {Record<string, string[]>}
 */
export const different = {
  "it says of itself that it is undefined (HTML 4.16.3)": ["Document.all"],
  "Chromium gives null before there is a role, where the standard has none but `unknown` (WebRTC 5.6)": ["RTCIceTransport.role"],
};
