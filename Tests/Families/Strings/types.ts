import { Strings, init } from "strings";

await init();
const same: string = Strings.same("a");
const maybe: string | null = Strings.maybe(null);
const answer: string = Strings.during("text", (text: string) => text.toUpperCase());
// @ts-expect-error a number is no string
Strings.same(1);
// @ts-expect-error null only where the type says so
Strings.same(null);
// @ts-expect-error the function must answer with a string
Strings.during("text", () => 1);
export { answer, maybe, same };
