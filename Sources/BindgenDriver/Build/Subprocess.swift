import Foundation

/// Runs another program.
package struct Subprocess {
    package struct Result: Sendable {
        package var status: Int32
        /// What it printed, standard output and standard error together in the order in which they came. Empty where inherited.
        package var output: [UInt8]
        /// Whether it was ended because it took too long.
        package var isLate = false
        /// The signal that ended it; nil where it ended by itself.
        var signal: Int32?

        /// Whether it ended by a fault of its own.
        var hasCrashed: Bool { signal.map { [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV].contains($0) } ?? false }

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Where the program's output goes.
    package enum Output {
        /// To the caller's own terminal.
        case inherit
        /// Collected, both streams.
        case collect
        /// Standard output is collected, standard error thrown away.
        case collectStandardOutput
    }

    /// Is told every command before it runs, as a shell would take it. Set once, when the command line is read.
    nonisolated(unsafe) package static var announce: ((String) -> Void)?

    /// The program that is running.
    package static var ownPath: String? { Bundle.main.executablePath }

    /// For SwiftPM: BindgenPlugin takes this very program instead of having it compiled (see Package.swift), and compares its version
    /// with its own.
    static var nestedEnvironment: [String: String] {
        ownPath.map { ["BINDGEN_TOOL": $0, "BINDGEN_VERSION": PackageVersion.number] } ?? [:]
    }

    /// The full path of a program in PATH.
    package static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for folder in path.split(separator: ":") {
            let candidate = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: candidate), !FileSystem.isFolder(candidate) { return candidate }
        }
        return nil
    }

    /// - Parameters:
    ///   - cancellation: ends the program from elsewhere.
    ///   - line: is told each line of the output that is collected, as it comes.
    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], output: Output = .collect,
        workingFolder: String? = nil, seconds: Double? = nil, cancellation: Cancellation? = nil, line: ((String) -> Void)? = nil
    ) throws(BuildError) -> Result {
        announce?(spelled(program, arguments, environment))
        let process = Process()
        if let workingFolder { process.currentDirectoryURL = URL(fileURLWithPath: workingFolder) }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        }
        let pipe = Pipe()
        switch output {
        case .inherit: break
        case .collect:
            process.standardOutput = pipe
            process.standardError = pipe
        case .collectStandardOutput:
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
        }
        do {
            try process.run()
        } catch {
            throw BuildError("cannot run \(program): \(error.localizedDescription)")
        }
        Interruption.passOn(to: process.processIdentifier)
        cancellation?.began(process.processIdentifier)
        let limit = seconds.map { TimeLimit(seconds: $0, process: process.processIdentifier) }
        var collected: [UInt8] = []
        if case .inherit = output {} else { collected = read(pipe.fileHandleForReading, line) }
        cancellation?.ended()
        process.waitUntilExit()
        Interruption.childHasEnded(process.processIdentifier)
        let isLate = limit?.end() ?? false
        let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
        return Result(status: process.terminationStatus, output: collected, isLate: isLate, signal: signal)
    }

    private static func read(_ file: FileHandle, _ line: ((String) -> Void)?) -> [UInt8] {
        guard let line else { return Array(file.readDataToEndOfFile()) }
        var collected: [UInt8] = []
        var start = 0
        while case let data = file.availableData, !data.isEmpty {
            collected += data
            while let end = collected[start...].firstIndex(of: UInt8(ascii: "\n")) {
                line(String(decoding: collected[start..<end], as: UTF8.self))
                start = end + 1
            }
        }
        return collected
    }

    /// A command as a shell would take it.
    private static func spelled(_ program: String, _ arguments: [String], _ environment: [String: String]) -> String {
        let plain = CharacterSet(charactersIn: "-_./:=,+@%").union(.alphanumerics)
        let quoted = { (word: String) in
            let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy { plain.contains($0) }
            return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
        }
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\(quoted($0.value))" }
        return (variables + ([program] + arguments).map(quoted)).joined(separator: " ")
    }

    /// Becomes another program: the terminal, its signals and the exit code are that program's from here on. Returns only where
    /// the program cannot be run.
    package static func become(_ program: String, _ arguments: [String]) -> BuildError {
        announce?(spelled(program, arguments, [:]))
        var words = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        execv(program, words)
        let reason = String(cString: strerror(errno))
        words.forEach { free($0) }
        return BuildError("cannot run \(program): \(reason)")
    }
}
