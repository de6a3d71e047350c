/// `dictionary D : E { … };` and `partial dictionary D { … };`.
package struct DictionarySyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// The dictionary it inherits from; never present in a partial one.
    package var inheritance: NameSyntax?
    package var members: [DictionaryMemberSyntax]
    package var range: SourceRange
}

/// `required T name;` or `T name = default;`.
package struct DictionaryMemberSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isRequired: Bool
    package var type: TypeSyntax
    package var name: NameSyntax
    package var defaultValue: DefaultValueSyntax?
    package var range: SourceRange
}
