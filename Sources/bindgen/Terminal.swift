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

    /// Whether a person watches the messages.
    static var isInteractive: Bool { isatty(2) == 1 && isatty(1) == 1 }

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
