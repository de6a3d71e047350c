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

    static func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let place = diagnostic.range.start
            printError(
                "\(diagnostic.range.file.path):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message)")
        }
    }
}
