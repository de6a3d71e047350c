// The page: what is shown and what is asked of Swift, which works in a worker, so that sliders stay smooth while it does.
import { paintScene } from "./scene.mjs";

const element = (id) => document.getElementById(id);
const page = document.documentElement;
const before = element("before");
const controls = element("controls");
/** Larger images are scaled down to this many pixels on their longer side. */
const longestSide = 2400;

const after = element("after").getContext("2d");

/** What the build writes: the module in a worker. @type {typeof import("./dist/image-filter.worker.js")} */
let swift;
/** @type {InstanceType<typeof swift.Image> | undefined} */
let image;
/** Until the image has come to the worker. */
let loaded = Promise.resolve();
const formerImages = [];

/** Whether the worker is at a filter, and whether the settings have changed since it began. */
let isBusy = false;
let isStale = false;
let seed = 0;

/** What the page has come to; none while it works. Tests wait for it. @param {"done" | `failed: ${string}`} state */
const setState = (state) => (page.dataset.state = state);

async function start() {
  try {
    try {
      swift = await import("./dist/image-filter.worker.js");
    } catch (error) {
      throw new Error("The Swift module is not built yet.", { cause: error });
    }
    await swift.init();
  } catch (error) {
    notify("The Swift module did not load", `${error.message} Build it in the root of the repository, then reload this page:`,
      "swift run bindgen build --package-path Examples/ImageFilter");
    return fail(error);
  }
  controls.inert = false;
  return paint();
}

/** Shows the settings' filter; those that change meanwhile are looked at when it has ended. */
async function apply() {
  isStale = isBusy;
  if (isBusy) return;
  isBusy = true;
  delete page.dataset.state;
  try {
    do {
      isStale = false;
      for (const former of formerImages.splice(0)) former.dispose();
      await loaded;
      await filter(image);
    } while (isStale);
    isBusy = false;
    closeNotice();
    setState("done");
  } catch (error) {
    isBusy = false;
    notify("That did not work", error.message);
    fail(error);
  }
}
const fail = (error) => setState(`failed: ${error.message} ${error.cause ?? ""}`);

/** Has the image filtered, and shows it. @param {InstanceType<typeof swift.Image>} image */
async function filter(image) {
  const { filter, style, ...numbers } = Object.fromEntries(new FormData(controls));
  const [radius, amount] = [Number(numbers.radius), Number(numbers.amount)];
  let reports = 0;
  const onProgress = (fraction) => {
    reports += 1;
    element("progress").value = fraction;
  };
  const started = performance.now();
  switch (filter) {
    case "blur": await image.blur(radius, onProgress); break;
    case "sharpen": await image.sharpen(radius, amount, onProgress); break;
    case "edges": await image.detectEdges(radius, style, onProgress); break;
    case "greyscale": await image.greyscale(onProgress); break;
  }
  const milliseconds = performance.now() - started;
  // A copy, which moves here.
  const [pixels, width, height] = await Promise.all([image.pixels.read(), image.width, image.height]);
  Object.assign(after.canvas, { width, height });
  after.putImageData(new ImageData(pixels, width, height), 0, 0);
  showTime(milliseconds, width * height, reports);
}

/** Takes what is painted on `before` as the image to filter. */
function load() {
  const { width, height } = before;
  const pixels = before.getContext("2d").getImageData(0, 0, width, height).data;
  element("frame").style.setProperty("--ratio", `${width / height}`);
  // A filter may be at work on it.
  if (image) formerImages.push(image);
  image = new swift.Image(width, height);
  loaded = image.original.write(pixels, 0, { transfer: true });
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

function showTime(milliseconds, pixels, reports) {
  element("progress").value = 1;
  element("progress").dataset.reports = reports;
  element("time").textContent = milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
  const speed = pixels / 1000 / Math.max(milliseconds, 0.1);
  element("size").textContent = `${after.canvas.width} × ${after.canvas.height} pixels, ${speed.toFixed(0)} million a second`;
}

async function save() {
  const blob = await new Promise((resolve) => after.canvas.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "filtered.png";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

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
element("save").addEventListener("click", save);
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
start();
