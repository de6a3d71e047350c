// Exactly the references that come with a value are taken over, and given back where nobody takes the value.
export default async function (t) {
  const { Get, Give, Picture } = t.module;
  const silent = () => {};
  const raise = () => {
    throw new Error("mine");
  };

  const given = {
    one: [(first) => ({ first }), 7],
    pair: [(first) => ({ first, number: 2 }), 9],
    twice: [(first) => ({ one: { first }, second: first }), 14],
    pictures: [(first) => [first, first], 14],
    picture: [(first) => first, 7],
    perhaps: [(first) => ({ first }), 7],
  };
  for (const [name, [value, expected]] of Object.entries(given)) {
    await t.test(`${name}: an object of Swift in what JavaScript returns`, () => {
      const before = Picture.alive;
      const picture = new Picture(7);
      t.equal(Give[name](() => value(picture)), expected);
      Give.letGo();
      t.equal(Picture.alive, before + 1, "the wrapper still has it");
      t.equal(picture.width, 7);
      t.equal(Give[name](() => value(picture)), expected);
      picture.dispose();
      Give.letGo();
      t.equal(Picture.alive, before);
    });
    const picture = new Picture(7);
    await t.noLeaks(`${name}: an object of Swift in what JavaScript returns`, () => {
      Give[name](() => value(picture));
      Give.letGo();
    });
    await t.noLeaks(`${name}: an object of another kind`, () => {
      try {
        Give[name](() => value({}));
      } catch {}
      Give.letGo();
    }, { times: 500 });
    await t.noLeaks(`${name}: a conversion that throws further out`, () => {
      try {
        Give[name](() => {
          Give[name](() => value(picture));
          return value({});
        });
      } catch {}
      Give.letGo();
    }, { times: 500 });
    picture.dispose();
  }

  const received = {
    picture: (value) => [value],
    pictureOrNull: (value) => [value],
    one: (value) => [value.first],
    pair: (value) => [value.first],
    twice: (value) => [value.one.first, value.second],
    perhaps: (value) => [value.first],
    oneOrNull: (value) => [value.first],
    pairOrNull: (value) => [value.first],
    pictures: (value) => value,
    hook: (value) => [value.done],
    closure: (value) => [value],
    closureOrNull: (value) => [value],
  };
  for (const [name, owners] of Object.entries(received)) {
    await t.noLeaks(`${name}: an object in a result`, () => {
      for (const owner of owners(Get[name](silent))) owner.dispose();
    });
    const isDelivered = ["oneOrNull", "pairOrNull", "pictures"].includes(name);
    const times = { times: 2000 };
    if (isDelivered && !globalThis.gc) t.skip(`${name}: an exception in the place of an object`, "its wrapper is collected, and this engine shows no gc");
    else await t.noLeaks(`${name}: an exception in the place of an object`, () => t.throws(() => Get[name](raise), { message: "mine" }), times);
    await t.test(`${name}: the next result is its own`, () => {
      const before = Picture.alive;
      t.throws(() => Get[name](raise), { message: "mine" });
      const all = owners(Get[name](silent));
      for (const owner of all) owner.dispose();
      if (!isDelivered) t.equal(Picture.alive, before);
    });
  }

  await t.test("JavaScript is called once for one call of Swift", () => {
    let count = 0;
    const counted = (value) => () => (count++, value);
    t.equal(Give.flag(counted({ on: true })), true);
    t.equal(Give.flag(counted({ on: false })), false);
    t.equal(Give.mood(counted({ trouble: "stuck" })), "stuck");
    t.equal(Give.mood(counted({ trouble: "none" })), "none");
    t.equal(Give.perhaps(counted({})), 0);
    t.equal(Get.empty(counted({})), 1);
    t.equal(count, 6);
  });

  await t.test("an error while an exception waits: there is no result whose references could be given back", () => {
    const before = Picture.alive;
    const pair = Get.pair(silent);
    const { error } = console, told = [];
    console.error = ({ message }) => told.push(message);
    try {
      // The result area still shows the object of the call before.
      t.throws(() => Get.pairOrError(raise), { message: "mine" });
    } finally {
      console.error = error;
    }
    t.equal(told, ["not now"]);
    t.equal(Picture.alive, before + 1);
    t.equal(pair.first.width, 3);
    pair.first.dispose();
    t.equal(Picture.alive, before);
  });
}
