/** The matrix can fail: cells whose expectations are spoiled do, and so does one that leaves something behind. */
import { cellsOf } from "./cells.mjs";
import { Unmet } from "./world.mjs";

/** A value that no type of the matrix has. */
const spoiled = { spoiled: true };

/** Requires a failure of every cell. @param {import("./run.mjs").Runner} runner */
async function mustFail(runner, cells) {
  for (const cell of cells) {
    if ((await runner.run(cell)) === null) throw new Unmet(`${cell.position}, ${cell.outcome} passed`);
  }
  if (cells.length === 0) throw new Unmet("there was no cell");
}

const isOf = (outcome) => (cell) => cell.outcome === outcome;

/**
 * @param {import("../../Runner/Families/harness.mjs").Tests} t
 * @param {import("./run.mjs").Runner} runner
 * @param {import("../Types/outers.mjs").Type} type one that can stand in every position
 */
export async function checkItself(t, runner, type) {
  await t.test("self-check: other values than are expected, success, fail", () => {
    const samples = (world) => type.samples(world).map(({ give }) => ({ give, get: spoiled }));
    const made = type.made.map(({ swift }) => ({ swift, get: spoiled }));
    return mustFail(runner, cellsOf({ ...type, samples, made }).filter(isOf("success")));
  });
  await t.test("self-check: right values where wrong ones are expected, conversion, fail", () => {
    const wrong = (world) => type.samples(world).map(({ give }) => give);
    return mustFail(runner, cellsOf({ ...type, wrong, canFail: true }).filter(isOf("conversion")));
  });
  await t.test("self-check: another error than the one that waited, waiting, fails", () => {
    const otherError = (cell) => ({
      ...cell,
      run(world) {
        cell.run(Object.create(world, { throwing: { value: () => { throw new RangeError("another"); } }, take: { value: (value) => world.take(value) } }));
      },
    });
    return mustFail(runner, cellsOf(type).filter(isOf("waiting")).map(otherError));
  });
  await t.test("self-check: an object that is not given back, leak, fails", async () => {
    const kept = [];
    const cell = { type, position: "leak", outcome: "success", member: "e", run: (world) => void kept.push(new world.api.Thing(4)) };
    const problem = await runner.run(cell);
    if (!/^after \d+ times: handles .* heap bytes /.test(problem)) throw new Unmet(`told ${problem}`);
  });
}
