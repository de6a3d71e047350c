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
