/// `enum E { "a", "b" };`.
package struct EnumSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var name: NameSyntax
    package var values: [EnumValueSyntax]
    package var range: SourceRange
}

/// One value of an enumeration.
package struct EnumValueSyntax: SyntaxNode {
    /// The text between the quotes; Web IDL strings have no escapes.
    package var text: String
    package var documentation: String?
    /// The string token, quotes included.
    package var range: SourceRange
}

extension Parser {
    /// `Enum`
    mutating func parseEnum(_ head: DeclarationHead) throws(ParseFailure) -> EnumSyntax {
        advance()
        let name = try parseName("the enum")
        enter("enum")
        defer { leave() }
        let brace = position
        try expect(.leftBrace, "and the values after the name of the enum")
        let values = try parseEnumValues()
        try closeBody(openedAt: brace, "enum")
        return EnumSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, name: name, values: values,
            range: range(from: head.start))
    }

    /// `EnumValueList`
    private mutating func parseEnumValues() throws(ParseFailure) -> [EnumValueSyntax] {
        guard !at(.rightBrace) else {
            throw fail("enum-empty", "an enum needs at least one value, such as `\"value\"`")
        }
        var values: [EnumValueSyntax] = []
        while at(.string) {
            values.append(
                EnumValueSyntax(
                    text: stringContent(position), documentation: documentation(before: position), range: range(at: position)))
            advance()
            if eat(.comma) { continue }
            guard at(.string) else { break }
            report(
                .error, "enum-comma", "expected `,` between the values of the enum", at: here,
                fixIts: [fixIt("insert `,`", replace: insertionPoint, with: ",")])
        }
        guard at(.rightBrace) || at(.endOfFile) || kind.startsDefinition else {
            if at(.identifier) || kind.isKeyword {
                throw fail(
                    "syntax", "the values of an enum are strings; write `\"\(text(at: position))\"`",
                    fixIts: [fixIt("put it in quotes", replace: here, with: "\"\(text(at: position))\"")])
            }
            throw expected(values.isEmpty ? "a value of the enum as a string" : "`,`, a string or `}` in the enum")
        }
        return values
    }

    /// The text between the quotes of a string token.
    func stringContent(_ index: Int) -> String {
        let offsets = tokens[index].offsets
        let end =
            offsets.count > 1 && file.bytes[offsets.upperBound - 1] == UInt8(ascii: "\"")
            ? offsets.upperBound - 1 : offsets.upperBound
        return file.text(in: offsets.lowerBound + 1..<max(end, offsets.lowerBound + 1))
    }
}
