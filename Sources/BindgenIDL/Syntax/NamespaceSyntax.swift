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
