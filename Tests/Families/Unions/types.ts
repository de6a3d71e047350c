import { Unions, Shape, type Source, type Value } from "unions";

const value: Value = Unions.same("a");
if (typeof value === "string") value.length;
else value.toFixed();
const source: Source = [1, 2];
Unions.kind(source);
Unions.kind(new Shape(1));
const row = Unions.found(1);
const flag: boolean | number | string = Unions.three(true);
// @ts-expect-error a boolean is none of its members
Unions.same(true);
// @ts-expect-error neither is null
Unions.kind(null);
