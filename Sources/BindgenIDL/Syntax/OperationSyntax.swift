/// `[static | getter | setter | deleter] T n(…);`, and `stringifier;` as an operation without a return type.
package struct OperationSyntax: DocumentedSyntax {
    package enum Special: String, Sendable {
        case `static`, getter, setter, deleter, stringifier
    }
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var special: Special?
    /// The keyword in `special`.
    package var specialRange: SourceRange?
    /// Nil for `stringifier;` alone.
    package var returnType: TypeSyntax?
    /// Nil only for special operations without a name.
    package var name: NameSyntax?
    package var arguments: [ArgumentSyntax]
    /// From the opening to the closing parenthesis; nil for `stringifier;` alone.
    package var argumentsRange: SourceRange?
    package var range: SourceRange
}

/// `constructor(…);`.
package struct ConstructorSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// The keyword `constructor`.
    package var keywordRange: SourceRange
    package var arguments: [ArgumentSyntax]
    package var range: SourceRange
}
