/// `namespace N { … };` and `partial namespace N { … };`.
package struct NamespaceSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// Constants, readonly attributes and regular operations.
    package var members: [MemberSyntax]
    package var range: SourceRange
}

extension Parser {
    /// `Namespace`
    mutating func parseNamespace(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> NamespaceSyntax {
        advance()
        let name = try parseName("the namespace")
        enter(isPartial ? "partial namespace" : "namespace")
        defer { leave() }
        if at(.colon) { throw fail("syntax", "a namespace cannot inherit") }
        let members = try parseMembers(of: .namespace)
        return NamespaceSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: isPartial, name: name,
            members: members.list, range: range(from: head.start))
    }
}
