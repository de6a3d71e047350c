/// `A includes M;`.
package struct IncludesSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// The interface that gets the members.
    package var target: NameSyntax
    package var mixin: NameSyntax
    package var range: SourceRange
}
