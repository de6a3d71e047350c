/// `[A, B=x, …]`, or nothing.
package struct ExtendedAttributeListSyntax: RandomAccessCollection, Sendable {
    package var attributes: [ExtendedAttributeSyntax]
    /// From `[` to `]`; nil where there is no list.
    package var range: SourceRange?

    package init(attributes: [ExtendedAttributeSyntax] = [], range: SourceRange? = nil) {
        self.attributes = attributes
        self.range = range
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { attributes.count }
    package subscript(index: Int) -> ExtendedAttributeSyntax { attributes[index] }

    /// The first attribute of this (canonical) name.
    package func first(named name: String) -> ExtendedAttributeSyntax? {
        attributes.first { $0.canonicalName == name }
    }
}

/// One extended attribute in any of the forms of Web IDL 2.14, or any other balanced tokens.
package struct ExtendedAttributeSyntax: SyntaxNode {
    package enum Value: Sendable {
        /// `[A]`
        case none
        /// `[A=x]`
        case identifier(NameSyntax)
        /// `[A="x"]`
        case string(LiteralSyntax)
        /// `[A=1]`
        case integer(LiteralSyntax)
        /// `[A=1.5]`
        case decimal(LiteralSyntax)
        /// `[A=*]`
        case wildcard
        /// `[A=(x,y)]`
        case identifierList([NameSyntax])
        /// `[A=("x","y")]`
        case stringList([LiteralSyntax])
        /// `[A=(1,2)]`
        case integerList([LiteralSyntax])
        /// `[A=(1.5,2.5)]`
        case decimalList([LiteralSyntax])
        /// `[A(…)]`
        case arguments([ArgumentSyntax])
        /// `[A=f(…)]`
        case namedArguments(NameSyntax, [ArgumentSyntax])
        /// Balanced tokens of no known form; the text after the name, or the whole text where there is no name.
        case other(String)
    }

    /// Empty, at the first token, where the attribute does not start with a name.
    package var name: NameSyntax
    package var value: Value
    /// What stands after the name (`=` excluded); nil for `[A]`.
    package var valueRange: SourceRange?
    package var range: SourceRange

    /// The name that the standard uses today: `LegacyUnforgeable` for the history form `Unforgeable`.
    package var canonicalName: String { LegacyAttributeNames.renamed[name.text] ?? name.text }
}

/// A string or number token.
package struct LiteralSyntax: SyntaxNode {
    /// A number as spelled; the text between the quotes of a string.
    package var text: String
    package var range: SourceRange
}

/// The extended attributes that Web IDL renamed when it marked them as legacy.
package enum LegacyAttributeNames {
    package static let renamed: [String: String] = [
        "LenientSetter": "LegacyLenientSetter",
        "LenientThis": "LegacyLenientThis",
        "NamedConstructor": "LegacyFactoryFunction",
        "NoInterfaceObject": "LegacyNoInterfaceObject",
        "OverrideBuiltins": "LegacyOverrideBuiltIns",
        "TreatNonObjectAsNull": "LegacyTreatNonObjectAsNull",
        "TreatNullAs": "LegacyNullToEmptyString",
        "Unforgeable": "LegacyUnforgeable",
    ]
}
