/// The text of a file in the one canonical style: the same tokens and comments in the same order, only white space differs.
///
/// Two spaces of indentation, one member a line, the extended attributes of a definition on a line of their own, one blank line
/// around bodies. Nil where the file has syntax errors: what could not be read is not touched.
package func format(_ file: SourceFile) -> String? {
    let (tree, diagnostics) = parse(file)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    var formatter = IDLFormatter(tree)
    return formatter.run()
}

/// Writes the tokens statement by statement.
struct IDLFormatter {
    let file: SourceFile
    let tokens: [Token]
    let spacing: TokenSpacing
    var text = ""
    var index = 0
    var indentation = 0
    /// Whether a blank line must stand before what comes next, because a body ended or starts.
    private var wantsBlankLine = false
    /// Whether nothing stands before in this body or file.
    private var isFirst = true

    /// Statements longer than this are broken at their arguments.
    static let lineLength = 100
    static let indentationWidth = 2

    init(_ tree: FileSyntax) {
        file = tree.file
        tokens = tree.tokens
        spacing = TokenSpacing(tree)
    }

    mutating func run() -> String {
        while kind(index) != .endOfFile {
            let start = index
            formatStatement(isDefinition: true)
            if index == start { index += 1 }
        }
        writeLeading(trivia(before: index), isEnd: true)
        return text
    }

    // MARK: - Tokens

    func kind(_ index: Int) -> TokenKind { index < tokens.count ? tokens[index].kind : .endOfFile }

    func tokenText(_ index: Int) -> String { file.text(in: tokens[index].offsets) }

    func trivia(before index: Int) -> [Trivia] {
        guard index < tokens.count else { return [] }
        let start = index > 0 ? Int(tokens[index - 1].end) : byteOrderMarkLength
        let end = Int(tokens[index].start)
        return end > start ? Trivia.pieces(of: file.bytes[start..<end]) : []
    }

    private var byteOrderMarkLength: Int { file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    func hasComment(before index: Int) -> Bool { trivia(before: index).contains(where: \.isComment) }

    // MARK: - Statements

    /// A definition or a member, from its attributes to its `;`.
    private mutating func formatStatement(isDefinition: Bool) {
        let extent = StatementExtent(tokens: tokens, start: index)
        let hasBody = extent.body != nil && !isEmptyBody(extent)
        if hasBody, isDefinition, !isFirst { wantsBlankLine = true }
        writeLeading(trivia(before: index), isEnd: false)
        isFirst = false
        if extent.attributesEnd > extent.start, isDefinition || needsOwnLine(extent) {
            writeBroken(extent.start..<extent.attributesEnd, isAttributes: true)
            writeLeading(trivia(before: extent.attributesEnd).filter { $0.isComment || $0 == .lineBreaks(1) }, isEnd: false)
            writeIndentationIfNeeded()
            index = extent.attributesEnd
        }
        guard let body = extent.body, hasBody else {
            writeBroken(index..<extent.end, isAttributes: false)
            index = extent.end
            return
        }
        writeBroken(index..<body + 1, isAttributes: false)
        index = body + 1
        formatBody()
        if isDefinition { wantsBlankLine = true }
    }

    /// The members between the braces, and the `};`.
    private mutating func formatBody() {
        indentation += 1
        isFirst = true
        wantsBlankLine = false
        while kind(index) != .rightBrace, kind(index) != .endOfFile {
            let start = index
            formatStatement(isDefinition: false)
            if index == start { index += 1 }
        }
        let pieces = trivia(before: index)
        wantsBlankLine = false
        writeLeading(pieces.last.map { $0.isComment } ?? true ? pieces : Array(pieces.dropLast()), isEnd: true)
        indentation -= 1
        let end = kind(index + 1) == .semicolon ? index + 2 : index + 1
        writeBroken(index..<min(end, tokens.count - 1), isAttributes: false)
        index = end
        isFirst = false
    }

    private func isEmptyBody(_ extent: StatementExtent) -> Bool {
        guard let body = extent.body else { return false }
        return kind(body + 1) == .rightBrace && !hasComment(before: body + 1)
    }

    /// Whether the attributes of a member leave no room for it on one line, or a comment follows them.
    private func needsOwnLine(_ extent: StatementExtent) -> Bool {
        let range = extent.start..<extent.end
        return hasInnerComments(range) || indentation * IDLFormatter.indentationWidth + flatWidth(range) > IDLFormatter.lineLength
    }

    // MARK: - What stands between statements

    /// The comments and blank lines before a statement or before the end of a body or file.
    private mutating func writeLeading(_ pieces: [Trivia], isEnd: Bool) {
        var pieces = pieces[...]
        writeTrailingComments(&pieces)
        endLine()
        var breaks = 0
        var isStart = true
        for piece in pieces {
            if case .lineBreaks(let count) = piece {
                breaks = max(breaks, count)
                continue
            }
            writeBlankLine(if: breaks > 1 || (isStart && wantsBlankLine))
            writeComment(piece)
            endLine()
            isFirst = false
            isStart = false
            breaks = 0
        }
        if isEnd { return }
        writeBlankLine(if: breaks > 1 || (isStart && wantsBlankLine))
        wantsBlankLine = false
        writeIndentationIfNeeded()
    }

    /// Comments that stand on the line of what was written last stay there.
    private mutating func writeTrailingComments(_ pieces: inout ArraySlice<Trivia>) {
        guard !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") else { return }
        while let piece = pieces.first, piece.isComment {
            if case .blockComment(let comment) = piece {
                let next = pieces.dropFirst().first
                guard !comment.utf8.contains(UInt8(ascii: "\n")), next != nil else { return }
            }
            text += " "
            writeComment(piece)
            pieces.removeFirst()
            if case .lineComment = piece { return }
        }
    }

    private mutating func writeBlankLine(if wanted: Bool) {
        guard wanted, !isFirst, !text.isEmpty else { return }
        text += "\n"
    }

    private mutating func writeComment(_ comment: Trivia) {
        switch comment {
        case .lineBreaks: break
        case .lineComment(let line):
            writeIndentationIfNeeded()
            text += line
        case .blockComment(let block):
            writeIndentationIfNeeded()
            text += aligned(block)
        }
    }

    /// A block whose lines start with `*` gets them below the first one; another block keeps its lines.
    func aligned(_ block: String) -> String {
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map { Trivia.trimmedEnd($0) }
        guard lines.count > 1 else { return block }
        let rest = lines.dropFirst().map { $0.drop { $0 == " " || $0 == "\t" } }
        guard rest.allSatisfy({ $0.first == "*" }) else { return lines.joined(separator: "\n") }
        let margin = String(repeating: " ", count: indentation * IDLFormatter.indentationWidth + 1)
        return ([lines[0]] + rest.map { margin + $0 }).joined(separator: "\n")
    }

    mutating func endLine() {
        if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    }

    mutating func writeIndentationIfNeeded(extra: Int = 0) {
        guard text.isEmpty || text.utf8.last == UInt8(ascii: "\n") else { return }
        text += String(repeating: " ", count: indentation * IDLFormatter.indentationWidth + extra)
    }
}

/// Where a statement's parts start and end, told by the tokens alone.
struct StatementExtent {
    var start: Int
    /// Behind the `]` of the attributes; `start` where there are none.
    var attributesEnd: Int
    /// The `{` that opens a body of members.
    var body: Int?
    /// Behind the `;`; behind the `;` of `};` for an enum or an empty body.
    var end: Int

    init(tokens: [Token], start: Int) {
        self.start = start
        var index = start
        if tokens[start].kind == .leftBracket { index = StatementExtent.skipBrackets(tokens, from: start) }
        attributesEnd = index
        let isEnum = tokens[index].kind == .enum
        var depth = 0
        while index < tokens.count - 1 {
            switch tokens[index].kind {
            case .leftParenthesis, .leftBracket: depth += 1
            case .rightParenthesis, .rightBracket: depth -= 1
            case .leftBrace where depth == 0 && body == nil && !isEnum && tokens[max(0, index - 1)].kind != .equals: body = index
            case .semicolon where depth == 0:
                end = index + 1
                return
            default: break
            }
            index += 1
        }
        end = index
    }

    private static func skipBrackets(_ tokens: [Token], from start: Int) -> Int {
        var depth = 0
        var index = start
        while index < tokens.count - 1 {
            switch tokens[index].kind {
            case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace:
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return index
    }
}
