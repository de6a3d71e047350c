import assert from "node:assert/strict";
import { test } from "node:test";
import { Database, init } from "sql";

await init();
const database = () => new Database().run("CREATE TABLE pets (name, age); INSERT INTO pets VALUES ('Zoë', 3); INSERT INTO pets VALUES ('Rex', NULL);");

test("exec gives a result for each statement that has rows", () => {
  const db = database();
  assert.deepEqual(db.exec("SELECT name, age FROM pets; SELECT age FROM pets WHERE name = 'nobody'; SELECT 1"), [
    { columns: ["name", "age"], values: [["Zoë", 3], ["Rex", null]] },
    { columns: ["1"], values: [[1]] },
  ]);
  db.close();
});

test("parameters by place and by name, and values of every kind", () => {
  const db = database();
  const blob = Uint8Array.of(1, 2, 255);
  db.run("INSERT INTO pets VALUES (?, ?)", ["blob", blob]).run("INSERT INTO pets VALUES (:name, :age)", { ":name": "it's", ":age": 1.5 });
  assert.equal(db.getRowsModified(), 1);
  const [{ values }] = db.exec("SELECT age FROM pets WHERE name = :n", { ":n": "blob" });
  assert.deepEqual(values, [[blob]]);
  assert.deepEqual(db.exec("SELECT age FROM pets WHERE name = ?", ["it's"])[0].values, [[1.5]]);
  assert.deepEqual(db.exec("SELECT name FROM pets", null)[0].values.length, 4);
  db.close();
});

test("each: parameters may be left out, a callback's error comes out", () => {
  const db = database();
  const rows = [];
  db.each("SELECT * FROM pets", (row) => rows.push(row), () => rows.push("done"));
  db.each("SELECT name FROM pets WHERE age = ?", [3], (row) => rows.push(row));
  assert.deepEqual(rows, [{ name: "Zoë", age: 3 }, { name: "Rex", age: null }, "done", { name: "Zoë" }]);
  const stop = new Error("stop");
  assert.throws(() => db.each("SELECT * FROM pets", () => { throw stop; }), (error) => error === stop);
  db.close();
});

test("statements: bind, step, get, getAsObject", () => {
  const db = database();
  const statement = db.prepare("SELECT name, age FROM pets WHERE name = ?", ["Rex"]);
  assert.equal(statement.step(), true);
  assert.deepEqual(statement.get(), ["Rex", null]);
  assert.equal(statement.step(), false);
  assert.deepEqual(statement.getAsObject(["Zoë"]), { name: "Zoë", age: 3 });
  assert.deepEqual(statement.getColumnNames(), ["name", "age"]);
  assert.equal(statement.getSQL(), "SELECT name, age FROM pets WHERE name = ?");
  statement.free();
  statement.free();
  assert.throws(() => statement.step(), { name: "TypeError", message: /disposed/ });
  db.close();
});

test("a column may be called __proto__", () => {
  const db = new Database().run("CREATE TABLE odd (__proto__, length); INSERT INTO odd VALUES (1, 2)");
  const row = db.prepare("SELECT * FROM odd").getAsObject([]);
  assert.deepEqual(Object.entries(row), [["__proto__", 1], ["length", 2]]);
  assert.equal(Object.getPrototypeOf(row), Object.prototype);
  db.close();
});

test("the statements of a text, one after the other", () => {
  const db = database();
  const seen = [];
  for (const statement of db.iterateStatements("SELECT name FROM pets; SELECT 2; nonsense")) {
    seen.push(statement.getSQL().trim());
    while (statement.step()) seen.push(statement.get());
    statement.free();
    if (seen.length === 5) break;
  }
  assert.deepEqual(seen, ["SELECT name FROM pets", ["Zoë"], ["Rex"], "SELECT 2", [2]]);
  assert.throws(() => [...db.iterateStatements("SELECT 1; nonsense")], { message: 'near "nonsense": syntax error' });
  db.close();
});

test("functions and aggregates of JavaScript's", () => {
  const db = database();
  db.create_function("shout", (text) => text.toUpperCase() + "!").create_function("count", (...values) => values.length);
  assert.deepEqual(db.exec("SELECT shout(name), count(1, 2, age) FROM pets")[0].values, [["ZOË!", 3], ["REX!", 3]]);
  db.create_aggregate("names", { init: () => [], step: (state, name) => [...state, name], finalize: (state) => state.join("+") });
  assert.deepEqual(db.exec("SELECT names(name) FROM pets"), [{ columns: ["names(name)"], values: [["Zoë+Rex"]] }]);
  db.create_function("fail", () => { throw new RangeError("no"); });
  assert.throws(() => db.exec("SELECT fail(1)"), { name: "RangeError", message: "no" });
  db.close();
});

test("updateHook, and null to end it", () => {
  const db = database();
  const seen = [];
  db.updateHook((...change) => seen.push(change));
  db.run("INSERT INTO pets VALUES ('Ann', 1); DELETE FROM pets WHERE age = 3");
  db.updateHook(null).run("INSERT INTO pets VALUES ('Bob', 1)");
  assert.deepEqual(seen, [["insert", "main", "pets", 3], ["delete", "main", "pets", 1]]);
  db.close();
});

test("export and another database of it", () => {
  const db = database().run("INSERT INTO pets VALUES (?, ?)", ["o'x;", Uint8Array.of(171)]);
  const bytes = db.export();
  assert.ok(bytes instanceof Uint8Array && bytes.buffer.byteLength === bytes.length);
  const copy = new Database(bytes);
  assert.deepEqual(copy.exec("SELECT * FROM pets"), db.exec("SELECT * FROM pets"));
  assert.deepEqual(new Database(null).exec("SELECT 1")[0].values, [[1]]);
  db.close();
  copy.close();
});

test("errors, and what is closed", () => {
  const db = database();
  assert.throws(() => db.exec("SELECT * FROM none"), { name: "Error", message: "no such table: none" });
  assert.throws(() => db.run("SELEC 1"), { message: 'near "SELEC": syntax error' });
  assert.throws(() => db.run("SELECT 1", Symbol()), TypeError);
  const statement = db.prepare("SELECT 1");
  db.close();
  db.close();
  assert.throws(() => db.exec("SELECT 1"), { name: "TypeError", message: /disposed/ });
  assert.throws(() => statement.step(), { message: "Statement closed" });
  const another = new Database();
  another[Symbol.dispose]();
  assert.throws(() => another.exec("SELECT 1"), { name: "TypeError", message: /disposed/ });
});
