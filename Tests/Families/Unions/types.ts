import { Unions, Shape, type Figure, type Source, type Value } from "unions";

const value: Value = Unions.same("a");
if (typeof value === "string") value.length;
else value.toFixed();
const source: Source = [1, 2];
Unions.kind(source);
Unions.kind(new Shape(1));
Unions.kind(new Set([1, 2]));
const given: Source = Unions.source("numbers");
Unions.options({ value: 1, values: new Set(["a", 2]) });
const back: Value[] | undefined = Unions.options({ value: 1 }).values;
const figure: Figure = { kind: "circle", radius: 1 };
Unions.area(figure);
for (const one of Unions.figures([figure, { kind: "box" }, "x"])) {
  if (typeof one !== "string") one.kind === "circle" ? one.radius : one.width;
}
// @ts-expect-error a circle has a radius
Unions.area({ kind: "circle", width: 1 });
const row = Unions.found(1);
const flag: boolean | number | string = Unions.three(true);
// @ts-expect-error a boolean is none of its members
Unions.same(true);
// @ts-expect-error neither is null
Unions.kind(null);
