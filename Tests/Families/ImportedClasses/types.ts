import { init, Tree } from "imported-classes";
import type { Element, Leaf, Style, Target } from "imported-classes";

await init();
const style: Style = Tree.echo({ kind: "bold", depth: null });
const depth: number | null | undefined = style.depth;
declare const leaf: Leaf;
const element: Element | null = Tree.asElement(leaf);
const target: Target | null = Tree.kept();
const weight: number | undefined = element?.weight;
const text: string | undefined = Tree.asLeaf(leaf)?.text;
// @ts-expect-error a Target is no Node
Tree.clone(target);
// @ts-expect-error it is readonly
leaf.parent = null;
export { depth, text, weight };
