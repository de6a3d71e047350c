import { Records, init } from "records";
import type { Options, Visit } from "records";

await init();
const numbers: Record<string, number> = Records.numbers({ a: 1 } as const);
const options: Options = Records.options({ headers: { a: "b" } });
const visit: Visit = (counts) => ({ ...counts, more: counts.a! });
Records.visit(visit, numbers);
// @ts-expect-error a value of another type
Records.numbers({ a: "1" });
export { options };
