import { Builder, Point3, Tag, encode, VERSION } from "shapes";

const text: string = new Builder().add("a").repeat("b", 2).build();
const { x, z }: { x: number; z: number } = new Point3(1, 2, 3).toJSON();
const tag = new Tag();
tag.label = "text";
const inner: string = tag.label.text;
const encoded: string = encode(VERSION) + encode("x");
// @ts-expect-error
encode(true);
// @ts-expect-error
new Builder().build().add("c");
export { text, x, z, inner, encoded };
