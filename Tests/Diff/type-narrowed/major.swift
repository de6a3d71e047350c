enum Words: WordsExports {
    static func find(limit: Int32) -> String? { nil }
    static func show(text: String?) {}
    static func pick(size: String) {}
    static func count(value: Int32) {}
    static func shape() -> Shape { Shape() }
    static func area(shape: Shape) -> Double { 0 }
}
class Shape: ShapeExports {
    let name = "shape"
}
final class Circle: Shape, CircleExports {
    let radius: Double = 1
}
