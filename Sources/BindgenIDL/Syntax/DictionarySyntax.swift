/// `dictionary D : E { … };` and `partial dictionary D { … };`.
package struct DictionarySyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// The dictionary it inherits from; never present in a partial one.
    package var inheritance: NameSyntax?
    package var members: [DictionaryMemberSyntax]
    package var range: SourceRange
}

/// `required T name;` or `T name = default;`.
package struct DictionaryMemberSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isRequired: Bool
    package var type: TypeSyntax
    package var name: NameSyntax
    package var defaultValue: DefaultValueSyntax?
    package var range: SourceRange
}

extension Parser {
    /// `Dictionary`, `PartialDictionary`
    mutating func parseDictionary(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> DictionarySyntax {
        advance()
        let name = try parseName("the dictionary")
        enter(isPartial ? "partial dictionary" : "dictionary")
        defer { leave() }
        let inheritance = try parseInheritance(isPartial: isPartial, "dictionary")
        var members: [DictionaryMemberSyntax] = []
        try parseBody("dictionary") { (parser) throws(ParseFailure) in
            members.append(try parser.parseDictionaryMember())
        }
        return DictionarySyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: isPartial, name: name,
            inheritance: inheritance, members: members, range: range(from: head.start))
    }

    /// `DictionaryMember`
    mutating func parseDictionaryMember() throws(ParseFailure) -> DictionaryMemberSyntax {
        let start = position
        let attributes = isForeignArray ? ExtendedAttributeListSyntax() : try parseExtendedAttributes()
        let documentation = documentation(before: start, orBefore: position)
        let isRequired = eat(.required)
        if at(.leftBracket), !isRequired, let first = attributes.range { throw failDoubleList(first) }
        let type =
            isRequired
            ? try parseTypeWithExtendedAttributes(after: "`required`") : try parseMemberType("a type for the dictionary member")
        if !isRequired, startsType, case .named(let word) = type.kind, !at(.identifier) || kind(ahead: 1) == .identifier,
            let failure = failMisspelled(word, candidates: ["required"])
        {
            throw failure
        }
        let name = try parseName("the dictionary member")
        enter("member")
        defer { leave() }
        let defaultValue = try parseDefault()
        if isRequired, let defaultValue {
            report(
                .error, "required-default",
                "a required member is always given, so it cannot have a default; remove `required` or the default",
                at: defaultValue.range)
        }
        try endStatement("the dictionary member")
        return DictionaryMemberSyntax(
            extendedAttributes: attributes, documentation: documentation, isRequired: isRequired, type: type, name: name,
            defaultValue: defaultValue, range: range(from: start))
    }
}
