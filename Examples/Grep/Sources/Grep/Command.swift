import WASI

/// `grep [-c] [-i] [-l] [-n] [-r] [-o FILE] PATTERN [FILE…]`: the lines that have a text. Without files, those of standard input.
///
/// The exit code is 0 where a line was found, 1 where none was, and 2 after an error (POSIX).
@main
struct Command {
    private var counts = false
    private var ignoresCase = false
    private var listsFiles = false
    private var numbers = false
    private var entersFolders = false
    private var outputPath: String?
    private var operands: [String] = []

    private var found = false
    private var failed = false
    private var output: [UInt8] = []

    static func main() {
        var command = Command()
        do {
            try command.run()
        } catch {
            command.complain(error.description)
        }
        Program.exit(command.failed ? 2 : command.found ? 0 : 1)
    }

    private mutating func run() throws(SystemError) {
        guard read(arguments: try Program.arguments()) else { return }
        let pattern = Pattern(operands[0], ignoresCase: ignoresCase)
        let paths = operands.dropFirst()
        if paths.isEmpty {
            search(try File.standardInput.readAll(), pattern, in: nil)
        }
        for path in paths { visit(path, pattern, isNamed: paths.count > 1 || entersFolders) }
        if let outputPath {
            try FileSystem.write(output, to: outputPath)
        } else {
            try File.standardOutput.write(output)
        }
    }

    /// Whether the program has something to do.
    private mutating func read(arguments: [String]) -> Bool {
        var rest = arguments.dropFirst()
        while let option = rest.first, option.utf8.first == UInt8(ascii: "-"), option.utf8.count > 1 {
            rest = rest.dropFirst()
            switch option {
            case "-c": counts = true
            case "-i": ignoresCase = true
            case "-l": listsFiles = true
            case "-n": numbers = true
            case "-r": entersFolders = true
            case "-o":
                outputPath = rest.first
                rest = rest.dropFirst()
            default:
                complain("\(option): there is no such option")
                return false
            }
        }
        operands = Array(rest)
        if operands.isEmpty { complain("usage: grep [-c] [-i] [-l] [-n] [-r] [-o FILE] PATTERN [FILE...]") }
        return !operands.isEmpty
    }

    private mutating func visit(_ path: String, _ pattern: Pattern, isNamed: Bool) {
        do throws(SystemError) {
            if try FileSystem.info(path).kind == .folder {
                guard entersFolders else { throw SystemError(.isdir, "read", path: path) }
                for entry in try FileSystem.list(path) { visit("\(path)/\(entry.name)", pattern, isNamed: true) }
            } else {
                search(try FileSystem.read(path), pattern, in: isNamed || listsFiles ? path : nil)
            }
        } catch {
            complain(error.description)
        }
    }

    private mutating func search(_ text: [UInt8], _ pattern: Pattern, in path: String?) {
        var count = 0
        for (index, line) in Lines(text).enumerated() where pattern.matches(line) {
            count += 1
            if !counts, !listsFiles {
                let number = numbers ? "\(index + 1):" : ""
                output += Array(((path.map { "\($0):" } ?? "") + number).utf8) + line + [UInt8(ascii: "\n")]
            }
        }
        if count > 0 { found = true }
        if listsFiles {
            if count > 0 { print(path ?? "(standard input)") }
        } else if counts {
            print((path.map { "\($0):" } ?? "") + "\(count)")
        }
    }

    private mutating func print(_ line: String) { output += Array(line.utf8) + [UInt8(ascii: "\n")] }

    private mutating func complain(_ message: String) {
        failed = true
        // An error that cannot be told is told by the exit code.
        try? File.standardError.write("grep: \(message)\n")
    }
}
