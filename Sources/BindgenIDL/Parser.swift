/// Reads one file. All errors of the file come in one run; the tree holds what could be read.
package func parse(_ file: SourceFile, dialect: Dialect = .bindgen) -> (tree: FileSyntax, diagnostics: [Diagnostic]) {
    var lexer = Lexer(file)
    lexer.run()
    var parser = Parser(file: file, tokens: lexer.tokens, dialect: dialect)
    let definitions = parser.parseDefinitions()
    // What is said about an earlier place comes first; the sort keeps the order of equals.
    let diagnostics = (lexer.diagnostics + parser.diagnostics).enumerated().sorted {
        ($0.element.range.offsets.lowerBound, $0.offset) < ($1.element.range.offsets.lowerBound, $1.offset)
    }
    var tree = FileSyntax(file: file, tokens: lexer.tokens, definitions: definitions)
    tree.unreadNames = parser.unreadNames
    return (tree, diagnostics.map(\.element))
}

/// A production could not be read. The diagnostic stands already in `Parser.diagnostics`.
struct ParseFailure: Error {}

/// A cursor over the tokens of one file. Each production has its function in the file of its node; a failure travels up to the
/// next member or definition, which skips to its end and reads on.
struct Parser {
    let file: SourceFile
    let tokens: [Token]
    let dialect: Dialect
    var position = 0
    var diagnostics: [Diagnostic] = []
    /// How many of the diagnostics are errors.
    var errorCount = 0
    var trail: [Crumb] = []
    var nesting = 0
    /// The mark of a nullable type of another language, until the type is made.
    var foreignNullable: SourceRange?
    /// How many unions of another language are open: only the outermost is told.
    var foreignUnions = 0
    /// See `FileSyntax.unreadNames`.
    var unreadNames: Set<String> = []

    /// Types and extended attributes may nest this deep; real IDL stays below ten.
    static let deepestNesting = 64
    /// So many errors and so many warnings are reported; a file that is not IDL at all should not fill the terminal.
    static let mostDiagnostics = 1000

    /// One step of the breadcrumb; it becomes text only when there is something to report.
    struct Crumb {
        var kind: String
        /// The token that holds the name, or a position among its siblings, such as the second argument.
        var label: Label

        enum Label {
            case none
            case token(Int)
            case ordinal(Int)
        }
    }

    init(file: SourceFile, tokens: [Token], dialect: Dialect) {
        self.file = file
        self.tokens = tokens
        self.dialect = dialect
    }

    // MARK: - Tokens

    var kind: TokenKind { tokens[position].kind }

    func kind(ahead distance: Int) -> TokenKind { tokens[min(position + distance, tokens.count - 1)].kind }

    func at(_ kind: TokenKind) -> Bool { tokens[position].kind == kind }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func eat(_ kind: TokenKind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: TokenKind, _ what: @autoclosure () -> String) throws(ParseFailure) {
        guard eat(kind) else { throw expected("`\(kind.spelling ?? "")` \(what())") }
    }

    func text(at index: Int) -> String { file.text(in: tokens[index].offsets) }

    // MARK: - Ranges

    func range(at index: Int) -> SourceRange { SourceRange(file: file, offsets: tokens[index].offsets) }

    /// The current token; at the end of the file the last token before it, so that there is something to point at.
    var here: SourceRange { range(at: at(.endOfFile) && position > 0 ? position - 1 : position) }

    /// From a token to the last one that was taken.
    func range(from start: Int) -> SourceRange {
        let first = Int(tokens[start].start)
        return SourceRange(file: file, offsets: first..<max(first, Int(tokens[max(position - 1, 0)].end)))
    }

    /// The place behind the last token, where something is missing.
    var insertionPoint: SourceRange {
        let end = position > 0 ? Int(tokens[position - 1].end) : Int(tokens[0].start)
        return SourceRange(file: file, offsets: end..<end)
    }

    /// Whether a line break stands before the token.
    func startsLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        return file.bytes[Int(tokens[index - 1].end)..<Int(tokens[index].start)].contains(UInt8(ascii: "\n"))
    }

    // MARK: - Names

    /// An `identifier` token with its escaping underscore dropped.
    mutating func takeName() -> NameSyntax {
        let token = tokens[position]
        let isEscaped = token.kind == .identifier && file.bytes[Int(token.start)] == UInt8(ascii: "_")
        let start = Int(token.start) + (isEscaped ? 1 : 0)
        let name = NameSyntax(
            text: String(decoding: file.bytes[start..<Int(token.end)], as: UTF8.self), range: range(at: position),
            isEscaped: isEscaped)
        advance()
        return name
    }

    /// The name that a definition or member gets; `what` completes "expected a name for …".
    mutating func parseName(_ what: String) throws(ParseFailure) -> NameSyntax {
        guard at(.identifier) else { throw expectedName(what) }
        let name = takeName()
        if name.isEscaped || name.text == "toString" { checkReserved(name) }
        return name
    }

    /// A reference to a definition, as after `:` and `includes`.
    mutating func parseReference(_ what: String) throws(ParseFailure) -> NameSyntax {
        guard at(.identifier) else { throw expectedName(what) }
        return takeName()
    }

    private mutating func expectedName(_ what: String) -> ParseFailure {
        guard kind.isKeyword, let spelling = kind.spelling, !startsLine(position) else { return expected("a name for \(what)") }
        return fail(
            "keyword-as-name",
            "`\(spelling)` is a keyword and cannot name \(what); write `_\(spelling)` for the name `\(spelling)`, or choose another"
        )
    }

    /// Web IDL 2.1: no identifier but an argument's is `constructor`, `toString` or starts with an underscore.
    private mutating func checkReserved(_ name: NameSyntax) {
        if name.text == "constructor" || name.text == "toString" {
            report(
                .error, "reserved-identifier",
                "`\(name.text)` means something to JavaScript itself and cannot be a name here; choose another",
                at: name.range)
        } else if name.text.utf8.first == UInt8(ascii: "_") {
            report(
                .error, "reserved-identifier", "a name cannot start with an underscore; the first one only escapes keywords",
                at: name.range)
        }
    }
}
