// `node --test` runs it after `swift run bindgen build --package-path Examples/Greeter`.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Greeter, init } from "./dist/greeter.node.js";

before(() => init());

test("says hello, whatever the script of the name", () => {
  assert.equal(Greeter.hello("world"), "Hello, world!");
  assert.equal(Greeter.hello("Zoë 🐈 紫"), "Hello, Zoë 🐈 紫!");
  assert.equal(Greeter.hello(""), "Hello, !");
});

test("fills in what a guest leaves out", () => {
  assert.equal(Greeter.greet({ name: "Ada" }), "Hello, Ada!");
  assert.equal(Greeter.greet({ name: "Ada", title: undefined, language: undefined, hour: undefined }), "Hello, Ada!");
});

test("knows languages, titles and the hour", () => {
  assert.equal(Greeter.greet({ name: "Emmy", title: "Dr.", language: "german", hour: 14 }), "Guten Tag, Dr. Emmy!");
  assert.equal(Greeter.greet({ name: "Sophie", language: "french", hour: 18 }), "Bonsoir, Sophie!");
  assert.equal(Greeter.greet({ name: "紫", language: "japanese", hour: 0 }), "紫さん、おはようございます！");
});

test("tells the listener of each guest, in order", () => {
  const heard = [];
  const guests = [{ name: "Ada" }, { name: "Emmy", title: "Dr.", language: "german", hour: 9 }];
  const count = Greeter.greetAll(guests, (greeting, guest) => heard.push([greeting, guest]));
  assert.equal(count, 2);
  assert.deepEqual(heard, [
    ["Hello, Ada!", { name: "Ada", language: "english" }],
    ["Guten Morgen, Dr. Emmy!", { name: "Emmy", title: "Dr.", language: "german", hour: 9 }],
  ]);
});

test("takes any iterable of guests", () => {
  assert.equal(Greeter.greetAll(new Set([{ name: "Ada" }, { name: "Grace" }]), () => {}), 2);
  assert.equal(Greeter.greetAll([], () => assert.fail("nobody is there")), 0);
});

test("throws what Swift throws", () => {
  assert.throws(() => Greeter.greet({ name: "" }), { name: "RangeError", message: "a guest needs a name" });
  assert.throws(() => Greeter.greet({ name: "Ada", hour: 24 }), { name: "RangeError", message: "there is no hour 24 in a day" });
});

test("names the argument that is wrong", () => {
  assert.throws(() => Greeter.greet({ title: "Dr." }), { name: "TypeError", message: /guest\.name/ });
  assert.throws(() => Greeter.greet({ name: "Ada", language: "klingon" }), { name: "TypeError", message: /guest\.language.*klingon/ });
  assert.throws(() => Greeter.greet({ name: "Ada", hour: -1 }), { name: "TypeError", message: /guest\.hour/ });
  assert.throws(() => Greeter.greetAll([{ name: "Ada" }], "nobody"), { name: "TypeError", message: /listener/ });
});

test("passes on what the listener throws", () => {
  const refusal = new Error("too loud");
  const shout = () => {
    throw refusal;
  };
  assert.throws(() => Greeter.greetAll([{ name: "Ada" }], shout), (error) => error === refusal);
  assert.equal(Greeter.hello("again"), "Hello, again!");
});
