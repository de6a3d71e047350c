/** Objects of as many interfaces as a page can have: those of the list, and what their attributes are. */

const elements = "a area audio base blockquote body br button canvas caption col data datalist del details dialog div dl embed fieldset form h1 head hr html iframe img input label legend li link map menu meta meter object ol optgroup option output p picture pre progress q script select slot source span style table tbody td template textarea time title tr track ul unknown video".split(" ");

const events = {
  Event: {}, CustomEvent: { detail: 1 }, UIEvent: {}, FocusEvent: {}, MouseEvent: { clientX: 3 }, WheelEvent: { deltaY: 1 }, InputEvent: { data: "a" },
  KeyboardEvent: { key: "a" }, CompositionEvent: { data: "a" }, PointerEvent: { pointerId: 2 }, DragEvent: {}, ClipboardEvent: {}, ProgressEvent: { loaded: 1 },
  SubmitEvent: {}, ToggleEvent: { newState: "open" }, CommandEvent: {}, CloseEvent: { code: 1000 }, ErrorEvent: { message: "a" }, MessageEvent: { data: 1 },
  PopStateEvent: {}, HashChangeEvent: {}, PageTransitionEvent: {}, StorageEvent: { key: "a" }, TrackEvent: {}, TouchEvent: {}, MediaQueryListEvent: {}, FontFaceSetLoadEvent: {},
  PageRevealEvent: {}, PageSwapEvent: {},
};

const css = `@import "data:text/css,"; @namespace svg url(http://www.w3.org/2000/svg); .a { color: red } @media (width > 1px) { .b { color: blue } } @page { margin: 1cm; @top-left { margin: 1cm } }`;

const shapes = "a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend filter foreignObject g image line linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect script set stop style svg switch symbol text textPath title tspan use view".split(" ");

/** An element of SVG. @param {string} name @returns {any} */
const shape = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);

/** The next event of a name. @param {EventTarget} target @param {string} name @returns {Promise<any>} */
const next = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

/** Each makes an object, or a list of them; what throws is not there. @type {(() => any)[]} */
const makers = [
  () => [window, document, navigator, location, history, screen, localStorage, performance, customElements, document.implementation, document.fonts, crypto, crypto.subtle, indexedDB],
  () => [visualViewport, navigation, document.getSelection(), navigator.locks, navigator.storage, navigator.clipboard, navigator.userActivation],
  ...elements.map((name) => () => document.createElement(name)),
  ...Object.entries(events).map(([name, init]) => () => new globalThis[name](name.toLowerCase(), init)),
  () => new FormDataEvent("formdata", { formData: new FormData() }),
  () => new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: 1 }),
  () => document.createEvent("BeforeUnloadEvent"),
  () => document.createEvent("TextEvent"),
  () => [document.createTextNode("text"), document.createComment("text"), document.createDocumentFragment(), document.createAttribute("a"), document.createRange()],
  () => {
    const xml = new DOMParser().parseFromString("<a><![CDATA[text]]><?target data?></a>", "application/xml");
    return [xml, ...xml.documentElement.childNodes];
  },
  () => document.createNodeIterator(document),
  () => document.createTreeWalker(document),
  () => document.createElement("div").attachShadow({ mode: "open" }),
  () => new StaticRange({ startContainer: document, startOffset: 0, endContainer: document, endOffset: 0 }),
  () => document.evaluate("//html", document, null, 0),
  () => document.createExpression("//html"),
  () => new XPathEvaluator(),
  () => [new MutationObserver(() => {}), new ResizeObserver(() => {}), new IntersectionObserver(() => {}), new PerformanceObserver(() => {})],
  () => [new AbortController(), new AbortController().signal, new EventTarget()],
  () => [new DataTransfer(), new DataTransfer().items],
  () => {
    const data = new DataTransfer();
    data.items.add("text", "text/plain");
    return [data.items[0], data.files];
  },
  async () => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    await Promise.race([next(style, "load"), next(style, "error")]);
    const rules = [...style.sheet.cssRules];
    return [style.sheet, ...rules, ...rules.flatMap((rule) => [...(rule.cssRules ?? [])]), document.styleSheets];
  },
  () => [matchMedia("(width > 1px)"), matchMedia("print").media && new CSSStyleSheet().media],
  () => [new DOMPoint(1, 2), new DOMRect(1, 2, 3, 4), new DOMMatrix(), new DOMQuad(), new DOMPointReadOnly(), new DOMRectReadOnly(), new DOMMatrixReadOnly()],
  () => [document.documentElement.getClientRects(), document.caretPositionFromPoint?.(1, 1)],
  () => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    return [context, context.createLinearGradient(0, 0, 1, 1), context.createPattern(canvas, ""), context.measureText("text"), context.getImageData(0, 0, 2, 2), new Path2D()];
  },
  () => [new OffscreenCanvas(2, 2), new OffscreenCanvas(2, 2).getContext("2d")],
  () => document.createElement("canvas").getContext("bitmaprenderer"),
  () => createImageBitmap(new ImageData(2, 2)),
  () => [new Blob(["text"]), new File(["text"], "a.txt"), new FileReader(), new FormData(), new Headers({ a: "1" }), new Request("/"), new Response("text")],
  () => [new TextDecoder(), new TextEncoder(), new TextDecoderStream(), new TextEncoderStream(), new CompressionStream("gzip"), new DecompressionStream("gzip")],
  () => [new URL("https://a.b/c?d=1#e"), new URLSearchParams("a=1"), new XMLHttpRequest(), new DOMParser(), new XMLSerializer()],
  () => [new MessageChannel(), new MessageChannel().port1, new BroadcastChannel("a")],
  () => new WebSocket("ws://127.0.0.1:1"),
  () => new Worker(URL.createObjectURL(new Blob([""]))),
  () => new SharedWorker(URL.createObjectURL(new Blob([""]))),
  () => new EventSource("/none"),
  () => [new ReadableStream(), new WritableStream(), new TransformStream(), new ReadableStream().getReader(), new WritableStream().getWriter()],
  () => new ReadableStream({ type: "bytes" }).getReader({ mode: "byob" }),
  () => [new ByteLengthQueuingStrategy({ highWaterMark: 1 }), new CountQueuingStrategy({ highWaterMark: 1 })],
  () => {
    const found = [];
    const start = (each) => void found.push(each);
    const streams = [new ReadableStream({ start }), new ReadableStream({ type: "bytes", start }), new WritableStream({ start }), new TransformStream({ start })];
    return [...found, ...streams];
  },
  () => [performance.mark("a"), performance.measure("b"), ...performance.getEntries()],
  () => new DOMException("a", "AbortError"),
  () => [new FontFace("a", "url(none)"), new ClipboardItem({ "text/plain": "a" })],
  () => {
    customElements.define("touch-test", class extends HTMLElement { static formAssociated = true; });
    return document.createElement("touch-test").attachInternals();
  },
  () => {
    const form = document.createElement("form");
    form.innerHTML = `<input type=radio name=a><input type=radio name=a><select multiple><option selected>`;
    return [form.elements, form.elements.a, form.elements[2].options, form.elements[2].selectedOptions];
  },
  () => {
    const video = document.createElement("video");
    const track = video.addTextTrack("captions");
    track.mode = "showing";
    return [track, video.textTracks, video.buffered, globalThis.VTTCue && new VTTCue(0, 1, "text")];
  },
  () => ["http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"].map((space) => document.createElementNS(space, "g")),
  async () => {
    const video = document.createElement("video");
    video.src = "data:,";
    await next(video, "error");
    return video.error;
  },
  () => new NavigationCurrentEntryChangeEvent("currententrychange", { from: navigation.currentEntry }),
  () => new Promise((resolve) => {
    const note = (event) => {
      event.intercept({ handler: () => new Promise((done) => setTimeout(done, 50)) });
      setTimeout(() => resolve([event, event.destination, navigation.transition]));
    };
    navigation.addEventListener("navigate", note, { once: true });
    location.hash = "#touch";
  }),
  () => new Promise((resolve) => {
    const pull = (controller) => {
      resolve(controller.byobRequest);
      return new Promise(() => {});
    };
    new ReadableStream({ type: "bytes", pull }).getReader({ mode: "byob" }).read(new Uint8Array(8));
  }),
  () => new Touch({ identifier: 1, target: document.documentElement }),
  () => document.createElement("div").dataset,
  () => [location.ancestorOrigins],
  () => new CloseWatcher(),
  () => globalThis.getSelection().getRangeAt(0),
  () => new Promise((resolve) => {
    const observer = new MutationObserver(resolve);
    const element = document.createElement("div");
    observer.observe(element, { attributes: true });
    element.id = "a";
  }),
  () => new Promise((resolve) => new ResizeObserver((entries) => resolve([...entries, ...entries[0].borderBoxSize])).observe(document.documentElement)),
  () => new Promise((resolve) => new IntersectionObserver(resolve).observe(document.documentElement)),
  () => new Promise((resolve) => requestIdleCallback(resolve)),
  () => new Promise((resolve) => new PerformanceObserver((list) => resolve(list)).observe({ type: "mark", buffered: true })),
  () => navigator.locks.request("a", (lock) => new Promise((resolve) => setTimeout(resolve, 0, lock))),
  () => crypto.subtle.generateKey({ name: "AES-GCM", length: 128 }, true, ["encrypt"]),
  async () => {
    const request = indexedDB.open("touch", 1);
    const event = await next(request, "upgradeneeded");
    const database = request.result;
    const store = database.createObjectStore("a", { keyPath: "id" });
    const index = store.createIndex("b", "id");
    store.put({ id: 1 });
    const cursor = store.openCursor();
    const keys = index.openKeyCursor();
    await next(keys, "success");
    return [event, request, database, store, index, request.transaction, cursor, cursor.result, keys.result, IDBKeyRange.only(1)];
  },
  () => {
    const context = new OfflineAudioContext(1, 100, 44_100);
    const makes = Object.getOwnPropertyNames(BaseAudioContext.prototype).filter((name) => name.startsWith("create"));
    const nodes = makes.flatMap((name) => {
      try {
        return [context[name](...(name === "createBuffer" ? [1, 10, 44_100] : name === "createPeriodicWave" ? [[0, 1], [0, 1]] : name === "createIIRFilter" ? [[1], [1]] : []))];
      } catch {
        return [];
      }
    });
    return [context, context.destination, context.listener, ...nodes, new ConstantSourceNode(context).offset];
  },
  () => {
    const context = new AudioContext();
    const made = [context, context.createMediaStreamDestination(), context.createMediaElementSource(document.createElement("audio"))];
    return made;
  },
  () => {
    const context = new OfflineAudioContext(1, 512, 44_100);
    const processor = context.createScriptProcessor(256, 1, 1);
    processor.connect(context.destination);
    const events = [next(processor, "audioprocess"), next(context, "complete")];
    context.startRendering();
    return Promise.all(events);
  },
  () => {
    const context = new AudioContext();
    return context.createMediaStreamSource(context.createMediaStreamDestination().stream);
  },
  async () => {
    const context = new AudioContext();
    await context.setSinkId({ type: "none" });
    return context.sinkId;
  },
  async () => {
    const context = new OfflineAudioContext(1, 1, 44_100);
    const script = `registerProcessor("touch", class extends AudioWorkletProcessor { process() {} })`;
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    const node = new AudioWorkletNode(context, "touch");
    return [node, node.parameters];
  },
  () => new OfflineAudioContext(1, 1, 44_100).startRendering(),
  ...shapes.map((name) => () => shape(name)),
  () => {
    const drawing = shape("svg");
    return ["Number", "Length", "Angle", "Point", "Rect", "Transform"].map((name) => drawing[`createSVG${name}`]());
  },
  () => [shape("feConvolveMatrix").preserveAlpha, shape("feConvolveMatrix").orderX],
  () => {
    const animation = document.documentElement.animate([{ opacity: 0 }, { opacity: 1 }], 1000);
    animation.pause();
    return [animation, animation.effect, document.timeline, new KeyframeEffect(null, null), new AnimationPlaybackEvent("finish")];
  },
  () => webGL("webgl"),
  () => webGL("webgl2"),
  () => new WebGLContextEvent("webglcontextlost"),
  async () => {
    const adapter = await navigator.gpu.requestAdapter();
    const device = await adapter.requestDevice();
    const texture = device.createTexture({ size: [1, 1], format: "rgba8unorm", usage: 16 });
    const encoder = device.createCommandEncoder();
    return [navigator.gpu, adapter, device, texture, texture.createView(), encoder, device.createSampler(), device.createBuffer({ size: 16, usage: 8 })];
  },
  async () => {
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.addTransceiver("audio");
    const channel = near.createDataChannel("touch");
    await near.setLocalDescription(await near.createOffer());
    await far.setRemoteDescription(near.localDescription);
    await far.setLocalDescription(await far.createAnswer());
    await near.setRemoteDescription(far.localDescription);
    const [first] = near.getTransceivers();
    const transports = [near.sctp, near.sctp?.transport, near.sctp?.transport?.iceTransport];
    const event = new RTCTrackEvent("track", { receiver: first.receiver, track: first.receiver.track, transceiver: first });
    const shown = [near.localDescription, await near.getStats(), new RTCDataChannelEvent("datachannel", { channel }), event];
    return [near, channel, first, first.sender, first.receiver, first.sender.dtmf, ...transports, ...shown];
  },
  () => RTCPeerConnection.generateCertificate({ name: "ECDSA", namedCurve: "P-256" }),
  () => [new RTCIceCandidate({ candidate: "", sdpMid: "0" }), new RTCPeerConnectionIceEvent("icecandidate"), new RTCPeerConnectionIceErrorEvent("icecandidateerror", { errorCode: 701 })],
  () => {
    const error = new RTCError({ errorDetail: "data-channel-failure" });
    return [error, new RTCErrorEvent("error", { error }), new RTCDTMFToneChangeEvent("tonechange", { tone: "1" })];
  },
  () => [navigator.mediaDevices, new MediaStream()],
  () => new OverconstrainedError("width"),
  () => new DeviceChangeEvent("devicechange"),
  () => {
    const [track] = new AudioContext().createMediaStreamDestination().stream.getTracks();
    return [track, new MediaStreamTrackEvent("addtrack", { track })];
  },
];

/** A context of WebGL with all that it makes. @param {"webgl" | "webgl2"} kind */
function webGL(kind) {
  const gl = document.createElement("canvas").getContext(kind);
  const made = Object.getOwnPropertyNames(Object.getPrototypeOf(gl)).filter((name) => /^create(?!Shader)/.test(name)).map((name) => gl[name]());
  const program = gl.createProgram();
  const shaders = [[gl.VERTEX_SHADER, "attribute vec2 a; uniform float u; void main() { gl_Position = vec4(a * u, 0, 1); }"], [gl.FRAGMENT_SHADER, "void main() {}"]];
  for (const [type, source] of shaders) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    made.push(shader);
  }
  gl.linkProgram(program);
  made.push(gl.getUniformLocation(program, "u"), gl.getActiveAttrib(program, 0), gl.getShaderPrecisionFormat(gl.VERTEX_SHADER, gl.LOW_FLOAT));
  if (kind === "webgl2") made.push(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
  return [gl, program, ...made];
}

/** What this machine has no part for. @returns {Promise<RegExp[]>} */
export async function lacking() {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  const hasWebGL = document.createElement("canvas").getContext("webgl2") !== null;
  return [...(adapter ? [] : [/^GPU|^WGSL/]), ...(hasWebGL ? [] : [/^WebGL/])];
}

/** @param {string[]} names the interfaces that are wanted @returns {Promise<Map<string, object>>} an object of each, where there is one */
export async function objects(names) {
  const found = new Map();
  const note = (value) => {
    for (const object of Array.isArray(value) ? value : [value]) {
      if ((typeof object !== "object" && typeof object !== "function") || object === null) continue;
      for (const name of names) {
        const known = found.get(name);
        const Class = globalThis[name];
        if (typeof Class !== "function" || !(object instanceof Class)) continue;
        // One of that very class is better than one of a descendant.
        if (known === undefined || (known.constructor !== Class && object.constructor === Class)) found.set(name, object);
      }
    }
  };
  for (const make of makers) {
    const wait = new Promise((resolve) => setTimeout(resolve, 3000));
    try {
      note(await Promise.race([make(), wait]));
    } catch {
      // This engine has no such thing.
    }
  }
  // An attribute's value has attributes too: those of SVG have values inside of values.
  for (let round = 0; round < 3; round += 1) for (const object of Array.from(found.values())) noteAttributes(object, note);
  return found;
}

/** @param {object} object @param {(value: any) => void} note */
function noteAttributes(object, note) {
  for (let type = object === window ? object : Object.getPrototypeOf(object); type !== null; type = Object.getPrototypeOf(type)) {
    for (const name of Object.getOwnPropertyNames(type)) {
      try {
        const value = object[name];
        if (!(value instanceof Promise)) note(value);
      } catch {
        // It is asked later.
      }
    }
  }
}
