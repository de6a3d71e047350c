import BindgenRuntime

final class Shape: ShapeExports {
    let name: String
    required init(name: String) { self.name = name }

    func area(scale: Double) -> Double { scale }

    func label(beside: Shape?) throws(JSError) -> String {
        if name.isEmpty { throw JSError("a shape has a name", kind: .rangeError) }
        return beside.map { name + " beside " + $0.name } ?? name
    }

    func tags() -> [String] { ["shape", name] }

    func load(place: String) async throws(JSError) -> String { name + " from " + place }
}

enum Shapes: ShapesExports {
    private nonisolated(unsafe) static var shape: Shape?

    static func total(shapes: [Shape], scale: Double) -> Double {
        shapes.reduce(0) { $0 + ShapeOverrides.area(of: $1, scale: scale) }
    }

    static func label(shape: Shape) throws(JSError) -> String { try ShapeOverrides.label(of: shape, beside: shape) }

    static func caught(shape: Shape) -> String {
        do throws(JSError) {
            return try ShapeOverrides.label(of: shape, beside: nil)
        } catch {
            return "caught " + error.message
        }
    }

    static func tags(shape: Shape) -> [String] { ShapeOverrides.tags(of: shape) }

    static func load(shape: Shape) async throws(JSError) -> String {
        try await ShapeOverrides.load(of: shape, place: "Swift")
    }

    static func keep(shape: Shape?) { Self.shape = shape }
    static func kept() -> Shape? { shape }
    static func keptArea() -> Double { shape.map { ShapeOverrides.area(of: $0, scale: 1) } ?? -1 }
}

class Figure: FigureExports {
    let name: String
    init(name: String) { self.name = name }
    func draw() -> String { name }
    final func drawn() -> String { "drawn: " + FigureOverrides.draw(of: self) }
}

class Polygon: Figure, PolygonExports {
    private let count: Int32
    init(corners: Int32) {
        count = corners
        super.init(name: "polygon")
    }
    override func draw() -> String { "\(name) of \(PolygonOverrides.corners(of: self, times: 1))" }
    func corners(times: Int32) -> Int32 { count * times }
}

final class Square: Polygon, SquareExports {
    init() { super.init(corners: 4) }
}

class Ground: GroundExports {
    init() {}
    func number() -> Int32 { 1 }
}

final class Tower: Ground, TowerExports {
    override init() { super.init() }
    func height(base: Int32) -> Int32 { base + 10 }
}

enum Figures: FiguresExports {
    private nonisolated(unsafe) static var figure: Figure?
    private nonisolated(unsafe) static var tower: Tower?

    static func draw(figures: [Figure]) -> [String] { figures.map { FigureOverrides.draw(of: $0) } }
    static func corners(polygon: Polygon, times: Int32) -> Int32 { PolygonOverrides.corners(of: polygon, times: times) }
    static func height(tower: Tower) -> Int32 { TowerOverrides.height(of: tower, base: tower.number()) }
    static func keep(figure: Figure?) { Self.figure = figure }
    static func kept() -> Figure? { figure }
    static func drawKept() -> String { figure.map { FigureOverrides.draw(of: $0) } ?? "none" }
    static func make(kind: String) -> Figure {
        kind.isEmpty ? Figure(name: "plain") : kind.utf8.count == 1 ? Polygon(corners: 3) : Square()
    }
    static func keepTower(tower: Tower?) { Self.tower = tower }
    static func keptHeight() -> Int32 { tower.map { height(tower: $0) } ?? -1 }
}
