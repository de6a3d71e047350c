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

extension Parser {
    /// `Const`
    mutating func parseConstant(_ head: DeclarationHead) throws(ParseFailure) -> ConstantSyntax {
        advance()
        let typeStart = position
        let type = try parseType(after: "`const`")
        try checkConstantType(type, at: typeStart)
        let name = try parseName("the constant")
        enter("const")
        defer { leave() }
        try expect(.equals, "and a value after the name of the constant")
        let value = try parseDefaultValue()
        switch value.kind {
        case .boolean, .integer, .decimal, .infinity, .notANumber: break
        default:
            throw fail("const-value", "a constant is a boolean or a number", at: value.range)
        }
        try endStatement("the constant")
        return ConstantSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, type: type, name: name, value: value,
            range: range(from: head.start))
    }

    /// `ConstType`
    private mutating func checkConstantType(_ type: TypeSyntax, at start: Int) throws(ParseFailure) {
        if let question = type.nullableRange {
            throw fail(
                "const-type", "the type of a constant cannot be nullable", at: question,
                fixIts: [fixIt("remove `?`", replace: question, with: "")])
        }
        switch type.kind {
        case .named: return
        case .builtin(let builtin) where builtin.isPrimitive: return
        default: throw fail("const-type", "a constant has a boolean or number type", at: type.range)
        }
    }
}
