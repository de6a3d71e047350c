import { Dictionaries, init, type Large, type Optionals, type Rect, type States } from "dictionaries";

await init();
const input: Rect = { x: 1, y: 2 };
const rect: Rect = Dictionaries.rect(input);
const optionals: Optionals = Dictionaries.optionals();
const states: States = { text: null, number: 1 };
const large: Large | null = Dictionaries.maybeLarge({ title: "" }, true);
const text: string | undefined = optionals.text;
const either: string | null | undefined = Dictionaries.states(states).text;
const hyphen: number | undefined = Dictionaries.keywords({ "kebab-case": 1 })["kebab-case"];
Dictionaries.visit((mixed, given) => ({ name: mixed.name + given.title }));
// @ts-expect-error y is required
Dictionaries.rect({ x: 1 });
// @ts-expect-error no such member
Dictionaries.rect({ x: 1, y: 2, z: 3 });
// @ts-expect-error null is not absence
Dictionaries.optionals({ text: null });
// @ts-expect-error a wrong unit
Dictionaries.mixed({ name: "", unit: "pt" });
export { hyphen, large, rect, text, either };
