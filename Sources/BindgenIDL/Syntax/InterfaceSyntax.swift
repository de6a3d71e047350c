/// `interface A : B { … };` and `partial interface A { … };`.
package struct InterfaceSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// The interface it inherits from; never present in a partial one.
    package var inheritance: NameSyntax?
    package var members: [MemberSyntax]
    /// The history form `[Constructor(…)]`, read as constructor operations; empty in the standard dialect.
    package var legacyConstructors: [ConstructorSyntax]
    package var range: SourceRange
}
