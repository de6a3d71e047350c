export default async function (t) {
  const { Account, Errors, TransferError, UnknownReceiver, Position, Cancelled, Reason } = t.module;
  const { host } = await import(new URL("imports.mjs", t.base));
  /** Runs `body` while the host throws `error`. */
  const throwing = (error, body) => {
    const kept = { ...host };
    for (const name of Object.keys(host)) host[name] = () => { throw error; };
    try {
      return body();
    } finally {
      Object.assign(host, kept);
    }
  };
  const account = new Account(5);

  await t.test("an error with fields is of its class, with message and cause", () => {
    const error = t.throws(() => account.withdraw(6), { name: "TransferError", message: "not enough", type: TransferError });
    t.ok(error instanceof Error, "an Error");
    t.equal([error.balance, error.steps, error.cause], [5, ["look", "refuse"], "poverty"]);
    t.equal(Object.keys(error), ["balance", "steps"]);
    t.equal(String(error), "TransferError: not enough");
    t.equal(error.constructor.name, "TransferError");
    account.withdraw(1);
  });

  await t.test("the stack shows the caller", () => {
    function caller() {
      account.withdraw(6);
    }
    // Modules that are built for size have a frame more than the ten that V8 keeps.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 20;
    const { stack } = t.throws(caller);
    Error.stackTraceLimit = stackTraceLimit;
    t.ok(stack.includes("caller"), stack);
  });

  await t.test("an error that inherits is one of its parent's class", () => {
    const error = t.throws(() => Account.find("me"), { name: "UnknownReceiver", message: "who is me?", type: UnknownReceiver });
    t.ok(error instanceof TransferError, "a TransferError");
    t.equal([error.receiver, error.balance], ["me", 0]);
    t.ok(!("steps" in error), "what is absent is left out");
    t.ok(!("cause" in error), "what is absent is left out");
    Account.find("known").dispose();
  });

  await t.test("fields of fixed size, without a message", () => {
    const error = t.throws(() => Account.parse("abc"), { name: "Position", message: "", type: Position });
    t.equal([error.line, error.column], [1, 3]);
    t.equal(Account.parse("12"), 12);
  });

  await t.test("a name of its own, and an object", () => {
    const error = t.throws(() => account.cancel(false), { name: "AbortError", message: "cancelled", type: Cancelled });
    t.ok(error.account === account, "the object itself");
    t.ok(account.cancel(true) === account, "the object itself");
  });

  await t.test("an enum's class", () => {
    const error = t.throws(() => Account.shortened("four"), { name: "Reason", message: "too-long", type: Reason });
    t.equal(error.code, "too-long");
    t.ok(error instanceof Error, "an Error");
    t.equal(Object.keys(error), ["code"]);
    t.equal(t.throws(() => Account.shortened("")).code, "empty");
    t.equal(Account.shortened("abc"), "abc");
  });

  await t.test("names survive a clone", () => {
    if (typeof structuredClone !== "function") return;
    let clone;
    try {
      clone = structuredClone(t.throws(() => Account.shortened("four")));
    } catch {
      clone = {};
    }
    if (!("message" in clone)) return t.skip("names survive a clone", "this engine clones no DOMException");
    t.equal([clone.name, clone.message], ["Reason", "too-long"]);
    const other = structuredClone(t.throws(() => account.withdraw(6)));
    t.equal([other.name, other.message], ["TransferError", "not enough"]);
  });

  await t.test("errors of another instance are told apart", async () => {
    const other = await t.instantiate();
    const error = t.throws(() => other.Account.parse("x"), { type: other.Position });
    t.ok(!(error instanceof Position), "of another module");
    t.equal(error.name, "Position");
  });

  await t.test("JavaScript's errors are typed in Swift", () => {
    t.equal(Errors.pay(1.5), "paid 1.5");
    t.equal(throwing(new TransferError({ message: "no", balance: 3, steps: [] }), () => Errors.pay(1)), "no 3.0 0");
    t.equal(throwing(new UnknownReceiver({ message: "who", balance: 4, receiver: "x" }), () => Errors.pay(1)), "who 4.0 -1");
    t.equal(throwing(new Reason("too-long"), () => Errors.pay(1)), "reason too long");
    t.equal(throwing(new TypeError("t"), () => Errors.pay(1)), "TypeError: t");
    t.equal(throwing(new DOMException("d", "NotFoundError"), () => Errors.pay(1)), "NotFoundError: d");
    t.equal(throwing("text", () => Errors.pay(1)), ": text");
    t.equal(throwing(undefined, () => Errors.pay(1)), ": undefined");
    t.equal(throwing({ name: "TransferError", message: "forged", balance: 1 }, () => Errors.pay(1)), "TransferError: forged");
    t.equal(Errors.rename("a"), "a");
    t.equal(throwing(new Reason("empty"), () => Errors.rename("a")), "reason empty");
    t.equal(throwing(new Reason("empty", { message: "m", cause: 1 }), () => Errors.anything()), "reason empty");
  });

  await t.test("an error that is not what its class says is a TypeError", () => {
    t.throws(() => throwing(new TransferError({ message: "no" }), () => Errors.pay(1)), { name: "TypeError", message: "TransferError: the result.balance is required" });
    t.throws(() => throwing(new Reason("other"), () => Errors.pay(1)), { name: "TypeError" });
    t.equal(Errors.pay(2), "paid 2.0");
  });

  await t.test("callbacks throw typed errors in both directions", () => {
    t.equal(Errors.checked((amount) => amount === 10), "yes");
    t.equal(Errors.checked(() => { throw new TransferError({ message: "c", balance: 1 }); }), "c 1.0 -1");
    t.equal(Errors.checked(() => { throw new Error("plain"); }), "Error: plain");
    t.equal(Errors.named(() => "n"), "n");
    t.equal(Errors.named(() => { throw new Reason("too-long"); }), "reason too long");
    const limit = Errors.limit(3);
    t.equal([limit(1), limit(-1)], [true, false]);
    t.throws(() => limit(4), { name: "RangeError", message: "over 3.0" });
    limit.dispose();
  });

  await t.test("an error as a value", () => {
    let error;
    Errors.report((value) => { error = value; });
    t.ok(error instanceof TransferError, "of its class");
    t.equal([error.name, error.message, error.balance], ["TransferError", "reported", 2]);
    t.equal(Errors.told(error), "reported 2.0");
    t.equal(Errors.told({ message: "plain", balance: 1 }), "plain 1.0");
  });

  await t.test("DOMException and cause", () => {
    const error = t.throws(() => Errors.platform("AbortError", "stop"), { name: "AbortError", message: "stop", type: DOMException });
    t.equal(error.code, 20);
    const mine = { mine: true };
    const caused = t.throws(() => Errors.caused("because", mine), { name: "TypeError", message: "because", type: TypeError });
    t.ok(caused.cause === mine, "the object itself");
    const inner = new Error("inner");
    const chained = throwing(inner, () => t.throws(() => Errors.chained(), { name: "Error", message: "outer" }));
    t.ok(chained.cause === inner, "the object itself");
    const told = [];
    t.equal(throwing(new RangeError("r", { cause: new Error("c") }), () => Errors.facts((text) => told.push(text))), "none");
    t.equal(told, ["RangeError", "r", "c", "RangeError"]);
  });

  await t.noLeaks("an error with fields", () => t.throws(() => account.withdraw(6)));
  await t.noLeaks("an error with an object", () => t.throws(() => account.cancel(false)), { times: 100 });
  await t.noLeaks("an error of an enum", () => t.throws(() => Account.shortened("four")));
  const thrown = new TransferError({ message: "no", balance: 3, steps: ["a", "b"], cause: {} });
  await t.noLeaks("a typed error of JavaScript", () => throwing(thrown, () => Errors.pay(1)));
  await t.noLeaks("a foreign error of JavaScript", () => throwing(new Error("x"), () => Errors.pay(1)));
  await t.noLeaks("a cause", () => t.throws(() => Errors.caused("because", {})));
  await t.noLeaks("a chain", () => throwing(thrown, () => t.throws(() => Errors.chained())));
  account.dispose();
}
