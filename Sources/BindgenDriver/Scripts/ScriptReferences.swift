/// What an ES module refers to, and what it exports.
struct ScriptReferences {
    enum Kind {
        /// `import … from "x"`, `import "x"`, `export … from "x"`, `import("x")`.
        case module
        /// `new URL("x", import.meta.url)`: a file, or the place of one.
        case resource
    }

    struct Reference {
        var specifier: String
        var kind: Kind
        var offsets: Range<Int>
    }

    private(set) var references: [Reference] = []
    /// Each `import(…)` of something that is only known when it runs.
    private(set) var computed: [Range<Int>] = []
    /// Where the text cannot be understood any further.
    let faultOffset: Int?
    /// The names it exports; more than that where a declaration is long.
    private(set) var exports: Set<String> = []
    /// Whether it exports names that only another module knows: `export * from "x"`.
    private(set) var exportsOthers = false

    private let tokens: [(token: ScriptTokens.Token, offsets: Range<Int>)]

    init(_ bytes: [UInt8]) {
        let text = ScriptTokens(bytes)
        tokens = text.tokens
        faultOffset = text.faultOffset
        for index in tokens.indices {
            guard case .word(let word) = tokens[index].token, !isName(index) else { continue }
            switch word {
            case "import": readImport(index)
            case "export": readExport(index)
            case "new": readURL(index)
            default: break
            }
        }
    }

    private func token(_ index: Int) -> ScriptTokens.Token? { tokens.indices.contains(index) ? tokens[index].token : nil }

    private func isPunctuator(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        token(index) == .punctuator(UInt8(ascii: character))
    }

    /// `a.import`, `{ import: 1 }`.
    private func isName(_ index: Int) -> Bool {
        isPunctuator(index - 1, ".") || isPunctuator(index + 1, ":")
    }

    private mutating func add(_ index: Int, _ kind: Kind = .module) {
        guard case .string(let text)? = token(index) else { return }
        references.append(Reference(specifier: text, kind: kind, offsets: tokens[index].offsets))
    }

    private mutating func readImport(_ index: Int) {
        if isPunctuator(index + 1, "(") { return readCall(index) }
        if case .string? = token(index + 1) { return add(index + 1) }
        if let source = sourceOfClause(from: index + 1) { add(source) }
    }

    /// `import(…)`, unless it is a method of that name.
    private mutating func readCall(_ index: Int) {
        if case .string? = token(index + 2), isPunctuator(index + 3, ")") || isPunctuator(index + 3, ",") {
            return add(index + 2)
        }
        var depth = 0
        var end = index + 1
        while end < tokens.count {
            if isPunctuator(end, "(") { depth += 1 }
            if isPunctuator(end, ")") { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        if end < tokens.count, !isPunctuator(end + 1, "{") {
            computed.append(tokens[index].offsets.lowerBound..<tokens[end].offsets.upperBound)
        }
    }

    /// The string behind the `from` of an import or export clause, which holds names, `*`, commas and one pair of braces.
    private func sourceOfClause(from start: Int) -> Int? {
        var index = start
        var isInBraces = false
        while let token = token(index) {
            switch token {
            case .word("from") where !isInBraces:
                if case .string? = self.token(index + 1) { return index + 1 }
            case .word, .punctuator(UInt8(ascii: ",")), .punctuator(UInt8(ascii: "*")): break
            case .string where isInBraces: break
            case .punctuator(UInt8(ascii: "{")) where !isInBraces: isInBraces = true
            case .punctuator(UInt8(ascii: "}")) where isInBraces: isInBraces = false
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// `new URL("x", import.meta.url)`
    private mutating func readURL(_ index: Int) {
        let form: [ScriptTokens.Token] = [
            .punctuator(UInt8(ascii: ",")), .word("import"), .punctuator(UInt8(ascii: ".")), .word("meta"),
            .punctuator(UInt8(ascii: ".")), .word("url"),
        ]
        guard token(index + 1) == .word("URL"), isPunctuator(index + 2, "("), case .string? = token(index + 3),
            form.indices.allSatisfy({ token(index + 4 + $0) == form[$0] })
        else { return }
        add(index + 3, .resource)
    }

    // MARK: - Exports

    private mutating func readExport(_ index: Int) {
        switch token(index + 1) {
        case .punctuator(UInt8(ascii: "*"))?:
            if token(index + 2) == .word("as") { addName(index + 3) } else { exportsOthers = true }
            if let source = sourceOfClause(from: index + 1) { add(source) }
        case .punctuator(UInt8(ascii: "{"))?:
            readList(index + 2)
            if let source = sourceOfClause(from: index + 1) { add(source) }
        case .word("default")?: exports.insert("default")
        case .word?: readDeclaration(index + 1)
        default: break
        }
    }

    private mutating func addName(_ index: Int) {
        switch token(index) {
        case .word(let name)?, .string(let name)?: exports.insert(name)
        default: break
        }
    }

    /// `{ a, b as c, d as "e" }`
    private mutating func readList(_ start: Int) {
        var index = start
        while index < tokens.count, !isPunctuator(index, "}") {
            if isPunctuator(index + 1, ",") || isPunctuator(index + 1, "}") { addName(index) }
            index += 1
        }
    }

    /// `const a = 1, { b, c: [d] } = e;`, `async function* f`, `class G`: every word up to the end of the statement may be a name.
    private mutating func readDeclaration(_ start: Int) {
        guard case .word(let word)? = token(start) else { return }
        if word == "class" { return addName(start + 1) }
        if word == "function" || word == "async" {
            for index in start...(start + 3) where !isPunctuator(index, "*") { addName(index) }
            return
        }
        var index = start + 1
        while let token = token(index), token != .punctuator(UInt8(ascii: ";")), token != .word("export") {
            addName(index)
            index += 1
        }
    }
}
