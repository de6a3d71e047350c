import { Sequences, init, type Fruit, type Point } from "sequences";

await init();
const doubles: number[] = Sequences.doubles([1, 2]);
const fromSet: number[] = Sequences.doubles(new Set([1]));
const fromTyped: number[] = Sequences.doubles(new Float64Array(2));
const readonlyInput: readonly string[] = ["a"];
const texts: string[] = Sequences.texts(readonlyInput);
const fruits: Fruit[] = Sequences.fruits(["apple"]);
const points: Point[] = Sequences.points([{ x: 1 }]);
const nested: number[][] = Sequences.nested([[1], new Set([2])]);
const maybe: (number | null)[] = Sequences.maybeLongs([1, null]);
const frozen: readonly string[] = Sequences.frozen(["a"]);
const total: number = Sequences.fromCallback((count) => Array.from({ length: count }, () => 1));
Sequences.each((seen, numbers) => seen.map((text) => text.length + numbers.length));
// @ts-expect-error frozen arrays cannot change
frozen.push("b");
// @ts-expect-error the elements have a type
Sequences.doubles(["a"]);
// @ts-expect-error a number does not iterate
Sequences.doubles(1);
// @ts-expect-error null elements only where the type says so
Sequences.longs([null]);
export { doubles, fromSet, fromTyped, fruits, maybe, nested, points, texts, total };
