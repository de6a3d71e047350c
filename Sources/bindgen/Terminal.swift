import BindgenDriver
import BindgenIDL
import Foundation

/// Where the tool speaks: results on standard output, everything else on standard error.
enum Terminal {
    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func printError(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// How much is said of the work.
    enum Loudness {
        /// Errors alone.
        case quiet
        case normal
        /// Also the commands that are run, and what they say.
        case verbose
    }

    nonisolated(unsafe) static var loudness = Loudness.normal {
        didSet { Subprocess.announce = loudness == .verbose ? { printError("$ " + $0) } : nil }
    }

    /// One line that shows how far the work is, where a person watches: the next one takes its place, and in the end it is gone.
    static func progress(_ line: String) {
        switch loudness {
        case .quiet: return
        case .verbose: printError(line)
        case .normal:
            // SwiftPM's steps, `[12/34] Compiling Words Life.swift`; the rest is told when all is done.
            guard isatty(2) == 1, line.hasPrefix("["), line.dropFirst().first?.isNumber == true else { return }
            var size = winsize()
            let width = ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
            FileHandle.standardError.write(Data(("\r\u{1B}[K" + line.prefix(width - 1)).utf8))
        }
    }

    static func endProgress() {
        if loudness == .normal, isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    static func printError(_ error: BuildError) {
        let details = error.details.trimmingCharacters(in: .newlines)
        if !details.isEmpty { printError(details) }
        printError("error: \(error.message)")
    }

    /// Text that ends its own last line.
    static func printText(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func printBytes(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    /// Diagnostics beside the work of a verb: for people, on standard error.
    static func report(_ diagnostics: [Diagnostic]) {
        if diagnostics.isEmpty { return }
        let renderer = DiagnosticRenderer(usesColor: usesColor(2))
        FileHandle.standardError.write(Data(renderer.render(diagnostics).utf8))
    }

    /// What was skipped of definitions that JavaScript implements: each with its reason, or how many.
    static func report(skipped: [Diagnostic], each: Bool) {
        if each { report(skipped) } else if let summary = skipped.summaryOfSkipped { printError("note: \(summary)") }
    }

    /// Diagnostics as the result of a verb, on standard output.
    static func printResult(_ diagnostics: [Diagnostic], _ format: DiagnosticRenderer.Format) {
        printText(DiagnosticRenderer(format: format, usesColor: usesColor(1)).render(diagnostics))
        if format == .text, let summary = DiagnosticRenderer.summary(diagnostics) { printError(summary) }
    }

    /// https://no-color.org
    private static func usesColor(_ stream: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(stream) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
