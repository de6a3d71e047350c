// The page: three builds of one module, each in a worker, paint the same part of the set one after the other.
const page = document.documentElement;
const element = (id) => document.getElementById(id);
const whole = { x: -0.7, y: 0, span: 3 };
const [width, height] = [720, 540];

/** The builds, in the order in which they paint. */
const builds = [...document.querySelectorAll("[data-build]")].map((figure) => ({
  name: figure.dataset.build,
  figure,
  canvas: figure.querySelector("canvas"),
  time: figure.querySelector("[data-time]"),
  note: figure.querySelector("[data-note]"),
  module: undefined,
  painting: undefined,
}));

let view = whole;
let isBusy = false;
let isStale = false;

/** As many as there are processors. */
const threads = navigator.hardwareConcurrency;

async function start() {
  let variants, instantiate;
  try {
    ({ variants } = await import("./dist/mandelbrot.js"));
    ({ instantiate } = await import("./dist/mandelbrot.worker.js"));
  } catch (error) {
    element("notice").hidden = false;
    page.dataset.state = `failed: The Swift module is not built yet. ${error.message}`;
    return;
  }
  for (const build of builds) {
    const why = variants.why(build.name);
    if (why === undefined) {
      // Each in a worker of its own, in which that with threads starts the others.
      build.module = await instantiate({ module: variants.source(build.name), threads });
      build.painting = new build.module.Painting(width, height);
    } else {
      build.note.textContent = why;
      build.figure.classList.add("is-missing");
    }
  }
  await paint();
}

/** Has all builds paint what is in view; a view that comes meanwhile is painted after. */
async function paint() {
  isStale = isBusy;
  if (isBusy) return;
  isBusy = true;
  delete page.dataset.state;
  try {
    do {
      isStale = false;
      const depth = Number(element("depth").value);
      let first;
      for (const build of builds.filter(({ module }) => module !== undefined)) {
        build.figure.classList.add("is-painting");
        const started = performance.now();
        await build.painting.paint(view.x, view.y, view.span, depth);
        const milliseconds = performance.now() - started;
        build.figure.classList.remove("is-painting");
        const pixels = await build.painting.pixels.read();
        build.canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
        first ??= milliseconds;
        show(build, milliseconds, first);
        if (isStale) break;
      }
    } while (isStale);
    page.dataset.state = "done";
  } catch (error) {
    page.dataset.state = `failed: ${error.message}`;
  } finally {
    isBusy = false;
  }
}

function show({ name, time, note }, milliseconds, first) {
  time.textContent = `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
  const ratio = `${(first / milliseconds).toFixed(1)} times as fast`;
  if (name === "base") note.textContent = "one number after the other";
  else note.textContent = name === "threads" ? `${threads} thread${threads > 1 ? "s" : ""}, ${ratio}` : `two numbers at a time, ${ratio}`;
}

/** The middle of the view goes where the user points, and a quarter as much of the plane is seen. */
function zoom(event) {
  const { left, top, width: shown, height: tall } = event.currentTarget.getBoundingClientRect();
  const across = event.detail === 0 ? 0.5 : (event.clientX - left) / shown;
  const down = event.detail === 0 ? 0.5 : (event.clientY - top) / tall;
  const step = view.span / width;
  view = { x: view.x + (across - 0.5) * view.span, y: view.y + (down - 0.5) * step * height, span: view.span / 4 };
  showView();
  paint();
}

function showView() {
  element("back").disabled = view === whole;
  element("place").textContent = `${view.x.toPrecision(6)} ${view.y < 0 ? "−" : "+"} ${Math.abs(view.y).toPrecision(6)} i, ${(whole.span / view.span).toLocaleString("en")} times as large`;
}

for (const { figure } of builds) figure.querySelector("button").addEventListener("click", zoom);
element("back").addEventListener("click", () => {
  view = whole;
  showView();
  paint();
});
element("depth").addEventListener("input", () => {
  element("depth-text").textContent = `${element("depth").value} steps`;
  paint();
});

// How often the page itself is painted meanwhile.
let frames = 0;
const count = () => {
  frames += 1;
  requestAnimationFrame(count);
};
requestAnimationFrame(count);
setInterval(() => {
  element("frames").textContent = `${frames}`;
  frames = 0;
}, 1000);

showView();
start();
