enum Shapes: ShapesExports {
    static func area(corner: Point) -> Double { corner.x }
    static func cut(corner: Corner) {}
}
enum Gone: GoneExports { static func f() -> Int32 { 1 } }
