import BindgenDriver
import Foundation
import Testing

/// The `bindgen` that was built with the tests, run as a user runs it.
@Suite struct CommandLineTests {
    private struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    private func bindgen(_ arguments: String..., in folder: String? = nil) throws -> Outcome {
        try bindgen(arguments, in: folder)
    }

    private func bindgen(_ arguments: [String], in folder: String? = nil) throws -> Outcome {
        // The tests' own executable or bundle stands beside the tool.
        let tool = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("bindgen")
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = tool
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problems = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: problems)
    }

    @Test("help goes to standard output and is no error", arguments: ["build", "run", "generate", "check", "format", "parse"])
    func help(verb: String) throws {
        let outcome = try bindgen(verb, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("bindgen \(verb): "))
        #expect(outcome.errors.isEmpty)
        #expect(try bindgen("--help").output.contains("  \(verb) "))
        #expect(try bindgen("help", verb).output == outcome.output)
    }

    @Test("a wrong command line ends with 2 and says what is wrong")
    func usage() throws {
        let cases: [([String], String)] = [
            (["biuld"], "there is no verb `biuld`; did you mean `build`?"),
            (["--frobnicate"], "there is no option `--frobnicate`"),
            (["build", "--prodct", "x"], "there is no option `--prodct`"),
            (["build", "x"], "`x` is one word too many"),
            (["build", "--product"], "`--product` needs a value"),
            (["build", "-c", "fast"], "the value is one of `debug`, `release`"),
            (["generate"], "name at least one .idl file"),
            (["check", "--format", "xml", "a.idl"], "the value is one of `text`, `json`, `github`"),
            (["format", "--write", "--check", "a.idl"], "exclude each other"),
        ]
        for (arguments, message) in cases {
            let outcome = try bindgen(arguments)
            #expect(outcome.status == 2, "\(arguments)")
            #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try bindgen().status == 2)
    }

    @Test("input that is missing or no text ends with 1", arguments: ["generate", "check", "format", "parse"])
    func wrongInput(verb: String) throws {
        let folder = try TemporaryFolder()
        let missing = try bindgen(verb, "nowhere.idl", in: folder.path)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("nowhere.idl: error: there is no such file"))
        try folder.write("broken.idl", [0x69, 0x0A, 0x20, 0xFF, 0x0A])
        let broken = try bindgen(verb, "broken.idl", in: folder.path)
        #expect(broken.status == 1)
        #expect((broken.errors + broken.output).contains("broken.idl:2:2: error: "))
        try folder.write("binary.idl", [0x69, 0x00])
        #expect(try bindgen(verb, "binary.idl", in: folder.path).status == 1)
    }

    @Test("check prints what is wrong and where, in three forms")
    func check() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.idl", "interface A {\n  undefined f(Missing x);\n};\n")
        let text = try bindgen("check", "a.idl", in: folder.path)
        #expect(text.status == 1)
        #expect(text.output.hasPrefix("a.idl:2:"))
        let json = try bindgen("check", "a.idl", "--format", "json", in: folder.path)
        #expect(json.status == 1)
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [[String: Any]])
        #expect(try bindgen("check", "a.idl", "--format=github", in: folder.path).output.hasPrefix("::error file=a.idl"))
        try folder.write("b.idl", "enum Missing { \"x\" };\n")
        #expect(try bindgen("check", "a.idl", "b.idl", in: folder.path).status == 0)
    }

    @Test("check --fix mends what has one right mend, in place")
    func fix() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.idl", "interface A {\n  void f();\n};\n")
        let outcome = try bindgen("check", "a.idl", "--fix", in: folder.path)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(folder.text("a.idl") == "interface A {\n  undefined f();\n};\n")
        #expect(folder.names == ["a.idl"])
    }

    @Test("format prints, writes or checks")
    func format() throws {
        let folder = try TemporaryFolder()
        let untidy = "interface A{undefined f( );};"
        try folder.write("a.idl", untidy)
        let printed = try bindgen("format", "a.idl", in: folder.path)
        #expect(printed.status == 0)
        #expect(folder.text("a.idl") == untidy)
        let checked = try bindgen("format", "--check", "a.idl", in: folder.path)
        #expect(checked.status == 1)
        #expect(checked.output == "a.idl\n")
        #expect(try bindgen("format", "--write", "a.idl", in: folder.path).status == 0)
        #expect(folder.text("a.idl") == printed.output)
        #expect(try bindgen("format", "--check", "a.idl", in: folder.path).status == 0)
    }

    @Test("parse --ast prints JSON that ends in an eof node")
    func parse() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.idl", "interface A {};\n")
        let outcome = try bindgen("parse", "--ast", "a.idl", in: folder.path)
        let tree = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        #expect(tree?.last?["type"] as? String == "eof")
        #expect(tree?.first?["name"] as? String == "A")
    }

    @Test("build says what a folder lacks")
    func build() throws {
        let folder = try TemporaryFolder()
        let outcome = try bindgen("build", "--package-path", folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("there is no Package.swift here; name the package with --package-path"))
        #expect(folder.names.isEmpty)
        let script = try bindgen("run", folder.path)
        #expect(script.status == 1)
        #expect(script.errors.contains("has no script to run"))
    }
}
