/** Disposal, lending, views and leaks of objects whose classes inherit. */
export default async function (t) {
  const { Circle, Dog, Ring, Shape, Shapes } = t.module;

  await t.test("what is disposed is refused at every level", () => {
    const ring = new Ring(2, 1);
    const alive = Shape.alive;
    ring.dispose();
    ring.dispose();
    t.equal(Shape.alive, alive - 1);
    const disposed = (call, message) => t.throws(call, { name: "TypeError", message });
    disposed(() => ring.hole, "Ring.hole: this Ring has been disposed");
    disposed(() => ring.radius, "Circle.radius: this Circle has been disposed");
    disposed(() => ring.area(), "Shape.area: this Shape has been disposed");
    disposed(() => Shapes.radius(ring), "Shapes.radius: shape: the Shape has been disposed");
    disposed(() => Shapes.circumference(ring), "Shapes.circumference: circle: the Circle has been disposed");
    disposed(() => new Circle(1).contains(ring), "Circle.contains: other: the Circle has been disposed");
    if (Symbol.dispose) {
      const circle = new Circle(1);
      circle[Symbol.dispose]();
      disposed(() => circle.radius, "Circle.radius: this Circle has been disposed");
      t.ok(!Object.hasOwn(Circle.prototype, Symbol.dispose), "the root alone has it");
    }
  });

  await t.test("a conversion that disposes of the receiver", () => {
    const circle = new Circle(1);
    t.throws(() => {
      circle.radius = {
        valueOf() {
          circle.dispose();
          return 2;
        },
      };
    }, { name: "TypeError", message: "Circle.radius: this Circle has been disposed" });
  });

  await t.test("an object disposed of while its member runs lives until the end", () => {
    for (const member of ["areaAfter", "radiusAfter"]) {
      const ring = new Ring(2, 1);
      const alive = Shape.alive;
      t.equal(ring[member](() => {
        ring.dispose();
        t.equal(Shape.alive, alive);
      }), member === "areaAfter" ? 9 : 2);
      t.equal(Shape.alive, alive - 1);
    }
    const ring = new Ring(2, 1);
    const again = ring.sameAfter(() => ring.dispose());
    t.ok(again !== ring && again.constructor === Ring, "it is a ring in a new wrapper");
    t.equal(again.hole, 1);
    again.dispose();
  });

  await t.test("a view of a member of a class that inherits", () => {
    const ring = new Ring(2, 1);
    const view = ring.samples;
    t.equal([...view], [2, 2]);
    t.ok(ring.samples === view || ring.samples.byteOffset === view.byteOffset, "the same storage");
    t.grow();
    t.equal([...ring.samples], [2, 2]);
    ring.resize(3);
    t.equal([...ring.samples], [2, 2, 2]);
    ring.dispose();
  });

  await t.test("memory that grows while an object comes", () => {
    t.grow();
    const square = Shapes.make("square");
    t.equal(square.side, 3);
    square.dispose();
  });

  await t.test("identity holds over many turns and garbage", async () => {
    const rings = Array.from({ length: 20 }, (_, index) => new Ring(index + 1, 1));
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      globalThis.gc?.();
      for (const ring of rings) t.ok(ring.same() === ring, "it is the same object");
    }
    for (const ring of rings) ring.dispose();
  });

  await t.noLeaks("constructing and disposing", () => {
    new Ring(2, 1).dispose();
    new Circle(1).dispose();
    new Dog().dispose();
  });
  await t.noLeaks("objects of every class that come and go", () => {
    for (const shape of Shapes.all()) shape.dispose();
    const ring = Shapes.makeCircle("ring");
    ring.copy().dispose();
    ring.same();
    Shapes.keep(ring);
    Shapes.kept();
    Shapes.keptCircle();
    Shapes.keep(null);
    ring.dispose();
  }, { times: 2000 });
  await t.noLeaks("callbacks and dictionaries", () => {
    const ring = new Ring(2, 1);
    Shapes.visit([ring], (shape) => shape.area());
    Shapes.choose((shapes) => shapes[0], ring, ring);
    const pair = Shapes.pair(ring, ring);
    Shapes.pairArea(pair);
    Shapes.holes([ring, ring]);
    ring.dispose();
  }, { times: 2000 });
  await t.noLeaks("arguments that are refused", () => {
    const shape = new Shape("blob");
    const ring = new Ring(2, 1);
    t.throws(() => new Shape(""), { name: "Error" });
    t.throws(() => Shapes.pairArea({ left: ring, right: shape }), { name: "TypeError" });
    t.throws(() => Shapes.totalArea([ring, 1]), { name: "TypeError" });
    t.throws(() => Shapes.makeBy(() => shape, ring), { name: "TypeError" });
    t.throws(() => new Ring(1, Symbol()), { name: "TypeError" });
    shape.dispose();
    ring.dispose();
  }, { times: 500 });
  if (!(globalThis.gc ?? globalThis.Bun?.gc)) return t.skip("no leaks: wrappers that are collected", "this engine shows no gc");
  await t.noLeaks("wrappers that are collected", async () => {
    for (let count = 0; count < 100; count += 1) Shapes.make("ring");
    await new Promise((resolve) => setTimeout(resolve, 0));
  }, { times: 5 });
}
