export default async function (t) {
  const { Canvas, Other, Special, Shapes, Rest } = t.module;
  const [canvas, other] = [new Canvas("a"), new Other()];

  await t.test("constructors", () => {
    t.equal([new Canvas().name, new Canvas("x").name, new Canvas(undefined).name, new Canvas(2, 3).name, new Canvas(2, 3, 4).name], ["none", "x", "undefined", "2x3", "2x3"]);
    t.throws(() => new Canvas(-1, 2), { message: "width is negative" });
    t.throws(() => Canvas("x"), { name: "TypeError" });
    t.equal([Canvas.length, Special.length], [0, 1]);
    class Mine extends Canvas {}
    t.ok(new Mine(1, 2) instanceof Mine, "a subclass takes the same overloads");
  });

  await t.test("a value tells which overload is meant", () => {
    const told = [
      [[], "nothing"], [["red"], "color red"], [[7], "x 7"], [[true], "all true"], [[canvas], "canvas a"], [[other], "other"],
      [[{ color: "blue" }], "style blue"], [[(x) => `p${x}`], "painter p3"], [[[1, 2]], "points 2"], [[new Set([1, 2, 3])], "points 3"],
      [[new Uint8Array(4)], "bytes 4"], [[new ArrayBuffer(5)], "buffer 5"], [[Symbol("s")], "symbol"], [[10n], "color 10"],
      [[Object("text")], "color text"],
    ];
    for (const [given, answer] of told.slice(0, -1)) t.equal(canvas.paint(...given), answer);
    t.equal(canvas.paint(1, 2), "point 1 2");
    t.equal(canvas.paint(1, "px"), "length 1px");
    t.equal(canvas.paint(1, {}), "length 1[object Object]");
    t.equal(canvas.paint(1, null), "length 1null");
    t.equal(canvas.paint("red", 1, 2), "red 1 2 10");
    t.equal(canvas.paint("red", 1, 2, undefined), "red 1 2 10");
    t.equal(canvas.paint("red", 1, 2, 0.5, "more"), "red 1 2 5");
  });

  await t.test("null and undefined are a dictionary's, or a nullable type's", () => {
    t.throws(() => canvas.paint(null), { name: "TypeError", message: /color is required/ });
    t.throws(() => canvas.paint(undefined), { name: "TypeError", message: /color is required/ });
    t.equal([canvas.late("n", null), canvas.late("n", undefined), canvas.late("n", canvas)], ["n canvas null", "n canvas null", "n canvas a"]);
    t.equal([canvas.late("n", 5), canvas.late("n", "6"), canvas.late("n", (x) => `f${x}`)], ["n number 5", "n number 6", "n painter f1"]);
    t.equal([canvas.maybe(), canvas.maybe(undefined), canvas.maybe("t"), canvas.maybe(canvas), canvas.maybe(null)], ["canvas missing", "canvas missing", "text t", "canvas a", "text null"]);
  });

  await t.test("what no overload takes is a TypeError that says what they take", () => {
    t.throws(() => canvas.late("n"), { name: "TypeError", message: 'Canvas.late takes (name: string, value: number | Painter) or (name: string, value: Canvas | null), not (the string "n")' });
    t.throws(() => Canvas.of(), { name: "TypeError" });
    t.throws(() => Canvas.of(1, 2), { name: "TypeError" });
    t.throws(() => canvas.paint.call({}, 1), { name: "TypeError", message: /must be called on Canvas/ });
    t.throws(() => canvas.paint.call({}), { name: "TypeError", message: /must be called on Canvas/ });
    const gone = new Canvas();
    gone.dispose();
    t.throws(() => gone.paint(1), { message: /disposed/ });
    t.throws(() => canvas.paint(gone), { message: /disposed/ });
  });

  await t.test("length is the shortest, and one function answers", () => {
    t.equal([canvas.paint.length, canvas.late.length, canvas.maybe.length, Canvas.of.length, Shapes.area.length, Shapes.size.length, canvas.all.length], [0, 2, 0, 1, 1, 1, 0]);
    t.equal([canvas.paint.name, Canvas.of.name, Shapes.size.name], ["paint", "of", "size"]);
    t.equal(Object.getOwnPropertyNames(Canvas.prototype).filter((name) => name.startsWith("paint")), ["paint"]);
  });

  await t.test("errors of each overload are its own", () => {
    t.throws(() => canvas.fail(3), { message: "code 3" });
    t.throws(() => canvas.fail(""), { message: "no text" });
    t.equal(canvas.fail("fine"), "fine");
    t.equal(canvas.add(1n), undefined);
    t.equal(canvas.add(1), undefined);
  });

  await t.test("static members, namespaces and descendants", () => {
    const child = Canvas.of(canvas);
    t.equal([child.name, child.parent, Canvas.of("x").name, Canvas.of(1, 2, 3)], ["child of a", canvas, "x", "6"]);
    t.equal([Shapes.area(3), Shapes.area(3, 4), Shapes.size("abc"), Shapes.size(["a", "bc"])], [9, 12, 3, 3]);
    const buffer = new ArrayBuffer(2);
    t.equal([Shapes.kind(buffer), Shapes.kind(new DataView(buffer)), Shapes.kind(new Uint8Array(2))], ["buffer", "view", "string"]);
    const special = new Special("s");
    t.equal([special.name, new Special({ color: "c" }).name, special.only(1), special.only("a"), special.only("a", "px"), special.paint(2)], ["special s", "c", "number 1", "a em", "a px", "x 2"]);
    t.throws(() => special.only("a", "pt"), { name: "TypeError" });
    t.throws(() => new Special(Symbol()), { name: "TypeError" });
  });

  await t.test("variadic arguments", () => {
    t.equal([Rest.sum(), Rest.sum(1), Rest.sum(1, 2, "3")], [0, 1, 6]);
    t.equal([Rest.join("-"), Rest.join("-", "a"), Rest.join("-", "a", 5, null)], ["", "a", "a-5-null"]);
    t.equal([Rest.count(), Rest.count(1), Rest.count(undefined, 1, undefined)], [10, 1, 12]);
    t.equal(Rest.canvases(canvas, canvas), 2);
    t.equal([Rest.sum.length, Rest.join.length, Rest.count.length], [0, 1, 0]);
    t.throws(() => Rest.join(), { name: "TypeError", message: "Rest.join takes at least 1 argument, got 0" });
    t.throws(() => Rest.sum(1, Symbol()), { name: "TypeError" });
    t.throws(() => Rest.canvases(canvas, other), { name: "TypeError", message: /canvases\[1\]/ });
    t.equal([canvas.all(), canvas.all("s"), canvas.all("s", 1, 2), canvas.all(canvas), canvas.all(canvas, 1, 2)], ["nothing", "s 0", "s 3", "a ", "a 1+2"]);
  });

  await t.test("variadic callbacks, both ways", () => {
    const calls = [];
    t.equal(Rest.call((...given) => `<${calls.push(given)}>`), "<1><2>");
    t.equal(calls, [["-"], ["-", 1, 2]]);
    const joiner = Rest.joiner();
    t.equal([joiner("-"), joiner("-", 1, 2, 3)], ["", "1-2-3"]);
    joiner.dispose?.();
  });

  await t.test("Swift calls JavaScript's overloads", () => {
    t.equal(
      Rest.useImports(),
      "draw(); draw(1); draw(t); draw(t,2); name(4); name(Pen(Pen(red),3)); show number(5); show string(five); join(); join(a,b); pick(0); pick(1); pick(2,c); list(1,undefined,true,undefined)",
    );
  });

  await t.noLeaks("overloads and variadics", () => {
    canvas.paint("red", 1, 2);
    canvas.paint([1, 2]);
    canvas.paint({ color: "x".repeat(300) });
    Rest.join("-", "a", "b");
    try {
      canvas.paint({});
    } catch {}
    try {
      Rest.canvases(canvas, other);
    } catch {}
    new Canvas(1, 2).dispose();
    Canvas.of("x").dispose();
  });
}
