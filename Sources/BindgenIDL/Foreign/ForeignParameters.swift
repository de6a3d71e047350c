/// Arguments in the way of another language.
extension ForeignReader {
    /// `( … )`, as a list of Web IDL arguments without the parentheses.
    mutating func parameters() -> String? {
        guard eat(.leftParenthesis) else { return nil }
        var list: [String] = []
        if eat(.rightParenthesis) { return "" }
        repeat {
            guard let parameter = parameter() else { return nil }
            list.append(parameter)
        } while eat(.comma) && kind != .rightParenthesis
        guard eat(.rightParenthesis) else { return nil }
        return list.joined(separator: ", ")
    }

    /// The argument that starts here, written with a colon; nil for any other.
    static func argument(_ parser: Parser, at start: Int) -> ForeignAnswer? {
        var reader = ForeignReader(parser, at: start)
        guard let text = reader.annotated() else { return nil }
        let isEnd = reader.kind == .comma || reader.kind == .rightParenthesis
        return ForeignAnswer(
            language: nil, text: text, isSure: reader.isSure && isEnd, end: isEnd ? reader.position : start)
    }

    private mutating func parameter() -> String? {
        let start = position
        let wasSure = isSure
        if let text = annotated() { return text }
        (position, isSure) = (start, wasSure)
        return webIDLArgument()
    }

    /// `name: T`, `_ name: T`, `label name: T = value`, `name?: T`, `...name: T[]`.
    mutating func annotated() -> String? {
        let isVariadic = eat(.ellipsis)
        while kind == .identifier, ["public", "private", "protected"].contains(text), kind(ahead: 1) == .identifier { advance() }
        if kind == .readonly, kind(ahead: 1) == .identifier { advance() }
        if kind == .optional, kind(ahead: 1) == .identifier { advance() }
        var name: String
        if kind == .other, text == "_" {
            advance()
            name = text
        } else {
            guard isWord else { return nil }
            name = text
            // The label and the name.
            if kind(ahead: 1) == .identifier, kind(ahead: 2) == .colon {
                advance()
                isSure = isSure && text == name
                name = text
            }
        }
        guard isWord else { return nil }
        advance()
        let isOptional = eat(.question)
        guard eat(.colon), var type = type() else { return nil }
        annotationCount += 1
        if eat(.ellipsis) { return "\(type)... \(name)" }
        if isVariadic {
            guard type.hasPrefix("sequence<") else { return nil }
            type = String(type.dropFirst("sequence<".count).dropLast())
            return "\(type)... \(name)"
        }
        let isNamed = name == "constructor" ? "_constructor" : Self.argumentName(name)
        guard eat(.equals) else { return "\(isOptional ? "optional " : "")\(type) \(isNamed)" }
        guard let value = value() else { return nil }
        return "optional \(type) \(isNamed) = \(value)"
    }

    /// The name of an argument may be one of many keywords.
    private static func argumentName(_ name: String) -> String {
        let kind = KeywordTable.shared.kind(of: Array(name.utf8), in: 0..<name.utf8.count)
        return kind.isArgumentNameKeyword ? name : escaped(name)
    }

    /// A default value.
    private mutating func value() -> String? {
        switch kind {
        case .integer, .decimal, .string, .true, .false, .null:
            let value = text
            advance()
            return value
        case .leftBracket where kind(ahead: 1) == .rightBracket, .leftBrace where kind(ahead: 1) == .rightBrace:
            let value = text + text(at: position + 1)
            advance()
            advance()
            return value
        case .identifier where text == "nil":
            advance()
            return "null"
        case .period where kind(ahead: 1) == .identifier:
            advance()
            isSure = false
            let value = "\"\(text)\""
            advance()
            return value
        default: return nil
        }
    }

    /// An argument as Web IDL has it, as it is written.
    private mutating func webIDLArgument() -> String? {
        let start = position
        var depth = 0
        while kind != .endOfFile {
            switch kind {
            case .comma where depth == 0, .rightParenthesis where depth == 0:
                guard position > start else { return nil }
                return file.text(in: tokens[start].offsets.lowerBound..<tokens[position - 1].offsets.upperBound)
            case .leftParenthesis, .less, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .greater, .rightBracket, .rightBrace: depth -= 1
            case .semicolon, .colon: return nil
            default: break
            }
            advance()
        }
        return nil
    }
}
