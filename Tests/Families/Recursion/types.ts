import { Plot, Recursion, init } from "recursion";
import type { Link, Tree } from "recursion";

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
export { inner, link, named, trees };
