// One build of the module, in a worker of its own: the page says which, and then what is to be painted.
import { init, Painting, threads, variants } from "./dist/mandelbrot.js";

/** @type {Painting | undefined} */
let painting;
let size;

const answer = {
  /** Loads a build, or says why it cannot. @param {"base" | "simd" | "threads"} name */
  async load(name) {
    const why = variants.why(name);
    if (why !== undefined) return { why };
    await init(variants.source(name));
    return { threads: threads.count };
  },

  /** Paints, and gives a copy of the picture with the time that it took. */
  paint({ width, height, x, y, span, depth }) {
    if (size !== `${width} ${height}`) {
      painting?.dispose();
      painting = new Painting(width, height);
      size = `${width} ${height}`;
    }
    const started = performance.now();
    painting.paint(x, y, span, depth);
    const milliseconds = performance.now() - started;
    // The memory of threads is shared, and ImageData takes none of that.
    return { milliseconds, pixels: painting.pixels.slice() };
  },
};

globalThis.addEventListener("message", async ({ data: [verb, value] }) => {
  try {
    const result = await answer[verb](value);
    globalThis.postMessage(result, result.pixels ? [result.pixels.buffer] : []);
  } catch (error) {
    globalThis.postMessage({ why: error.message });
  }
});
