import Foundation

/// Runs another program.
package struct Subprocess {
    package struct Result: Sendable {
        package var status: Int32
        /// What it printed, standard output and standard error together in the order in which they came. Empty where inherited.
        package var output: [UInt8]
        /// Whether it was ended because it took too long.
        package var isLate = false

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

    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], output: Output = .collect,
        workingFolder: String? = nil, seconds: Double? = nil
    ) throws(BuildError) -> Result {
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
        let limit = seconds.map { TimeLimit(seconds: $0, process: process.processIdentifier) }
        var collected: [UInt8] = []
        if case .inherit = output {} else { collected = Array(pipe.fileHandleForReading.readDataToEndOfFile()) }
        process.waitUntilExit()
        Interruption.childHasEnded(process.processIdentifier)
        let isLate = limit?.end() ?? false
        return Result(status: process.terminationStatus, output: collected, isLate: isLate)
    }

    /// Becomes another program: the terminal, its signals and the exit code are that program's from here on. Returns only where
    /// the program cannot be run.
    package static func become(_ program: String, _ arguments: [String]) -> BuildError {
        var words = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        execv(program, words)
        let reason = String(cString: strerror(errno))
        words.forEach { free($0) }
        return BuildError("cannot run \(program): \(reason)")
    }
}
