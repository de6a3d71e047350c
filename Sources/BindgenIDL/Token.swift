/// A token by its place in the file's bytes. The trivia before it (white space and comments) reaches from the end of the token
/// before to `start`, so that tokens and trivia together are the text.
package struct Token: Sendable {
    package var kind: TokenKind
    package var start: UInt32
    package var end: UInt32

    package init(kind: TokenKind, start: Int, end: Int) {
        self.kind = kind
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    package var offsets: Range<Int> { Int(start)..<Int(end) }
}

/// The terminals of the grammar. Keywords and punctuation have their spelling in `TokenKind.spelling`.
package enum TokenKind: UInt8, CaseIterable, Sendable {
    case endOfFile, identifier, integer, decimal, string
    /// Any character that no other terminal takes.
    case other
    // Punctuation.
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace, less, greater
    case comma, semicolon, colon, equals, question, asterisk, minus, period, ellipsis
    // Keywords that are also argument names (ArgumentNameKeyword).
    case attribute, callback, const, constructor, deleter, dictionary, `enum`, getter, includes, inherit, interface, iterable
    case maplike, mixin, namespace, partial, readonly, required, setlike, setter, `static`, stringifier, typedef, unrestricted
    // The other keywords.
    case negativeInfinity, infinity, notANumber, `true`, `false`, null, or, optional, undefined
    case asyncIterable, asyncSequence, sequence, record, promise, frozenArray, observableArray
    case any, object, symbol, boolean, byte, octet, bigint, short, unsigned, long, float, double
    case byteString, domString, usvString
    case arrayBuffer, sharedArrayBuffer, dataView, int8Array, int16Array, int32Array, uint8Array, uint16Array, uint32Array
    case uint8ClampedArray, bigInt64Array, bigUint64Array, float16Array, float32Array, float64Array
}
