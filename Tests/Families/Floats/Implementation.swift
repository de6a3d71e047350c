enum Floats: FloatsExports {
    static func single(value: Float) -> Float { value }
    static func anySingle(value: Float) -> Float { value }
    static func number(value: Double) -> Double { value }
    static func anyNumber(value: Double) -> Double { value }
    static func maybe(value: Double?) -> Double? { value }
    static func maybeAny(value: Double?) -> Double? { value }
    static func sum(a: Double, b: Double, c: Double, d: Double) -> Double { a + b + c + d }
    static func bits(value: Double) -> UInt64 { value.bitPattern }
    static func singleBits(value: Float) -> UInt32 { value.bitPattern }
}
