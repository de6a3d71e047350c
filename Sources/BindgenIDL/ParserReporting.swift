extension Parser {
    // MARK: - Reporting

    mutating func report(
        _ severity: Diagnostic.Severity, _ rule: String, _ message: String, at range: SourceRange,
        notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        // Errors and warnings are counted apart: a warning never takes the place of an error.
        let isError = severity == .error
        guard (isError ? errorCount : diagnostics.count - errorCount) < Parser.mostDiagnostics else { return }
        if isError { errorCount += 1 }
        diagnostics.append(
            Diagnostic(severity, rule: rule, message, at: range, breadcrumb: breadcrumb, notes: notes, fixIts: fixIts))
    }

    /// Takes back what was reported after the first `count` diagnostics.
    mutating func retract(downTo count: Int) {
        guard diagnostics.count > count else { return }
        errorCount -= diagnostics[count...].count { $0.severity == .error }
        diagnostics.removeLast(diagnostics.count - count)
    }

    /// Reports an error that ends the production; at the current token where no range is given.
    mutating func fail(
        _ rule: String, _ message: String, at range: SourceRange? = nil, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) -> ParseFailure {
        report(.error, rule, message, at: range ?? here, notes: notes, fixIts: fixIts)
        return ParseFailure()
    }

    mutating func expected(_ what: String) -> ParseFailure {
        fail("syntax", "expected \(what), found \(currentDescription)")
    }

    /// A form of the standard's history: a warning with the way out, or an error in the standard dialect.
    mutating func reportLegacy(_ rule: String, _ message: String, at range: SourceRange, fixIts: [Diagnostic.FixIt] = []) {
        report(dialect == .standard ? .error : .warning, rule, message, at: range, fixIts: fixIts)
    }

    /// One edit that mends the fault.
    func fixIt(_ message: String, replace range: SourceRange, with text: String) -> Diagnostic.FixIt {
        Diagnostic.FixIt(message: message, edits: [Diagnostic.FixIt.Edit(range: range, replacement: text)])
    }

    /// The current token as the end of "found …".
    var currentDescription: String {
        switch kind {
        case .endOfFile: "the end of the file"
        case .identifier: "the name `\(text(at: position))`"
        case .string: "the string \(Parser.shortened(text(at: position)))"
        case .integer, .decimal: "the number `\(text(at: position))`"
        default: kind.isKeyword ? "the keyword `\(text(at: position))`" : "`\(text(at: position))`"
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = text.prefix { $0 != "\n" }
        return line.count > 32 || line.count < text.count ? "\(line.prefix(32))…" : String(line)
    }

    // MARK: - Breadcrumb

    /// Where the parser stands, outermost first.
    var breadcrumb: [String] {
        trail.map { crumb in
            switch crumb.label {
            case .none: crumb.kind
            case .token(let index): "\(crumb.kind) \(Parser.unescaped(text(at: index)))"
            case .ordinal(let number): "\(crumb.kind) \(number)"
            }
        }
    }

    private static func unescaped(_ text: String) -> String { text.hasPrefix("_") ? String(text.dropFirst()) : text }

    /// Enters something named by the token just taken.
    mutating func enter(_ kind: String) {
        trail.append(Crumb(kind: kind, label: .token(position - 1)))
    }

    mutating func enter(_ kind: String, _ label: Crumb.Label) {
        trail.append(Crumb(kind: kind, label: label))
    }

    mutating func leave() {
        if !trail.isEmpty { trail.removeLast() }
    }

    /// Names the innermost crumb by the token just taken.
    mutating func nameCrumb() {
        if !trail.isEmpty { trail[trail.count - 1].label = .token(position - 1) }
    }

    // MARK: - Statement ends

    /// The `;` after `what`. Where only the `;` seems to be missing, the parser reads on as if it stood there.
    mutating func endStatement(_ what: String) throws(ParseFailure) {
        if eat(.semicolon) { return }
        let isOnlyMissing = at(.endOfFile) || at(.rightBrace) || startsLine(position)
        let failure = fail(
            "missing-semicolon", "expected `;` after \(what), found \(currentDescription)",
            fixIts: isOnlyMissing ? [fixIt("insert `;`", replace: insertionPoint, with: ";")] : [])
        guard isOnlyMissing else { throw failure }
    }

    // MARK: - Recovery

    /// What a `do`/`catch` around a production puts back.
    struct Checkpoint {
        var position: Int
        var trail: Int
        var nesting: Int
    }

    var checkpoint: Checkpoint { Checkpoint(position: position, trail: trail.count, nesting: nesting) }

    /// Restores the breadcrumb and the nesting; the position stays where the failure happened.
    mutating func unwind(to checkpoint: Checkpoint) {
        trail.removeLast(max(0, trail.count - checkpoint.trail))
        nesting = checkpoint.nesting
    }

    /// Skips to the end of a member: behind the next `;`, or before the `}` that ends the definition.
    mutating func skipMember(startedAt start: Int) {
        var depth = 0
        while !at(.endOfFile) {
            switch kind {
            case .semicolon where depth == 0:
                advance()
                return
            case .leftBrace:
                depth += 1
            case .rightBrace:
                if depth == 0 { return }
                depth -= 1
            case _ where kind.startsDefinition && position > start && isAtMargin(position):
                return
            default:
                break
            }
            advance()
        }
    }

    /// Skips to the end of a definition: behind `;` or `};`, or before what looks like the next definition.
    mutating func skipDefinition(startedAt start: Int) {
        var depth = 0
        while !at(.endOfFile) {
            switch kind {
            case .semicolon where depth == 0:
                advance()
                return
            case .leftBrace:
                depth += 1
            case .rightBrace:
                depth -= 1
                if depth <= 0 {
                    advance()
                    _ = eat(.semicolon)
                    return
                }
            case _ where position > start && kind.startsDefinition && (depth == 0 ? startsLine(position) : isAtMargin(position)):
                return
            case .leftBracket where position > start && depth == 0 && startsLine(position) && isAtMargin(position):
                return
            default:
                break
            }
            advance()
        }
    }

    /// Whether the token stands at the very start of its line, where definitions are written.
    func isAtMargin(_ index: Int) -> Bool {
        let start = Int(tokens[index].start)
        return start == 0 || file.bytes[start - 1] == UInt8(ascii: "\n")
    }

    // MARK: - Nesting

    mutating func enterNesting() throws(ParseFailure) {
        nesting += 1
        if nesting > Parser.deepestNesting {
            throw fail(
                "nesting-depth", "this nests more than \(Parser.deepestNesting) levels deep; name the inner types by typedefs")
        }
    }

    mutating func leaveNesting() { nesting -= 1 }
}
