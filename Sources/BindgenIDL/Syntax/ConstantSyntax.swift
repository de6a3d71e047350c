/// `const T n = value;`.
package struct ConstantSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// A primitive type or a name.
    package var type: TypeSyntax
    package var name: NameSyntax
    /// A boolean, an integer, a decimal, an infinity or NaN.
    package var value: DefaultValueSyntax
    package var range: SourceRange
}
