/// Definitions in the way of another language.
extension ForeignReader {
    /// A definition that can be said in Web IDL as a whole, and its name.
    static func definition(_ parser: Parser, at start: Int) -> (answer: ForeignAnswer, name: String?)? {
        var reader = ForeignReader(parser, at: start)
        guard var found = reader.definition() else { return nil }
        if !reader.eat(.semicolon), reader.kind == .leftBrace {
            _ = reader.skipBrackets()
            found.answer.isSure = false
        }
        found.answer.isSure = found.answer.isSure && reader.isSure && !found.answer.isAdvice
        found.answer.end = reader.position
        return found
    }

    private mutating func definition() -> (answer: ForeignAnswer, name: String?)? {
        guard isWord else { return nil }
        switch text {
        case "func", "function", "async": return function()
        case "type", "typealias": return alias()
        case "enum": return enumeration()
        case "callback": return callback()
        case "import", "package", "module", "use", "using":
            return statement("all files of one module are one set, so nothing is imported", .typeScript)
        case "const", "let", "var":
            return statement("in a namespace it is `const double name = 1;`, or `readonly attribute double name;`", .typeScript)
        default: return nil
        }
    }

    /// What has no Web IDL; it ends with its line.
    private mutating func statement(_ advice: String, _ language: ForeignAnswer.Language) -> (
        answer: ForeignAnswer, name: String?
    )? {
        guard kind(ahead: 1) != .semicolon, kind(ahead: 1) != .endOfFile else { return nil }
        repeat { advance() } while !startsLine && kind != .semicolon && kind != .endOfFile
        return (ForeignAnswer(language: language, text: advice, isAdvice: true, end: position), nil)
    }

    private mutating func function() -> (answer: ForeignAnswer, name: String?)? {
        guard let member = asMember() else { return nil }
        position = member.end
        let text = "functions stand in a namespace: `namespace Name { \(member.text) };`"
        var answer = ForeignAnswer(language: member.language, text: text, isAdvice: true, end: position)
        answer.callbacks = member.callbacks
        callbacks = member.callbacks
        return (answer, nil)
    }

    /// `type X = T`, `typealias X = T`. An object type has members of its own and is read by the parser.
    private mutating func alias() -> (answer: ForeignAnswer, name: String?)? {
        let language: ForeignAnswer.Language = text == "type" ? .typeScript : .swift
        advance()
        guard kind == .identifier else { return nil }
        let name = text
        advance()
        guard eat(.equals) else { return nil }
        if isAt("|") { advance() }
        if kind == .string || isAt("'") {
            guard let values = literals() else { return nil }
            return (
                ForeignAnswer(
                    language: language, text: "enum \(name) { \(values.joined(separator: ", ")) };", isSure: true, end: position),
                name
            )
        }
        guard let type = type() else { return nil }
        if callbacks.count == 1, let callback = callbacks.first, type == "Callback" {
            callbacks = []
            isSure = true
            let text = "callback \(name)" + callback.dropFirst("callback Callback".count)
            return (ForeignAnswer(language: language, text: text, isSure: !text.contains("value"), end: position), name)
        }
        return (ForeignAnswer(language: language, text: "typedef \(type) \(name);", isSure: true, end: position), name)
    }

    /// `"a" | "b"`
    private mutating func literals() -> [String]? {
        var values: [String] = []
        repeat {
            guard let value = literal() else { return nil }
            values.append(value)
            guard isAt("|") else { return values }
            advance()
        } while true
    }

    private mutating func literal() -> String? {
        if kind == .string {
            defer { advance() }
            return text
        }
        guard isAt("'") else { return nil }
        let start = tokens[position].offsets.upperBound
        repeat { advance() } while !isAt("'") && !startsLine && kind != .endOfFile
        guard isAt("'") else { return nil }
        defer { advance() }
        return "\"\(file.text(in: start..<tokens[position].offsets.lowerBound))\""
    }

    /// `enum X: String { case a, b = "c" }`, `enum X { A, B = "b" }`.
    private mutating func enumeration() -> (answer: ForeignAnswer, name: String?)? {
        advance()
        guard kind == .identifier else { return nil }
        let name = text
        advance()
        var language = ForeignAnswer.Language.typeScript
        var isForeign = false
        if eat(.colon) {
            (language, isForeign) = (.swift, true)
            while kind != .leftBrace, kind != .endOfFile, kind != .semicolon { advance() }
        }
        guard eat(.leftBrace) else { return nil }
        var values: [String] = []
        while kind != .rightBrace {
            if eat("case") { (language, isForeign) = (.swift, true) }
            guard isWord else { return nil }
            var value = "\"\(text)\""
            advance()
            // What a case carries has no place in an enum.
            if kind == .leftParenthesis { return nil }
            if eat(.equals) {
                isForeign = true
                if let literal = literal() {
                    value = literal
                } else {
                    // The numbers of a TypeScript enum are no values of a Web IDL enum.
                    isSure = false
                    advance()
                }
            } else if language == .typeScript {
                isSure = false
            }
            values.append(value)
            if !eat(.comma) { _ = eat(.semicolon) }
        }
        advance()
        // Without the words of another language, only the quotes are missing.
        if values.isEmpty || !isForeign { return nil }
        return (
            ForeignAnswer(
                language: language, text: "enum \(name) { \(values.joined(separator: ", ")) };", isSure: true, end: position),
            name
        )
    }

    /// `callback F = (x: T) => R;`, or `callback F = R (x: T);`.
    private mutating func callback() -> (answer: ForeignAnswer, name: String?)? {
        advance()
        guard kind == .identifier else { return nil }
        let name = text
        advance()
        guard eat(.equals), let type = type() else { return nil }
        if callbacks.count == 1, let callback = callbacks.first, type == "Callback" {
            callbacks = []
            return (
                ForeignAnswer(
                    language: .typeScript, text: "callback \(name)" + callback.dropFirst("callback Callback".count), end: position
                ),
                name
            )
        }
        guard kind == .leftParenthesis, let arguments = parameters(), annotationCount > 0 else { return nil }
        return (
            ForeignAnswer(language: nil, text: "callback \(name) = \(type) (\(arguments));", isSure: true, end: position), name
        )
    }
}
