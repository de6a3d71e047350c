import Testing

@testable import BindgenIDL

@Suite struct RendererTests {
    private let file = SourceFile(
        path: "api.idl", text: "interface Image {\n\tundefined f(long \u{6F22}\u{5B57}, [A] [B] long x);\n  void g();\n};\n")

    @Test func textForm() {
        let diagnostics = parse(file).diagnostics
        let wanted = """
            api.idl:2:19: error: expected a name for the argument, found `\u{6F22}` [syntax]
                  undefined f(long \u{6F22}\u{5B57}, [A] [B] long x);
                                   ^~
              in interface Image, operation f, argument 1
            api.idl:3:3: warning: `void` is now spelled `undefined` [legacy-void]
                void g();
                ^~~~
              in interface Image
              fix-it: replace by `undefined`
                  undefined g();

            """
        #expect(DiagnosticRenderer().render(diagnostics) == wanted)
        #expect(DiagnosticRenderer.summary(diagnostics) == "1 error, 1 warning")
        #expect(DiagnosticRenderer.summary([]) == nil)
    }

    @Test("a note stands at its own place")
    func notes() {
        let source = SourceFile(path: "a.idl", text: "[A]\n[B] interface X {};")
        let wanted = """
            a.idl:2:1: error: a list of extended attributes stands before this one already; join them: `[A, B]` [double-attribute-list]
              [B] interface X {};
              ^
            a.idl:1:1: note: the first list is here
              [A]
              ^~~

            """
        #expect(DiagnosticRenderer().render(parse(source).diagnostics) == wanted)
    }

    @Test func gitHubForm() {
        let lines = DiagnosticRenderer(format: .github).render(parse(file).diagnostics).split(separator: "\n")
        #expect(
            lines.last
                == "::warning file=api.idl,line=3,endLine=3,col=3,endColumn=7,title=legacy-void::`void` is now spelled `undefined`%0Ain interface Image"
        )
    }

    @Test func jsonForm() {
        let source = SourceFile(path: "a\"b.idl", text: "enum E {};")
        let wanted = """
            [
              {
                "severity": "error",
                "rule": "enum-empty",
                "message": "an enum needs at least one value, such as `\\"value\\"`",
                "file": "a\\"b.idl",
                "line": 1,
                "column": 9,
                "endLine": 1,
                "endColumn": 10,
                "offset": 8,
                "length": 1,
                "breadcrumb": [
                  "enum E"
                ],
                "notes": [],
                "fixIts": []
              }
            ]

            """
        #expect(DiagnosticRenderer(format: .json).render(parse(source).diagnostics) == wanted)
    }

    @Test("text from the file cannot steer the terminal")
    func control() {
        let source = SourceFile(path: "a.idl", text: "interface A { \u{1B}[2J\u{202E} };")
        let text = DiagnosticRenderer().render(parse(source).diagnostics)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(DiagnosticRenderer(usesColor: true).render(parse(source).diagnostics).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    @Test func positions() {
        let source = SourceFile(path: "a", text: "é\r\nab\n")
        #expect(source.position(of: 0) == .init(line: 1, column: 1))
        #expect(source.position(of: 2) == .init(line: 1, column: 2))
        #expect(source.position(of: 5) == .init(line: 2, column: 2))
        #expect(source.position(of: 99) == .init(line: 3, column: 1))
        #expect(source.line(1) == "é")
        #expect(source.line(9) == "")
        let long = SourceFile(path: "b", text: String(repeating: "é", count: 10_000))
        #expect(long.position(of: 15_000) == .init(line: 1, column: 7501))
    }
}
