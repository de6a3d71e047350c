/// A default value or the value of a constant; numbers keep their spelling.
package struct DefaultValueSyntax: SyntaxNode {
    package enum Kind: Equatable, Sendable {
        case boolean(Bool)
        /// Decimal, hexadecimal (`0x…`) or octal (`0…`), perhaps with a leading `-`.
        case integer(String)
        case decimal(String)
        case infinity(isNegative: Bool)
        case notANumber
        /// The text between the quotes.
        case string(String)
        case null
        case undefined
        case emptySequence
        case emptyDictionary
    }
    package var kind: Kind
    package var range: SourceRange
}

extension Parser {
    /// `Default`
    mutating func parseDefault() throws(ParseFailure) -> DefaultValueSyntax? {
        guard eat(.equals) else { return nil }
        return try parseDefaultValue()
    }

    /// `DefaultValue`, of which `ConstValue` is a part.
    mutating func parseDefaultValue() throws(ParseFailure) -> DefaultValueSyntax {
        let start = position
        let value: DefaultValueSyntax.Kind
        switch kind {
        case .true: value = .boolean(true)
        case .false: value = .boolean(false)
        case .integer: value = .integer(text(at: position))
        case .decimal: value = .decimal(text(at: position))
        case .infinity: value = .infinity(isNegative: false)
        case .negativeInfinity: value = .infinity(isNegative: true)
        case .notANumber: value = .notANumber
        case .string: value = .string(stringContent(position))
        case .null: value = .null
        case .undefined: value = .undefined
        case .leftBracket:
            advance()
            guard at(.rightBracket) else { throw fail("syntax", "a default sequence can only be empty: `[]`") }
            value = .emptySequence
        case .leftBrace:
            advance()
            guard at(.rightBrace) else { throw fail("syntax", "a default dictionary can only be empty: `{}`") }
            value = .emptyDictionary
        default: throw expectedValue()
        }
        advance()
        return DefaultValueSyntax(kind: value, range: range(from: start))
    }

    private mutating func expectedValue() -> ParseFailure {
        if at(.minus), kind(ahead: 1) == .infinity {
            let both = SourceRange(
                file: file, offsets: tokens[position].offsets.lowerBound..<tokens[position + 1].offsets.upperBound)
            return fail(
                "syntax", "`-Infinity` is written without a space", at: both,
                fixIts: [fixIt("remove the space", replace: both, with: "-Infinity")])
        }
        if at(.identifier) {
            return fail(
                "syntax",
                "expected a literal value, found the name `\(text(at: position))`; the value of an enum is written in quotes")
        }
        return expected("a value, such as `0`, `true` or `\"text\"`")
    }
}
