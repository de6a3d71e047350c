import BindgenServe

/// `brotli` and `gzip`, used where they are installed.
enum InstalledCodings {
    static func contentCoding() -> ContentCoding? {
        let programs = ["br": Subprocess.find("brotli"), "gzip": Subprocess.find("gzip")].compactMapValues { $0 }
        if programs.isEmpty { return nil }
        // A middle level: the best ones take seconds for a file that is sent once.
        let options = ["br": ["-q", "5", "-c"], "gzip": ["-6", "-n", "-c"]]
        return ContentCoding(codings: ["br", "gzip"].filter { programs[$0] != nil }) { coding, path in
            guard let program = programs[coding] else { return nil }
            let result = try? Subprocess.run(program, options[coding, default: []] + [path], output: .collectStandardOutput)
            return result.flatMap { $0.status == 0 ? $0.output : nil }
        }
    }
}
