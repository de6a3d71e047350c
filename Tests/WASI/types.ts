import { init, instantiate, Clock, type InitOptions, type WASI } from "clock";

declare const wasi: WASI;
const options: InitOptions = { wasi };
export async function use(): Promise<number> {
  await init(undefined, options);
  await init(new URL("https://example.com/clock.wasm"), { wasi });
  // @ts-expect-error: the module cannot do without WASI
  await init();
  const instance = await instantiate(undefined, { wasi });
  return instance.Clock.milliseconds() + Clock.milliseconds();
}
