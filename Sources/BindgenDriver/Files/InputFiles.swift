package import BindgenIDL

/// Reads the IDL files that a command was given.
package enum InputFiles {
    /// The files, or a sentence for each that cannot be used. Invalid UTF-8 is the lexer's to report.
    ///
    /// A file without definitions is Web IDL, but no module comes of it: `allowsEmpty` is for the verbs that only look.
    package static func read(
        _ paths: [String], allowsEmpty: Bool = false
    ) -> (sources: [SourceFile], problems: [String]) {
        var sources: [SourceFile] = []
        var problems: [String] = []
        for path in paths {
            if !FileSystem.exists(path) {
                problems.append("\(path): error: there is no such file")
            } else if FileSystem.isFolder(path) {
                problems.append("\(path): error: this is a folder; name the IDL files in it")
            } else if let bytes = FileSystem.read(path) {
                let source = SourceFile(path: path, bytes: bytes)
                if let problem = problem(in: source, allowsEmpty: allowsEmpty) {
                    problems.append(problem)
                } else {
                    sources.append(source)
                }
            } else {
                problems.append("\(path): error: this file cannot be read")
            }
        }
        return (sources, problems)
    }

    /// What keeps a file from being IDL text at all.
    private static func problem(in source: SourceFile, allowsEmpty: Bool) -> String? {
        let path = source.path
        if !allowsEmpty, source.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
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
