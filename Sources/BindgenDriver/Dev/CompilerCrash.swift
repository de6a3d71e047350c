/// A crash of the Swift compiler, as the stack that it prints tells of it.
struct CompilerCrash {
    /// Where in the sources it was, as far as it says.
    private(set) var file: String?
    private(set) var line: Int?
    private(set) var column: Int?
    /// The declaration that it was about.
    private(set) var declaration: String?

    /// Nil where the output is of no crash.
    init?(_ output: String) {
        guard output.contains("\nStack dump:\n") || output.hasPrefix("Stack dump:\n") else { return nil }
        for line in output.split(separator: "\n") { read(line) }
    }

    /// `for 'f()' (at PATH:1:2)`, the innermost last; `While emitting IR for source file PATH`.
    private mutating func read(_ text: Substring) {
        let place = text.split(separator: "(at ", maxSplits: 1).dropFirst().first
        if let place, text.contains(" for "), place.hasSuffix(")") {
            let parts = place.dropLast().split(separator: ":")
            guard parts.count > 2, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1])
            else { return }
            file = parts.dropLast(2).joined(separator: ":")
            (self.line, self.column) = (line, column)
            let quoted = text.split(separator: "'", omittingEmptySubsequences: false)
            declaration = quoted.count > 2 ? String(quoted[1]) : nil
        } else if file == nil, let path = text.split(separator: "source file ").dropFirst().first {
            file = String(path)
        }
    }

    /// - Parameter folder: the package; paths below it are told relative to it.
    func problem(package folder: String) -> BuildProblem {
        let shown = file.map { $0.hasPrefix(folder + "/") ? String($0.dropFirst(folder.count + 1)) : $0 }
        var problem = BuildProblem(message: "the Swift compiler crashed" + (declaration.map { " at `\($0)`" } ?? ""))
        (problem.file, problem.line, problem.column) = (shown, line, column)
        if let place = asyncLet() {
            problem.message =
                "`async let` makes the Swift compiler crash for WebAssembly" + (declaration.map { ", in `\($0)`" } ?? "")
            (problem.line, problem.column) = (place.line, nil)
            problem.excerpt = [BuildProblem.Line(number: place.line, text: place.text)]
            problem.details = [
                "hint: start a `Task` and await its `value`, or use a task group; see the page AsynchronousCode of "
                    + "swift-bindgen's documentation"
            ]
            return problem
        }
        let text = line.flatMap { number in file.flatMap { Self.line(number, of: $0) } }
        if let line, let text { problem.excerpt = [BuildProblem.Line(number: line, text: text)] }
        problem.details = [Self.cause(text ?? "")]
        // The compiler's name for what `@main` stands for.
        if declaration == "$main()" {
            problem.message = "an `async` `main` makes the Swift compiler crash for WebAssembly"
            problem.details = ["hint: write `static func main() { Task { … } }`, which goes on when the module is loaded"]
        }
        return problem
    }

    /// The first `async let` of the declaration that the compiler crashed at: it ends where its indentation comes back.
    private func asyncLet() -> (line: Int, text: String)? {
        guard let file, let start = line, let bytes = FileSystem.read(file) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(start - 1) else { return nil }
        let indentation = lines[start - 1].prefix { $0 == " " || $0 == "\t" }
        for number in start...lines.count {
            let text = lines[number - 1]
            if text.contains("async let ") { return (number, text) }
            if number > start, text.hasPrefix(indentation + "}") { return nil }
        }
        return nil
    }

    private static func line(_ number: Int, of path: String) -> String? {
        guard let bytes = FileSystem.read(path) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }

    private static func cause(_ line: String) -> String {
        if ["async", "await", "actor"].contains(where: line.contains) {
            return "hint: some of Swift's `async` code makes this compiler crash for WebAssembly, such as `async let`; see "
                + "\"Tasks and async\" on the page EmbeddedSwift of swift-bindgen's documentation"
        }
        return "hint: what Embedded Swift lacks makes its compiler crash now and then: look for existentials, key paths, "
            + "casts and `async` in this declaration; the page EmbeddedSwift of swift-bindgen's documentation has what to "
            + "write instead"
    }
}
