import { Defaults, init, type Mode, type Options } from "defaults";

await init();
const on: boolean = Defaults.on();
const mode: Mode = Defaults.mode("fast");
const options: Options = Defaults.options({ scale: 2 });
const text: string = Defaults.several("a", undefined, "c");
const big: bigint = Defaults.big();
// @ts-expect-error the first argument has no default
Defaults.several();
// @ts-expect-error null is no boolean
Defaults.on(null);
// @ts-expect-error too many
Defaults.on(true, false);
export { big, mode, on, options, text };
