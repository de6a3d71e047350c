import { Account, Failing, init } from "throws";
import type { BankError } from "throws";

await init();
const account = new Account(1);
const secret: string = account.secret;
// @ts-expect-error it is readonly
account.secret = "a";
try {
  account.withdraw(1);
} catch (error) {
  const { code } = error as Error & { code: BankError };
  // @ts-expect-error no value of the enum
  code === "other";
}
const nullable: string | null = Failing.asNullable(true);
export { nullable, secret };
