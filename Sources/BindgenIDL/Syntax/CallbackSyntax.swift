/// `callback F = R (…);`.
package struct CallbackFunctionSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    /// `callback constructor`, an extension of older engines; refused in the standard dialect.
    package var isConstructor: Bool
    package var name: NameSyntax
    package var returnType: TypeSyntax
    package var arguments: [ArgumentSyntax]
    /// From the opening to the closing parenthesis.
    package var argumentsRange: SourceRange
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

extension Parser {
    /// `"callback" CallbackRestOrInterface`
    mutating func parseCallback(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> DefinitionSyntax {
        advance()
        if at(.interface) { return .callbackInterface(try parseCallbackInterface(head, isPartial: isPartial)) }
        return .callbackFunction(try parseCallbackFunction(head))
    }

    /// `CallbackRest`
    private mutating func parseCallbackFunction(_ head: DeclarationHead) throws(ParseFailure) -> CallbackFunctionSyntax {
        let keyword = position
        let isConstructor = eat(.constructor)
        if isConstructor {
            reportLegacy(
                "callback-constructor", "`callback constructor` is not part of Web IDL", at: range(at: keyword))
        }
        let name = try parseName("the callback")
        enter("callback")
        defer { leave() }
        try expect(.equals, "and a return type after the name of the callback")
        let returnType = try parseType(after: "`=` of the callback")
        let open = position
        let arguments = try parseArguments()
        let argumentsRange = range(from: open)
        try endStatement("the callback")
        return CallbackFunctionSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isConstructor: isConstructor, name: name,
            returnType: returnType, arguments: arguments, argumentsRange: argumentsRange, range: range(from: head.start))
    }

    private mutating func parseCallbackInterface(
        _ head: DeclarationHead, isPartial: Bool
    ) throws(ParseFailure) -> CallbackInterfaceSyntax {
        let keyword = position
        advance()
        let name = try parseName("the callback interface")
        enter(isPartial ? "partial callback interface" : "callback interface")
        defer { leave() }
        if isPartial {
            reportLegacy("partial-callback-interface", "a callback interface cannot be partial", at: range(from: keyword))
        }
        if at(.colon) { throw fail("syntax", "a callback interface cannot inherit") }
        let members = try parseMembers(of: .callbackInterface)
        return CallbackInterfaceSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: isPartial, name: name,
            members: members.list, range: range(from: head.start))
    }
}
