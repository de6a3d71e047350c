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

    private func bindgen(_ arguments: [String], in folder: String? = nil, input: String? = nil) throws -> Outcome {
        // The tests' own executable or bundle stands beside the tool.
        let tool = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("bindgen")
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = tool
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let standardInput = Pipe()
        if input != nil { process.standardInput = standardInput }
        try process.run()
        if let input {
            standardInput.fileHandleForWriting.write(Data(input.utf8))
            standardInput.fileHandleForWriting.closeFile()
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problems = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: problems)
    }

    @Test(
        "help goes to standard output and is no error",
        arguments: ["new", "build", "run", "dev", "test", "generate", "check", "format", "diff", "parse", "inspect"])
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
            (["new"], "name the package"),
            (["new", "A", "B"], "`B` is one word too many"),
            (["new", "A", "--bindgen-path", "x", "--bindgen-url", "y"], "exclude each other"),
            (["dev", "--port", "70000"], "a port is a number from 0 to 65535"),
            (["dev", "--out", "x"], "what is served is not written elsewhere"),
            (["test", "--browser", "lynx"], "the value is one of `chromium`, `firefox`, `all`, `none`"),
            (["test", "--filter", "("], "is no regular expression"),
            (["test", "--timeout", "-1"], "`--timeout` needs a value"),
            (["test", "--timeout", "0"], "name a number of seconds"),
            (["generate"], "name at least one .idl file"),
            (["check", "--format", "xml", "a.idl"], "the value is one of `text`, `json`, `github`"),
            (["format", "--write", "--check", "a.idl"], "exclude each other"),
            (["format", "--write", "-"], "cannot change standard input"),
            (["parse", "--ast", "--text", "a.idl"], "exclude each other"),
            (["check", "--fix", "-"], "cannot change standard input"),
            (["check", "--allow", "missing-expose", "a.idl"], "there is no such rule; did you mean `missing-exposed`?"),
            (["check", "--allow", "legacy-void", "a.idl"], "a rule of the grammar cannot be left out"),
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

    @Test("check --standard wants [Exposed] and knows neither our attributes nor the history; --allow leaves a rule out")
    func standard() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.idl", "interface A { undefined f(); };\n")
        try folder.write("b.idl", "[Exposed=*] interface B { [Throws] undefined f(); };\n")
        try folder.write("c.idl", "[Exposed=*] interface C { void f(); };\n")
        for (file, rule) in [("a.idl", "missing-exposed"), ("b.idl", "nonstandard-attribute"), ("c.idl", "legacy-void")] {
            #expect(try bindgen("check", file, in: folder.path).status == 0, "\(file)")
            let outcome = try bindgen("check", "--standard", file, in: folder.path)
            #expect(outcome.status == 1 && outcome.output.contains("error: ") && outcome.output.contains("[\(rule)]"))
        }
        let allowed = try bindgen(
            "check", "--standard", "--allow", "missing-exposed", "--allow=nonstandard-attribute", "a.idl", "b.idl",
            in: folder.path)
        #expect(allowed.status == 0 && allowed.output.isEmpty && allowed.errors.isEmpty)
    }

    @Test("all errors come in one run, each with its place, line, carets, breadcrumb, near name and the other place")
    func wholeText() throws {
        let text = """
            dictionary Options { double width; };
            interface A {
              undefined f(optional Option options = {});
              attribute;
              readonly attribute long size;
              attribute long size;
            };
            """
        let outcome = try bindgen(["check", "-"], input: text)
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                <stdin>:4:12: error: expected a type after `attribute`, found `;` [syntax]
                    attribute;
                             ^
                  in interface A
                <stdin>:3:24: error: unknown type `Option`; did you mean `Options`? [unknown-name]
                    undefined f(optional Option options = {});
                                         ^~~~~~
                  in interface A, operation f, argument options
                <stdin>:6:18: error: `size` is declared already as an attribute; rename one of them [duplicate-member]
                    attribute long size;
                                   ^~~~
                  in interface A, attribute size
                <stdin>:5:27: note: first declared here
                    readonly attribute long size;
                                            ^~~~

                """)
        #expect(outcome.errors == "3 errors\n")
    }

    @Test("a folder stands for its files, which are one set; the tree gives the text back")
    func folders() throws {
        let folder = try TemporaryFolder()
        try folder.write("idl/a.idl", "interface A {\t undefined f(Mode x); // é\r\n};")
        try folder.write("idl/b.webidl", "enum Mode { \"x\" };\n")
        #expect(try bindgen("check", "idl", in: folder.path).status == 0)
        #expect(try bindgen("check", "idl/a.idl", in: folder.path).status == 1)
        #expect(try bindgen("parse", "--text", "idl/a.idl", in: folder.path).output == folder.text("idl/a.idl"))
    }

    @Test("check --fix goes on until nothing is left to mend, over several files, and then changes nothing")
    func fixAgain() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.idl", "[NoInterfaceObject]\ninterface A {\n  void f(Otpions o); attribute Nowhere n;\n};\n")
        try folder.write("b.idl", "dictionary Options { [Clamp] octet x }\n")
        let first = try bindgen("check", "--fix", "a.idl", "b.idl", in: folder.path)
        #expect(first.status == 1)
        #expect(first.output.contains("unknown type `Nowhere`"))
        let mended =
            "[LegacyNoInterfaceObject]\ninterface A {\n  undefined f(optional Options o = {}); attribute Nowhere n;\n};\n"
        #expect(folder.text("a.idl") == mended)
        #expect(folder.text("b.idl") == "dictionary Options { [Clamp] octet x; };\n")
        let second = try bindgen("check", "--fix", "a.idl", "b.idl", in: folder.path)
        #expect(second.output == first.output && folder.text("a.idl") == mended)
        #expect(!second.errors.contains("mended"))
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
        let served = try bindgen("dev", folder.path)
        #expect(served.status == 1 && served.errors.contains("there is no Package.swift here"))
        let script = try bindgen("run", folder.path)
        #expect(script.status == 1)
        #expect(script.errors.contains("has no script to run"))
    }
}
