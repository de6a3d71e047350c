import { Nullables, Undefineds, init, type Level, type Pair } from "nullables";

await init();
const flag: boolean | null = Nullables.flag(null);
const level: Level | null = Nullables.level("low");
const texts: (string | null)[] | null = Nullables.texts(["a", null]);
const pair: Pair | null = Nullables.pair({ key: "" }, true);
Nullables.leftText();
Nullables.leftText(undefined);
Nullables.threeStates(null, undefined, "low");
const called: number | null = Nullables.call((value, text) => (text === null ? null : value), 1, null);
// @ts-expect-error it may be null
const sure: boolean = Nullables.flag(true);
// @ts-expect-error undefined is for arguments that may be left out
Nullables.flag(undefined);
// @ts-expect-error null is not leaving it out
Nullables.leftText(null);
const maybe: number | undefined = Undefineds.int32(undefined);
const both: string | null | undefined = Undefineds.textOrNull(null);
// @ts-expect-error the argument is required
Undefineds.several(1);
// @ts-expect-error null is not undefined
Undefineds.text(null);
export { both, maybe };
export { called, flag, level, pair, sure, texts };
