extension TokenKind {
    /// The text of a keyword or of punctuation; nil for the terminals that a regular expression defines.
    package var spelling: String? {
        switch self {
        case .endOfFile, .identifier, .integer, .decimal, .string, .other: nil
        case .leftParenthesis: "("
        case .rightParenthesis: ")"
        case .leftBracket: "["
        case .rightBracket: "]"
        case .leftBrace: "{"
        case .rightBrace: "}"
        case .less: "<"
        case .greater: ">"
        case .comma: ","
        case .semicolon: ";"
        case .colon: ":"
        case .equals: "="
        case .question: "?"
        case .asterisk: "*"
        case .minus: "-"
        case .period: "."
        case .ellipsis: "..."
        case .negativeInfinity: "-Infinity"
        case .infinity: "Infinity"
        case .notANumber: "NaN"
        case .asyncIterable: "async_iterable"
        case .asyncSequence: "async_sequence"
        case .promise: "Promise"
        case .frozenArray: "FrozenArray"
        case .observableArray: "ObservableArray"
        case .byteString: "ByteString"
        case .domString: "DOMString"
        case .usvString: "USVString"
        case .arrayBuffer: "ArrayBuffer"
        case .sharedArrayBuffer: "SharedArrayBuffer"
        case .dataView: "DataView"
        case .int8Array: "Int8Array"
        case .int16Array: "Int16Array"
        case .int32Array: "Int32Array"
        case .uint8Array: "Uint8Array"
        case .uint16Array: "Uint16Array"
        case .uint32Array: "Uint32Array"
        case .uint8ClampedArray: "Uint8ClampedArray"
        case .bigInt64Array: "BigInt64Array"
        case .bigUint64Array: "BigUint64Array"
        case .float16Array: "Float16Array"
        case .float32Array: "Float32Array"
        case .float64Array: "Float64Array"
        default: "\(self)"
        }
    }

    package var isKeyword: Bool { rawValue >= TokenKind.attribute.rawValue }

    /// The `ArgumentNameKeyword` production.
    package var isArgumentNameKeyword: Bool {
        (TokenKind.attribute.rawValue...TokenKind.unrestricted.rawValue).contains(rawValue)
    }

    /// The keywords that start a definition; none of them can start a member or a type.
    package var startsDefinition: Bool {
        switch self {
        case .callback, .interface, .namespace, .partial, .dictionary, .enum, .typedef: true
        default: false
        }
    }
}

/// Finds the keyword that a run of letters spells, without making strings: an open hash table over the spellings.
struct KeywordTable: Sendable {
    static let shared = KeywordTable()

    private static let size = 512
    /// The raw value of the kind in each slot; 0 is an empty slot.
    private var slots = [UInt8](repeating: 0, count: KeywordTable.size)
    /// Where the spelling of each kind starts in `text`; it ends where the next one starts.
    private var starts: [UInt16] = []
    private var text: [UInt8] = []

    private init() {
        for kind in TokenKind.allCases {
            starts.append(UInt16(text.count))
            guard kind.isKeyword, let spelling = kind.spelling else { continue }
            text.append(contentsOf: spelling.utf8)
            var slot = KeywordTable.hash(Array(spelling.utf8), 0..<spelling.utf8.count)
            while slots[slot] != 0 { slot = (slot + 1) % KeywordTable.size }
            slots[slot] = kind.rawValue
        }
        starts.append(UInt16(text.count))
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let first = Int(bytes[range.lowerBound])
        let last = Int(bytes[range.upperBound - 1])
        let middle = Int(bytes[range.lowerBound + range.count / 2])
        return (first &* 31 &+ last &* 7 &+ middle &* 131 &+ range.count &* 17) & (size - 1)
    }

    func kind(of bytes: [UInt8], in range: Range<Int>) -> TokenKind {
        var slot = KeywordTable.hash(bytes, range)
        while slots[slot] != 0 {
            let raw = Int(slots[slot])
            let start = Int(starts[raw])
            if Int(starts[raw + 1]) - start == range.count, matches(bytes, at: range, start) {
                return TokenKind(rawValue: UInt8(raw)) ?? .identifier
            }
            slot = (slot + 1) % KeywordTable.size
        }
        return .identifier
    }

    private func matches(_ bytes: [UInt8], at range: Range<Int>, _ start: Int) -> Bool {
        for index in 0..<range.count where bytes[range.lowerBound + index] != text[start + index] {
            return false
        }
        return true
    }
}
