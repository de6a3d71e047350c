import { Plot, Recursion, init } from "recursion";
import type { Content, Expression, Json, JsonInput, Link, Part, Tree } from "recursion";

await init();
const tree: Tree = Recursion.tree({ name: "a", children: [{ name: "b" }] });
const inner: string | undefined = tree.children?.[0]?.name;
const link: Link = { value: 1, next: { value: 2, other: null } };
// @ts-expect-error a child has a name
Recursion.tree({ name: "a", children: [{}] });
const plot = new Plot(tree);
const trees: Tree[] = plot.trees;
const named: Record<string, Tree> = plot.named;
// @ts-expect-error read only
plot.tree = tree;
const json: Json | null = Recursion.json({ a: [1, "b", { c: null }] });
const given: JsonInput = new Set([1, ["a"]]);
Recursion.json(given);
// @ts-expect-error a symbol
Recursion.json([[Symbol.iterator]]);
if (Array.isArray(json)) {
  const first: Json | undefined = json[0];
  void first;
}
const expression: Expression = Recursion.twice({ kind: "literal", value: 1 });
const left: Expression | undefined = expression.kind === "sum" ? expression.left : undefined;
// @ts-expect-error no such kind
Recursion.value({ kind: "product" });
const content: Content = Recursion.content({ tag: "p", children: ["a", { tag: "b" }] });
const part: string | Part = Recursion.part({ name: "a", parts: ["b", { name: "c" }] });
const shown: Json = plot.json;
export { content, left, part, shown };
export { inner, link, named, trees };
