/** Dictionaries and typedefs that contain themselves: every way in, order of reading, depth, cycles, leaks. */
import typedefs from "./typedefs.mjs";

const chain = (count) => (count === 1 ? { value: 1 } : { value: 1, next: chain(count - 1) });
const nested = (levels) => (levels === 1 ? { name: "n" } : { name: "n", children: [nested(levels - 1)] });

export default async function (t) {
  const { Recursion, Owner, Plot } = t.module;
  const bare = { name: "a", children: [{ name: "b", children: [] }, { name: "c", children: [{ name: "d", children: [] }] }] };

  await t.test("through a sequence", () => {
    t.equal([Recursion.tree(bare), Recursion.tree({ name: "x" })], [bare, { name: "x", children: [] }]);
    t.equal([Recursion.depth(bare), Recursion.names(bare)], [3, "a(b)(c(d))"]);
    t.equal([Recursion.maybe(bare, false), Recursion.maybe(bare, true)], [null, bare]);
    const wide = { name: "w", children: Array.from({ length: 2000 }, (_, index) => ({ name: `child ${index}`, children: [] })) };
    t.equal(Recursion.tree(wide), wide);
  });
  await t.test("through a member that may be missing, and through a nullable", () => {
    t.equal(Recursion.link({ value: 1 }), { value: 1, other: null });
    t.equal(Recursion.link({ value: 1, next: { value: 2, other: { value: 3, next: { value: 4 } } } }), {
      value: 1, other: null, next: { value: 2, other: { value: 3, other: null, next: { value: 4, other: null } } },
    });
    t.equal([Recursion.sum(), Recursion.sum(chain(5)), Recursion.sum({ value: 1, other: { value: 10 } })], [0, 5, 11]);
    t.throws(() => Recursion.link({ value: 1, next: null }), { type: TypeError, message: /^Recursion\.link: link\.next\.value/ });
  });
  await t.test("through a record, through another dictionary, by inheritance", () => {
    const tag = {};
    const folder = { folders: { a: { files: [{ name: "f", folder: {}, tag }] }, __proto: {} }, files: [] };
    const back = Recursion.folder(folder);
    t.equal([Object.keys(back.folders), back.files, back.folders.a.files[0].name], [["a", "__proto"], [], "f"]);
    t.ok(back.folders.a.files[0].tag === tag, "the same object");
    t.equal(Recursion.file({ name: "f", folder: { files: [{ name: "g" }] } }), { name: "f", folder: { files: [{ name: "g" }] } });
    t.equal(Recursion.files([{ name: "f" }, { name: "g", folder: { folders: { a: {} } } }]), [{ name: "g", folder: { folders: { a: {} } } }, { name: "f" }]);
    t.equal(Recursion.derived({ inner: { weight: 2, list: [null, { weight: 3 }] } }), { weight: 1, inner: { weight: 2, list: [null, { weight: 3 }] } });
  });
  await t.test("members are read in the order of their names, outer ones around inner ones", () => {
    const seen = [];
    const spy = (name, children) => ({ get children() { seen.push(`${name}'s children`); return children; }, get name() { seen.push(name); return name; } });
    Recursion.names(spy("a", [spy("b", []), spy("c", [])]));
    t.equal(seen, ["a's children", "b's children", "b", "c's children", "c", "a"]);
  });
  await t.test("what cannot be converted is named with its path", () => {
    const refused = (call, message) => t.throws(call, { type: TypeError, message });
    refused(() => Recursion.tree({ name: "a", children: [{ name: "b", children: [1] }] }), "Recursion.tree: tree.children[0].children[0] must be an object, not the number 1");
    refused(() => Recursion.tree({ name: "a", children: [{}] }), "Recursion.tree: tree.children[0].name is required");
    refused(() => Recursion.folder({ folders: { a: { files: 1 } } }), 'Recursion.folder: folder.folders["a"].files must be an iterable object, not the number 1');
  });
  await t.test("128 levels go through, in both directions", () => {
    t.equal(Recursion.depth(Recursion.tree(nested(129))), 129);
    t.equal([Recursion.depth(nested(129)), Recursion.sum(chain(129)), Recursion.sum(Recursion.linkOf(129))], [129, 129, 8256]);
    t.equal(Recursion.depth(Recursion.deep(129)), 129);
  });
  await t.test("deeper values, and those that contain themselves, are an error", () => {
    const deep = (call) => t.throws(call, { type: RangeError, message: /nested more than 128 levels deep$/ });
    const cycle = { name: "c" };
    cycle.children = [cycle];
    const ring = { value: 1 };
    ring.next = ring;
    for (const call of [() => Recursion.tree(cycle), () => Recursion.link(ring), () => Recursion.sum(chain(130)), () => Recursion.tree(nested(1000))]) deep(call);
    for (const call of [() => Recursion.deep(130), () => Recursion.deep(5000), () => Recursion.linkOf(130)]) deep(call);
    deep(() => Recursion.walk(bare, () => cycle));
    deep(() => Recursion.grown(nested(129)));
    t.ok(Recursion.linked({ value: -1 }).endsWith("nested more than 128 levels deep"), "what an import returns");
    t.ok(Recursion.linkedDeep(130).endsWith("nested more than 128 levels deep"), "what an import is given");
    t.equal(Recursion.tree(bare), bare);
  });
  await t.test("objects, callbacks, imports, attributes", () => {
    const owner = new Owner(5);
    const held = Recursion.held({ owner, more: [{ owner, more: [{ owner }] }] });
    t.ok(held.owner === owner && held.more[0].more[0].owner === owner, "the same object");
    t.throws(() => Recursion.held({ owner, more: [{ owner }, { owner: {} }] }), { type: TypeError, message: "Recursion.held: held.more[1].owner must be an Owner, not an empty object, as structuredClone and postMessage make of one" });
    owner.dispose();
    t.equal(Recursion.walk(bare, (tree) => tree.children[1]), bare.children[1]);
    const walker = Recursion.walker();
    t.equal(walker(bare), { name: "walked", children: [bare] });
    walker.dispose();
    t.equal(Recursion.grown(bare), { name: "grown", children: [bare, bare] });
    t.equal(Recursion.linked(chain(3)), "103");
    const plot = new Plot(bare);
    t.equal([plot.tree, plot.trees, plot.named], [bare, [bare, bare], { a: bare }]);
    t.ok(plot.tree !== plot.tree && plot.trees !== plot.trees, "a new value at each read");
    t.throws(() => { "use strict"; plot.tree = bare; }, { type: TypeError });
    plot.dispose();
  });
  await t.test("memory may grow at every level", () => {
    const growing = (name, children) => ({ name, get children() { t.grow(); return children; } });
    t.equal(Recursion.names(growing("a", [growing("b", [growing("c", [])]), growing("d", [])])), "a(b(c))(d)");
    const large = { name: "x".repeat(30_000), children: [{ name: "y".repeat(50_000), children: [] }] };
    t.equal(Recursion.tree(large), large);
  });

  const owner = new Owner(1);
  const cycle = { name: "a name that is longer than a few characters" };
  cycle.children = [{ name: "first" }, cycle];
  await t.noLeaks("dictionaries that contain themselves", () => {
    Recursion.tree(bare);
    Recursion.link(chain(20));
    Recursion.folder({ folders: { a: { files: [{ name: "f", tag: {} }] } } });
    Recursion.held({ owner, more: [{ owner }] });
    Recursion.grown(bare);
    Recursion.linked(chain(3));
    Recursion.walk(bare, (tree) => tree);
  }, { times: 300 });
  await t.noLeaks("what is refused", () => {
    for (const call of [
      () => Recursion.tree(cycle),
      () => Recursion.tree({ name: "x".repeat(70_000), children: [{ name: "y".repeat(70_000), children: [1] }] }),
      () => Recursion.held({ owner, more: [{ owner }, {}] }),
      () => Recursion.folder({ folders: { a: { files: [{ name: "f", tag: {} }, 1] } } }),
      () => Recursion.deep(200),
      () => Recursion.walk(bare, () => cycle),
      () => Recursion.linked({ value: -1 }),
      () => Recursion.linkedDeep(200),
    ]) {
      try {
        call();
      } catch {
        // What was taken before is given back.
      }
    }
  }, { times: 100 });
  owner.dispose();
  await typedefs(t);
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
