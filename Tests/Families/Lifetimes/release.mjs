// What Swift hands over lives until JavaScript has it.
export default async function (t) {
  const { Rows } = t.module;
  const { Row, told } = await import(new URL("imports.mjs", t.base));
  const ids = (value) => {
    if (value instanceof Row) return value.id;
    if (Array.isArray(value)) return value.map(ids);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, ids(member)]));
  };
  const table = { rows: [3, 4], head: 8 };
  const place = { row: 6, number: 7 };
  const results = {
    one: 1,
    oneOrNull: 2,
    many: [3, 4],
    manyOrNull: [3, 4],
    holes: [3, null, 4],
    nested: [[3], [], [4, 5]],
    place,
    places: [place, place],
    table,
    tableOrNull: table,
    tables: [table, table],
  };
  for (const [name, expected] of Object.entries(results)) {
    await t.test(`${name}: JavaScript's objects as a result`, () => t.equal(ids(Rows[name]()), expected));
    await t.noLeaks(`${name}: JavaScript's objects as a result`, () => Rows[name]());
  }

  await t.test("as an attribute", () => t.equal(ids(Rows.all), [3, 4]));

  await t.test("as the result of a Swift closure", () => {
    const maker = Rows.maker(), tableMaker = Rows.tableMaker();
    t.equal(ids(maker()), [3, 4]);
    t.equal(ids(tableMaker()), table);
    maker.dispose();
    tableMaker.dispose();
  });

  await t.test("as an argument of a JavaScript function", () => {
    const given = [];
    const take = (value) => given.push(ids(value));
    Rows.giveRow(take);
    Rows.giveRows(take);
    Rows.giveTable(take);
    t.equal(given, [9, [3, 4], table]);
  });

  await t.test("as an argument and as the receiver of an import", () => {
    told.length = 0;
    t.equal(Rows.passed(), [10, 7, 1112, 15, 13, 14]);
    t.equal(told, [20]);
  });

  await t.test("a text that nothing else holds, as an argument", () => {
    t.equal(Rows.called((text) => `${text}!`), 101);
  });

  await t.test("as the error that Swift throws", () => {
    t.equal(t.throws(() => Rows.fails()).id, 21);
  });

  await t.noLeaks("JavaScript's objects both ways", () => Rows.passed());
}
