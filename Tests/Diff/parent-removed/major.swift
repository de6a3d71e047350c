class Shape: ShapeExports {
    let name = "shape"
    init() {}
}
class Round: Shape, RoundExports {
    let radius: Double
    init(_ radius: Double) {
        self.radius = radius
        super.init()
    }
}
final class Circle: Round, CircleExports {
    init(radius: Double) { super.init(radius) }
}
