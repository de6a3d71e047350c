/// `callback F = R (…);`.
package struct CallbackFunctionSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// `callback constructor`, an extension of older engines; refused in the standard dialect.
    package var isConstructor: Bool
    package var name: NameSyntax
    package var returnType: TypeSyntax
    package var arguments: [ArgumentSyntax]
    package var range: SourceRange
}

/// `callback interface C { … };`.
package struct CallbackInterfaceSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// `partial callback interface`, a history form that some specifications used.
    package var isPartial: Bool
    package var name: NameSyntax
    /// Constants and regular operations.
    package var members: [MemberSyntax]
    package var range: SourceRange
}
