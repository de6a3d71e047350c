/// `typedef T N;`. Attributes of the type stand in `type.extendedAttributes`.
package struct TypedefSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var type: TypeSyntax
    package var name: NameSyntax
    package var range: SourceRange
}

extension Parser {
    /// `Typedef`
    mutating func parseTypedef(_ head: DeclarationHead) throws(ParseFailure) -> TypedefSyntax {
        advance()
        let type = try parseTypeWithExtendedAttributes(after: "`typedef`")
        let name = try parseName("the typedef")
        enter("typedef")
        defer { leave() }
        try endStatement("the typedef")
        return TypedefSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, type: type, name: name,
            range: range(from: head.start))
    }
}
