/// Names in WIT: words of ASCII letters and digits with hyphens between them, each word in one case and its first character a
/// letter (component-model, WIT.md, "Identifiers").
package enum WITName {
    /// `fromURLString` as `from-url-string`; nil for a name that has no such form.
    package static func label(_ name: String) -> String? {
        guard name.unicodeScalars.allSatisfy(\.isASCII) else { return nil }
        var words: [String] = []
        for part in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            for word in self.words(Array(part)) {
                // A word cannot begin with a digit: `utf-8` is `utf8`.
                if word.first?.isNumber == true {
                    guard let last = words.popLast() else { return nil }
                    words.append(last + word)
                } else {
                    words.append(word)
                }
            }
        }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }

    /// A label as it is written where a keyword would mean something else.
    static func written(_ label: String) -> String { keywords.contains(label) ? "%" + label : label }

    /// A word ends before a capital that follows a small letter or a digit, and before the last capital of several that a small
    /// letter follows.
    private static func words(_ part: [Character]) -> [String] {
        var words: [String] = []
        for (index, character) in part.enumerated() {
            let isAfterSmall = index > 0 && !part[index - 1].isUppercase
            let isLastCapital = index > 0 && index + 1 < part.count && part[index + 1].isLowercase
            let begins = index == 0 || character.isUppercase && (isAfterSmall || isLastCapital)
            if begins { words.append("") }
            words[words.count - 1].append(contentsOf: character.lowercased())
        }
        return words
    }

    private static let keywords: Set<String> = [
        "as", "async", "bool", "borrow", "char", "constructor", "enum", "error-context", "export", "f32", "f64", "flags", "from",
        "func", "future", "import", "include", "interface", "list", "map", "option", "own", "package", "record", "resource",
        "result", "s16", "s32", "s64", "s8", "static", "stream", "string", "tuple", "type", "u16", "u32", "u64", "u8", "use",
        "variant", "with", "world",
    ]
}
