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
