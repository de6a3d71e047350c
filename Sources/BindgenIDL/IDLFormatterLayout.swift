extension IDLFormatter {
    /// The width of the tokens on one line.
    func flatWidth(_ range: Range<Int>) -> Int {
        var width = 0
        for index in range {
            if index > range.lowerBound, spacing.hasSpace(before: index) { width += 1 }
            width += tokens[index].offsets.count
        }
        return width
    }

    func hasInnerComments(_ range: Range<Int>) -> Bool {
        range.dropFirst().contains { hasComment(before: $0) }
    }

    /// The tokens on one line where they fit and no comment forbids it, else broken at the outermost list.
    mutating func writeBroken(_ range: Range<Int>, isAttributes: Bool) {
        writeIndentationIfNeeded()
        let hasComments = hasInnerComments(range)
        let fits = column + flatWidth(range) <= IDLFormatter.lineLength
        let breaks = fits && !hasComments ? [] : breakPoints(in: range, isAttributes: isAttributes)
        let extra = isAttributes ? 1 : 2 * IDLFormatter.indentationWidth
        for index in range {
            if index > range.lowerBound { writeSeparator(before: index, breaks: breaks, extra: extra) }
            text += tokenText(index)
        }
    }

    /// The columns written on the current line.
    private var column: Int {
        var count = 0
        for byte in text.utf8.reversed() {
            if byte == UInt8(ascii: "\n") { break }
            count += 1
        }
        return count
    }

    /// A space, a line break or comments with what they need around them.
    private mutating func writeSeparator(before index: Int, breaks: Set<Int>, extra: Int) {
        let indented = kind(index) == .rightBrace ? 0 : extra
        var breaksLine = breaks.contains(index)
        var sawBreak = false
        for piece in trivia(before: index) {
            switch piece {
            case .lineBreaks:
                sawBreak = true
            case .lineComment(let comment):
                writeGap(sawBreak, indented)
                text += comment
                breaksLine = true
                sawBreak = true
            case .blockComment(let comment):
                writeGap(sawBreak, indented)
                text += aligned(comment)
                if sawBreak { breaksLine = true }
                sawBreak = false
            }
        }
        if breaksLine {
            endLine()
            writeIndentationIfNeeded(extra: indented)
        } else if spacing.hasSpace(before: index) || text.utf8.last == UInt8(ascii: "/") {
            text += " "
        }
    }

    private mutating func writeGap(_ onNewLine: Bool, _ extra: Int) {
        if onNewLine {
            endLine()
            writeIndentationIfNeeded(extra: extra)
        } else if text.utf8.last != UInt8(ascii: "\n"), text.utf8.last != UInt8(ascii: " ") {
            text += " "
        }
    }

    /// The tokens that start a new line: behind the commas of the last list at the outermost level, or before its `or`.
    private func breakPoints(in range: Range<Int>, isAttributes: Bool) -> Set<Int> {
        guard let list = outermostList(in: range, isAttributes: isAttributes) else { return [] }
        var points: Set<Int> = []
        var depth = 0
        for index in list {
            switch kind(index) {
            case .leftParenthesis, .leftBracket, .leftBrace:
                depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace:
                depth -= 1
                if depth == 0, kind(index) == .rightBrace { points.insert(index) }
            case .comma where depth == 1: if index + 1 < list.upperBound - 1 { points.insert(index + 1) }
            case .or where depth == 1: points.insert(index)
            default: break
            }
        }
        if !isAttributes, list.count > 2 { points.insert(list.lowerBound + 1) }
        return points
    }

    /// From the opening to the closing bracket of the last list that stands at the outermost level.
    private func outermostList(in range: Range<Int>, isAttributes: Bool) -> Range<Int>? {
        var depth = 0
        var start = range.lowerBound
        var found: Range<Int>?
        for index in range {
            switch kind(index) {
            case .leftParenthesis, .leftBracket, .leftBrace:
                if depth == 0 { start = index }
                depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace:
                depth -= 1
                let isWanted = isAttributes ? kind(start) == .leftBracket : kind(start) != .leftBracket
                if depth == 0, isWanted, index > start + 1 { found = start..<index + 1 }
            default: break
            }
        }
        return found
    }
}
