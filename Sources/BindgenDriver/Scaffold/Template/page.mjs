import { Greeter, init, Life } from "./dist/my-module.js";

const element = (id) => document.getElementById(id);
const canvas = element("world");
const context = canvas.getContext("2d");
/** The side of a cell on the page, and the time that a generation takes. */
const cellSize = 8;
const milliseconds = 80;

let life;
let image;
let colours;
let isPaused = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A colour for each age: bright when young, then slowly into the ground. As ABGR, which is how memory holds RGBA. */
function makeColours() {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const [young, old, ground] = isDark
    ? [[255, 214, 120], [196, 60, 92], [24, 19, 32]]
    : [[240, 88, 60], [246, 190, 160], [252, 247, 241]];
  const mix = (a, b, part) => a.map((value, index) => value + (b[index] - value) * part);
  const packed = ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  const byAge = Array.from({ length: 256 }, (_, age) => packed(age === 0 ? ground : mix(young, old, 1 - 0.93 ** (age - 1))));
  return Uint32Array.from(byAge);
}

/** A new world that fills the window, grown from the name. */
function begin() {
  life?.dispose();
  canvas.width = Math.max(3, Math.ceil(innerWidth / cellSize));
  canvas.height = Math.max(3, Math.ceil(innerHeight / cellSize));
  life = new Life(canvas.width, canvas.height);
  image = context.createImageData(canvas.width, canvas.height);
  greet();
}

function greet() {
  const name = element("name").value.trim() || "you";
  element("greeting").textContent = Greeter.greet(name);
  life.sow(name);
  draw();
}

function draw() {
  const { cells } = life;
  const pixels = new Uint32Array(image.data.buffer);
  for (let index = 0; index < cells.length; index += 1) pixels[index] = colours[cells[index]];
  context.putImageData(image, 0, 0);
}

let last = 0;
function tick(time) {
  requestAnimationFrame(tick);
  if (isPaused || time - last < milliseconds) return;
  last = time;
  life.step();
  draw();
}

/** Living cells where the pointer is. */
function paint({ buttons, clientX, clientY }) {
  if (buttons === 0) return;
  const [x, y] = [Math.floor(clientX / cellSize), Math.floor(clientY / cellSize)];
  for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [-1, 0], [1, -1]]) {
    const [column, row] = [x + dx, y + dy];
    if (column >= 0 && column < canvas.width && row >= 0 && row < canvas.height) life.cells[row * canvas.width + column] = 1;
  }
  draw();
}

function listen() {
  canvas.addEventListener("pointerdown", paint);
  canvas.addEventListener("pointermove", paint);
  addEventListener("resize", begin);
  element("name").addEventListener("input", greet);
  element("controls").addEventListener("submit", (event) => {
    event.preventDefault();
    greet();
  });
  const showPause = () => (element("pause").textContent = isPaused ? "Go on" : "Pause");
  element("pause").addEventListener("click", () => {
    isPaused = !isPaused;
    showPause();
  });
  showPause();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = makeColours();
    draw();
  });
}

try {
  await init();
  colours = makeColours();
  listen();
  begin();
  requestAnimationFrame(tick);
} catch (error) {
  element("greeting").textContent = "The module did not load";
  throw error;
}
