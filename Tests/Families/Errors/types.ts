import { Account, Errors, Reason, TransferError, UnknownReceiver, init } from "errors";

await init();
const account = new Account(1);
try {
  account.withdraw(2);
} catch (error) {
  if (error instanceof UnknownReceiver) {
    const receiver: string = error.receiver;
    const balance: number = error.balance;
    console.log(receiver, balance);
  } else if (error instanceof TransferError) {
    const steps: string[] | undefined = error.steps;
    const message: string = error.message;
    // @ts-expect-error it is another class's
    error.receiver;
    console.log(steps, message);
  } else if (error instanceof Reason) {
    const code: Reason = error.code;
    // @ts-expect-error no value of the enum
    if (error.code === "other") console.log(code);
  }
}
Errors.checked(() => {
  throw new TransferError({ message: "no", balance: 1, steps: new Set(["a"]) });
});
// @ts-expect-error the balance is required
new TransferError({ message: "no" });
// @ts-expect-error no value of the enum
new Reason("other");
