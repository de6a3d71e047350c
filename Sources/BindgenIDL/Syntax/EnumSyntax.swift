/// `enum E { "a", "b" };`.
package struct EnumSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var name: NameSyntax
    package var values: [EnumValueSyntax]
    package var range: SourceRange
}

/// One value of an enumeration.
package struct EnumValueSyntax: SyntaxNode {
    /// The text between the quotes; Web IDL strings have no escapes.
    package var text: String
    package var documentation: String?
    /// The string token, quotes included.
    package var range: SourceRange
}
