// The page: what is shown and what is asked of the worker. No pixel is computed here.
import { paintScene } from "./scene.mjs";

const element = (id) => document.getElementById(id);
const page = document.documentElement;
const before = element("before");
const controls = element("controls");
/** Larger images are scaled down to this many pixels on their longer side. */
const longestSide = 2400;

const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
const afterCanvas = element("after").transferControlToOffscreen();

/** Whether the worker is at a filter, and whether the settings have changed since it began. */
let isBusy = false;
let isStale = false;
let seed = 0;

/** What the page has come to; none while it works. Tests wait for it. @param {"done" | `failed: ${string}`} state */
const setState = (state) => (page.dataset.state = state);

function apply() {
  isStale = isBusy;
  if (isBusy) return;
  isBusy = true;
  delete page.dataset.state;
  const { filter, radius, amount, style } = Object.fromEntries(new FormData(controls));
  worker.postMessage({ job: "apply", filter, radius: Number(radius), amount: Number(amount), style });
}

/** Takes what is painted on `before` as the image to filter. */
function load() {
  const { width, height } = before;
  const pixels = before.getContext("2d").getImageData(0, 0, width, height).data.buffer;
  element("frame").style.setProperty("--ratio", `${width / height}`);
  worker.postMessage({ job: "load", width, height, pixels }, [pixels]);
  apply();
}

function paint() {
  before.width = 1440;
  before.height = 960;
  paintScene(before, seed++);
  load();
}

/** Shows a file that the user chose. @param {Blob | null | undefined} file */
async function open(file) {
  if (!file) return;
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    notify("That is not an image", "The browser cannot read this file. PNG, JPEG, WebP, GIF and AVIF work everywhere.");
    return;
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  before.width = Math.max(1, Math.round(bitmap.width * scale));
  before.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = before.getContext("2d", { willReadFrequently: true });
  // The filters expect images without transparency.
  context.fillStyle = "white";
  context.fillRect(0, 0, before.width, before.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, before.width, before.height);
  bitmap.close();
  load();
}

/** Says something over the picture; with a command it stays. */
function notify(title, text, command) {
  element("notice").hidden = false;
  element("notice-title").textContent = title;
  element("notice-text").textContent = text;
  element("notice-command").textContent = command ?? "";
  element("notice-command").hidden = command === undefined;
  element("notice-close").hidden = command !== undefined;
}
const closeNotice = () => (element("notice").hidden = true);

const answers = {
  ready() {
    controls.inert = false;
    paint();
  },
  loaded() {},
  progress({ fraction }) {
    element("progress").value = fraction;
  },
  applied({ milliseconds, reports, width, height }) {
    isBusy = false;
    closeNotice();
    element("progress").value = 1;
    element("progress").dataset.reports = reports;
    element("time").textContent = milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
    const speed = (width * height) / 1000 / Math.max(milliseconds, 0.1);
    element("size").textContent = `${width} × ${height} pixels, ${speed.toFixed(0)} million a second`;
    if (isStale) apply();
    else setState("done");
  },
  saved({ blob }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "filtered.png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
  failed({ job, message, detail }) {
    isBusy = false;
    if (job === "start") {
      notify("The Swift module did not load", `${message} Build it in the root of the repository, then reload this page:`,
        "swift run bindgen build --package-path Examples/ImageFilter");
    } else notify("That did not work", message);
    setState(`failed: ${message} ${detail}`);
  },
};
worker.addEventListener("message", ({ data }) => answers[data.kind](data));
worker.addEventListener("error", () => answers.failed({ job: "start", message: "The worker did not start.", detail: "" }));

/** Shows the settings of the chosen filter and what they are set to. */
function showSettings() {
  const filter = controls.elements.filter.value;
  for (const setting of controls.querySelectorAll("[data-for]")) setting.hidden = !setting.dataset.for.split(" ").includes(filter);
  element("radius-text").textContent = `${Number(element("radius").value)} px`;
  element("amount-text").textContent = `${Math.round(Number(element("amount").value) * 100)} %`;
}

/** For each filter the radius that suits it, until the user chooses another one, and the largest that makes sense. */
const radii = {
  blur: { value: 12, max: 60 },
  edges: { value: 2, max: 12 },
  sharpen: { value: 4, max: 24 },
  greyscale: { value: 0, max: 1 },
};
let shownFilter = "blur";
controls.addEventListener("input", () => {
  const filter = controls.elements.filter.value;
  if (filter === shownFilter) radii[filter].value = element("radius").value;
  else Object.assign(element("radius"), { max: radii[filter].max, value: radii[filter].value });
  shownFilter = filter;
  showSettings();
  apply();
});
controls.addEventListener("submit", (event) => event.preventDefault());

const showSplit = () => element("frame").style.setProperty("--split", `${element("split").value}%`);
element("split").addEventListener("input", showSplit);

element("notice-close").addEventListener("click", closeNotice);
element("open").addEventListener("click", () => element("file").click());
element("file").addEventListener("change", ({ target }) => {
  open(target.files[0]);
  target.value = "";
});
element("paint").addEventListener("click", paint);
element("save").addEventListener("click", () => worker.postMessage({ job: "save" }));
addEventListener("paste", ({ clipboardData }) => open(clipboardData?.files[0]));

let dragDepth = 0;
const showDrag = (change) => {
  dragDepth = Math.max(0, dragDepth + change);
  page.classList.toggle("is-dragging", dragDepth > 0);
};
addEventListener("dragenter", () => showDrag(1));
addEventListener("dragleave", () => showDrag(-1));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  showDrag(-dragDepth);
  open(event.dataTransfer?.files[0]);
});

controls.inert = true;
controls.reset();
element("split").value = 50;
showSettings();
showSplit();
worker.postMessage({ job: "start", canvas: afterCanvas }, [afterCanvas]);
