import assert from "node:assert/strict";
import { test } from "node:test";
import { Blob, Buffer, BufferFlag, Direction, DrawFuncs, Face, Feature, Font, FontFuncs, init, shape, versionString } from "shaping";

await init();
const bytes = new TextEncoder().encode("f 300\ni 200\nfi 450\n🙂 1000\nש 600\n");
const open = () => new Font(new Face(new Blob(bytes)));
const shaped = (font, text, ...given) => {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, ...given);
  const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint, cluster, xAdvance }) => [codepoint, cluster, xAdvance]);
  buffer.dispose();
  return glyphs;
};

test("shapes a text", () => {
  const font = open();
  assert.deepEqual(shaped(font, "if🙂x"), [[2, 0, 200], [1, 1, 300], [4, 2, 1000], [0, 4, 250]]);
  assert.deepEqual(shaped(font, "fi"), [[3, 0, 450]]);
  assert.deepEqual(shaped(font, "fi", [new Feature("liga", 0)]), [[1, 0, 300], [2, 1, 200]]);
  assert.deepEqual(shaped(font, "שi"), [[2, 1, 200], [5, 0, 600]]);
  font.setScale(2000, 2000);
  assert.deepEqual(shaped(font, "i", []), [[2, 0, 400]]);
  assert.equal(versionString(), "1.0.0");
});

test("infos and positions are plain objects", () => {
  const buffer = new Buffer();
  buffer.addCodePoints([105]);
  buffer.setDirection(Direction.LTR);
  buffer.setFlags(BufferFlag.BOT | BufferFlag.EOT);
  shape(open(), buffer);
  assert.equal(buffer.length, 1);
  assert.deepEqual(buffer.getGlyphInfos(), [{ codepoint: 2, cluster: 0 }]);
  assert.deepEqual(buffer.getGlyphPositions(), [{ xAdvance: 200, yAdvance: 0, xOffset: 0, yOffset: 0 }]);
  buffer.reset();
  assert.deepEqual(buffer.getGlyphInfos(), []);
});

test("faces: bytes of either kind, an index, what they hold", () => {
  const face = new Face(new Blob(bytes.buffer), 0);
  assert.throws(() => new Face(new Blob(bytes), 1), { name: "RangeError", message: "there is no face 1" });
  assert.equal(face.upem, 1000);
  assert.deepEqual(face.getAxisInfos(), { wght: { min: 100, default: 400, max: 900 }, wdth: { min: 50, default: 100, max: 200 } });
  assert.deepEqual(face.getPalette(), [{ red: 255, green: 0, blue: 128, nameId: 7 }]);
  assert.deepEqual([...face.collectUnicodes()], [102, 105, 0x1f642, 0x5e9]);
  assert.ok(face.collectUnicodes() instanceof Uint32Array);
  assert.equal(new Font(face).face, face);
});

test("what may be undefined", () => {
  const font = open();
  assert.equal(font.nominalGlyph(105), 2);
  assert.equal(font.nominalGlyph(120), undefined);
  assert.deepEqual(font.glyphExtents(2), { xBearing: 0, yBearing: 700, width: 200, height: -700 });
  assert.equal(font.glyphExtents(99), undefined);
  assert.equal(Feature.fromString("nonsense"), undefined);
});

test("features as text", () => {
  for (const text of ["liga", "-liga", "aalt=2"]) assert.equal(`${Feature.fromString(text)}`, text);
  const feature = new Feature("kern");
  assert.deepEqual([feature.value, feature.start, feature.end], [1, 0, Feature.GLOBAL_END]);
  assert.equal(Feature.GLOBAL_END, 0xffffffff);
});

test("functions that the font asks, with data of the user's", () => {
  const font = open();
  const functions = new FontFuncs();
  const data = { factor: 3 };
  functions.setGlyphHAdvanceFunc((asked, glyph, given) => (asked === font && given === data ? glyph * given.factor : -1), data);
  functions.setGlyphExtentsFunc((_, glyph) => (glyph === 1 ? { xBearing: 1, yBearing: 2, width: 3, height: 4 } : undefined));
  font.setFuncs(functions);
  assert.deepEqual(shaped(font, "ff"), [[1, 0, 3], [1, 1, 3]]);
  assert.deepEqual(font.glyphExtents(1), { xBearing: 1, yBearing: 2, width: 3, height: 4 });
  assert.equal(font.glyphExtents(2), undefined);
  functions.setGlyphExtentsFunc(() => ({}));
  assert.throws(() => font.glyphExtents(1), TypeError);
});

test("draws by callbacks, thousands of them", () => {
  const font = open();
  const functions = new DrawFuncs();
  functions.setMoveToFunc((path, x, y) => path.push(`M${x},${y}`));
  functions.setLineToFunc((path, x, y) => path.push(`L${x},${y}`));
  functions.setClosePathFunc((path) => path.push("Z"));
  const path = [];
  font.drawGlyph(1, functions, path);
  assert.equal(path.join(" "), "M0,0 L300,0 L300,700 L0,700 Z");
  for (let index = 0; index < 2000; index += 1) font.drawGlyph(1, functions, path);
  assert.equal(path.length, 10_005);
});

test("constants are values and nothing else", () => {
  assert.deepEqual({ ...Direction }, { LTR: 4, RTL: 5 });
  assert.throws(() => {
    Direction.LTR = 1;
  }, TypeError);
});
