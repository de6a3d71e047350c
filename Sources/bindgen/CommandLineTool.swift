import BindgenDriver
import BindgenIDL

/// What the shell is told.
enum ExitCode: Int32 {
    case done = 0
    /// The input is wrong: IDL, Swift, a file.
    case wrongInput = 1
    /// The command line is wrong.
    case wrongUsage = 2
    /// What `bindgen diff --fail-on` found.
    case patchChange = 3
    case minorChange = 4
    case majorChange = 5
}

/// One word after `bindgen`.
protocol Verb: SendableMetatype {
    static var name: String { get }
    /// One line for `bindgen --help`.
    static var summary: String { get }
    /// The text of `bindgen VERB --help`.
    static var help: String { get }
    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode
}

/// A command line that makes no sense, and what to write instead.
struct UsageError: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

enum CommandLineTool {
    static let version = PackageVersion.number

    /// In the order of the help text.
    static let verbs: [any Verb.Type] = [
        NewVerb.self, BuildVerb.self, RunVerb.self, DevVerb.self, TestVerb.self, GenerateVerb.self, CheckVerb.self,
        FormatVerb.self, DiffVerb.self, ParseVerb.self, InspectVerb.self, WITVerb.self, WebAPIVerb.self, ViteVerb.self,
        InstallVerb.self,
    ]
    /// Verbs that people do not type.
    static let hiddenVerbs: [any Verb.Type] = [PluginGenerateVerb.self]

    static func run(_ arguments: [String]) -> ExitCode {
        guard let first = arguments.first else {
            Terminal.print(help)
            return .wrongUsage
        }
        switch first {
        case "--help", "-h", "help":
            return printHelp(for: arguments.dropFirst().first)
        case "--version":
            Terminal.print("bindgen \(version)")
            return .done
        default:
            break
        }
        guard let verb = (verbs + hiddenVerbs).first(where: { $0.name == first }) else {
            let nearest = first.hasPrefix("-") ? nil : NearestName.find(first, in: verbs.map { $0.name })
            Terminal.printError(
                "bindgen: there is no \(first.hasPrefix("-") ? "option" : "verb") `\(first)`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? "") + "\nSee `bindgen --help`.")
            return .wrongUsage
        }
        if arguments.contains("--help") || arguments.contains("-h") {
            Terminal.print(verb.help)
            return .done
        }
        var rest = Arguments(Array(arguments.dropFirst()))
        do {
            return try verb.run(&rest)
        } catch {
            Terminal.printError("bindgen \(verb.name): \(error.message)\nSee `bindgen \(verb.name) --help`.")
            return .wrongUsage
        }
    }

    private static func printHelp(for name: String?) -> ExitCode {
        guard let name else {
            Terminal.print(help)
            return .done
        }
        if name == IDLSheet.name {
            Terminal.print(IDLSheet.text)
            return .done
        }
        guard let verb = verbs.first(where: { $0.name == name }) else {
            Terminal.printError("bindgen: there is no verb `\(name)`\nSee `bindgen --help`.")
            return .wrongUsage
        }
        Terminal.print(verb.help)
        return .done
    }

    static var help: String {
        let width = verbs.map { $0.name.count }.max() ?? 0
        let list = verbs.map { verb in
            "  " + verb.name + String(repeating: " ", count: width - verb.name.count + 3) + verb.summary
        }
        return """
            bindgen makes an npm module out of Swift code and an interface in Web IDL.

            Put api.idl beside the sources of an executable target, implement in Swift what it declares, and run

              bindgen build

            in your package: `dist` then holds the .wasm, the .js, the TypeScript declarations and a package.json.

            Verbs:
            \(list.joined(separator: "\n"))

            `bindgen VERB --help` says more, and `bindgen help idl` is Web IDL on a page. Exit codes: 0 done, 1 the input is wrong, 2 the command line is wrong; `diff --fail-on` has
            more.
            """
    }
}
