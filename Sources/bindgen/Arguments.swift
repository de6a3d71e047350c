/// The words after a verb, taken away as they are understood.
struct Arguments {
    private var words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    /// Takes `--name VALUE` or `--name=VALUE`; of several, the last counts.
    mutating func option(_ names: String...) throws(UsageError) -> String? {
        try options(names).last
    }

    /// Takes `--name VALUE` or `--name=VALUE` as often as it is there.
    mutating func options(_ names: [String]) throws(UsageError) -> [String] {
        var values: [String] = []
        var index = 0
        while index < words.count, words[index] != "--" {
            let word = words[index]
            if names.contains(word) {
                guard index + 1 < words.count, !words[index + 1].hasPrefix("-") || words[index + 1] == "-" else {
                    throw UsageError("`\(word)` needs a value")
                }
                values.append(try Self.stated(words[index + 1], of: word))
                words.removeSubrange(index...index + 1)
            } else if let name = names.first(where: { word.hasPrefix($0 + "=") }), name.hasPrefix("--") {
                values.append(try Self.stated(String(word.dropFirst(name.count + 1)), of: name))
                words.remove(at: index)
            } else {
                index += 1
            }
        }
        return values
    }

    /// An empty value is hardly ever meant, and a path without text would be that of the current folder.
    private static func stated(_ value: String, of name: String) throws(UsageError) -> String {
        if value.isEmpty {
            throw UsageError("`\(name)` needs a value, and this one is empty; is a variable of the shell not set?")
        }
        return value
    }

    /// Takes `--name`.
    mutating func flag(_ name: String) -> Bool {
        let end = words.firstIndex(of: "--") ?? words.count
        let found = words[..<end].contains(name)
        if found {
            let kept = words[..<end].filter { $0 != name }
            words.replaceSubrange(..<end, with: kept)
        }
        return found
    }

    /// Takes an option whose value is one of a few words.
    mutating func choice<Value: RawRepresentable>(_ names: String..., among values: [Value]) throws(UsageError) -> Value?
    where Value.RawValue == String {
        var word: String?
        for name in names { word = try options([name]).last ?? word }
        guard let word else { return nil }
        if let value = values.first(where: { $0.rawValue == word }) { return value }
        throw UsageError(
            "`\(names.last ?? "") \(word)`: the value is one of " + values.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }

    /// The words that are left, none of which may look like an option. What follows `--` is taken as it is.
    mutating func operands() throws(UsageError) -> [String] {
        let end = words.firstIndex(of: "--") ?? words.count
        if let unknown = words[..<end].first(where: { $0.hasPrefix("-") && $0 != "-" }) {
            throw UsageError("there is no option `\(unknown)`")
        }
        let operands = Array(words[..<end]) + words[end...].dropFirst()
        if operands.contains("") { throw UsageError("one of the words is empty; is a variable of the shell not set?") }
        words = []
        return operands
    }

    /// Takes away what follows `--`, and the dashes.
    mutating func afterDashes() -> [String] {
        guard let dashes = words.firstIndex(of: "--") else { return [] }
        let rest = Array(words[(dashes + 1)...])
        words.removeSubrange(dashes...)
        return rest
    }

    /// Ends the command line: nothing may be left.
    mutating func finish() throws(UsageError) {
        if let word = try operands().first { throw UsageError("`\(word)` is one word too many") }
    }
}
