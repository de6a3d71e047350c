// Swift works here, beside the page, so that sliders stay smooth while it does.
//
// The canvas belongs to this worker: a filtered image goes from Swift's memory straight onto it.

/** What the build writes; the page says what to do where it is not there. @type {typeof import("./dist/image-filter.js")} */
let swift;
/** @type {OffscreenCanvasRenderingContext2D} */
let context;
/** @type {InstanceType<typeof swift.Image> | undefined} */
let image;

const jobs = {
  async start(message) {
    context = message.canvas.getContext("2d");
    try {
      swift = await import("./dist/image-filter.js");
    } catch (error) {
      throw new Error("The Swift module is not built yet.", { cause: error });
    }
    await swift.init();
    return { kind: "ready" };
  },

  load({ width, height, pixels }) {
    image?.dispose();
    image = new swift.Image(width, height);
    image.original.set(new Uint8ClampedArray(pixels));
    context.canvas.width = width;
    context.canvas.height = height;
    return { kind: "loaded" };
  },

  apply({ filter, radius, amount, style }) {
    let reports = 0;
    const onProgress = (fraction) => {
      reports += 1;
      postMessage({ kind: "progress", fraction });
    };
    const started = performance.now();
    switch (filter) {
      case "blur": image.blur(radius, onProgress); break;
      case "sharpen": image.sharpen(radius, amount, onProgress); break;
      case "edges": image.detectEdges(radius, style, onProgress); break;
      case "greyscale": image.greyscale(onProgress); break;
    }
    const milliseconds = performance.now() - started;
    // No copy: these bytes are the ones that Swift wrote.
    const { pixels, width, height } = image;
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
    return { kind: "applied", milliseconds, reports, width, height };
  },

  async save() {
    return { kind: "saved", blob: await context.canvas.convertToBlob({ type: "image/png" }) };
  },
};

// One job after the other, in the order in which the page asked.
let previous = Promise.resolve();
addEventListener("message", ({ data }) => {
  previous = perform(data, previous);
});

async function perform(message, earlier) {
  await earlier;
  try {
    postMessage(await jobs[message.job](message));
  } catch (error) {
    postMessage({ kind: "failed", job: message.job, message: error.message, detail: String(error.cause ?? "") });
  }
}
