/// `A includes M;`.
package struct IncludesSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// The interface that gets the members.
    package var target: NameSyntax
    package var mixin: NameSyntax
    package var range: SourceRange
}

extension Parser {
    /// `IncludesStatement`
    mutating func parseIncludes(_ head: DeclarationHead) throws(ParseFailure) -> IncludesSyntax {
        let target = takeName()
        advance()
        let mixin = try parseReference("the mixin to include")
        try endStatement("the `includes` statement")
        return IncludesSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, target: target, mixin: mixin,
            range: range(from: head.start))
    }
}
