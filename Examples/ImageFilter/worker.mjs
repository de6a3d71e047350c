// Swift works here, beside the page, so that sliders stay smooth while it does.
//
// The canvas belongs to this worker: a filtered image goes from Swift's memory straight onto it.

/** What the build writes; the page says what to do where it is not there. @type {typeof import("./dist/image-filter.js")} */
let swift;
/** @type {OffscreenCanvas} */
let canvas;
/** @type {InstanceType<typeof swift.Image> | undefined} */
let image;

const jobs = {
  async start(message) {
    canvas = message.canvas;
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
    canvas.width = width;
    canvas.height = height;
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
    canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
    return { kind: "applied", milliseconds, reports, width, height };
  },

  async save() {
    return { kind: "saved", blob: await canvas.convertToBlob({ type: "image/png" }) };
  },
};

let previous = Promise.resolve();
addEventListener("message", ({ data }) => {
  previous = previous.then(async () => {
    try {
      postMessage(await jobs[data.job](data));
    } catch (error) {
      postMessage({ kind: "failed", job: data.job, message: error.message, detail: String(error.cause ?? "") });
    }
  });
});
