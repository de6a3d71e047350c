import BindgenIDL

/// A JSON value (RFC 8259) with its place in the file.
///
/// Foundation's decoder tells no place of a value and drops all but one of two members of the same name; a configuration file
/// that people write needs both.
struct JSONSyntax {
    indirect enum Value {
        case null
        case boolean(Bool)
        /// As it is spelled.
        case number(String)
        case string(String)
        case array([JSONSyntax])
        case object([Member])
    }

    struct Member {
        var key: String
        var keyOffsets: Range<Int>
        var value: JSONSyntax
    }

    /// Why a text is not JSON, at an offset.
    struct Fault: Error {
        var message: String
        var offset: Int
    }

    var value: Value
    var offsets: Range<Int>

    /// The kind of value, for messages.
    var kind: String {
        switch value {
        case .null: "null"
        case .boolean(let value): "`\(value)`"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// Reads the one value of a file.
    init(_ bytes: [UInt8]) throws(Fault) {
        if let offset = UTF8Check.firstInvalid(bytes) {
            throw Fault(message: "this is not UTF-8; save the file as UTF-8", offset: offset)
        }
        var parser = JSONParser(bytes: bytes)
        self = try parser.file()
    }

    fileprivate init(_ value: Value, _ offsets: Range<Int>) {
        self.value = value
        self.offsets = offsets
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Deeper nesting than anybody writes by hand would only use up the stack.
    private static let mostDepth = 64

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func file() throws(JSONSyntax.Fault) -> JSONSyntax {
        skipSpace()
        let value = try self.value()
        skipSpace()
        if next != nil { throw unexpected("the end of the file") }
        return value
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private func unexpected(_ expected: String) -> JSONSyntax.Fault {
        switch next {
        case nil: return JSONSyntax.Fault(message: "the file ends where \(expected) is expected", offset: position)
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            return JSONSyntax.Fault(message: "JSON has no comments; \(expected) is expected here", offset: position)
        case UInt8(ascii: "'"):
            return JSONSyntax.Fault(message: "strings stand in double quotes; \(expected) is expected here", offset: position)
        default: return JSONSyntax.Fault(message: "\(expected) is expected here", offset: position)
        }
    }

    private mutating func value() throws(JSONSyntax.Fault) -> JSONSyntax {
        let start = position
        switch next {
        case UInt8(ascii: "{"):
            let members = try object()
            return JSONSyntax(.object(members), start..<position)
        case UInt8(ascii: "["):
            let elements = try array()
            return JSONSyntax(.array(elements), start..<position)
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONSyntax(.string(text), start..<position)
        default: break
        }
        let word = takeWord()
        switch word {
        case "null": return JSONSyntax(.null, start..<position)
        case "true": return JSONSyntax(.boolean(true), start..<position)
        case "false": return JSONSyntax(.boolean(false), start..<position)
        case _ where Self.isNumber(word): return JSONSyntax(.number(word), start..<position)
        default:
            position = start
            throw unexpected("a value (a string, a number, `true`, `false`, `null`, an array or an object)")
        }
    }

    private mutating func takeWord() -> String {
        let start = position
        while let byte = next, byte.isWordByte { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// `-? (0 | [1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)?` (RFC 8259, 6)
    private static func isNumber(_ word: String) -> Bool {
        guard let value = Double(word), value.isFinite else { return false }
        let digits = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
        guard let first = digits.first, first.isDigit, let last = digits.last, last.isDigit else { return false }
        if first == UInt8(ascii: "0"), digits.dropFirst().first?.isDigit == true { return false }
        guard digits.allSatisfy({ $0.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else { return false }
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return true }
        return digits[digits.index(after: point)].isDigit
    }

    private mutating func enter() throws(JSONSyntax.Fault) {
        depth += 1
        if depth > Self.mostDepth { throw JSONSyntax.Fault(message: "this is nested too deeply", offset: position) }
        position += 1
        skipSpace()
    }

    private mutating func object() throws(JSONSyntax.Fault) -> [JSONSyntax.Member] {
        try enter()
        defer { depth -= 1 }
        var members: [JSONSyntax.Member] = []
        if take("}") { return [] }
        repeat {
            skipSpace()
            let start = position
            guard next == UInt8(ascii: "\"") else {
                throw members.isEmpty || next != UInt8(ascii: "}")
                    ? unexpected("a key in double quotes")
                    : JSONSyntax.Fault(message: "no comma stands after the last member", offset: position)
            }
            let key = try string()
            let keyOffsets = start..<position
            if members.contains(where: { $0.key == key }) {
                throw JSONSyntax.Fault(message: "`\(key)` is there twice", offset: start)
            }
            skipSpace()
            guard take(":") else { throw unexpected("a colon") }
            skipSpace()
            members.append(JSONSyntax.Member(key: key, keyOffsets: keyOffsets, value: try value()))
            skipSpace()
        } while take(",")
        guard take("}") else { throw unexpected("a comma or `}`") }
        return members
    }

    private mutating func array() throws(JSONSyntax.Fault) -> [JSONSyntax] {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONSyntax] = []
        if take("]") { return [] }
        repeat {
            skipSpace()
            if !elements.isEmpty, next == UInt8(ascii: "]") {
                throw JSONSyntax.Fault(message: "no comma stands after the last element", offset: position)
            }
            elements.append(try value())
            skipSpace()
        } while take(",")
        guard take("]") else { throw unexpected("a comma or `]`") }
        return elements
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func string() throws(JSONSyntax.Fault) -> String {
        let start = position
        position += 1
        var units: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units += Array(String(try escape()).utf8)
            case 0..<0x20:
                let what = byte == 0x0A || byte == 0x0D ? "the string does not end on its line" : "a control character"
                throw JSONSyntax.Fault(
                    message: "\(what); end it with a double quote, and write `\\n` for a line break", offset: position)
            default:
                units.append(byte)
                position += 1
            }
        }
        throw JSONSyntax.Fault(message: "this string does not end", offset: start)
    }

    private mutating func escape() throws(JSONSyntax.Fault) -> Unicode.Scalar {
        let start = position
        position += 1
        let letter = next
        position += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let unit = codeUnit() else { break }
            if let scalar = Unicode.Scalar(unit) { return scalar }
            // A pair of surrogates, or half of one, which is no character.
            if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                if let low = codeUnit(), (0xDC00...0xDFFF).contains(low) {
                    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
                }
            }
            throw JSONSyntax.Fault(message: "half of a surrogate pair is no character", offset: start)
        default: break
        }
        throw JSONSyntax.Fault(message: "this is no escape of JSON; a backslash itself is `\\\\`", offset: start)
    }

    /// Four hexadecimal digits.
    private mutating func codeUnit() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        position += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
    /// Part of a number or of a word such as `true`, or of what somebody wrote in their place.
    fileprivate var isWordByte: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || [0x2B, 0x2D, 0x2E, 0x5F].contains(self)
    }
}
