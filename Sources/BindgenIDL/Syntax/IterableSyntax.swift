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

extension Parser {
    /// `Iterable`, `AsyncIterable`, `MaplikeRest`, `SetlikeRest`
    mutating func parseIterable(_ head: DeclarationHead, isReadonly: Bool) throws(ParseFailure) -> IterableSyntax {
        let keyword = position
        let isLegacyAsync = at(.identifier)
        if isLegacyAsync { advance() }
        let kind: IterableSyntax.Kind =
            switch self.kind {
            case .maplike: .maplike
            case .setlike: .setlike
            case .asyncIterable: .asyncIterable
            default: isLegacyAsync ? .asyncIterable : .iterable
            }
        advance()
        let keywordRange = range(from: keyword)
        enter(kind.rawValue, .none)
        defer { leave() }
        if isLegacyAsync {
            reportLegacy(
                "legacy-async-iterable", "`async iterable` is now spelled `async_iterable`", at: keywordRange,
                fixIts: [fixIt("replace by `async_iterable`", replace: keywordRange, with: "async_iterable")])
        }
        let types = try parseIterableTypes(kind)
        let arguments = try parseIterableArguments(kind)
        try endStatement("`\(kind.rawValue)<…>`")
        return IterableSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, kind: kind, keywordRange: keywordRange,
            isLegacyAsync: isLegacyAsync, isReadonly: isReadonly, keyType: types.key, valueType: types.value,
            arguments: arguments,
            range: range(from: head.start))
    }

    private mutating func parseIterableTypes(
        _ kind: IterableSyntax.Kind
    ) throws(ParseFailure) -> (key: TypeSyntax?, value: TypeSyntax) {
        try expect(.less, "and a type after `\(kind.rawValue)`")
        let first = try parseTypeWithExtendedAttributes(after: "`\(kind.rawValue)<`")
        var second: TypeSyntax?
        if at(.comma) {
            if kind == .setlike { throw fail("syntax", "`setlike` has one type, found `,`; for pairs write `maplike`") }
            advance()
            second = try parseTypeWithExtendedAttributes(after: "`,`")
        } else if kind == .maplike {
            throw fail("syntax", "expected `,` and the type of the values: `maplike` has a key and a value type")
        }
        try expect(.greater, "after the types of `\(kind.rawValue)`")
        return second.map { (first, $0) } ?? (nil, first)
    }

    private mutating func parseIterableArguments(_ kind: IterableSyntax.Kind) throws(ParseFailure) -> [ArgumentSyntax] {
        guard at(.leftParenthesis) else { return [] }
        if kind != .asyncIterable { throw fail("syntax", "only `async_iterable` has arguments, `\(kind.rawValue)` has none") }
        return try parseArguments()
    }
}
