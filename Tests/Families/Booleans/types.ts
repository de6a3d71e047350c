import { Booleans, init } from "booleans";

await init();
const same: boolean = Booleans.same(true);
const maybe: boolean | null = Booleans.maybe(null);
// @ts-expect-error TypeScript is stricter than the conversion
Booleans.same(1);
// @ts-expect-error null only where the type says so
Booleans.same(null);
// @ts-expect-error too few arguments
Booleans.and(true);
// @ts-expect-error it may be null
const sure: boolean = Booleans.maybe(true);
export { maybe, same, sure };
