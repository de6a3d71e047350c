import Foundation
import Testing

@testable import BindgenIDL

@Suite struct ParserTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "test.idl", text: text) }

    /// `line:column rule` of every diagnostic.
    private func places(_ text: String, _ dialect: Dialect = .bindgen) -> [String] {
        parse(file(text), dialect: dialect).diagnostics.map {
            "\($0.range.start.line):\($0.range.start.column) \($0.rule)"
        }
    }

    @Test func emptyAndBareFiles() {
        #expect(places("") == [])
        #expect(places(" \n// only a comment") == [])
        #expect(
            parse(SourceFile(path: "bom.idl", bytes: [0xEF, 0xBB, 0xBF] + Array("enum E { \"a\" };".utf8))).diagnostics.isEmpty)
    }

    @Test func textThatIsNotText() {
        #expect(places("interface A {};\0") == ["1:16 binary-file"])
        let broken = SourceFile(path: "x", bytes: Array("// ".utf8) + [0xC3, 0x28] + Array("\nenum E { \"a\" };".utf8))
        let result = parse(broken)
        #expect(result.diagnostics.map(\.rule) == ["invalid-utf8"])
        #expect(result.tree.definitions.count == 1)
        #expect(places("/* no end") == ["1:1 unterminated-comment"])
        #expect(places("enum E { \"a };\nenum F { };").first == "1:10 unterminated-string")
    }

    @Test("every error of a file comes in one run")
    func recovery() {
        let text = """
            interface A {
              attribute;
              undefined f(long);
              readonly attribute long a
              readonly attribute long b;
            };
            dictionary D { long; };
            enum E { a };
            typedef X;
            interface B : { };
            callback C = undefined ();
            """
        #expect(
            places(text) == [
                "2:12 syntax", "3:19 syntax", "5:3 missing-semicolon", "7:20 syntax", "8:10 syntax", "9:10 syntax",
                "10:15 syntax",
            ])
        let tree = parse(file(text)).tree
        guard case .interface(let interface) = tree.definitions.first else {
            Issue.record("no interface")
            return
        }
        #expect(interface.members.count == 2)
    }

    @Test func unclosedBodies() {
        let text = """
            interface A {
              attribute long a;
            [Exposed=Window]
            interface B {
              attribute long b;
            enum E { "a" };
            dictionary D {
              long x;
            """
        #expect(places(text) == ["3:1 unclosed-body", "6:1 unclosed-body", "8:9 unclosed-body"])
        #expect(parse(file(text)).tree.definitions.compactMap(\.name?.text) == ["A", "B", "E", "D"])
    }

    @Test func breadcrumbs() {
        let text = "interface Image { undefined blur(DOMString name, long radius = 1); };"
        let diagnostic = parse(file(text)).diagnostics.first
        #expect(diagnostic?.rule == "default-without-optional")
        #expect(diagnostic?.breadcrumb == ["interface Image", "operation blur", "argument radius"])
    }

    @Test(
        "history forms are warnings with fix-its, and errors by the standard",
        arguments: [
            ("interface A { void f(); };", "legacy-void", "interface A { undefined f(); };"),
            ("interface A { async iterable<long>; };", "legacy-async-iterable", "interface A { async_iterable<long>; };"),
            (
                "interface A { undefined f(async iterable<long> x); };", "legacy-async-sequence",
                "interface A { undefined f(async_sequence<long> x); };"
            ),
            ("interface A { stringifier DOMString (); };", "legacy-stringifier", "interface A { stringifier; };"),
            (
                "interface A { stringifier DOMString text(); };", "legacy-stringifier",
                "interface A { stringifier; DOMString text(); };"
            ),
            (
                "[Constructor(long x), B] interface A {};", "legacy-constructor-attribute",
                "[B] interface A {\n  constructor(long x);};"
            ),
            ("[NoInterfaceObject] interface A {};", "legacy-attribute-name", "[LegacyNoInterfaceObject] interface A {};"),
            (
                "interface A { undefined f([TreatNullAs=EmptyString] DOMString x); };", "legacy-attribute-name",
                "interface A { undefined f([LegacyNullToEmptyString] DOMString x); };"
            ),
        ])
    func history(_ text: String, _ rule: String, _ fixed: String) {
        let source = file(text)
        let (_, diagnostics) = parse(source)
        #expect(diagnostics.map(\.rule) == [rule])
        #expect(diagnostics.first?.severity == .warning)
        #expect(parse(source, dialect: .standard).diagnostics.first?.severity == .error)
        let result = FixItApplication.apply(diagnostics, to: source)
        #expect(String(decoding: result.bytes, as: UTF8.self) == fixed)
        #expect(parse(file(fixed), dialect: .standard).diagnostics.isEmpty)
    }

    @Test("a constructor in a partial interface is history too")
    func partialConstructor() {
        #expect(places("partial interface A { constructor(); };") == ["1:23 partial-constructor"])
        #expect(parse(file("partial interface A { constructor(); };")).diagnostics.first?.severity == .warning)
    }

    @Test(
        "fix-its give text that parses",
        arguments: [
            ("interface A { attribut long x; };", "interface A { attribute long x; };"),
            ("interface A { attribut Foo x; };", "interface A { attribute Foo x; };"),
            ("interface A { undefined f(optinal long x); };", "interface A { undefined f(optional long x); };"),
            ("interface A { undefined f(long x = 1); };", "interface A { undefined f(optional long x = 1); };"),
            ("dictionary A { requird long x; };", "dictionary A { required long x; };"),
            ("dictionry A { };", "dictionary A { };"),
            ("interface A { attribute any? x; };", "interface A { attribute any x; };"),
            ("enum E { \"a\" \"b\" };", "enum E { \"a\", \"b\" };"),
            ("interface A {}", "interface A {};"),
            ("typedef sequnce<long> T;", "typedef sequence<long> T;"),
        ])
    func fixIts(_ text: String, _ fixed: String) {
        let source = file(text)
        let result = FixItApplication.apply(parse(source).diagnostics, to: source)
        #expect(String(decoding: result.bytes, as: UTF8.self) == fixed)
        #expect(parse(file(fixed)).diagnostics.isEmpty)
    }

    @Test func documentation() {
        let text = """
            // not this
            /// An image.
            ///
            ///  indented
            [Exposed=Window]
            interface Image { /// not this one
              /** The width,
               * in pixels.
               */
              readonly attribute long width;

              /// lost: a blank line follows

              undefined f(/** how far */ long radius, long angle);
              [Throws] /// behind the attributes? no
              undefined g();
              /// for h
              undefined h();
            };
            enum E {
              /// first
              "a", /** second */ "b" };
            """
        var found: [String] = []
        parse(file(text)).tree.walk { node in
            if let text = (node as? any DocumentedSyntax)?.documentation { found.append(text) }
            if let text = (node as? EnumValueSyntax)?.documentation { found.append(text) }
        }
        #expect(found == ["An image.\n\n indented", "The width,\nin pixels.", "how far", "for h", "first", "second"])
    }

    @Test func numbersAndPunctuation() {
        let text = "dictionary D { any a = -0x1F; any b = 010; any c = -.5e-3; any d = 3.; any e = -Infinity; any f = 1e5; };"
        let tree = parse(file(text)).tree
        guard case .dictionary(let dictionary) = tree.definitions.first else {
            Issue.record("no dictionary")
            return
        }
        #expect(
            dictionary.members.map { $0.defaultValue?.kind } == [
                .integer("-0x1F"), .integer("010"), .decimal("-.5e-3"), .decimal("3."), .infinity(isNegative: true),
                .decimal("1e5"),
            ])
    }

    @Test(
        "extended attributes hold any balanced tokens",
        arguments: [
            "[A(1 + 2, {x: [y]})] interface X {};", "[A=b.c, \"text\", (x)] interface X {};", "[A=[x](y)] interface X {};",
            "[A={ interface; }, B] interface X {};", "[JSName=\"a\", SwiftName=\"move(to:_:)\"] interface X {};",
        ])
    func anyAttributes(_ text: String) {
        #expect(places(text, .standard) == [])
    }

    @Test("each rule of the parser has its folder of examples")
    func ruleFolders() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Diagnostics")
        let folders = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        // What is not text cannot stand there; `textThatIsNotText` has it.
        let missing = Set(SyntaxRules.ids).subtracting(folders).subtracting(["binary-file", "file-size", "invalid-utf8"])
        #expect(missing.isEmpty)
    }

    @Test func names() {
        #expect(NearestName.find("Domstring", in: ["USVString", "DOMString"]) == "DOMString")
        #expect(NearestName.find("Iamge", in: ["Page", "Image"]) == "Image")
        #expect(NearestName.find("Foo", in: ["Bar", "Quux"]) == nil)
        #expect(NearestName.find("A", in: ["B"]) == nil)
    }
}
