/// Text of the user's that goes into Markdown (CommonMark 0.31, as npm and GitHub show it).
enum MarkdownText {
    /// Text as a code span, whatever it holds (6.1): a span ends at a run of as many backticks as it began with.
    static func code(_ text: String) -> String {
        let line = oneLine(text)
        let fence = String(repeating: "`", count: longestRunOfBackticks(line) + 1)
        let pad = line.hasPrefix("`") || line.hasSuffix("`") || line.isEmpty ? " " : ""
        return fence + pad + line + pad + fence
    }

    /// Text on a line of its own, nothing of which is markup.
    static func plain(_ text: String) -> String {
        let line = oneLine(text)
        return String(line.flatMap { punctuation.contains($0) ? ["\\", $0] : [$0] })
    }

    private static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }) { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static let punctuation: Set<Character> = [
        "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", "!", "|", "&", "~",
    ]

    /// A documentation comment as the lines of a block.
    ///
    /// Comments are written as Markdown, so code, emphasis, links, lists and fenced code keep their meaning. What could reach
    /// beyond the comment or load something does not: headings, rules, quotes, HTML, images, reference definitions, and code that
    /// does not end are text.
    static func documentation(_ text: String) -> [String] {
        var result: [String] = []
        var paragraph: [String] = []
        func endParagraph() {
            if !paragraph.isEmpty { result += inline(paragraph.joined(separator: "\n")) }
            paragraph = []
        }
        let verbatim = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = verbatim.map { $0.drop { $0.isWhitespace } }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let end = endOfFence(lines, from: index) {
                endParagraph()
                // Deeper fences would be indented code; what stands between them is as the user indented it.
                result += [String(line)] + verbatim[(index + 1)..<end].map(String.init) + [String(lines[end])]
                index = end
            } else if line.isEmpty {
                endParagraph()
                if result.last != "" { result.append("") }
            } else {
                // A list item begins a block, and no code span goes from one block to the next.
                if isListItem(line) { endParagraph() }
                paragraph.append(literalStart(line))
            }
            index += 1
        }
        endParagraph()
        while result.last == "" { result.removeLast() }
        return result
    }

    /// The last line of the fenced code that begins at a line, where it does and ends (4.5).
    private static func endOfFence(_ lines: [Substring], from start: Int) -> Int? {
        let fence = lines[start].prefix { $0 == "`" }
        guard fence.count >= 3, !lines[start].dropFirst(fence.count).contains("`") else { return nil }
        return lines[(start + 1)...].firstIndex { line in
            let closing = line.prefix { $0 == "`" }
            return closing.count >= fence.count && line.dropFirst(closing.count).allSatisfy(\.isWhitespace)
        }
    }

    private static func isListItem(_ line: Substring) -> Bool { markerLength(line) > 0 }

    /// The length of the marker of a list item (5.2), or 0.
    private static func markerLength(_ line: Substring) -> Int {
        let number = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(number.count)
        guard let first = rest.first, rest.dropFirst().first?.isWhitespace ?? true else { return 0 }
        let isMarker = number.isEmpty ? "-*+".contains(first) : (first == "." || first == ")") && number.count < 10
        return isMarker ? number.count + 1 : 0
    }

    /// The line with what would make more of it than a line of a paragraph or an item of a list made literal: headings (4.2, 4.3),
    /// rules (4.1), quotes (5.1), fences that do not end, tables, reference definitions (4.7).
    private static func literalStart(_ line: Substring) -> String {
        guard let first = line.first else { return "" }
        let isRule = "-*_=".contains(first) && line.allSatisfy { $0 == first || $0.isWhitespace }
        let isLink = line.drop { $0 != "]" }.hasPrefix("](")
        let isStart = "#>|~".contains(first) || (first == "[" && !isLink)
        if isRule || isStart { return "\\" + line }
        let marker = markerLength(line)
        if marker == 0 { return String(line) }
        let content = line.dropFirst(marker).drop { $0.isWhitespace }
        return line.prefix(marker) + " " + literalStart(content)
    }

    /// The lines of a paragraph with code spans as they are, and HTML, images and single backticks made literal.
    private static func inline(_ paragraph: String) -> [String] {
        // Most comments are words.
        let isPlain = paragraph.utf8.allSatisfy { !markup.contains($0) }
        if isPlain { return paragraph.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let characters = Array(paragraph)
        var text = ""
        var index = 0
        while index < characters.count {
            let character = characters[index]
            switch character {
            case "\\" where index + 1 < characters.count && characters[index + 1] != "\n":
                text += [character, characters[index + 1]]
                index += 2
            case "`":
                let count = characters[index...].prefix { $0 == "`" }.count
                if let end = endOfSpan(characters, after: index + count, count: count) {
                    text += String(characters[index..<end])
                    index = end
                } else {
                    text += String(repeating: "\\`", count: count)
                    index += count
                }
            case "<":
                text += "&lt;"
                index += 1
            case "!" where index + 1 < characters.count && characters[index + 1] == "[":
                text += "\\!"
                index += 1
            default:
                text.append(character)
                index += 1
            }
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static let markup: Set<UInt8> = [UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "!")]

    /// Where the code span ends whose opening run of `count` backticks ends at `start`.
    ///
    /// A span that goes on in the next line may turn out to be none, because a line can begin a block: HTML, or fenced code, which
    /// three backticks at the start of this one would be too.
    private static func endOfSpan(_ characters: [Character], after start: Int, count: Int) -> Int? {
        var index = start
        while index < characters.count {
            if characters[index] == "\n" {
                let next = index + 1 < characters.count ? characters[index + 1] : "\n"
                if count > 2 || !next.isLetter { return nil }
            }
            if characters[index] != "`" {
                index += 1
                continue
            }
            let run = characters[index...].prefix { $0 == "`" }.count
            index += run
            if run == count { return index }
        }
        return nil
    }

    private static func longestRunOfBackticks(_ text: String) -> Int {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
