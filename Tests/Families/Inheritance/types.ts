import { Animal, Circle, Dog, Lone, Ring, Set as ChartSet, Shape, Shapes, Square, init, type Pair } from "inheritance";

await init();
const ring = new Ring(2, 1);
const circle: Circle = ring;
const shape: Shape = circle;
const copy: Circle = ring.copy();
const general: Shape | null = shape.copy();
const units: [Shape, Circle, Circle] = [Shape.unit(), Circle.unit(), Ring.unit()];
const numbers: number[] = [Ring.alive, Ring.DIMENSIONS, ring.DIMENSIONS, Square.CORNERS, ring.hole, ring.area(), Shapes.radius(ring)];
const pair: Pair = { left: ring, right: ring };
ring.label = "Zoë";
ring.dispose();
Shapes.circumference(ring);
Shapes.visit([ring, circle], (each: Shape) => each instanceof Square && each.side);
Shapes.makeBy((each) => (each instanceof Circle ? each : ring), ring);
const narrowed: number = shape instanceof Ring ? shape.hole : 0;
const animal: Animal = new Dog();
const size: number = new ChartSet().size() + new ChartSet().delete();
// @ts-expect-error a Shape need not be a Circle
Shapes.circumference(shape);
// @ts-expect-error a Square is no Circle
Shapes.circumference(Shapes.make("square") as Square);
// @ts-expect-error the inherited attribute has no setter there
shape.label = "Zoë";
// @ts-expect-error it has no constructor
new Square("square");
// @ts-expect-error it has no constructor
new Animal();
// @ts-expect-error a Ring has another constructor than a Circle
new Ring(1);
// @ts-expect-error the parent's objects have no such member
shape.radius;
export { Lone, animal, copy, general, narrowed, numbers, pair, size, units };
