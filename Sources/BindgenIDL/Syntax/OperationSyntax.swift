/// `[static | getter | setter | deleter] T n(…);`, and `stringifier;` as an operation without a return type.
package struct OperationSyntax: DocumentedSyntax {
    package enum Special: String, Sendable {
        case `static`, getter, setter, deleter, stringifier
    }
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var special: Special?
    /// The keyword in `special`.
    package var specialRange: SourceRange?
    /// Nil for `stringifier;` alone.
    package var returnType: TypeSyntax?
    /// The grammar lets every operation do without a name; the rules want one unless it is a getter, setter, deleter or
    /// stringifier.
    package var name: NameSyntax?
    package var arguments: [ArgumentSyntax]
    /// From the opening to the closing parenthesis; nil for `stringifier;` alone.
    package var argumentsRange: SourceRange?
    package var range: SourceRange
}

/// `constructor(…);`.
package struct ConstructorSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// The keyword `constructor`.
    package var keywordRange: SourceRange
    package var arguments: [ArgumentSyntax]
    package var range: SourceRange

    package init(
        extendedAttributes: ExtendedAttributeListSyntax, documentation: String? = nil, keywordRange: SourceRange,
        arguments: [ArgumentSyntax], range: SourceRange
    ) {
        self.extendedAttributes = extendedAttributes
        self.documentation = documentation
        self.keywordRange = keywordRange
        self.arguments = arguments
        self.range = range
    }
}

extension Parser {
    /// `SpecialOperation`
    mutating func parseSpecialOperation(_ head: DeclarationHead) throws(ParseFailure) -> OperationSyntax {
        let keyword = position
        let special: OperationSyntax.Special = at(.getter) ? .getter : at(.setter) ? .setter : .deleter
        advance()
        return try parseOperation(head, special: special, keyword: keyword)
    }

    /// `RegularOperation` behind the special keyword, which stands at `keyword`.
    mutating func parseOperation(
        _ head: DeclarationHead, special: OperationSyntax.Special?, keyword: Int?
    ) throws(ParseFailure) -> OperationSyntax {
        let returnType = try parseMemberType(
            keyword == nil ? "a member" : "a return type after `\(special?.rawValue ?? "")`")
        var name: NameSyntax?
        let isNamed = at(.identifier) || at(.includes)
        if isNamed {
            name = at(.includes) ? takeName() : try parseName("the operation")
            enter("operation")
        } else if let special {
            enter(special.rawValue, .none)
        }
        defer { if name != nil || special != nil { leave() } }
        guard at(.leftParenthesis) else { throw expectedOperation(special, returnType, name) }
        if name != nil, case .named(let word) = returnType.kind, word.text == "func" || word.text == "function",
            !declares(word.text)
        {
            throw expected("a type before the name of the operation")
        }
        let open = position
        let arguments = try parseArguments()
        let argumentsRange = range(from: open)
        try endStatement("the operation")
        return OperationSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, special: special,
            specialRange: keyword.map { range(at: $0) }, returnType: returnType, name: name, arguments: arguments,
            argumentsRange: argumentsRange, range: range(from: head.start))
    }

    private static let memberKeywords = [
        "attribute", "readonly", "static", "getter", "setter", "deleter", "stringifier", "inherit", "const",
    ]

    /// A word that was read as a type but seems to be a keyword with a slip.
    mutating func failMisspelled(_ word: NameSyntax, candidates: [String]) -> ParseFailure? {
        guard let keyword = NearestName.findOnly(word.text, in: candidates) else { return nil }
        return fail(
            "syntax", "there is no keyword `\(word.text)`; did you mean `\(keyword)`?", at: word.range,
            fixIts: [fixIt("replace by `\(keyword)`", replace: word.range, with: keyword)])
    }

    /// Neither `(` nor a name follows the type: say what the member might have been.
    private mutating func expectedOperation(
        _ special: OperationSyntax.Special?, _ type: TypeSyntax, _ name: NameSyntax?
    ) -> ParseFailure {
        if name != nil {
            if at(.semicolon), special == nil {
                let (written, name) = (file.text(in: type.range.offsets), name?.text ?? "")
                return fail(
                    "syntax",
                    "expected `(` after the name of the operation, found `;`; write `attribute \(written) \(name);` for a property, or "
                        + "`\(written) \(name)();` for an operation")
            }
            if at(.identifier), special == nil, case .named(let word) = type.kind,
                let failure = failMisspelled(word, candidates: Parser.memberKeywords)
            {
                return failure
            }
            return expected("`(` after the name of the operation")
        }
        if special == nil, case .named(let word) = type.kind, startsType || kind.isKeyword,
            let failure = failMisspelled(word, candidates: Parser.memberKeywords)
        {
            return failure
        }
        if special == nil, kind.isKeyword, !startsType || kind(ahead: 1) == .leftParenthesis, let spelling = kind.spelling {
            return fail(
                "keyword-as-name",
                "`\(spelling)` is a keyword and cannot name the operation; write `_\(spelling)` for the name `\(spelling)`"
            )
        }
        return expected("a name or `(` after the return type of the operation")
    }

    /// `Stringifier`
    mutating func parseStringifier(_ head: DeclarationHead) throws(ParseFailure) -> MemberSyntax {
        let keyword = position
        advance()
        if at(.attribute) || at(.readonly) { return .attribute(try parseAttribute(head, special: .stringifier)) }
        if at(.semicolon) {
            advance()
            return .operation(
                OperationSyntax(
                    extendedAttributes: head.attributes, documentation: head.documentation, special: .stringifier,
                    specialRange: range(at: keyword), returnType: nil, name: nil, arguments: [], argumentsRange: nil,
                    range: range(from: head.start)))
        }
        guard startsType else { throw expected("`;` or `attribute` after `stringifier`") }
        let operation = try parseOperation(head, special: .stringifier, keyword: keyword)
        let statement = SourceRange(file: file, offsets: tokens[keyword].offsets.lowerBound..<operation.range.offsets.upperBound)
        let isNamed = operation.name != nil
        reportLegacy(
            "legacy-stringifier",
            "`stringifier` with an operation is no longer part of Web IDL; write `stringifier;`"
                + (isNamed ? " and the operation by itself" : ""),
            at: range(at: keyword),
            fixIts: [
                fixIt(
                    "use the short form", replace: statement,
                    with: isNamed ? "stringifier; \(rest(of: operation))" : "stringifier;")
            ])
        return .operation(operation)
    }

    /// The operation as written, without its special keyword.
    private func rest(of operation: OperationSyntax) -> String {
        let start = operation.returnType?.range.offsets.lowerBound ?? operation.range.offsets.lowerBound
        return file.text(in: start..<operation.range.offsets.upperBound)
    }

    /// `Constructor`
    mutating func parseConstructor(_ head: DeclarationHead) throws(ParseFailure) -> ConstructorSyntax {
        let keyword = position
        advance()
        enter("constructor", .none)
        defer { leave() }
        let arguments = try parseArguments()
        try endStatement("the constructor")
        return ConstructorSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, keywordRange: range(at: keyword),
            arguments: arguments, range: range(from: head.start))
    }
}
