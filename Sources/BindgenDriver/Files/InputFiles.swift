package import BindgenIDL

/// Reads the IDL files that a command was given.
package enum InputFiles {
    /// The path that stands for standard input, and what diagnostics call it.
    package static let standardInput = (path: "-", name: "<stdin>")

    /// The files that a module is made of, or a sentence for each that cannot be read. What is no text is the lexer's to report. No file
    /// is read twice.
    package static func read(_ paths: [String]) -> (sources: [SourceFile], problems: [String]) {
        var sources: [SourceFile] = []
        var problems: [String] = []
        var seen: Set<String> = []
        for path in paths where seen.insert(FileSystem.absolute(path)).inserted {
            if FileSystem.isFolder(path) {
                problems.append("\(path): error: this is a folder; name the IDL files in it")
                continue
            }
            switch read(path) {
            case .failure(let problem): problems.append(problem.sentence)
            case .success(let source): sources.append(source)
            }
        }
        return (sources, problems)
    }

    /// For the verbs that only look: a folder stands for the IDL files below it, and `-` for standard input. No file is read twice.
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

    /// The folder below which the scripts of files may lie: the deepest one that holds all of them; a folder among the paths counts
    /// itself.
    package static func scriptRoot(of paths: [String]) -> String {
        let isFolder = { (path: String) in path == standardInput.path || FileSystem.isFolder(path) }
        return FileSystem.commonFolder(of: paths.map { isFolder($0) ? ($0 == standardInput.path ? "." : $0) + "/-" : $0 })
    }

    /// The IDL files below a folder, sorted.
    static func idlFiles(below folder: String) -> [String] {
        var folder = folder[...]
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return FileSystem.files(below: String(folder), suffix: "idl").filter { path in
            OutputNames.idlSuffixes.contains { path.hasSuffix($0) }
        }
    }

    /// The IDL of the libraries that a target uses.
    package static func read(_ libraries: [UserPackage.Target]) -> (libraries: [IDLLibrary], problems: [String]) {
        var problems: [String] = []
        let found = libraries.map { target in
            let (sources, faults) = Self.read(target.idlFiles.map(FileSystem.shown))
            problems += faults
            return IDLLibrary(moduleName: target.moduleName, sources: sources, folder: target.folder)
        }
        return (found, problems)
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
}
