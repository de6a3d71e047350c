extension Parser {
    /// The documentation comment directly before a token: a run of `///` lines or one `/** */`, with no blank line between it and
    /// the token.
    func documentation(before index: Int) -> String? {
        let start = index > 0 ? Int(tokens[index - 1].end) : 0
        let end = Int(tokens[index].start)
        guard end - start >= 4, file.bytes[start..<end].contains(UInt8(ascii: "/")) else { return nil }
        var reader = DocumentationReader(trivia: file.bytes[start..<end], isFileStart: index == 0)
        return reader.read()
    }

    /// As above; where nothing stands before the extended attributes, what stands between them and the keyword.
    func documentation(before first: Int, orBefore keyword: Int) -> String? {
        documentation(before: first) ?? (keyword > first ? documentation(before: keyword) : nil)
    }
}

/// Takes the documentation out of the trivia before a token.
struct DocumentationReader {
    private let trivia: ArraySlice<UInt8>
    private var lines: [String]?
    /// Whether `lines` comes from `///`, so that a further `///` continues it.
    private var isLineRun = false
    /// Whether `lines` is a block on the line of the token before; a line break then parts it from the next token.
    private var isInline = false
    private var hasLineBreak: Bool
    private var breaksSinceComment = 0

    init(trivia: ArraySlice<UInt8>, isFileStart: Bool) {
        self.trivia = trivia
        hasLineBreak = isFileStart
    }

    mutating func read() -> String? {
        var index = trivia.startIndex
        while index < trivia.endIndex {
            if trivia[index] == UInt8(ascii: "\n") {
                lineBreak()
                index += 1
            } else if trivia[index] == UInt8(ascii: "/") {
                let end = endOfComment(from: index)
                take(comment: trivia[index..<end])
                index = end
            } else {
                index += 1
            }
        }
        return lines.map { $0.joined(separator: "\n") }
    }

    private mutating func lineBreak() {
        hasLineBreak = true
        breaksSinceComment += 1
        if breaksSinceComment > 1 || isInline { lines = nil }
    }

    private mutating func take(comment: ArraySlice<UInt8>) {
        if comment.starts(with: "///".utf8), !comment.starts(with: "////".utf8) {
            // A `///` on the line of the token before speaks about that one.
            let line = Self.text(comment.dropFirst(3))
            if !hasLineBreak {
                lines = nil
            } else if isLineRun, lines != nil, breaksSinceComment == 1 {
                lines?.append(line)
            } else {
                lines = [line]
            }
            isLineRun = true
            isInline = false
        } else if comment.count > 4, comment.starts(with: "/**".utf8), !comment.starts(with: "/***".utf8) {
            lines = Self.blockLines(comment.dropFirst(3).dropLast(2))
            isLineRun = false
            isInline = !hasLineBreak
        } else {
            lines = nil
        }
        breaksSinceComment = 0
    }

    private func endOfComment(from start: Int) -> Int {
        var index = start + 2
        guard start + 1 < trivia.endIndex else { return trivia.endIndex }
        let isBlock = trivia[start + 1] == UInt8(ascii: "*")
        while index < trivia.endIndex {
            if !isBlock, trivia[index] == UInt8(ascii: "\n") { return index }
            if isBlock, trivia[index] == UInt8(ascii: "/"), index > start + 2, trivia[index - 1] == UInt8(ascii: "*") {
                return index + 1
            }
            index += 1
        }
        return trivia.endIndex
    }

    /// A line without its first space and its trailing white space.
    private static func text(_ line: ArraySlice<UInt8>) -> String {
        var line = line.first == UInt8(ascii: " ") ? line.dropFirst() : line
        while let last = line.last, isSpace(last) { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// The lines of a block comment without their leading `*` and without empty lines at either end.
    private static func blockLines(_ text: ArraySlice<UInt8>) -> [String] {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            let trimmed = line.drop(while: isSpace)
            if trimmed.first == UInt8(ascii: "*") { return Self.text(trimmed.dropFirst()) }
            return Self.text(trimmed)
        }
        while lines.first == "" { lines.removeFirst() }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
