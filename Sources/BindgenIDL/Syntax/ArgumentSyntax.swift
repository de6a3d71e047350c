/// `T n`, `optional T n = default` or `T... n`.
package struct ArgumentSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isOptional: Bool
    package var isVariadic: Bool
    package var type: TypeSyntax
    package var name: NameSyntax
    package var defaultValue: DefaultValueSyntax?
    package var range: SourceRange
}
