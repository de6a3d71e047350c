import BindgenRuntime

enum Defaults: DefaultsExports {
    static func on(value: Bool) -> Bool { value }
    static func off(value: Bool) -> Bool { value }
    static func number(value: Int32) -> Int32 { value }
    static func greatest(value: UInt32) -> UInt32 { value }
    static func hexadecimal(value: UInt8) -> UInt8 { value }
    static func wide(value: Int64) -> Int64 { value }
    static func unsignedWide(value: UInt64) -> UInt64 { value }
    static func unsignedWidest(value: UInt64) -> UInt64 { value }
    static func widest(value: UInt64, other: Int64, least: Int64?) -> String { "\(value) \(other) \(least ?? 0)" }
    static func wides(value: Wide) -> Wide { value }
    static func kind(value: BigIntOrString, other: BigIntOrBool?) -> String {
        let first =
            switch value {
            case .bigint(let number): "bigint \(number)"
            case .string(let text): "text \(text)"
            }
        guard case .bigint(let number) = other else { return first }
        return "\(first), \(number)"
    }
    static func big(value: Int64) -> Int64 { value }
    static func unsignedBig(value: UInt64) -> UInt64 { value }
    static func real(value: Double) -> Double { value }
    static func single(value: Float) -> Float { value }
    static func whole(value: Double) -> Double { value }
    static func nothing(value: Double) -> Double { value }
    static func endless(value: Double) -> Double { value }
    static func text(value: String) -> String { value }
    static func empty(value: String) -> String { value }
    static func scalars(value: String) -> String { value }
    static func mode(value: Mode) -> Mode { value }
    static func emptyMode(value: Mode) -> Mode { value }
    static func maybe(value: Int32?) -> Int32? { value }
    static func maybeNumber(value: Int32?) -> Int32? { value }
    static func maybeText(value: String?) -> String? { value }
    static func maybeMode(value: Mode?) -> Mode? { value }
    static func list(value: [String]) -> [String] { value }
    static func maybeList(value: [Int32]?) -> [Int32]? { value }
    static func options(value: Options) -> Options { value }
    static func several(a: String, b: Int32, c: String, d: Bool) -> String { a + String(b) + c + (d ? "yes" : "no") }
    static func ofSwift() -> Options { Options() }
}
