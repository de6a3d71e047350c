/// `T n`, `optional T n = default` or `T... n`.
package struct ArgumentSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isOptional: Bool
    package var isVariadic: Bool
    package var type: TypeSyntax
    package var name: NameSyntax
    package var defaultValue: DefaultValueSyntax?
    package var range: SourceRange
}

extension Parser {
    /// `"(" ArgumentList ")"`
    mutating func parseArguments() throws(ParseFailure) -> [ArgumentSyntax] {
        let open = position
        try expect(.leftParenthesis, "to open the list of arguments")
        var arguments: [ArgumentSyntax] = []
        if eat(.rightParenthesis) { return arguments }
        while true {
            arguments.append(try parseArgument(number: arguments.count + 1))
            if eat(.comma) { continue }
            if eat(.rightParenthesis) { return arguments }
            throw fail(
                "syntax", "expected `,` or `)` after the argument, found \(currentDescription)",
                notes: startsLine(position)
                    ? [Diagnostic.Note(message: "the list of arguments starts here", range: range(at: open))] : [])
        }
    }

    /// `Argument`
    private mutating func parseArgument(number: Int) throws(ParseFailure) -> ArgumentSyntax {
        enter("argument", .ordinal(number))
        defer { leave() }
        let start = position
        let attributes = isForeignArray ? ExtendedAttributeListSyntax() : try parseExtendedAttributes()
        if at(.leftBracket), let first = attributes.range { throw failDoubleList(first) }
        let documentation = documentation(before: start, orBefore: position)
        let isOptional = eat(.optional)
        let type: TypeSyntax =
            isOptional ? try parseTypeWithExtendedAttributes(after: "`optional`") : try parseMemberType("an argument")
        let ellipsis = position
        let isVariadic = eat(.ellipsis)
        if isVariadic, isOptional {
            report(
                .error, "optional-variadic", "a variadic argument cannot be `optional`: it may always be left out",
                at: range(at: ellipsis))
        }
        if !isOptional, !isVariadic, startsType, case .named(let word) = type.kind,
            !at(.identifier) || self.kind(ahead: 1) == .identifier,
            let failure = failMisspelled(word, candidates: ["optional"])
        {
            throw failure
        }
        if case .named(let word) = type.kind, at(.comma) || at(.rightParenthesis) {
            throw fail("syntax", "the argument needs a type and a name, and has only `\(word.text)`", at: word.range)
        }
        let name = try parseArgumentName()
        nameCrumb()
        let equals = position
        let defaultValue = try parseDefault()
        if defaultValue != nil, !isOptional {
            let insertion = SourceRange(file: file, offsets: type.range.offsets.lowerBound..<type.range.offsets.lowerBound)
            report(
                .error, "default-without-optional",
                isVariadic ? "a variadic argument cannot have a default" : "only an `optional` argument can have a default",
                at: range(from: equals),
                fixIts: isVariadic ? [] : [fixIt("insert `optional`", replace: insertion, with: "optional ")])
        }
        return ArgumentSyntax(
            extendedAttributes: attributes, documentation: documentation, isOptional: isOptional, isVariadic: isVariadic,
            type: type,
            name: name, defaultValue: defaultValue, range: range(from: start))
    }

    /// `ArgumentName`
    private mutating func parseArgumentName() throws(ParseFailure) -> NameSyntax {
        if at(.identifier) || kind.isArgumentNameKeyword { return takeName() }
        if at(.period) {
            throw fail("syntax", "expected a name for the argument, found `.`; `...` is written without spaces")
        }
        return try parseReference("the argument")
    }
}
