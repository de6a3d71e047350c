/// Cuts a file into tokens (Web IDL 2, "Grammar": the longest terminal wins, a keyword before an identifier).
///
/// It never fails: what is not a token becomes `.other` with a diagnostic, or is left to the parser to refuse.
struct Lexer {
    private let file: SourceFile
    private let bytes: [UInt8]
    private let keywords = KeywordTable.shared
    private var position = 0
    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let longestFile: Int

    /// Offsets are kept in 32 bits, so no file may be longer; tests lower the limit.
    init(_ file: SourceFile, longestFile: Int = Int(Int32.max)) {
        self.file = file
        self.longestFile = longestFile
        bytes = file.bytes
    }

    mutating func run() {
        guard checkText() else {
            let end = min(bytes.count, longestFile)
            tokens = [Token(kind: .endOfFile, start: end, end: end)]
            return
        }
        tokens.reserveCapacity(bytes.count / 5)
        skipByteOrderMark()
        while true {
            skipTrivia()
            guard position < bytes.count else { break }
            let start = position
            let kind = scanToken()
            tokens.append(Token(kind: kind, start: start, end: position))
        }
        tokens.append(Token(kind: .endOfFile, start: bytes.count, end: bytes.count))
    }

    // MARK: - The text as a whole

    /// Whether the bytes are text at all. Broken UTF-8 is reported and read on; a NUL or a giant file is not read.
    private mutating func checkText() -> Bool {
        if bytes.count > longestFile {
            report("file-size", "the file has more than 2 GiB; split it", 0..<0)
            return false
        }
        if let offset = bytes.firstIndex(of: 0) {
            let isWasm = bytes.starts(with: [0x00, 0x61, 0x73, 0x6D])
            report(
                "binary-file",
                isWasm
                    ? "this is a wasm module, not Web IDL"
                    : "this is not a text file: it holds a NUL byte, so it is binary, or UTF-16; Web IDL is UTF-8 text",
                offset..<offset + 1)
            return false
        }
        if let bad = UTF8Check.firstInvalid(bytes) {
            report("invalid-utf8", "this byte is not valid UTF-8; save the file as UTF-8", bad..<bad + 1)
        }
        return true
    }

    private mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func report(_ rule: String, _ message: String, _ range: Range<Int>) {
        diagnostics.append(Diagnostic(.error, rule: rule, message, at: SourceRange(file: file, offsets: range)))
    }

    // MARK: - Trivia

    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private mutating func skipTrivia() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "/"):
                if byte(position + 1) == UInt8(ascii: "/") {
                    skipLine()
                } else if byte(position + 1) == UInt8(ascii: "*") {
                    skipBlockComment()
                } else {
                    return
                }
            case UInt8(ascii: "#") where startsLine:
                skipPreprocessorLine()
            default:
                return
            }
        }
    }

    /// Whether there is nothing but spaces before this place in its line.
    private var startsLine: Bool {
        let before = bytes[..<position].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return before == nil || before == UInt8(ascii: "\n")
    }

    /// Engines keep Web IDL in files that go through a preprocessor first.
    private mutating func skipPreprocessorLine() {
        let start = position
        skipLine()
        report(
            "preprocessor-line", "Web IDL has no preprocessor; remove this line: what stands around it is read in any case",
            start..<position)
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), byte(position + 1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        report("unterminated-comment", "this comment has no end; write `*/`", start..<start + 2)
    }

    // MARK: - Tokens

    private mutating func scanToken() -> TokenKind {
        let first = bytes[position]
        if Lexer.isLetter(first) { return scanIdentifier(from: position) }
        if Lexer.isDigit(first) { return scanNumber(digitsAt: position) ?? scanOther() }
        switch first {
        case UInt8(ascii: "_"):
            return Lexer.isLetter(byte(position + 1)) ? scanIdentifier(from: position) : scanOther()
        case UInt8(ascii: "-"):
            if Lexer.isLetter(byte(position + 1)) { return scanIdentifier(from: position) }
            return scanNumber(digitsAt: position + 1) ?? single(.minus)
        case UInt8(ascii: "."):
            if byte(position + 1) == first, byte(position + 2) == first {
                position += 3
                return .ellipsis
            }
            return scanNumber(digitsAt: position) ?? single(.period)
        case UInt8(ascii: "\""):
            return scanString()
        default:
            return Lexer.punctuation(first).map { single($0) } ?? scanOther()
        }
    }

    private mutating func single(_ kind: TokenKind) -> TokenKind {
        position += 1
        return kind
    }

    private static func punctuation(_ byte: UInt8) -> TokenKind? {
        switch byte {
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "="): .equals
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "*"): .asterisk
        default: nil
        }
    }

    /// `[_-]?[A-Za-z][0-9A-Z_a-z-]*`, a keyword where it spells one.
    private mutating func scanIdentifier(from start: Int) -> TokenKind {
        position = start + 1
        while position < bytes.count, Lexer.isIdentifierPart(bytes[position]) { position += 1 }
        return keywords.kind(of: bytes, in: start..<position)
    }

    /// `integer` or `decimal`, whose digits (or point) start at `start`; nil where there is no number.
    private mutating func scanNumber(digitsAt start: Int) -> TokenKind? {
        let wholeEnd = endOfDigits(start)
        var end = wholeEnd
        var hasPoint = false
        if byte(wholeEnd) == UInt8(ascii: ".") {
            let fractionEnd = endOfDigits(wholeEnd + 1)
            if wholeEnd > start || fractionEnd > wholeEnd + 1 {
                hasPoint = true
                end = fractionEnd
            }
        }
        guard end > start else { return nil }
        if byte(end) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(end + 1) == UInt8(ascii: "+") || byte(end + 1) == UInt8(ascii: "-") ? 1 : 0
            let exponentEnd = endOfDigits(end + 1 + sign)
            if exponentEnd > end + 1 + sign {
                position = exponentEnd
                return .decimal
            }
        }
        if hasPoint {
            position = end
            return .decimal
        }
        position = byte(start) == UInt8(ascii: "0") ? endOfZeroInteger(start) : wholeEnd
        return .integer
    }

    private func endOfDigits(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, Lexer.isDigit(bytes[end]) { end += 1 }
        return end
    }

    /// `0[Xx][0-9A-Fa-f]+` or `0[0-7]*`.
    private func endOfZeroInteger(_ start: Int) -> Int {
        if byte(start + 1) | 0x20 == UInt8(ascii: "x") {
            var end = start + 2
            while end < bytes.count, Lexer.isHexDigit(bytes[end]) { end += 1 }
            if end > start + 2 { return end }
        }
        var end = start + 1
        while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[end]) { end += 1 }
        return end
    }

    /// `"[^"]*"`; without an end it reaches to the end of its line only, so that the rest of the file can be read.
    private mutating func scanString() -> TokenKind {
        let start = position
        if let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) {
            position = end + 1
            return .string
        }
        skipLine()
        report("unterminated-string", "this string has no end; write `\"` after it", start..<position)
        return .string
    }

    /// One character that no other terminal takes.
    private mutating func scanOther() -> TokenKind {
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80, bytes[position - 1] >= 0x80 { position += 1 }
        return .other
    }

    // MARK: - Characters

    static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
    static func isIdentifierPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
