@testable import BindgenDriver
@testable import BindgenServe
import Foundation
import Testing

@Suite struct DevTests {
    @Test(
        "a script is put before everything that the page loads",
        arguments: [
            (
                "<!doctype html>\n<html lang=\"en\">\n<HEAD class=x>\n<title>a",
                "<!doctype html>\n<html lang=\"en\">\n<HEAD class=x>|\n<title>a"
            ),
            ("<!-- <head> --><html><body>", "<!-- <head> --><html>|<body>"), ("<!DOCTYPE html><p>", "<!DOCTYPE html>|<p>"),
            ("plain text", "|plain text"), ("", "|"), ("<header>", "|<header>"), ("<!doctype html", "<!doctype html|"),
            ("\u{FEFF}<p>", "\u{FEFF}|<p>"), ("<!-- never closed <head>", "|<!-- never closed <head>"),
        ])
    func insertion(page: String, expected: String) {
        #expect(String(decoding: HTMLPage.insert("|", into: Array(page.utf8)), as: UTF8.self) == expected)
    }

    @Test("the compiler's output is told once, by the user's own lines")
    func compilerOutput() throws {
        let output = """
            error: emit-module command failed with exit code 1 (use -v to see invocation)
            /p/Sources/A/A.swift:5:6: error: type 'A' does not conform to protocol 'AExports'
             4 | 
             5 | enum A: AExports {
               |      |- error: type 'A' does not conform to protocol 'AExports'
               |      `- note: add stubs for conformance
             6 |     static func f() {}

            /p/.build/A.bindgen.swift:8:17: note: protocol requires function 'f(x:)'
             8 |     static func f(x: Int32)
               |                 `- note: protocol requires function 'f(x:)'

            /p/.build/A.bindgen.swift:18:48: error: cannot convert value of type 'String'
            18 |     A.f(x)
               |         `- error: cannot convert value of type 'String'
            /p/Sources/A/A.swift:5:6: error: type 'A' does not conform to protocol 'AExports'
             4 | 
             5 | enum A: AExports {
               |      |- error: type 'A' does not conform to protocol 'AExports'
               |      `- note: add stubs for conformance
             6 |     static func f() {}
            """
        let problems = CompilerOutput(output, package: "/p").problems
        let problem = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(problem.file == "Sources/A/A.swift" && problem.line == 5 && problem.column == 6)
        #expect(problem.message == "type 'A' does not conform to protocol 'AExports'")
        #expect(problem.excerpt.map(\.number) == [4, 5, nil, nil, 6])
        #expect(problem.excerpt[2].text == "     ^")
        #expect(problem.details.count == 1 && problem.details[0].contains("protocol requires function 'f(x:)'"))
    }

    @Test("an error without a place is told, and so is what nobody knows")
    func otherOutput() {
        let linker = CompilerOutput(
            "error: link command failed\nwasm-ld: error: /p/a.o: undefined symbol: nowhere\n", package: "/p")
        #expect(linker.problems.map(\.message) == ["link command failed", "/p/a.o: undefined symbol: nowhere"])
        let strange = BuildProblem.all(in: .build(BuildError("no luck", details: "one\ntwo\n")), package: "/p")
        #expect(strange.map(\.message) == ["no luck"] && strange.first?.excerpt.map(\.text) == ["one", "two"])
    }

    @Test("a change is seen, whatever way an editor saves")
    func watcher() throws {
        let folder = try TemporaryFolder()
        try folder.write("Sources/a.swift", "a")
        var watcher = SourceWatcher(root: folder.path, excluded: folder.path + "/dist")
        #expect(watcher.changes() == [])
        try folder.write("Sources/.a.swift.swp", "x")
        try folder.write("Sources/a.swift~", "x")
        try folder.write("dist/a.js", "x")
        try folder.write("node_modules/a/a.js", "x")
        #expect(watcher.changes() == [])
        let path = folder.path + "/Sources/a.swift"
        try folder.write("Sources/a.swift", "b, longer")
        #expect(watcher.changes() == [path])
        try Data("c".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        #expect(watcher.changes() == [path])
        try folder.write("page/new.css", "x")
        try FileManager.default.removeItem(atPath: path)
        #expect(watcher.changes() == [path, folder.path + "/page/new.css"])
    }

    @Test("test files are those that are named so, outside of what is made")
    func testFiles() throws {
        let folder = try TemporaryFolder()
        for name in [
            "test.mjs", "Tests/a.test.mjs", "Tests/b.node.test.mjs", "Tests/c.browser.test.mjs", "d.test.js", "latest.mjs",
            "dist/e.test.mjs", "node_modules/f/f.test.mjs", ".build/g.test.mjs", "contest.mjs",
        ] { try folder.write(name, "") }
        let files = TestFiles(package: folder.path)
        #expect(files.inNode == ["Tests/a.test.mjs", "Tests/b.node.test.mjs", "d.test.js", "test.mjs"])
        #expect(files.inBrowsers == ["Tests/a.test.mjs", "Tests/c.browser.test.mjs", "d.test.js", "test.mjs"])
    }

    @Test("the best coding that a client takes is chosen")
    func coding() {
        let coding = ContentCoding(codings: ["br", "gzip"]) { _, _ in nil }
        let cases: [(String?, String?)] = [
            (nil, nil), ("", nil), ("gzip", "gzip"), ("gzip, br", "br"), ("BR;q=1.0", "br"), ("br;q=0, gzip", "gzip"),
            ("*", "br"),
            ("deflate", nil), ("br; q=0.0", nil),
        ]
        for (accepted, expected) in cases { #expect(coding.choose(accepted: accepted) == expected, "\(accepted ?? "nil")") }
    }
}
