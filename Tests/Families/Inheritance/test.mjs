import lifetimes from "./lifetimes.mjs";

const { create, getPrototypeOf, getOwnPropertyNames, setPrototypeOf } = Object;

export default async function (t) {
  const { Animal, Circle, Dog, Lone, Map: Chart, Ring, Set: ChartSet, Shape, Shapes, Square } = t.module;
  const classes = { shape: Shape, circle: Circle, ring: Ring, square: Square, "hidden circle": Circle, "hidden shape": Shape };

  await t.test("classes extend each other as in the IDL", () => {
    t.equal(getPrototypeOf(Circle), Shape);
    t.equal(getPrototypeOf(Ring), Circle);
    t.equal(getPrototypeOf(Square), Shape);
    t.equal(getPrototypeOf(Shape), Function.prototype);
    t.equal(getPrototypeOf(Lone), Function.prototype);
    t.equal(getPrototypeOf(Ring.prototype), Circle.prototype);
    t.equal(getPrototypeOf(Dog), Animal);
    const ring = new Ring(2, 1);
    t.ok(ring instanceof Ring && ring instanceof Circle && ring instanceof Shape, "a ring is all three");
    t.ok(!(ring instanceof Square), "a ring is no square");
    t.equal(ring.constructor, Ring);
    t.equal([Ring.name, Circle.name, Ring.length, Circle.length, Square.length], ["Ring", "Circle", 2, 1, 0]);
    t.equal(getOwnPropertyNames(Ring.prototype).sort(), ["constructor", "hole"]);
    t.equal(Object.keys(ring), []);
    ring.dispose();
  });

  await t.test("members of each level, Swift's overriding ones too", () => {
    const ring = new Ring(2, 1);
    t.equal([ring.hole, ring.radius, ring.name, ring.label], [1, 2, "circle", "ring"]);
    t.equal(ring.area(), 9);
    ring.radius = 3;
    t.equal([ring.radius, ring.area()], [3, 24]);
    const circle = new Circle(1);
    t.equal([circle.area(), ring.contains(circle), circle.contains(ring)], [3, true, false]);
    const shape = new Shape("blob");
    t.equal([shape.area(), shape.name, shape.label], [0, "blob", "a blob"]);
    for (const object of [ring, circle, shape]) object.dispose();
  });

  await t.test("each class has a constructor of its own, or none", () => {
    t.throws(() => new Shape(), { name: "TypeError", message: "new Shape takes at least 1 argument, got 0" });
    t.throws(() => new Shape(""), { name: "Error", message: "a shape has a name" });
    t.throws(() => new Circle(), { name: "TypeError", message: "new Circle takes at least 1 argument, got 0" });
    t.throws(() => new Ring(1), { name: "TypeError", message: "new Ring takes at least 2 arguments, got 1" });
    t.throws(() => new Square("square"), { name: "TypeError", message: "Square has no constructor; Square objects come from other members" });
    t.throws(() => new Animal(), { name: "TypeError", message: "Animal has no constructor; Animal objects come from other members" });
    t.throws(() => Circle(1), { name: "TypeError" });
    t.equal(Shapes.listen(new Dog()), "dog wuff");
  });

  await t.test("an inherited attribute gets a setter", () => {
    const circle = new Circle(1);
    const shape = new Shape("blob");
    t.equal(circle.label, "round");
    circle.label = "Zoë";
    t.equal(circle.label, "Zoë");
    t.equal(Reflect.get(Shape.prototype, "label", circle), "Zoë");
    t.throws(() => {
      shape.label = "Zoë";
    }, { name: "TypeError" });
    circle.dispose();
    shape.dispose();
  });

  await t.test("static members and constants are inherited", () => {
    t.equal(Ring.alive, Shape.alive);
    t.equal([Shape.DIMENSIONS, Ring.DIMENSIONS, Square.CORNERS], [2, 2, 4]);
    const square = Shapes.make("square");
    t.equal([square.DIMENSIONS, square.CORNERS, "CORNERS" in Shape], [2, 4, false]);
    const units = [Shape.unit(), Circle.unit(), Ring.unit()];
    t.equal(units.map((unit) => unit.constructor), [Shape, Circle, Circle]);
    t.ok(!Object.hasOwn(Ring, "unit") && Object.hasOwn(Circle, "unit"), "what is declared again is the class's own");
    for (const object of [square, ...units]) object.dispose();
  });

  await t.test("an object arrives as what it is", () => {
    for (const [kind, Class] of Object.entries(classes)) {
      const shape = Shapes.make(kind);
      t.equal(getPrototypeOf(shape), Class.prototype);
      shape.dispose();
    }
    const ring = Shapes.makeCircle("ring");
    t.equal([ring.constructor, ring.hole, ring.label], [Ring, 1, "made"]);
    const hidden = Shapes.makeCircle("hidden circle");
    t.equal([hidden.constructor, hidden.area(), hidden.radius], [Circle, -1, 5]);
    const all = Shapes.all();
    t.equal(all.map((shape) => shape.constructor), [Shape, Circle, Ring, Square]);
    const charts = [Shapes.chart(false), Shapes.chart(true)];
    t.equal(charts.map((chart) => chart.constructor), [Chart, ChartSet]);
    t.equal(Shapes.lone().constructor, Lone);
    for (const object of [ring, hidden, ...all, ...charts]) object.dispose();
  });

  await t.test("an object without a block of the heap arrives as what it is", () => {
    const square = Shapes.forever();
    t.equal([square.constructor, square.side, square.area()], [Square, 9, 81]);
    t.ok(Shapes.forever() === square, "it is the same object");
  });

  await t.test("identity holds whatever the declared type", () => {
    const ring = new Ring(2, 1);
    t.ok(ring.same() === ring && ring.orNull(true) === ring, "the parent's members give the same object");
    t.equal(ring.orNull(false), null);
    Shapes.keep(ring);
    t.ok(Shapes.kept() === ring, "as a Shape");
    t.ok(Shapes.keptCircle() === ring, "as a Circle");
    Shapes.keep(Shapes.make("ring"));
    const kept = Shapes.keptCircle();
    t.equal(kept.constructor, Ring);
    t.ok(Shapes.kept() === kept, "first as a Circle, then as a Shape");
    Shapes.keep(Shapes.make("square"));
    t.equal(Shapes.keptCircle(), null);
    Shapes.keep(null);
    t.equal(Shapes.kept(), null);
    const circle = new Circle(1);
    circle.next = ring;
    t.ok(circle.next === ring && circle.isSame(circle) && !circle.isSame(ring), "an attribute of the parent's type");
    circle.next = null;
    for (const object of [ring, kept, circle]) object.dispose();
  });

  await t.test("a member declared again gives the narrower type", () => {
    const objects = ["shape", "circle", "ring", "hidden circle"].map((kind) => Shapes.make(kind));
    const copies = objects.map((object) => object.copy());
    t.equal(copies.map((copy) => copy.constructor), [Shape, Circle, Ring, Circle]);
    const copy = Shape.prototype.copy.call(objects[2]);
    t.equal(copy.constructor, Ring);
    for (const object of [...objects, ...copies, copy]) object.dispose();
  });

  await t.test("arguments take descendants, and Swift finds the real object", () => {
    const objects = [new Shape("blob"), new Circle(2), new Ring(2, 1), Shapes.make("square"), Shapes.make("hidden circle")];
    t.equal(objects.map((object) => Shapes.swiftClass(object)), ["Shape", "Circle", "Ring", "Shape", "HiddenCircle"]);
    t.equal(objects.map((object) => Shapes.radius(object)), [-1, 2, 2, -1, 5]);
    t.equal(Shapes.totalArea(objects), 12 + 9 + 9 - 1);
    t.equal([Shapes.circumference(objects[2]), Shapes.circumference(null)], [12, -1]);
    const holes = Shapes.holes(objects);
    t.ok(holes.every((hole, index) => hole === (index % 3 === 0 ? null : objects[index])), "the same objects come back");
    const pair = Shapes.pair(objects[2], objects[1]);
    t.ok(pair.left === objects[2] && pair.right === objects[1], "members of a dictionary");
    t.equal("right" in Shapes.pair(objects[3]), false);
    t.equal([Shapes.pairArea({ left: objects[3], right: objects[2] }), Shapes.pairArea({ left: objects[1] })], [18, 12]);
    for (const object of objects) object.dispose();
  });

  await t.test("callbacks get and give what an object is", () => {
    const objects = [new Shape("blob"), new Ring(2, 1), Shapes.make("square")];
    const seen = [];
    Shapes.visit(objects, (shape) => seen.push(shape));
    t.ok(seen.length === 3 && seen.every((shape, index) => shape === objects[index]), "the same objects");
    t.ok(Shapes.choose((shapes) => shapes[1], objects[0], objects[1]) === objects[1], "one of a sequence");
    t.equal(Shapes.choose(() => null, objects[0], objects[1]), null);
    t.ok(Shapes.makeBy((shape) => shape, objects[1]) === objects[1], "an argument that is an ancestor's");
    t.throws(() => Shapes.makeBy((shape) => shape, objects[2]), {
      name: "TypeError",
      message: "Make: the result must be a Circle, not an object (Square)",
    });
    for (const object of objects) object.dispose();
  });

  await t.test("an object of another class is refused with the place's name", () => {
    const shape = new Shape("blob");
    const circle = new Circle(1);
    const lone = new Lone();
    const dog = new Dog();
    const refused = (call, message) => t.throws(call, { name: "TypeError", message });
    refused(() => Shapes.circumference(shape), "Shapes.circumference: circle must be a Circle, not an object (Shape)");
    refused(() => Shapes.radius(lone), "Shapes.radius: shape must be a Shape, not an object (Lone)");
    refused(() => Shapes.radius(dog), "Shapes.radius: shape must be a Shape, not an object (Dog)");
    refused(() => Shapes.listen(circle), "Shapes.listen: animal must be an Animal, not an object (Circle)");
    refused(() => Shapes.totalArea([circle, {}]), "Shapes.totalArea: shapes[1] must be a Shape, not an empty object, as structuredClone and postMessage make of one");
    refused(() => Shapes.pairArea({ left: circle, right: shape }), "Shapes.pairArea: pair.right must be a Circle, not an object (Shape)");
    refused(() => circle.contains(shape), "Circle.contains: other must be a Circle, not an object (Shape)");
    refused(() => Circle.prototype.contains.call(shape, circle), "Circle.contains must be called on Circle, not on an object (Shape)");
    refused(() => Reflect.get(Ring.prototype, "hole", circle), "Ring.hole must be called on Ring, not on an object (Circle)");
    refused(() => Reflect.get(Circle.prototype, "radius", {}), "Circle.radius must be called on Circle, not on an empty object, as structuredClone and postMessage make of one");
    refused(() => Circle.prototype.copy.call(null), "Circle.copy must be called on Circle, not on null");
    refused(() => Circle.prototype.radius, "Circle.radius must be called on Circle, not on an object (Circle)");
    refused(() => Shape.prototype.area.call(lone), "Shape.area must be called on Shape, not on an object (Lone)");
    t.equal(Reflect.get(Circle.prototype, "radius", circle), 1);
    for (const object of [shape, circle, lone, dog]) object.dispose();
  });

  await t.test("no prototype makes an object one of another class", () => {
    const shape = new Shape("blob");
    setPrototypeOf(shape, Ring.prototype);
    t.ok(shape instanceof Ring, "it says that it is a ring");
    t.throws(() => shape.hole, { name: "TypeError", message: "Ring.hole must be called on Ring, not on a Proxy of one, or what no constructor made" });
    t.throws(() => Shapes.circumference(shape), { name: "TypeError" });
    t.throws(() => create(Ring.prototype).hole, { name: "TypeError" });
    t.equal(Shape.prototype.area.call(shape), 0);
    shape.dispose();
    const parent = getPrototypeOf(Ring);
    const victim = new Shape("victim");
    // What `super()` calls gives an object of its choice.
    setPrototypeOf(Ring, class {
      constructor() {
        return victim;
      }
    });
    const forged = new Ring(1, 1);
    setPrototypeOf(Ring, parent);
    t.equal(forged, victim);
    t.throws(() => Reflect.get(Ring.prototype, "hole", forged), { name: "TypeError" });
    t.throws(() => Shapes.circumference(forged), { name: "TypeError" });
    victim.dispose();
  });

  await t.test("names that JavaScript has already", () => {
    const [chart, set] = [new Chart(), new ChartSet()];
    t.equal([Chart.name, ChartSet.name, getPrototypeOf(ChartSet)], ["Map", "Set", Chart]);
    t.equal([chart.delete(), set.delete(), set.size(), Chart.prototype.delete.call(set)], [1, 2, 3, 2]);
    chart.dispose();
    set.dispose();
  });

  await t.test("separate instances have hierarchies of their own", async () => {
    const other = await t.instantiate();
    const ring = new other.Ring(2, 1);
    t.ok(!(ring instanceof Ring), "it is of another instance");
    t.throws(() => Shapes.radius(ring), { name: "TypeError", message: "Shapes.radius: shape must be a Shape, not an object (Ring)" });
    t.equal(other.Shapes.make("square").constructor, other.Square);
    t.equal(other.Shapes.swiftClass(ring), "Ring");
    ring.dispose();
  });

  await lifetimes(t);
}
