import BindgenRuntime

enum Nullables: NullablesExports {
    static func flag(value: Bool?) -> Bool? { value }
    static func int8(value: Int8?) -> Int8? { value }
    static func uint8(value: UInt8?) -> UInt8? { value }
    static func int16(value: Int16?) -> Int16? { value }
    static func uint16(value: UInt16?) -> UInt16? { value }
    static func int32(value: Int32?) -> Int32? { value }
    static func uint32(value: UInt32?) -> UInt32? { value }
    static func enforced(value: UInt32?) -> UInt32? { value }
    static func int64(value: Int64?) -> Int64? { value }
    static func uint64(value: UInt64?) -> UInt64? { value }
    static func big(value: Int64?) -> Int64? { value }
    static func single(value: Float?) -> Float? { value }
    static func real(value: Double?) -> Double? { value }
    static func anyReal(value: Double?) -> Double? { value }
    static func text(value: String?) -> String? { value }
    static func level(value: Level?) -> Level? { value }
    static func numbers(value: [Int32]?) -> [Int32]? { value }
    static func texts(value: [String?]?) -> [String?]? { value }
    static func pair(value: Pair, isThere: Bool) -> Pair? { isThere ? value : nil }
    static func wide(value: Wide, isThere: Bool) -> Wide? { isThere ? value : nil }
    static func bits(value: Bits, isThere: Bool) -> Bits? { isThere ? value : nil }
    static func pairs(values: [Pair?]) -> [Pair?] { values }
    static func call(answer: Answer?, value: Int32?, text: String?) -> Int32? {
        guard let answer else { return -1 }
        return answer(value, text)
    }
    static func several(a: Int32?, b: String?, c: Bool?, d: Double?, e: [UInt8]?) -> String {
        word(a) + word(b) + word(c) + word(d) + word(e)
    }

    static func leftFlag(value: Bool?) -> Bool? { value }
    static func leftNumber(value: Int32?) -> Int32? { value }
    static func leftUnsigned(value: UInt32?) -> UInt32? { value }
    static func leftWide(value: Int64?) -> Int64? { value }
    static func leftReal(value: Double?) -> Double? { value }
    static func leftText(value: String?) -> String? { value }
    static func leftLevel(value: Level?) -> Level? { value }
    static func leftNumbers(value: [Int32]?) -> [Int32]? { value }
    static func leftCallback(answer: Answer?) -> String { word(answer) }
    static func threeStates(
        number: Int32??, text: String??, level: Level??, numbers: [Int32]??, real: Double??, flag: Bool??
    ) -> String {
        let first = states(number) + states(text) + states(level)
        return first + states(numbers) + states(real) + states(flag)
    }
    static func leftTwo(a: String, b: String?, c: String?) -> String { a + (b ?? "-") + (c ?? "-") }

    private static func word<Value>(_ value: Value?) -> String { value == nil ? "0" : "1" }
    private static func states<Value>(_ value: Value??) -> String {
        guard let inner = value else { return "-" }
        return word(inner)
    }
}

final class Peg: PegExports {
    var place: Int32?
    var name: String? { place.map { "peg \($0)" } }
    init() {}
}

enum Undefineds: UndefinedsExports {
    static func flag(value: Bool?) -> Bool? { value }
    static func int32(value: Int32?) -> Int32? { value }
    static func int64(value: Int64?) -> Int64? { value }
    static func real(value: Double?) -> Double? { value }
    static func text(value: String?) -> String? { value }
    static func textOrNull(value: String??) -> String?? { value }
    static func numberOrNull(value: Int32??) -> Int32?? { value }
    static func level(value: Level?) -> Level? { value }
    static func numbers(value: [Int32]?) -> [Int32]? { value }
    static func texts(value: [String?]) -> [String?] { value }
    static func counts(value: JSRecord<String, Int32?>) -> JSRecord<String, Int32?> { value }
    static func peg(value: Peg?) -> Peg? { value }
    static func tool(value: Tool?) -> Tool? { value }
    static func big(value: JSBigInt?) -> JSBigInt? { value }
    static func anyObject(value: JSObject?) -> JSObject? { value }
    static func several(a: Int32?, b: String?, c: String?, d: Bool?, e: Int32?) -> String {
        "\(a ?? -1) \(b ?? "-") \(c ?? "-") \(d == nil ? "-" : "d") \(e ?? -1)"
    }
    static func call(reply: @escaping Reply, text: String?) -> Int32? { reply(text, nil) }
    static func reply() -> Reply { { text, number in number ?? text.map { Int32($0.utf8.count) } } }
    static func half(value: Int32?) -> Int32? { Outside.half(value: value) }
    static func outside(value: String?) -> String? { Outside.text(value: value) }
    static func outsideTool(value: Tool?) -> Tool? { Outside.tool(value: value) }
}
