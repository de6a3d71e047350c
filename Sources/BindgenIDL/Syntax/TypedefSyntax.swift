/// `typedef T N;`. Attributes of the type stand in `type.extendedAttributes`.
package struct TypedefSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var type: TypeSyntax
    package var name: NameSyntax
    package var range: SourceRange
}
