/**
 * A picture to filter, painted anew for each seed: mountains over a lake, balloons with stripes, pines with needles. Large calm
 * areas, hard edges and fine detail stand side by side, so that every filter has something to do.
 */

const palettes = [
  { sky: ["#20285e", "#7a4b8f", "#f08a7b", "#ffd9a0"], sun: "#fff1c9", far: [176, 120, 150], near: [30, 26, 58], stars: 60 },
  { sky: ["#2f7fc4", "#7fb9e4", "#cfe6f3", "#fff3dc"], sun: "#fffdf0", far: [150, 182, 208], near: [22, 54, 62], stars: 0 },
  { sky: ["#070b24", "#122a4f", "#1f6f78", "#8fd6ae"], sun: "#f4fbff", far: [62, 116, 132], near: [6, 18, 30], stars: 260 },
];
const fabrics = [
  ["#e4572e", "#fff4e0"],
  ["#17bebb", "#fdf6e3"],
  ["#ffc914", "#c8553d"],
  ["#c3423f", "#2e4057"],
  ["#8f5bd6", "#ffe3a3"],
];

/** @param {HTMLCanvasElement} canvas @param {number} seed */
export function paintScene(canvas, seed) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const { width, height } = canvas;
  const random = generator(seed);
  const palette = palettes[seed % palettes.length];
  const shore = Math.round(height * 0.7);
  paintSky(context, width, shore, palette, random);
  for (let layer = 0; layer < 5; layer++) paintRidge(context, width, shore, layer / 4, palette, random);
  const count = 3 + Math.floor(random() * 2);
  for (let index = 0; index < count; index++) {
    const x = width * (0.14 + (0.76 * (index + 0.2 + 0.6 * random())) / count);
    const size = height * (0.045 + 0.085 * random());
    paintBalloon(context, x, height * (0.15 + 0.2 * random()), size, fabrics[(seed + index) % fabrics.length]);
  }
  paintLake(context, width, height, shore, palette, random);
  paintPines(context, width, height, palette, random);
}

/** Numbers from 0 to 1 that depend on the seed alone (a linear congruential generator, its upper bits). */
function generator(seed) {
  let state = (Math.imul(seed, 2654435761) ^ 0x5bd1e995) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

function paintSky(context, width, shore, palette, random) {
  const sky = context.createLinearGradient(0, 0, 0, shore);
  palette.sky.forEach((colour, index) => sky.addColorStop(index / 3, colour));
  context.fillStyle = sky;
  context.fillRect(0, 0, width, shore);
  for (let index = 0; index < palette.stars; index++) {
    context.fillStyle = `rgb(255 255 255 / ${0.25 + 0.75 * random()})`;
    const size = 1 + 2 * random() ** 4;
    context.fillRect(width * random(), shore * 0.6 * random(), size, size);
  }
  const [x, y, radius] = [width * (0.3 + 0.4 * random()), shore * 0.52, shore * 0.085];
  const glow = context.createRadialGradient(x, y, radius * 0.4, x, y, radius * 6);
  glow.addColorStop(0, `${palette.sun}cc`);
  glow.addColorStop(0.25, `${palette.sun}44`);
  glow.addColorStop(1, `${palette.sun}00`);
  context.fillStyle = glow;
  context.fillRect(0, 0, width, shore);
  disc(context, x, y, radius, palette.sun);
  for (let index = 0; index < 26; index++) {
    context.fillStyle = `rgb(255 255 255 / ${0.03 + 0.07 * random()})`;
    context.beginPath();
    context.ellipse(width * random(), shore * (0.1 + 0.4 * random()), 60 + 220 * random(), 3 + 9 * random(), 0, 0, 2 * Math.PI);
    context.fill();
  }
}

/** One chain of mountains: `depth` 0 is far and pale, 1 near and dark. */
function paintRidge(context, width, shore, depth, palette, random) {
  const waves = Array.from({ length: 8 }, (_value, index) => ({
    length: (2 ** index * 2 * Math.PI * (0.9 + 0.4 * random())) / width,
    height: 0.62 ** index,
    phase: 100 * random(),
  }));
  const base = shore * (0.55 + 0.32 * depth);
  const ridge = (x) => {
    const sum = waves.reduce((total, wave) => total + wave.height * (0.5 - Math.abs(Math.sin(x * wave.length + wave.phase))), 0);
    return Math.min(shore, base + shore * (0.17 - 0.06 * depth) * sum);
  };
  const colour = (light) => `rgb(${palette.far.map((far, part) => Math.round((far + (palette.near[part] - far) * depth) * light)).join(" ")})`;
  const fill = context.createLinearGradient(0, base - shore * 0.2, 0, shore);
  fill.addColorStop(0, colour(1));
  fill.addColorStop(1, colour(1.25 - 0.25 * depth));
  context.fillStyle = fill;
  context.beginPath();
  context.moveTo(0, shore);
  for (let x = 0; x <= width; x += 2) context.lineTo(x, ridge(x));
  context.lineTo(width, shore);
  context.fill();
  // Light on the slopes that fall to the right.
  context.strokeStyle = colour(1.2);
  context.lineWidth = 1.5;
  for (let x = 0; x < width; x += 5) {
    const fall = ridge(x + 5) - ridge(x);
    if (fall <= 0.6) continue;
    context.beginPath();
    context.moveTo(x, ridge(x) + 1);
    context.lineTo(x + 3 + 5 * random(), ridge(x) + fall * (1.5 + 2 * random()));
    context.stroke();
  }
}

function paintBalloon(context, x, y, size, [light, dark]) {
  context.save();
  context.translate(x, y);
  const envelope = new Path2D();
  envelope.arc(0, 0, size, Math.PI * 0.88, Math.PI * 0.12);
  envelope.quadraticCurveTo(size * 0.62, size * 0.95, size * 0.2, size * 1.35);
  envelope.lineTo(-size * 0.2, size * 1.35);
  envelope.quadraticCurveTo(-size * 0.62, size * 0.95, -size * 0.95, size * 0.37);
  context.save();
  context.clip(envelope);
  context.fillStyle = light;
  context.fillRect(-size, -size, 2 * size, 3 * size);
  context.fillStyle = dark;
  for (const [from, to] of [[-0.86, -0.56], [-0.2, 0.2], [0.56, 0.86]]) {
    context.beginPath();
    context.moveTo(0, -size * 1.05);
    context.bezierCurveTo(from * size * 1.4, -size, from * size * 1.4, size * 0.6, from * size * 0.24, size * 1.4);
    context.lineTo(to * size * 0.24, size * 1.4);
    context.bezierCurveTo(to * size * 1.4, size * 0.6, to * size * 1.4, -size, 0, -size * 1.05);
    context.fill();
  }
  const shade = context.createRadialGradient(-size * 0.35, -size * 0.4, size * 0.1, 0, 0, size * 1.5);
  shade.addColorStop(0, "rgb(255 255 255 / 0.4)");
  shade.addColorStop(0.45, "rgb(255 255 255 / 0)");
  shade.addColorStop(1, "rgb(10 10 40 / 0.5)");
  context.fillStyle = shade;
  context.fillRect(-size, -size, 2 * size, 3 * size);
  context.restore();
  context.strokeStyle = "rgb(40 26 20 / 0.9)";
  context.lineWidth = Math.max(1, size / 40);
  for (const side of [-1, 1]) {
    context.beginPath();
    context.moveTo(side * size * 0.18, size * 1.35);
    context.lineTo(side * size * 0.12, size * 1.66);
    context.stroke();
  }
  context.fillStyle = "#5b3a22";
  context.fillRect(-size * 0.16, size * 1.64, size * 0.32, size * 0.24);
  context.restore();
}

/** The upper picture upside down, drawn line by line with ripples that grow towards the viewer. */
function paintLake(context, width, height, shore, palette, random) {
  const depth = height - shore;
  for (let y = 0; y < depth; y++) {
    const near = y / depth;
    const ripple = Math.sin(y * 0.55 + 5 * Math.sin(y * 0.09)) * (0.5 + 9 * near);
    const from = Math.max(0, Math.min(shore - 1, shore - 1 - y * 1.7 + ripple * 0.6));
    context.drawImage(context.canvas, 0, from, width, 1, ripple - 12, shore + y, width + 24, 1);
  }
  const water = context.createLinearGradient(0, shore, 0, height);
  water.addColorStop(0, "rgb(255 255 255 / 0.1)");
  water.addColorStop(1, `rgb(${palette.near.join(" ")} / 0.7)`);
  context.fillStyle = water;
  context.fillRect(0, shore, width, depth);
  for (let index = 0; index < 130; index++) {
    const near = random();
    context.fillStyle = `rgb(255 255 255 / ${0.06 + 0.16 * random()})`;
    context.fillRect(width * random(), shore + depth * near, (12 + 70 * random()) * (0.4 + near), 1 + near);
  }
}

function paintPines(context, width, height, palette, random) {
  const shades = [1, 0.75, 0.5].map((light) => `rgb(${palette.near.map((part) => Math.round(part * light)).join(" ")})`);
  const places = Array.from({ length: 34 }, () => random());
  for (const [index, place] of places.toSorted((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5)).entries()) {
    // Tall at the sides, low in the middle: the view stays open.
    const side = Math.abs(place - 0.5) * 2;
    const tall = height * (0.05 + 0.4 * side ** 3) * (0.75 + 0.4 * random());
    paintPine(context, width * place, height + 6, tall, shades[index % 3], random);
  }
}

function paintPine(context, x, foot, tall, colour, random) {
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.fillRect(x - tall * 0.012, foot - tall, tall * 0.024, tall);
  const rows = Math.round(12 + tall / 9);
  context.lineWidth = Math.max(1.2, tall / 110);
  for (let row = 0; row < rows; row++) {
    const down = row / rows;
    const reach = tall * (0.015 + 0.2 * down) * (0.75 + 0.5 * random());
    const y = foot - tall + tall * down;
    for (const side of [-1, 1]) {
      for (let twig = 0; twig < 4; twig++) {
        context.beginPath();
        context.moveTo(x, y + twig * 1.5);
        context.quadraticCurveTo(x + side * reach * 0.5, y + reach * 0.1, x + side * reach * (1 - twig * 0.17), y + reach * (0.42 + 0.1 * twig));
        context.stroke();
      }
    }
  }
}

function disc(context, x, y, radius, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
