/// A piece of the white space and comments before a token.
enum Trivia: Equatable {
    /// So many line breaks in a row, spaces dropped.
    case lineBreaks(Int)
    /// `//…` without the line break.
    case lineComment(String)
    /// `/* … */`
    case blockComment(String)

    var isComment: Bool {
        if case .lineBreaks = self { return false }
        return true
    }

    /// The pieces in order; spaces alone give nothing.
    static func pieces(of bytes: ArraySlice<UInt8>) -> [Trivia] {
        var pieces: [Trivia] = []
        var breaks = 0
        var index = bytes.startIndex
        func flush() {
            if breaks > 0 { pieces.append(.lineBreaks(breaks)) }
            breaks = 0
        }
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.endIndex else {
                if bytes[index] == UInt8(ascii: "\n") { breaks += 1 }
                index += 1
                continue
            }
            flush()
            let isBlock = bytes[index + 1] == UInt8(ascii: "*")
            let end =
                isBlock
                ? endOfBlock(bytes, from: index + 2) : bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let text = String(decoding: bytes[index..<end], as: UTF8.self)
            pieces.append(isBlock ? .blockComment(text) : .lineComment(trimmedEnd(text)))
            index = end
        }
        flush()
        return pieces
    }

    private static func endOfBlock(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 1 < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return bytes.endIndex
    }

    static func trimmedEnd(_ text: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView(text.unicodeScalars)
        while let last = scalars.last, last == " " || last == "\t" || last == "\r" { scalars.removeLast() }
        return String(scalars)
    }
}
