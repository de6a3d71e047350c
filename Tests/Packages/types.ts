// A strict consumer of every subpath of the package `greeter`, for TypeScript 4.8 and later.
import { Greeter, init, instantiate, type Guest, type InitInput, type Instance } from "greeter";
import * as inline from "greeter/inline";
import * as instance from "greeter/instance";
import type { Guest as InstanceGuest } from "greeter/instance";
import { integrity } from "greeter/integrity";
import module from "greeter/module.wasm";

const guest: Guest = { name: "Ada" };
const same: InstanceGuest = guest;
const source: InitInput = module;
await init(source);
await init(fetch("greeter.wasm", { integrity }));
const text: string = Greeter.hello(same.name);
const one: Instance = await instantiate();
const other: Instance = await instance.instantiate(module);
await inline.init();
export const texts: string[] = [text, one.Greeter.hello("a"), other.Greeter.hello("b"), inline.Greeter.hello("c")];

// @ts-expect-error It has no module-global state.
export const none = instance.init;
// @ts-expect-error It finds no .wasm by itself.
await instance.instantiate();
