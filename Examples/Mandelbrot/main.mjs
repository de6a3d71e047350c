// Paints the set with each build, and tells how long each takes: `swift run bindgen run Examples/Mandelbrot`.
import { instantiate, variants } from "./dist/mandelbrot.node.js";

const [width, height] = [1200, 900];
let first;
for (const name of ["base", "simd", "threads"]) {
  const why = variants.why(name);
  if (why !== undefined) {
    console.log(`${name.padEnd(8)} ${why}`);
    continue;
  }
  const { Painting, threads } = await instantiate(variants.source(name));
  const painting = new Painting(width, height);
  // The second time, the engine has compiled it as well as it will.
  let milliseconds;
  for (let time = 0; time < 2; time += 1) {
    const started = performance.now();
    painting.paint(-0.7, 0, 3, 600);
    milliseconds = performance.now() - started;
  }
  if (first === undefined) draw(painting.pixels);
  first ??= milliseconds;
  const ratio = (first / milliseconds).toFixed(1);
  console.log(`${name.padEnd(8)} ${milliseconds.toFixed(0).padStart(5)} ms  ${ratio} times as fast as base, ${threads.count} thread${threads.count > 1 ? "s" : ""}`);
  painting.dispose();
  threads.stop();
}

/** The picture in letters: the brighter the more. @param {Uint8ClampedArray} pixels */
function draw(pixels) {
  for (let row = 0; row < 24; row += 1) {
    let line = "";
    for (let column = 0; column < 64; column += 1) {
      const at = (Math.floor(((row + 0.5) * height) / 24) * width + Math.floor(((column + 0.5) * width) / 64)) * 4;
      const brightness = (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
      line += pixels[at] === 8 && pixels[at + 1] === 6 ? "#" : " .:-=+*%"[Math.min(7, Math.floor(brightness / 32))];
    }
    console.log(line.trimEnd());
  }
}
