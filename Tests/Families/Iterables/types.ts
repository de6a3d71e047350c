import { Fixed, Numbers, Params, Registry, Tags } from "iterables";

for (const [name, value] of new Params("a=1")) {
  const both: string = name + value;
  both.trim();
}
const registry = new Registry();
const price: number | null | undefined = registry.set("a", 1).set("b", null).get("a");
const keys: string[] = [...registry.keys()];
const texts: string[] = [...new Tags().add("x")];
new Numbers().forEach((value, key, numbers) => numbers.add(value + key));
// @ts-expect-error
new Fixed().set(1, new Params());
// @ts-expect-error
registry.set("a", "b");
export { keys, price, texts };
