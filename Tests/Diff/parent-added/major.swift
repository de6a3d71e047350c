final class Shape: ShapeExports {
    let name = "shape"
}
final class Circle: CircleExports {
    let name = "circle"
    let radius: Double
    init(radius: Double) { self.radius = radius }
}
