import { Body, Builder, Direction, Options, Point3, Tag, encode, VERSION, type Origin } from "shapes";

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
const body = new Body([1, 2]);
const [left, top]: Origin = body.place;
body.tag = `tag-${left}`;
// @ts-expect-error
body.tag = "other";
const turned: 4 | 5 = body.turned(Direction.LTR);
// @ts-expect-error
body.turned(7);
const both: Options = Options.SLOW | Options.LOUD;
body.told(both);
body.nearest([1, 2, "note"]);
// @ts-expect-error
body.nearest([1]);
body.path([[3, 4]]);
export { top, turned };
export { text, x, z, inner, encoded };
