import BindgenRuntime

enum Strings: StringsExports {
    nonisolated(unsafe) private static var stored = ""

    static func same(text: String) -> String { text }
    static func sameScalars(text: String) -> String { text }
    static func copyOf(text: UTF8Span) -> String { String(copying: text) }
    static func nullIsEmpty(text: String) -> String { text }
    static func maybe(text: String?) -> String? { text }
    static func byteCount(text: String) -> UInt32 { UInt32(text.utf8.count) }
    static func borrowedByteCount(text: UTF8Span) -> UInt32 { UInt32(text.count) }
    static func scalarCount(text: String) -> UInt32 { UInt32(text.unicodeScalars.count) }
    static func join(a: String, b: String, c: String) -> String { a + b + c }
    static func joinBorrowed(a: UTF8Span, b: UTF8Span) -> String { String(copying: a) + String(copying: b) }
    static func pick(a: String, index: Int32, b: UTF8Span) -> String { index == 0 ? a : String(copying: b) }
    static func repeated(text: String, count: UInt32) -> String { String(repeating: text, count: Int(count)) }
    static func workedOver(text: String) -> String {
        var longer = text
        longer.append("é!")
        longer.insert("→", at: longer.startIndex)
        let units = text.utf16
        let unit = units[units.index(units.startIndex, offsetBy: units.count / 2)]
        let again = String(decoding: Array(text.utf8), as: UTF8.self)
        let isEqual = text == longer.dropFirst().dropLast(2) && Set([text]).contains(again)
        return "\(units.count) \(unit) \(isEqual) \(longer)"
    }
    static func isSame(a: String, b: UTF8Span) -> Bool {
        let bytes = b.span
        guard a.utf8.count == bytes.count else { return false }
        var index = 0
        for byte in a.utf8 {
            if byte != bytes[index] { return false }
            index += 1
        }
        return true
    }
    static func during(text: UTF8Span, visit: @escaping Visit) -> String {
        let before = String(copying: text)
        let answer = visit(before)
        return String(copying: text) == before ? answer : "the borrowed text changed"
    }
    static func keep(text: String) { stored = text }
    /// In place, as nothing else refers to the text that is kept.
    static func lengthenKept(more: String) { stored += more }
    static func kept() -> String { stored }
}

final class Raw: RawExports {
    var bytes: [UInt8]
    init(bytes: [UInt8]) { self.bytes = bytes }
}

enum Bytes: BytesExports {
    static func same(bytes: [UInt8]) -> [UInt8] { bytes }
    static func maybe(bytes: [UInt8]?) -> [UInt8]? { bytes }
    static func nullIsEmpty(bytes: [UInt8]) -> [UInt8] { bytes }
    static func orDefault(bytes: [UInt8]) -> [UInt8] { bytes }
    static func numbers(bytes: [UInt8]) -> [UInt8] { bytes }
    static func ofNumbers(numbers: [UInt8]) -> [UInt8] { numbers }
    static func joined(a: [UInt8], text: String, b: [UInt8]) -> [UInt8] { a + Array(text.utf8) + b }
    static func several(bytes: [[UInt8]]) -> [[UInt8]] { bytes }
    static func headers(headers: JSRecord<[UInt8], [UInt8]>) -> JSRecord<[UInt8], [UInt8]> {
        var result = headers
        result[Array("seen".utf8)] = headers[Array("name".utf8)]
        return result
    }
    static func header(header: Header) -> Header { header }
    static func relayed(bytes: [UInt8], relay: @escaping Relay) -> [UInt8] { relay(bytes) }
    static func reversing() -> Relay { { bytes in bytes.reversed() } }
    static func twice(bytes: [UInt8]) -> [UInt8] { Wire.twice(bytes: bytes) }
    static func maybeTwice(bytes: [UInt8]?) -> [UInt8]? { Wire.maybe(bytes: bytes) }
    static func repeated(bytes: [UInt8], count: UInt32) -> [UInt8] {
        var result: [UInt8] = []
        for _ in 0..<count { result += bytes }
        return result
    }
}
