/// A piece of the syntax tree: it knows the bytes from its first token to its last.
package protocol SyntaxNode: Sendable {
    var range: SourceRange { get }
}

/// A node that may carry extended attributes and a documentation comment.
package protocol DocumentedSyntax: SyntaxNode {
    /// The `[…]` list before it; empty where there is none.
    var extendedAttributes: ExtendedAttributeListSyntax { get }
    /// The text of the `///` or `/** */` comment directly before it, markers removed, lines kept.
    var documentation: String? { get }
}

/// An identifier where it stands in the text.
package struct NameSyntax: SyntaxNode {
    /// The identifier itself: the leading underscore that escapes a keyword is dropped (Web IDL 2.1).
    package var text: String
    package var range: SourceRange
    /// Whether the source spells it with an escaping underscore.
    package var isEscaped: Bool

    package init(text: String, range: SourceRange, isEscaped: Bool = false) {
        self.text = text
        self.range = range
        self.isEscaped = isEscaped
    }
}
