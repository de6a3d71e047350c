export default async function (t) {
  const { Account, Failing, Strict } = t.module;

  await t.test("each kind of error is its class, with its message", () => {
    for (const [kind, type] of [Error, TypeError, RangeError].entries()) {
      for (const message of ["", "short", "Zoë 世界 👋", "long ".repeat(100), 'quotes " and \\ and \n lines']) {
        const error = t.throws(() => Failing.fail(kind, message), { name: type.name, message, type });
        t.equal(error.constructor, type);
        t.equal(error.cause, undefined);
      }
    }
    t.throws(() => Failing.fail(0, "x".repeat(100_000)), { message: "x".repeat(100_000) });
    t.equal(Failing.ok(1), 1);
  });

  await t.test("the stack shows the caller", () => {
    function caller() {
      Failing.fail(0, "where");
    }
    const { stack } = t.throws(caller);
    t.ok(stack.includes("caller"), stack);
  });

  const results = {
    asBoolean: true,
    asLong: 1,
    asDouble: 1.5,
    asBigInt: 1n,
    asString: "text",
    asNullable: null,
    asNumbers: [1, 2],
    asWords: ["a", "b"],
    asReceipt: { text: "paid", amount: 2 },
    asBytes: Uint8Array.of(1, 2),
    asEnum: "closed",
  };
  for (const [name, expected] of Object.entries(results)) {
    await t.test(`${name}: a result or an error`, () => {
      t.equal(Failing[name](false), expected);
      t.throws(() => Failing[name](true), { name: "Error", message: "as asked" });
      t.equal(Failing[name](false), expected);
    });
    await t.noLeaks(`${name} fails`, () => t.throws(() => Failing[name](true)));
  }

  await t.test("an error of an enum has its name and its code", () => {
    for (const [index, code] of ["insufficient-funds", "closed", ""].entries()) {
      const error = t.throws(() => Failing.typed(index), { name: "BankError", message: code, type: Error });
      t.equal(error.code, code);
      t.equal(t.throws(() => Failing.typedText(index)).code, code);
    }
    t.equal(Failing.typed(3), 3);
    t.equal(Failing.typedText(3), "fine");
  });

  await t.test("a constructor that throws makes nothing", () => {
    const before = Account.alive;
    t.throws(() => new Account(-1), { name: "RangeError", message: "initial must not be negative" });
    t.throws(() => new Account("x"), { name: "TypeError", message: 'new Account: initial must be a finite number, not the string "x"' });
    t.throws(() => new Account(), { name: "TypeError", message: "new Account takes at least 1 argument, got 0" });
    t.equal(Account.alive, before);
    class Mine extends Account {}
    t.throws(() => new Mine(-1), { name: "RangeError" });
    const mine = new Mine(1);
    t.equal(mine.balance, 1);
    mine.dispose();
    t.equal(Account.alive, before);
    t.equal(t.throws(() => new Strict(false), { name: "BankError" }).code, "");
    new Strict(true).dispose();
  });

  await t.test("getters, operations and static operations that throw", () => {
    const account = new Account(10);
    t.throws(() => account.secret, { name: "Error", message: "too poor for secrets" });
    t.equal(t.throws(() => account.parent, { name: "BankError" }).code, "closed");
    t.equal(t.throws(() => account.withdraw(11), { name: "BankError" }).code, "insufficient-funds");
    account.withdraw(4);
    t.equal(account.balance, 6);
    account.dispose();
    const rich = new Account(200);
    t.equal(rich.secret, "gold");
    t.ok(rich.parent === rich, "the object itself");
    rich.dispose();
    t.throws(() => rich.secret, { name: "TypeError", message: "Account.secret: this Account has been disposed" });
    t.equal(t.throws(() => Account.open(false)).code, "closed");
    Account.open(true).dispose();
    t.throws(() => Account.load("none", ["a", "b"], new Uint8Array(3)), { message: "no account none, 2 tags, 3 bytes" });
    const loaded = Account.load("some", [], new Uint8Array(3));
    t.equal(loaded.balance, 3);
    loaded.dispose();
  });

  await t.test("an exception of a callback arrives, and not a second time", () => {
    const mine = new Error("mine");
    t.equal(t.throws(() => Failing.swallow(() => { throw mine; })), mine);
    Failing.swallow(() => {});
    t.equal(Failing.ok(2), 2);
  });

  await t.test("of an exception and an error of Swift after it, the first arrives and none is left", () => {
    const error = t.throws(() => Failing.afterWork(() => { throw new Error("first"); }, "second"));
    t.equal(error.message, "first");
    t.equal(Failing.ok(3), 3);
  });

  await t.test("errors inside of callbacks belong to the inner call", () => {
    let inner;
    Failing.swallow(() => {
      inner = t.throws(() => Failing.fail(2, "inner"), { name: "RangeError" });
    });
    t.equal(inner.message, "inner");
    t.equal(t.throws(() => Failing.swallow(() => Failing.typed(1))).code, "closed");
    t.equal(t.throws(() => Failing.afterWork(() => t.throws(() => Failing.fail(0, "inner")), "outer")).message, "outer");
  });

  await t.test("growth before the error", () => {
    t.equal(t.throws(() => Failing.afterWork(() => t.grow(), "grown")).message, "grown");
    t.throws(() => Failing.fail(0, { toString: () => (t.grow(), "x".repeat(70_000)) }), { message: "x".repeat(70_000) });
  });

  const account = new Account(10);
  await t.noLeaks("an error with a message", () => t.throws(() => Failing.fail(0, "message")));
  await t.noLeaks("a typed error", () => t.throws(() => Failing.typed(0)));
  await t.noLeaks("a constructor that throws", () => t.throws(() => new Account(-1)));
  await t.noLeaks("a constructor that throws a typed error", () => t.throws(() => new Strict(false)));
  await t.noLeaks("a getter that throws", () => t.throws(() => account.secret));
  await t.noLeaks("arguments of a call that throws", () => t.throws(() => Account.load("none", ["a", "b".repeat(100)], new Uint8Array(100))));
  await t.noLeaks("large arguments of a call that throws", () => t.throws(() => Account.load("none", ["a".repeat(70_000), "b"], new Uint8Array(70_000))), { times: 50 });
  await t.noLeaks("an exception of a callback", () => t.throws(() => Failing.swallow(() => { throw 1; })));
  await t.noLeaks("an exception and an error", () => t.throws(() => Failing.afterWork(() => { throw 1; }, "x")));
  account.dispose();
}
