/// What the Swift compiler, SwiftPM and the linker print, taken apart.
struct CompilerOutput {
    /// The errors, each once, and the warnings and notes that belong to them.
    private(set) var problems: [BuildProblem] = []
    /// The end of the output, for what is not told in a form that is known here.
    private(set) var lastLines: [BuildProblem.Line] = []

    private static let severities = ["error", "warning", "note"]

    /// - Parameter folder: the package; paths below it are told relative to it.
    init(_ text: String, package folder: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lastLines = lines.filter { !$0.isEmpty }.suffix(30).map { BuildProblem.Line(text: $0) }
        var found: [BuildProblem] = []
        var isInExcerpt = false
        for line in lines {
            if var problem = Self.head(of: line) {
                problem.file = problem.file.map { $0.hasPrefix(folder + "/") ? String($0.dropFirst(folder.count + 1)) : $0 }
                found.append(problem)
                isInExcerpt = true
            } else if isInExcerpt, var part = Self.excerptLine(line) {
                // The caret says where; what the message is stands above already.
                let repeated = "- \(found[found.count - 1].severity): \(found[found.count - 1].message)"
                if part.number == nil, part.text.hasSuffix(repeated) {
                    part.text = part.text.dropLast(repeated.count + 1) + "^"
                }
                found[found.count - 1].excerpt.append(part)
            } else {
                isInExcerpt = false
            }
        }
        problems = Self.merged(found).map(Self.explained)
        // What else is told of a crash follows from it.
        if let crash = CompilerCrash(text) { problems = [crash.problem(package: folder)] }
    }

    /// The lines that say what to do about what Embedded Swift lacks, each once.
    var hints: [String] {
        var hints: [String] = []
        for hint in problems.flatMap(\.details) where hint.hasPrefix("hint: ") && !hints.contains(hint) { hints.append(hint) }
        return hints
    }

    /// With what to do about what Embedded Swift lacks.
    private static func explained(_ problem: BuildProblem) -> BuildProblem {
        let source = problem.excerpt.map(\.text).joined(separator: "\n")
        guard let gap = EmbeddedGap.find(message: problem.message, source: source) else { return problem }
        var problem = problem
        problem.details.append(gap.hint)
        return problem
    }

    /// The warnings that are about the package's own sources, each once, with what the compiler shows below them. Those of packages
    /// that it depends on are not the user's to mend.
    static func warnings(_ text: String, package folder: String) -> [String] {
        var warnings: [[String]] = []
        var isInside = false
        for line in text.split(separator: "\n").map(String.init) {
            if let problem = head(of: line) {
                let isOwn = problem.file.map { $0.hasPrefix(folder + "/") && !$0.hasPrefix(folder + "/.build/") } ?? false
                let isNote = problem.severity == "note" && isInside
                isInside = isOwn && (problem.severity == "warning" || isNote)
                if isInside, !isNote { warnings.append([]) }
            } else if excerptLine(line) == nil {
                isInside = false
            }
            if isInside { warnings[warnings.count - 1].append(line) }
        }
        var told: Set<[String]> = []
        return warnings.filter { told.insert($0).inserted }.map { $0.joined(separator: "\n") }
    }

    /// `PATH:LINE:COLUMN: error: MESSAGE`, `PATH: error: MESSAGE` or `error: MESSAGE`.
    private static func head(of line: String) -> BuildProblem? {
        for severity in severities {
            guard let (before, message) = parts(of: line, around: "\(severity): ") else { continue }
            var problem = BuildProblem(severity: severity, message: message)
            if before.isEmpty { return problem }
            guard before.hasSuffix(": ") else { continue }
            var path = before.dropLast(2).split(separator: ":", omittingEmptySubsequences: false)
            if path.count > 2, let row = Int(path[path.count - 2]), let column = Int(path[path.count - 1]) {
                (problem.line, problem.column) = (row, column)
                path.removeLast(2)
            }
            let file = path.joined(separator: ":")
            // `wasm-ld: error: …`, and sentences that happen to contain the word.
            let isIDL = OutputNames.idlSuffixes.contains { file.hasSuffix($0) }
            if problem.line == nil, !isIDL, !file.hasSuffix("wasm-ld"), file != "clang" { continue }
            if problem.line != nil || isIDL { problem.file = file }
            return problem
        }
        return nil
    }

    private static func parts(of line: String, around mark: String) -> (before: Substring, after: String)? {
        var index = line.startIndex
        while index < line.endIndex {
            let rest = line[index...]
            // Within an excerpt the compiler repeats its message behind "`- ".
            if rest.hasPrefix(mark) {
                let before = line[..<index]
                return before.isEmpty || before.hasSuffix(": ") ? (before, String(rest.dropFirst(mark.count))) : nil
            }
            index = line.index(after: index)
        }
        return nil
    }

    /// ` 7 |     code` or `   |     ^ note`.
    private static func excerptLine(_ line: String) -> BuildProblem.Line? {
        guard let bar = line.firstIndex(of: "|") else { return nil }
        let gutter = line[..<bar].filter { $0 != " " }
        guard gutter.allSatisfy(\.isNumber) else { return nil }
        let text = line[line.index(after: bar)...]
        return BuildProblem.Line(number: Int(gutter), text: String(text.hasPrefix(" ") ? text.dropFirst() : text))
    }

    /// Each error once: the compiler tells those of a module twice, once for its interface and once for its code. Errors of
    /// generated code follow from those of the user's, and what only says that a command failed follows from all others.
    private static func merged(_ found: [BuildProblem]) -> [BuildProblem] {
        var unique: [BuildProblem] = []
        for problem in found where !unique.contains(problem) { unique.append(problem) }
        let isGenerated = { (problem: BuildProblem) in problem.file?.hasSuffix(".bindgen.swift") == true }
        let isUsers = { (problem: BuildProblem) in problem.severity == "error" && problem.file != nil && !isGenerated(problem) }
        if unique.contains(where: isUsers) {
            unique.removeAll { $0.severity == "error" && ($0.file == nil || isGenerated($0)) }
        }
        // A note stands behind what it belongs to, and is told there.
        var merged: [BuildProblem] = []
        for problem in unique {
            if problem.severity == "note", let last = merged.indices.last {
                merged[last].details.append(problem.text)
            } else if problem.severity == "error" {
                merged.append(problem)
            }
        }
        return merged
    }
}
