import { Canvas, Rest, Shapes } from "overloads";

const canvas = new Canvas(1, 2);
const painted: string = canvas.paint("red", 1, 2) + canvas.paint() + canvas.paint([1, 2]);
const child: Canvas = Canvas.of(canvas);
const sum: number = Rest.sum(1, 2, 3) + Shapes.area(2) + Shapes.area(2, 3);
canvas.all("a", 1, 2);
canvas.all(canvas, "b");
// @ts-expect-error
canvas.all("a", "b");
// @ts-expect-error
Rest.sum("1");
// @ts-expect-error
new Canvas(1);
export { child, painted, sum };
