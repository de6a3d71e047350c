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

extension Parser {
    /// `OptionalReadOnly AttributeRest`, behind the special keyword.
    mutating func parseAttribute(
        _ head: DeclarationHead, special: AttributeSyntax.Special?
    ) throws(ParseFailure) -> AttributeSyntax {
        let readonly = position
        let isReadonly = eat(.readonly)
        if isReadonly, special == .inherit {
            report(
                .error, "inherit-readonly", "an attribute that inherits its getter adds a setter, so it cannot be `readonly`",
                at: range(at: readonly))
        }
        guard eat(.attribute) else {
            let what =
                isReadonly && special == nil && (at(.iterable) || at(.asyncIterable))
                ? "`attribute`, `maplike` or `setlike` after `readonly`; an iterable is always readonly"
                : "`attribute`"
            throw expected(what)
        }
        let type = try parseTypeWithExtendedAttributes(after: "`attribute`")
        if at(.required) {
            advance()
            let name = NameSyntax(text: "required", range: range(at: position - 1))
            return try finishAttribute(head, special, isReadonly, type, name)
        }
        let name = try parseName("the attribute")
        return try finishAttribute(head, special, isReadonly, type, name)
    }

    private mutating func finishAttribute(
        _ head: DeclarationHead, _ special: AttributeSyntax.Special?, _ isReadonly: Bool, _ type: TypeSyntax, _ name: NameSyntax
    ) throws(ParseFailure) -> AttributeSyntax {
        enter("attribute")
        defer { leave() }
        try endStatement("the attribute")
        return AttributeSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, special: special, isReadonly: isReadonly,
            type: type, name: name, range: range(from: head.start))
    }
}
