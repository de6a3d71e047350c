extension Parser {
    /// `ExtendedAttributeList`
    mutating func parseExtendedAttributes() throws(ParseFailure) -> ExtendedAttributeListSyntax {
        guard at(.leftBracket) else { return ExtendedAttributeListSyntax() }
        let start = position
        let checkpoint = checkpoint
        var attributes: [ExtendedAttributeSyntax] = []
        do throws(ParseFailure) {
            try enterNesting()
            try parseAttributeList(into: &attributes)
            leaveNesting()
        } catch {
            // The list ends where its brackets balance; what it belongs to can be read all the same.
            unwind(to: checkpoint)
            guard let end = matchingBracket(of: start) else { throw error }
            position = end + 1
        }
        return ExtendedAttributeListSyntax(attributes: attributes, range: range(from: start))
    }

    private mutating func parseAttributeList(into attributes: inout [ExtendedAttributeSyntax]) throws(ParseFailure) {
        let open = position
        advance()
        if at(.rightBracket) {
            let both = SourceRange(file: file, offsets: tokens[open].offsets.lowerBound..<tokens[position].offsets.upperBound)
            throw fail(
                "empty-attribute-list", "a list of extended attributes cannot be empty",
                fixIts: [fixIt("remove `[]`", replace: both, with: "")])
        }
        while true {
            let attribute = try parseExtendedAttribute()
            attributes.append(attribute)
            checkLegacyName(attribute)
            if eat(.comma) { continue }
            if eat(.rightBracket) { return }
            throw fail(
                "syntax", "expected `,` or `]` in the list of extended attributes, found \(currentDescription)",
                notes: startsLine(position) ? [Diagnostic.Note(message: "the list starts here", range: range(at: open))] : [])
        }
    }

    /// Two lists in a row.
    mutating func failDoubleList(_ first: SourceRange) -> ParseFailure {
        fail(
            "double-attribute-list", "a list of extended attributes stands before this one already; join them: `[A, B]`",
            notes: [Diagnostic.Note(message: "the first list is here", range: first)])
    }

    /// The `]` that ends the list opened at `start`, looked for up to the next `;` outside of it.
    func matchingBracket(of start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < tokens.count - 1 {
            switch tokens[index].kind {
            case .leftBracket, .leftParenthesis, .leftBrace: depth += 1
            case .rightBracket, .rightParenthesis, .rightBrace:
                depth -= 1
                if depth == 0 { return tokens[index].kind == .rightBracket ? index : nil }
            case .semicolon: return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    // MARK: - One attribute

    /// `ExtendedAttribute`: one of the forms of Web IDL 2.14, else any balanced tokens.
    ///
    /// An attribute that the standard defines has to have one of its forms; what others define is theirs.
    private mutating func parseExtendedAttribute() throws(ParseFailure) -> ExtendedAttributeSyntax {
        let checkpoint = checkpoint
        let reported = diagnostics.count
        guard at(.identifier) else { return try parseOtherAttribute(name: nil, start: checkpoint.position) }
        let isKnown = StandardAttributes.names.contains(text(at: position))
        let name = takeName()
        enter("extended attribute")
        defer { leave() }
        do throws(ParseFailure) {
            let value = try parseAttributeValue()
            guard at(.comma) || at(.rightBracket) || isKnown || at(.endOfFile) else { throw ParseFailure() }
            let hasValue = if case .none = value { false } else { true }
            return ExtendedAttributeSyntax(
                name: name, value: value, valueRange: hasValue ? valueRange(from: checkpoint.position) : nil,
                range: range(from: checkpoint.position))
        } catch {
            if isKnown || nesting >= Parser.deepestNesting { throw error }
            retract(downTo: reported)
            position = checkpoint.position + 1
            trail.removeLast(max(0, trail.count - checkpoint.trail - 1))
            nesting = checkpoint.nesting
            return try parseOtherAttribute(name: name, start: checkpoint.position)
        }
    }

    /// What stands behind the name at `start`, without the `=`.
    private func valueRange(from start: Int) -> SourceRange {
        range(from: start + 1 < position && tokens[start + 1].kind == .equals ? start + 2 : start + 1)
    }

    private mutating func parseAttributeValue() throws(ParseFailure) -> ExtendedAttributeSyntax.Value {
        if at(.leftParenthesis) { return .arguments(try parseArguments()) }
        guard eat(.equals) else { return .none }
        switch kind {
        case .identifier:
            let name = takeName()
            return at(.leftParenthesis) ? .namedArguments(name, try parseArguments()) : .identifier(name)
        case .string: return .string(takeLiteral())
        case .integer: return .integer(takeLiteral())
        case .decimal: return .decimal(takeLiteral())
        case .asterisk:
            advance()
            return .wildcard
        case .leftParenthesis: return try parseAttributeValueList()
        default: throw expected("a value after `=`: a name, a string, a number, `*` or a list in parentheses")
        }
    }

    /// `"(" IdentifierList ")"`, `"(" IntegerList ")"`, and lists of strings and decimals, which webidl2.js knows too.
    private mutating func parseAttributeValueList() throws(ParseFailure) -> ExtendedAttributeSyntax.Value {
        advance()
        let element = kind
        var names: [NameSyntax] = []
        var literals: [LiteralSyntax] = []
        repeat {
            guard at(element) else { throw expected("a list of one kind of value") }
            switch element {
            case .identifier: names.append(takeName())
            case .string, .integer, .decimal: literals.append(takeLiteral())
            default: throw expected("names, strings or numbers in the list")
            }
        } while eat(.comma)
        try expect(.rightParenthesis, "after the list of values")
        switch element {
        case .identifier: return .identifierList(names)
        case .string: return .stringList(literals)
        case .integer: return .integerList(literals)
        default: return .decimalList(literals)
        }
    }

    private mutating func takeLiteral() -> LiteralSyntax {
        let text = at(.string) ? stringContent(position) : text(at: position)
        advance()
        return LiteralSyntax(text: text, range: range(at: position - 1))
    }

    /// Balanced tokens up to the next `,` or `]` outside of brackets.
    private mutating func parseOtherAttribute(name: NameSyntax?, start: Int) throws(ParseFailure) -> ExtendedAttributeSyntax {
        let valueStart = position
        var closers: [TokenKind] = []
        scan: while !at(.endOfFile) {
            switch kind {
            case .leftParenthesis: closers.append(.rightParenthesis)
            case .leftBracket: closers.append(.rightBracket)
            case .leftBrace: closers.append(.rightBrace)
            case .comma where closers.isEmpty: break scan
            case .rightParenthesis, .rightBracket, .rightBrace:
                guard let closer = closers.popLast() else { break scan }
                guard closer == kind else { throw expected("`\(closer.spelling ?? "")`") }
            default: break
            }
            if closers.count > Parser.deepestNesting {
                throw fail("nesting-depth", "this nests more than \(Parser.deepestNesting) levels deep")
            }
            advance()
        }
        guard position > start else { throw expected("an extended attribute") }
        let anchor = tokens[start].offsets.lowerBound
        return ExtendedAttributeSyntax(
            name: name ?? NameSyntax(text: "", range: SourceRange(file: file, offsets: anchor..<anchor)),
            value: .other(position > valueStart ? file.text(in: range(from: valueStart).offsets) : ""),
            valueRange: position > valueStart ? range(from: valueStart) : nil, range: range(from: start))
    }

    // MARK: - History

    /// The attributes that became `Legacy…`.
    private mutating func checkLegacyName(_ attribute: ExtendedAttributeSyntax) {
        let old = attribute.name.text
        guard let new = LegacyAttributeNames.renamed[old] else { return }
        let dropsValue = old == "TreatNullAs"
        if dropsValue, case .identifier(let name) = attribute.value, name.text != "EmptyString" {
            return reportLegacy(
                "legacy-attribute-name", "`[\(old)]` is no longer part of Web IDL; `[\(new)]` reads null as \"\"",
                at: attribute.name.range)
        }
        reportLegacy(
            "legacy-attribute-name", "`[\(old)]` is now spelled `[\(new)]`", at: attribute.name.range,
            fixIts: [
                fixIt("replace by `\(new)`", replace: dropsValue ? attribute.range : attribute.name.range, with: new)
            ])
    }

    /// The bytes to delete in order to remove one attribute: with its comma, or the whole list when it is the only one.
    func rangeToRemove(_ index: Int, of list: ExtendedAttributeListSyntax) -> SourceRange {
        let own = list[index].range.offsets
        guard list.count > 1, let whole = list.range else { return list.range ?? list[index].range }
        let offsets =
            index + 1 < list.count
            ? own.lowerBound..<list[index + 1].range.offsets.lowerBound
            : list[index - 1].range.offsets.upperBound..<own.upperBound
        return SourceRange(file: file, offsets: offsets.clamped(to: whole.offsets))
    }
}

/// The extended attributes that Web IDL defines, today or in its history: they have to have one of the standard's forms.
enum StandardAttributes {
    static let names: Set<String> = Set(LegacyAttributeNames.renamed.keys).union(LegacyAttributeNames.renamed.values).union([
        "AllowResizable", "AllowShared", "CEReactions", "Clamp", "Constructor", "CrossOriginIsolated", "Default", "EnforceRange",
        "Exposed", "Global", "HTMLConstructor", "LegacyNamespace", "LegacyUnenumerableNamedProperties", "LegacyWindowAlias",
        "NewObject", "PutForwards", "Reflect", "Replaceable", "SameObject", "SecureContext", "Serializable", "Transferable",
        "Unscopable",
    ])
}
