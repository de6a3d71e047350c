extension Parser {
    /// `{ members };`, each member read by `member`; a member with an error is skipped and the rest read on.
    /// - Returns: the opening brace.
    @discardableResult
    mutating func parseBody(
        _ what: String, member: (inout Parser) throws(ParseFailure) -> Void
    ) throws(ParseFailure) -> SourceRange {
        let brace = position
        try expect(.leftBrace, "to open the body of the \(what)")
        while !at(.rightBrace), !at(.endOfFile) {
            if kind.startsDefinition || isAttributedDefinition {
                if skipMisplacedDefinition(in: what, openedAt: brace) { continue }
                return range(at: brace)
            }
            let checkpoint = checkpoint
            let count = diagnostics.count
            do throws(ParseFailure) {
                try member(&self)
            } catch {
                unwind(to: checkpoint)
                let place: ForeignReader.Place = what == "dictionary" ? .dictionary : .interface
                if answerForeignMember(at: checkpoint.position, downTo: count, in: place) { continue }
                skipMember(startedAt: checkpoint.position)
                if position == checkpoint.position, !at(.rightBrace) { advance() }
            }
        }
        try closeBody(openedAt: brace, what)
        return range(at: brace)
    }

    /// `}` and `;`.
    mutating func closeBody(openedAt brace: Int, _ what: String) throws(ParseFailure) {
        guard eat(.rightBrace) else {
            let failure = fail(
                "unclosed-body", "expected `}` at the end of the \(what), found \(currentDescription)",
                notes: [Diagnostic.Note(message: "the body starts here", range: range(at: brace))])
            if at(.endOfFile) { return }
            throw failure
        }
        if eat(.semicolon) { return }
        report(
            .error, "missing-semicolon", "expected `;` after the `}` of the \(what), found \(currentDescription)", at: here,
            fixIts: [fixIt("insert `;`", replace: insertionPoint, with: ";")])
    }

    /// A definition among members: either the `}` before it is missing, or it stands in the wrong place.
    /// - Returns: whether the body goes on behind it.
    private mutating func skipMisplacedDefinition(in what: String, openedAt brace: Int) -> Bool {
        let keyword = text(at: position)
        if isAtMargin(position) {
            report(
                .error, "unclosed-body", "expected `};` at the end of the \(what) before this definition", at: here,
                notes: [Diagnostic.Note(message: "the body starts here", range: range(at: brace))],
                fixIts: [fixIt("insert `};`", replace: insertionPoint, with: "\n};")])
            return false
        }
        report(
            .error, "misplaced-definition",
            "`\(keyword)` starts a definition, which cannot stand inside the \(what); move it out",
            at: here)
        let start = position
        skipNestedDefinition()
        if position == start { advance() }
        return true
    }

    /// Whether extended attributes at the margin belong to a definition.
    private var isAttributedDefinition: Bool {
        guard at(.leftBracket), isAtMargin(position), let end = matchingBracket(of: position) else { return false }
        return tokens[end + 1].kind.startsDefinition
    }

    /// Skips `… { … };` or `…;` inside a body.
    private mutating func skipNestedDefinition() {
        var depth = 0
        while !at(.endOfFile) {
            if at(.leftBrace) {
                depth += 1
            } else if at(.rightBrace) {
                if depth == 0 { return }
                depth -= 1
            } else if at(.semicolon), depth == 0 {
                advance()
                return
            }
            advance()
        }
    }
}
