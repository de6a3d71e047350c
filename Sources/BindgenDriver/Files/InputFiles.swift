package import BindgenIDL

/// Reads the IDL files that a command was given.
package enum InputFiles {
    /// The path that stands for standard input, and what diagnostics call it.
    package static let standardInput = (path: "-", name: "<stdin>")

    /// The files that a module is made of, or a sentence for each that cannot be used. Invalid UTF-8 is the lexer's to report.
    package static func read(_ paths: [String]) -> (sources: [SourceFile], problems: [String]) {
        var sources: [SourceFile] = []
        var problems: [String] = []
        for path in paths {
            if FileSystem.isFolder(path) {
                problems.append("\(path): error: this is a folder; name the IDL files in it")
                continue
            }
            switch read(path) {
            case .failure(let problem): problems.append(problem.sentence)
            case .success(let source):
                if let problem = self.problem(in: source) {
                    problems.append(problem)
                } else {
                    sources.append(source)
                }
            }
        }
        return (sources, problems)
    }

    /// For the verbs that only look: a folder stands for the IDL files below it, and `-` for standard input. A file without
    /// definitions is Web IDL too, and what is no text at all is the lexer's to report. No file is read twice.
    package static func readToLook(_ paths: [String]) -> (sources: [SourceFile], problems: [String]) {
        var sources: [SourceFile] = []
        var problems: [String] = []
        var seen: Set<String> = []
        for path in paths {
            let files = path != standardInput.path && FileSystem.isFolder(path) ? idlFiles(below: path) : [path]
            if files.isEmpty { problems.append("\(path): error: there is no .idl or .webidl file below this folder") }
            for file in files where seen.insert(FileSystem.absolute(file)).inserted {
                if file == standardInput.path {
                    sources.append(SourceFile(path: standardInput.name, bytes: FileSystem.readStandardInput()))
                    continue
                }
                switch read(file) {
                case .success(let source): sources.append(source)
                case .failure(let problem): problems.append(problem.sentence)
                }
            }
        }
        return (sources, problems)
    }

    /// The IDL files below a folder, sorted.
    static func idlFiles(below folder: String) -> [String] {
        var folder = folder[...]
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return FileSystem.files(below: String(folder), suffix: "idl").filter { path in
            OutputNames.idlSuffixes.contains { path.hasSuffix($0) }
        }
    }

    private struct Problem: Error {
        var sentence: String
    }

    private static func read(_ path: String) -> Result<SourceFile, Problem> {
        if !FileSystem.exists(path) { return .failure(Problem(sentence: "\(path): error: there is no such file")) }
        guard let bytes = FileSystem.read(path) else {
            return .failure(Problem(sentence: "\(path): error: this file cannot be read"))
        }
        return .success(SourceFile(path: path, bytes: bytes))
    }

    /// What keeps a file from being IDL text that a module could be made of.
    private static func problem(in source: SourceFile) -> String? {
        let path = source.path
        if source.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            return "\(path):1:1: error: the file is empty; write at least one definition, such as `interface Name {};`"
        }
        if source.bytes.starts(with: [0x00, 0x61, 0x73, 0x6D]) {
            return "\(path): error: this is a wasm module, not Web IDL"
        }
        if let zero = source.bytes.firstIndex(of: 0) {
            let place = source.position(of: zero)
            return "\(path):\(place.line):\(place.column): error: the file holds a zero byte: it is binary, or UTF-16; "
                + "Web IDL is UTF-8 text"
        }
        return nil
    }
}
