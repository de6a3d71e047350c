/// Functions whose parameter is a closure of the kind that Swift 6.3 calls wrongly on wasm: `() async throws(E) -> T` where E is generic. Where the
/// closure captures nothing, the error that arrives is another one. `@isolated(any)` gives every closure a context, and is right.
struct GenericThrows: Equatable {
    /// Counted from 1.
    var line: Int
    var function: String
    /// The name of the generic error.
    var error: String

    /// What a person is told, who has such a function in a file.
    func remark(file: String) -> String {
        "\(file):\(line): an async closure that captures nothing loses the `\(error)` that it throws in `\(function)`, as Swift 6.3 compiles it for "
            + "WebAssembly; write `@isolated(any)` before the closure's type"
    }

    /// The functions of a file of Swift, by its text alone: where a comment has one, it is told too.
    static func find(in text: String) -> [GenericThrows] {
        var found: [GenericThrows] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "func ") {
            rest = rest[start.upperBound...]
            let declaration = rest.prefix { $0 != "{" }
            guard let open = declaration.firstIndex(of: "<"), let close = declaration[open...].firstIndex(of: ">"),
                let parameters = declaration.firstIndex(of: "("), open < parameters
            else { continue }
            let generics = declaration[declaration.index(after: open)..<close].split(separator: ",").compactMap { name in
                name.split(whereSeparator: { $0 == ":" || $0.isWhitespace }).first
            }
            let result = signatureEnd(declaration[parameters...])
            for name in generics where takes(name, in: declaration[parameters..<result]) {
                let line = text[..<start.lowerBound].count(where: \.isNewline) + 1
                found.append(GenericThrows(line: line, function: String(declaration[..<open]), error: String(name)))
            }
        }
        return found
    }

    /// Behind the parenthesis that closes the parameters.
    private static func signatureEnd(_ text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                depth -= 1
                if depth == 0 { return text.index(after: index) }
            }
        }
        return text.endIndex
    }

    /// Whether a parameter is a closure that throws such an error, and has no `@isolated(any)`.
    private static func takes(_ name: Substring, in parameters: Substring) -> Bool {
        guard let clause = parameters.firstRange(of: "async throws(\(name))") else { return false }
        // Up to the colon of the parameter's own type.
        let before = parameters[..<clause.lowerBound]
        let type = before.lastIndex(of: ":").map { before[$0...] } ?? before
        return !type.contains("@isolated(any)")
    }
}
