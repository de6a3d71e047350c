/** The entry for runtimes that import a compiled module by the source phase. */
import source greeter from "greeter/greeter.wasm";
import source image from "image-filter/image-filter.wasm";
import source painting from "mandelbrot/mandelbrot.wasm";
import { probe } from "./probe.mjs";

console.log(`@answers ${JSON.stringify(await probe({ greeter, image, painting }))}`);
