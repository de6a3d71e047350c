@testable import BindgenDriver
import Foundation
import Testing

@Suite struct EmbeddedGapTests {
    /// The page of the documentation, with the sections that hints name.
    private var page: String {
        get throws {
            let path = "../../../Sources/BindgenRuntime/BindgenRuntime.docc/Articles/EmbeddedSwift.md"
            let file = URL(fileURLWithPath: #filePath).appendingPathComponent(path).standardizedFileURL
            return try String(contentsOf: file, encoding: .utf8)
        }
    }

    @Test("each message that the page quotes has a hint that names its section")
    func quotedMessages() throws {
        var count = 0
        for section in try page.components(separatedBy: "\n### ").dropFirst() {
            let lines = section.components(separatedBy: "\n")
            guard let message = lines.first(where: { $0.hasPrefix("> ") })?.dropFirst(2) else { continue }
            let code = section.components(separatedBy: "```")[1]
            let gap = EmbeddedGap.find(message: String(message), source: code)
            #expect(gap?.section == lines[0], "\(message)")
            count += 1
        }
        #expect(count > 12)
    }

    @Test(
        "what has nothing to do with Embedded Swift has no hint",
        arguments: [
            "cannot find 'sine' in scope", "type 'A' does not conform to protocol 'AExports'",
            "value of type 'A' has no member 'b'", "cannot convert value of type 'String' to expected argument type 'Int'",
            "no such module 'Words'",
            "missing argument label 'name:' in call",
        ])
    func otherMessages(message: String) {
        #expect(EmbeddedGap.find(message: message) == nil)
    }

    @Test("a hint is told beside the error, and once for several of them")
    func hints() throws {
        let output = """
            /p/Sources/A/A.swift:5:6: error: cannot find 'sin' in scope
             5 | sin(1)
               | `- error: cannot find 'sin' in scope
            /p/Sources/A/A.swift:6:6: error: cannot find 'cos' in scope
            """
        let told = CompilerOutput(output, package: "/p")
        #expect(told.problems.count == 2 && told.problems.allSatisfy { $0.details.count == 1 })
        #expect(told.hints.count == 1 && told.hints[0].contains("\"Mathematics\""))
    }

    @Test("a crash of the compiler is told by its place, the innermost where there are several")
    func crash() throws {
        let folder = try TemporaryFolder()
        try folder.write("Sources/A/A.swift", "enum A {}\nfunc later() async -> Int { 1 }\n")
        let output = """
            Please submit a bug report (https://swift.org/contributing/#reporting-bugs) and include the crash backtrace.
            Stack dump:
            0.\tProgram arguments: swift-frontend -frontend -c A.swift
            3.\tWhile evaluating request ASTLoweringRequest(Lowering AST to SIL for module A)
            4.\tWhile silgen emitFunction SIL function "@$e1A5outerSiyYaF".
             for 'outer()' (at \(folder.path)/Sources/A/A.swift:1:1)
            5.\tWhile silgen emitFunction SIL function "@$e1A5laterSiyYaF".
             for 'later()' (at \(folder.path)/Sources/A/A.swift:2:1)
             #0 0x00005567bc818738 llvm::sys::PrintStackTrace(llvm::raw_ostream&, int)
            error: compile command failed due to signal 11 (use -v to see invocation)
            """
        let problems = CompilerOutput(output, package: folder.path).problems
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.message == "the Swift compiler crashed at `later()`")
        #expect(problem.file == "Sources/A/A.swift" && problem.line == 2 && problem.column == 1)
        #expect(problem.excerpt.map(\.text) == ["func later() async -> Int { 1 }"])
        #expect(problem.details.count == 1 && problem.details[0].contains("\"Tasks and async\""))
    }

    @Test("a crash at `async let` is told by that name")
    func asyncLet() throws {
        let folder = try TemporaryFolder()
        let text = """
            func both() async -> Int {
                let one = 1
                async let two = later()
                return await one + two
            }
            func none() {}
            """
        try folder.write("Sources/A/A.swift", text)
        func problem(at line: Int) throws -> BuildProblem {
            let place = "\(folder.path)/Sources/A/A.swift:\(line):1"
            let output = "Stack dump:\n5.\tWhile silgen emitFunction\n for 'both()' (at \(place))\n"
            return try #require(CompilerOutput(output, package: folder.path).problems.first)
        }
        let told = try problem(at: 1)
        #expect(told.message == "`async let` makes the Swift compiler crash for WebAssembly, in `both()`" && told.line == 3)
        #expect(told.excerpt.map(\.text) == ["    async let two = later()"] && told.details[0].contains("task group"))
        #expect(try problem(at: 6).message == "the Swift compiler crashed at `both()`")
    }

    @Test("a crash at an async main is told by that name")
    func asyncMain() throws {
        let folder = try TemporaryFolder()
        try folder.write("Sources/A/A.swift", "@main struct App {\n    static func main() async {}\n}\n")
        let output = "Stack dump:\n5.\tWhile silgen emitFunction\n for '$main()' (at \(folder.path)/Sources/A/A.swift:1:1)\n"
        let problem = try #require(CompilerOutput(output, package: folder.path).problems.first)
        #expect(problem.message == "an `async` `main` makes the Swift compiler crash for WebAssembly" && problem.line == 1)
        #expect(problem.details.count == 1 && problem.details[0].contains("Task { … }"))
    }

    @Test("a crash in a later stage tells the file")
    func crashInAFile() {
        let output = """
            Stack dump:
            0.\tProgram arguments: swift-frontend
            1.\tWhile emitting IR for source file /p/Sources/A/B.swift
            """
        let problems = CompilerOutput(output, package: "/p").problems
        #expect(problems.count == 1 && problems.first?.file == "Sources/A/B.swift" && problems.first?.line == nil)
    }
}
