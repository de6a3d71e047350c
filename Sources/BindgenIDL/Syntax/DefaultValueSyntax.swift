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
