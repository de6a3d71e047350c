// When objects end: disposed of before, during and after calls of their own.
export default async function (t) {
  const { Counter, Objects } = t.module;

  await t.test("after dispose every use is a TypeError, and disposing again is allowed", () => {
    const counter = new Counter(1);
    const other = new Counter(2);
    counter.dispose();
    counter.dispose();
    const ended = (message) => ({ name: "TypeError", message });
    t.throws(() => counter.value, ended("Counter.value: this Counter has been disposed"));
    t.throws(() => {
      counter.value = 1;
    }, ended("Counter.value: this Counter has been disposed"));
    t.throws(() => counter.increment(), ended("Counter.increment: this Counter has been disposed"));
    t.throws(() => other.plus(counter), ended("Counter.plus: other: the Counter has been disposed"));
    t.throws(() => Objects.echo(counter), ended("Objects.echo: Counter: the Counter has been disposed"));
    t.throws(() => Objects.echoOrNull(counter), ended("Objects.echoOrNull: counter: the Counter has been disposed"));
    t.throws(() => Objects.sum([other, counter]), ended("Objects.sum: counters[1]: the Counter has been disposed"));
    t.throws(() => Objects.pairSum({ left: counter }), ended("Objects.pairSum: pair.left: the Counter has been disposed"));
    t.throws(() => {
      other.next = counter;
    }, ended("Counter.next: the Counter has been disposed"));
    other.dispose();
  });

  await t.test("what Swift still holds lives on after dispose and gets a new object", () => {
    const before = Counter.alive;
    const counter = new Counter(8);
    Objects.keep(counter);
    counter.dispose();
    t.equal(Counter.alive, before + 1);
    const again = Objects.kept();
    t.ok(again !== counter, "it is another object");
    t.equal(again.value, 8);
    Objects.keep(null);
    again.dispose();
    t.equal(Counter.alive, before);
  });

  await t.test("disposing while the arguments are converted is seen before the call", () => {
    const before = Counter.alive;
    for (const use of [
      (counter) => counter.increment({ valueOf: () => (counter.dispose(), 1) }),
      (counter) => counter.plusNumber({ valueOf: () => (counter.dispose(), 1) }),
      (counter) => counter.plusNumbers([1, { valueOf: () => (counter.dispose(), 1) }]),
      (counter) => counter.plusAll({ toString: () => (counter.dispose(), "a") }, []),
      (counter) => {
        counter.label = { toString: () => (counter.dispose(), "a") };
      },
    ]) {
      const counter = new Counter(1);
      t.throws(() => use(counter), { name: "TypeError", message: /has been disposed$/ });
    }
    t.equal(Counter.alive, before);
  });

  await t.test("disposing an argument while later arguments are converted does no harm", () => {
    const before = Counter.alive;
    const receiver = new Counter(1);
    const victim = new Counter(2);
    const evil = {
      *[Symbol.iterator]() {
        yield victim;
        victim.dispose();
        yield receiver;
      },
    };
    // It was taken over before it was disposed.
    t.equal(receiver.plusAll("x", evil), 4);
    const left = new Counter(5);
    t.throws(() => Objects.pairSum({ left, get note() { left.dispose(); return ""; } }), { name: "TypeError", message: "Objects.pairSum: pair.left: the Counter has been disposed" });
    receiver.dispose();
    t.equal(Counter.alive, before);
  });

  await t.test("disposing the receiver during the call ends it after the call", () => {
    const before = Counter.alive;
    const counter = new Counter(1);
    t.equal(counter.valueAfter(() => counter.dispose()), 2);
    t.throws(() => counter.value, { name: "TypeError" });
    const picked = new Counter(3);
    t.equal(Objects.pick((same) => (same.dispose(), null), picked), null);
    t.equal(Counter.alive, before);
  });

  await t.test("disposing the receiver in a call within its call ends it after the outermost", () => {
    const before = Counter.alive;
    const counter = new Counter(1);
    const inside = [];
    const outermost = counter.valueAfter(() => {
      inside.push(counter.valueAfter(() => counter.dispose()), Counter.alive - before);
      // Blocks of the same size, which would be the object's if it were gone.
      Objects.make(20).forEach((other) => other.dispose());
    });
    t.equal([outermost, ...inside], [3, 3, 1]);
    t.equal(Counter.alive, before);
  });

  await t.test("an object that is disposed during its call and comes back has a reference of its own", () => {
    const before = Counter.alive;
    for (const isKept of [false, true]) {
      const counter = new Counter(1);
      Objects.keep(counter);
      let again;
      const value = counter.valueAfter(() => {
        counter.dispose();
        again = Objects.kept();
        t.ok(again !== counter, "it is another wrapper");
        again.increment(5);
        Objects.keep(null);
        if (!isKept) again.dispose();
        t.equal(Counter.alive - before, 1, "the call that is running keeps it");
      });
      t.equal(value, 7);
      t.equal(Counter.alive - before, isKept ? 1 : 0);
      if (isKept) t.equal(again.value, 7);
      again.dispose();
      t.equal(Counter.alive, before);
    }
  });

  await t.test("an object that is data of the module is lent and disposed like others", () => {
    const data = Objects.sealedForever();
    t.equal(data.id, 42);
    t.equal(data.idAfter(() => data.dispose()), 42);
    t.throws(() => data.id, { name: "TypeError" });
    const again = Objects.sealedForever(), other = Objects.seal(7);
    t.equal(again.idAfter(() => other.idAfter(() => (again.dispose(), other.dispose()))), 42);
  });
}
