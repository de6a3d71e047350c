export default async function (t) {
  const { Shape, Shapes } = t.module;

  class Circle extends Shape {
    radius = 1;
    constructor(radius) {
      super(`circle ${radius}`);
      this.radius = radius;
    }
    area(scale) {
      return this.radius * this.radius * 3 * scale;
    }
    label(beside) {
      if (this.radius > 9) throw new RangeError("too large");
      return `(${super.label(beside)})`;
    }
    tags() {
      return [...super.tags(), "round"];
    }
    async load(place) {
      return `${this.name} drawn for ${place}`;
    }
  }

  const plain = new Shape("plain");
  const circle = new Circle(2);

  await t.test("Swift calls what the class overrides, and its own where none does", () => {
    t.equal(Shapes.total([plain, circle, new Circle(1)], 2), 2 + 24 + 6);
    t.equal(Shapes.tags(plain), ["shape", "plain"]);
    t.equal(Shapes.tags(circle), ["shape", "circle 2", "round"]);
  });
  await t.test("a member that goes on with the parent's calls Swift's", () => {
    t.equal(Shapes.label(plain), "plain beside plain");
    t.equal(Shapes.label(circle), "(circle 2 beside circle 2)");
    t.equal(circle.label(plain), "(circle 2 beside plain)");
  });
  await t.test("a method of one object overrides, too", () => {
    const shape = new Shape("own");
    shape.area = () => 100;
    t.equal(Shapes.total([shape], 1), 100);
    delete shape.area;
    t.equal(Shapes.total([shape], 1), 1);
  });
  await t.test("what it throws is Swift's to catch, or arrives", () => {
    t.throws(() => Shapes.label(new Circle(10)), { name: "RangeError", message: "too large" });
    t.equal(Shapes.caught(new Circle(10)), "caught too large");
    t.equal(Shapes.caught(new Shape("")), "caught a shape has a name");
    t.throws(() => Shapes.label(new Shape("")), { name: "RangeError", message: "a shape has a name" });
  });
  await t.test("a result is converted as the IDL says", () => {
    const shape = new Shape("wrong");
    shape.area = () => "12";
    t.equal(Shapes.total([shape], 1), 12);
    shape.area = () => NaN;
    t.throws(() => Shapes.total([shape], 1), { name: "TypeError" });
    shape.tags = () => 1;
    t.throws(() => Shapes.tags(shape), { name: "TypeError" });
    shape.area = 1;
    t.throws(() => Shapes.total([shape], 1), { name: "TypeError" });
  });
  await t.test("a promise is awaited", async () => {
    t.equal(await Shapes.load(plain), "plain from Swift");
    t.equal(await Shapes.load(circle), "circle 2 drawn for Swift");
  });
  await t.test("objects are of their class, on the way back too", () => {
    t.ok(circle instanceof Shape && Object.getPrototypeOf(circle) === Circle.prototype);
    t.equal(`${circle}`, "[object Shape]");
    Shapes.keep(circle);
    t.ok(Shapes.kept() === circle);
    Shapes.keep(null);
  });

  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  await t.test("an object that only Swift has is the same when Swift calls it", async () => {
    Shapes.keep(new Circle(3));
    for (let round = 0; round < 10; round += 1) {
      collect?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    t.equal(Shapes.keptArea(), 27);
    const kept = Shapes.kept();
    t.ok(kept instanceof Circle && kept.radius === 3);
    kept.dispose();
    Shapes.keep(null);
  });
  await t.noLeaks("objects that override", () => {
    const shape = new Circle(1);
    Shapes.total([shape, plain], 1);
    Shapes.tags(shape);
    Shapes.label(shape);
    shape.dispose();
  });
  await t.noLeaks("results that are refused", () => {
    const shape = new Circle(1);
    shape.tags = () => ["a", Symbol()];
    try {
      Shapes.tags(shape);
    } catch {
      return shape.dispose();
    }
    throw new Error("nothing was thrown");
  });

  const { Figure, Polygon, Square, Ground, Tower, Figures } = t.module;
  class Star extends Polygon {
    points = 5;
    draw() {
      return `star: ${super.draw()}`;
    }
    corners(times) {
      return super.corners(times) * 2;
    }
  }
  class Tile extends Square {
    draw() {
      return "tile";
    }
  }
  class Dot extends Figure {
    draw() {
      return `dot ${this.name}`;
    }
  }

  await t.test("a class that extends one further down overrides what that inherits", () => {
    const figures = [new Figure("a figure"), new Polygon(3), new Square(), new Star(5), new Tile(), new Dot("!")];
    const drawn = ["a figure", "polygon of 3", "polygon of 4", "star: polygon of 10", "tile", "dot !"];
    t.equal(Figures.draw(figures), drawn);
    t.equal(figures.map((figure) => figure.drawn()), drawn.map((text) => `drawn: ${text}`));
    t.equal([3, 1, 2].map((at) => Figures.corners(figures[at], 3)), [30, 9, 12]);
    t.equal(Figures.draw(["", "x", "square"].map((kind) => Figures.make(kind))), ["plain", "polygon of 3", "polygon of 4"]);
  });
  await t.test("objects in a hierarchy that only Swift has are the same when Swift calls them", async () => {
    Figures.keep(new Star(1));
    Figures.keepTower(new (class extends Tower {
      height(base) {
        return super.height(base) * 100;
      }
    })());
    for (let round = 0; round < 10; round += 1) {
      collect?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    t.equal([Figures.drawKept(), Figures.keptHeight()], ["star: polygon of 2", 1100]);
    const kept = Figures.kept();
    t.ok(kept instanceof Star && kept.points === 5, "the object itself");
    kept.dispose();
    Figures.keep(null);
    Figures.keepTower(null);
    t.equal([Figures.height(new Tower()), new Ground().number()], [11, 1]);
  });
  await t.noLeaks("objects that override in a hierarchy", () => {
    const all = [new Star(2), new Tile(), new Dot("x"), new Square(), new (class extends Ground {})()];
    Figures.draw(all.slice(0, 4));
    for (const each of all) each.dispose();
  });
}
