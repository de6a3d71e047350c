/// `[static | stringifier | inherit] [readonly] attribute T n;`.
package struct AttributeSyntax: DocumentedSyntax {
    package enum Special: String, Sendable {
        case `static`, stringifier, inherit
    }
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var special: Special?
    package var isReadonly: Bool
    package var type: TypeSyntax
    package var name: NameSyntax
    package var range: SourceRange
}
