import { Greeter, init } from "greeter";

globalThis.probed = init().then(() => Greeter.hello("world"));
