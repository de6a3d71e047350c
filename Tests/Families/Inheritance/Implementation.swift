import BindgenRuntime

class Shape: ShapeExports {
    nonisolated(unsafe) static var alive: Int32 = 0
    let name: String
    var label: String { "a \(name)" }
    var next: Shape?

    init(name: String) throws(JSError) {
        self.name = name
        Self.alive += 1
        if name.isEmpty { throw JSError("a shape has a name") }
    }
    init(kind: String) {
        name = kind
        Self.alive += 1
    }
    deinit { Self.alive -= 1 }

    class func unit() -> Shape { Shape(kind: "unit") }
    func area() -> Double { 0 }
    func copy() -> Shape? { Shape(kind: name) }
    func same() -> Shape { self }
    func orNull(wanted: Bool) -> Shape? { wanted ? self : nil }
    func isSame(other: Shape) -> Bool { self === other }
    func areaAfter(action: @escaping Action) -> Double {
        action()
        return area()
    }
    func sameAfter(action: @escaping Action) -> Shape {
        action()
        return self
    }
}

class Circle: Shape, CircleExports {
    var radius: Double
    var samples: GuestBuffer<Double>
    private var text: String?

    override var label: String {
        get { text ?? "round" }
        set { text = newValue }
    }

    init(radius: Double) {
        self.radius = radius
        samples = GuestBuffer([radius, radius])
        super.init(kind: "circle")
    }

    override func area() -> Double { 3 * radius * radius }
    override func copy() -> Circle { Circle(radius: radius) }
    override class func unit() -> Circle { Circle(radius: 1) }
    func contains(other: Circle) -> Bool { radius >= other.radius }
    func radiusAfter(action: @escaping Action) -> Double {
        action()
        return radius
    }
    func resize(count: Int32) { samples = GuestBuffer([Double](repeating: radius, count: Int(count))) }
}

final class Ring: Circle, RingExports {
    let hole: Double

    init(radius: Double, hole: Double, label: String) {
        self.hole = hole
        super.init(radius: radius)
        self.label = label
    }

    override func area() -> Double { super.area() - 3 * hole * hole }
    override func copy() -> Ring { Ring(radius: radius, hole: hole, label: label) }
}

final class Square: Shape, SquareExports {
    let side: Double

    init(side: Double) {
        self.side = side
        super.init(kind: "square")
    }

    override func area() -> Double { side * side }
}

/// Subclasses that no IDL declares.
final class HiddenCircle: Circle {
    override func area() -> Double { -1 }
}
final class HiddenShape: Shape {}

final class Lone: LoneExports {
    func same() -> Lone { self }
}

class Animal: AnimalExports {
    let sound: String
    init(sound: String) { self.sound = sound }
}
final class Dog: Animal, DogExports {
    override init(sound: String) { super.init(sound: sound) }
}

class Chart: ChartExports {
    func remove() -> Int32 { 1 }
}
final class set: Chart, setExports {
    override func remove() -> Int32 { 2 }
    func size() -> Int32 { 3 }
}

enum Shapes: ShapesExports {
    nonisolated(unsafe) static var keptShape: Shape?
    nonisolated(unsafe) static let first = Square(side: 9)

    static func make(kind: Kind) -> Shape {
        switch kind {
        case .shape: Shape(kind: "shape")
        case .circle: Circle(radius: 2)
        case .ring: Ring(radius: 2, hole: 1, label: "made")
        case .square: Square(side: 3)
        case .hiddenCircle: HiddenCircle(radius: 5)
        case .hiddenShape: HiddenShape(kind: "hidden")
        }
    }
    static func makeCircle(kind: Kind) -> Circle { make(kind: kind) as? Circle ?? Circle(radius: 0) }
    static func lone() -> Lone { Lone() }
    static func chart(isSet: Bool) -> Chart { isSet ? set() : Chart() }
    static func radius(shape: Shape) -> Double { (shape as? Circle)?.radius ?? -1 }
    static func swiftClass(shape: Shape) -> String {
        shape is Ring ? "Ring" : shape is HiddenCircle ? "HiddenCircle" : shape is Circle ? "Circle" : "Shape"
    }
    static func totalArea(shapes: [Shape]) -> Double { shapes.reduce(0) { $0 + $1.area() } }
    static func circumference(circle: Circle?) -> Double { circle.map { 6 * $0.radius } ?? -1 }
    static func all() -> [Shape] { [make(kind: .shape), make(kind: .circle), make(kind: .ring), make(kind: .square)] }
    static func holes(shapes: [Shape]) -> [Shape?] { shapes.map { $0 is Circle ? $0 : nil } }
    static func pair(left: Shape, right: Circle?) -> Pair { Pair(left: left, right: right) }
    static func pairArea(pair: Pair) -> Double { pair.left.area() + (pair.right?.area() ?? 0) }
    static func keep(shape: Shape?) { keptShape = shape }
    static func kept() -> Shape? { keptShape }
    static func keptCircle() -> Circle? { keptShape as? Circle }
    static func forever() -> Shape { first }
    static func visit(shapes: [Shape], visit: @escaping Visit) { for shape in shapes { visit(shape) } }
    static func choose(choose: @escaping Choose, first: Shape, second: Circle) -> Shape? { choose([first, second]) }
    static func makeBy(make: @escaping Make, shape: Shape?) throws(JSError) -> Shape { try make(shape) }
    static func listen(animal: Animal) -> String { (animal is Dog ? "dog " : "") + animal.sound }
}
