/// `interface mixin M { … };` and `partial interface mixin M { … };`.
package struct MixinSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// Constants, attributes, regular operations and stringifiers.
    package var members: [MemberSyntax]
    package var range: SourceRange
}
