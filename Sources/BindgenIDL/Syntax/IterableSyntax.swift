/// `iterable<…>;`, `async_iterable<…>(…);`, `[readonly] maplike<…>;` and `[readonly] setlike<…>;`.
package struct IterableSyntax: DocumentedSyntax {
    package enum Kind: String, Sendable {
        case iterable
        case asyncIterable = "async_iterable"
        case maplike
        case setlike
    }
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var kind: Kind
    /// The keyword of the kind; both words of the history form `async iterable`.
    package var keywordRange: SourceRange
    /// Whether it is spelled `async iterable`, the form before `async_iterable`.
    package var isLegacyAsync: Bool
    package var isReadonly: Bool
    /// The key type of a map or of a pair iterator.
    package var keyType: TypeSyntax?
    package var valueType: TypeSyntax
    /// Only `async_iterable` has arguments.
    package var arguments: [ArgumentSyntax]
    package var range: SourceRange
}
