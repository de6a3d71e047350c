/// The tokens of an ES module, as far as one has to tell them apart to find its imports: comments, strings, templates and regular
/// expressions hide no token and add none (ECMAScript 12, "Lexical Grammar").
struct ScriptTokens {
    enum Token: Equatable {
        /// An identifier or a keyword.
        case word(String)
        /// A string, or a template without substitutions: its value.
        case string(String)
        case punctuator(UInt8)
        /// `=>`, after which a brace begins a body.
        case arrow
        /// A number, a regular expression or a template with substitutions.
        case operand
    }

    private(set) var tokens: [(token: Token, offsets: Range<Int>)] = []
    /// Where the text cannot be understood any further; nil where all of it was.
    private(set) var faultOffset: Int?

    private let bytes: [UInt8]
    private var position = 0
    /// What each open `(`, `[`, `{` or `${` is, to know what its end means.
    private var open: [Opening] = []
    /// What the last closed bracket was: after the end of a block or a condition, `/` begins a regular expression.
    private var lastClosed = Opening.expression

    private enum Opening {
        /// The parentheses of `if`, `while`, `for`, `with`.
        case condition
        case block
        /// Any other parentheses, an array, an object.
        case expression
        /// `${` of a template, which goes on after its `}`. It remembers where the template began.
        case substitution(start: Int)
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: "#!".utf8) { skipLine() }
        while faultOffset == nil, position < bytes.count { scan() }
        if faultOffset == nil, !open.isEmpty { faultOffset = bytes.count }
    }

    private func byte(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private mutating func add(_ token: Token, from start: Int) {
        tokens.append((token, start..<position))
    }

    private mutating func fail(at offset: Int) { faultOffset = offset }

    private mutating func scan() {
        let start = position
        switch bytes[position] {
        case 0x09...0x0D, 0x20: position += 1
        case UInt8(ascii: "/"): scanSlash()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): scanString()
        case UInt8(ascii: "`"):
            position += 1
            scanTemplate(from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
        case UInt8(ascii: "."):
            if let next = byte(1), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { return scanNumber() }
            position += 1
            add(.punctuator(UInt8(ascii: ".")), from: start)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): scanOpening()
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): scanClosing()
        case let byte where Self.isWordPart(byte): scanWord()
        case UInt8(ascii: "=") where byte(1) == UInt8(ascii: ">"):
            position += 2
            add(.arrow, from: start)
        case let byte:
            position += 1
            // `a++ / b` divides: what counts is the operand before.
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), self.byte() == byte {
                position += 1
                if isAfterOperand { return }
            }
            add(.punctuator(byte), from: start)
        }
    }

    /// Letters, digits, `$`, `_`, `#` of private names, `\` of escapes, and all that is not ASCII.
    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "\\"), 0x80...0xFF:
            true
        default: false
        }
    }

    private mutating func scanWord() {
        let start = position
        while let byte = byte(), Self.isWordPart(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // A byte order mark and the spaces of Unicode are white space.
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" }) { add(.word(String(word)), from: start) }
    }

    private mutating func scanNumber() {
        let start = position
        while let byte = byte() {
            let isSign = (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && [0x65, 0x45].contains(bytes[position - 1])
            // `0x1e+1` is a sum; a sign belongs to a decimal number alone.
            let isHex =
                position > start + 1 && bytes[start] == UInt8(ascii: "0") && (bytes[start + 1] | 0x20) == UInt8(ascii: "x")
            guard Self.isWordPart(byte) || byte == UInt8(ascii: ".") || (isSign && !isHex) else { break }
            position += 1
        }
        add(.operand, from: start)
    }

    // MARK: - Slashes

    private mutating func scanSlash() {
        let start = position
        switch byte(1) {
        case UInt8(ascii: "/"): skipLine()
        case UInt8(ascii: "*"):
            position += 2
            while let byte = byte(), !(byte == UInt8(ascii: "*") && self.byte(1) == UInt8(ascii: "/")) { position += 1 }
            if byte() == nil { return fail(at: start) }
            position += 2
        default:
            if isAfterOperand {
                position += 1
                add(.punctuator(UInt8(ascii: "/")), from: start)
            } else {
                scanRegularExpression()
            }
        }
    }

    private mutating func skipLine() {
        while let byte = byte(), byte != 0x0A, byte != 0x0D { position += 1 }
    }

    /// Words after which an expression begins.
    private static let operatorWords: Set<String> = [
        "await", "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "of", "return", "throw",
        "typeof",
        "void", "yield",
    ]

    /// Whether a value stands before this place, so that `/` divides it.
    private var isAfterOperand: Bool {
        guard let last = tokens.last?.token else { return false }
        switch last {
        case .word(let word): return !Self.operatorWords.contains(word) || isProperty(tokens.count - 1)
        case .string, .operand: return true
        case .arrow: return false
        case .punctuator(UInt8(ascii: "]")): return true
        case .punctuator(UInt8(ascii: ")")), .punctuator(UInt8(ascii: "}")):
            if case .expression = lastClosed { return true }
            return false
        case .punctuator: return false
        }
    }

    /// `a.in` is a name like any other.
    private func isProperty(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].token == .punctuator(UInt8(ascii: "."))
    }

    private mutating func scanRegularExpression() {
        let start = position
        position += 1
        var isInClass = false
        while let byte = byte(), byte != 0x0A, byte != 0x0D {
            switch byte {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                position += 1
                while let byte = self.byte(), Self.isWordPart(byte) { position += 1 }
                return add(.operand, from: start)
            default: break
            }
            position += 1
        }
        fail(at: start)
    }

    // MARK: - Brackets

    private mutating func scanOpening() {
        let start = position
        let byte = bytes[position]
        let opening: Opening =
            switch byte {
            case UInt8(ascii: "("): isAfterCondition ? .condition : .expression
            case UInt8(ascii: "{"): isAtStatement ? .block : .expression
            default: .expression
            }
        position += 1
        open.append(opening)
        add(.punctuator(byte), from: start)
    }

    /// `if (`, `while (`, `for (`, `for await (`, `with (`.
    private var isAfterCondition: Bool {
        guard case .word(let word)? = tokens.last?.token, !isProperty(tokens.count - 1) else { return false }
        if word == "await", tokens.count > 1 { return tokens[tokens.count - 2].token == .word("for") }
        return ["if", "while", "for", "with"].contains(word)
    }

    /// Whether `{` begins a block, a body or a list of names rather than an object.
    private var isAtStatement: Bool {
        guard let last = tokens.last?.token else { return true }
        switch last {
        case .word(let word):
            return ![
                "await", "case", "default", "delete", "extends", "in", "instanceof", "new", "of", "return",
                "throw", "typeof", "void", "yield",
            ].contains(word)
        case .arrow, .string, .operand: return true
        case .punctuator(let byte):
            return [UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";")].contains(byte)
        }
    }

    private mutating func scanClosing() {
        let start = position
        guard let opening = open.popLast() else { return fail(at: start) }
        position += 1
        if case .substitution(let template) = opening { return scanTemplate(from: template) }
        lastClosed = opening
        add(.punctuator(bytes[start]), from: start)
    }

    // MARK: - Text

    private mutating func scanString() {
        let start = position
        let quote = bytes[position]
        position += 1
        while let byte = byte(), byte != quote {
            if byte == 0x0A || byte == 0x0D { return fail(at: start) }
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        if byte() == nil { return fail(at: start) }
        position += 1
        add(.string(ScriptText.value(of: bytes[(start + 1)..<(position - 1)])), from: start)
    }

    /// From behind the backtick, or behind a substitution, up to the end or the next substitution.
    private mutating func scanTemplate(from start: Int) {
        let isWhole = position == start + 1
        while let byte = byte(), byte != UInt8(ascii: "`") {
            if byte == UInt8(ascii: "$"), self.byte(1) == UInt8(ascii: "{") {
                position += 2
                open.append(.substitution(start: start))
                // As after an operator: what follows is an expression.
                return add(.punctuator(UInt8(ascii: "$")), from: position - 2)
            }
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        if byte() == nil { return fail(at: start) }
        position += 1
        let text = bytes[(start + 1)..<(position - 1)]
        add(isWhole ? .string(ScriptText.value(of: text)) : .operand, from: start)
    }
}

/// The text between the quotes of a string.
enum ScriptText {
    static func value(of bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        if !bytes.contains(UInt8(ascii: "\\")) { return text }
        var value = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escaped = rest.popFirst() else {
                value.append(scalar)
                continue
            }
            switch escaped {
            case "n": value.append("\n")
            case "r": value.append("\r")
            case "t": value.append("\t")
            case "\n", "\r": break
            case "x": value.append(hexadecimal(&rest, digits: 2))
            case "u":
                if rest.first == "{" {
                    let digits = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != "}" }))
                    rest = rest.dropFirst(digits.unicodeScalars.count + 2)
                    value.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
                } else {
                    value.append(hexadecimal(&rest, digits: 4))
                }
            default: value.append(escaped)
            }
        }
        return String(value)
    }

    private static func hexadecimal(_ rest: inout Substring.UnicodeScalarView, digits: Int) -> Unicode.Scalar {
        let text = String(String.UnicodeScalarView(rest.prefix(digits)))
        rest = rest.dropFirst(digits)
        return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
}
