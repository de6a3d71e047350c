import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// `Tests/Foreign/snippets.txt` has what people write who come from elsewhere; `expected.txt` what is answered, and what `--fix` makes of
/// it. `UPDATE_GOLDEN=1` writes it anew.
@Suite
struct ForeignTests {
    private struct Snippet {
        var place: Substring
        var text: Substring

        /// The lines before the snippet's own.
        private static let head = "interface Thing {};\ndictionary Options {};\n"

        /// The file that has it, and what stands around it.
        var file: (text: String, before: String, after: String) {
            let (before, after) =
                switch place {
                case "type": (Self.head + "interface Host {\n  undefined take(", " value);\n};\n")
                case "result": (Self.head + "interface Host {\n  ", " take();\n};\n")
                case "interface": (Self.head + "interface Host {\n  ", "\n};\n")
                case "dictionary": (Self.head + "dictionary Host {\n  ", "\n};\n")
                default: ("", "\n")
                }
            return (before + text + after, before, after)
        }

        /// What has become of the snippet in the file.
        func inside(_ text: String) -> String {
            var inner = text[...]
            let (_, before, after) = file
            if inner.hasPrefix(before) { inner = inner.dropFirst(before.count) }
            if inner.hasSuffix(after) { inner = inner.dropLast(after.count) }
            return inner.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        }
    }

    private static let folder = Repository.root.appendingPathComponent("Tests/Foreign")

    private static func snippets() throws -> [Snippet] {
        let text = try String(contentsOf: folder.appendingPathComponent("snippets.txt"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ", maxSplits: 1)
            return Snippet(place: words[0], text: words[1])
        }
    }

    private static func diagnose(_ text: String) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: "api.idl", text: text)
        return (file, check([file], dialect: .bindgen))
    }

    private static func fixed(_ text: String) -> String {
        var text = text
        for _ in 0..<20 {
            let (file, diagnostics) = diagnose(text)
            let (bytes, applied) = FixItApplication.apply(diagnostics, to: file)
            if applied == 0 { break }
            text = String(decoding: bytes, as: UTF8.self)
        }
        return text
    }

    private func errors(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.filter { $0.severity == .error }.map { "\($0.rule): \($0.message)" }
    }

    @Test("every word and every way of writing is answered with the Web IDL for it")
    func answers() throws {
        var lines: [String] = []
        for snippet in try Self.snippets() {
            let (file, diagnostics) = Self.diagnose(snippet.file.text)
            #expect(!diagnostics.isEmpty, "\(snippet.text): nothing is said")
            #expect(diagnostics.allSatisfy { !$0.range.offsets.isEmpty || $0.rule == "missing-semicolon" })
            lines.append("\(snippet.place): \(snippet.text)")
            lines += diagnostics.map { "    \($0.severity.rawValue): \($0.message) [\($0.rule)]" }
            let mended = Self.fixed(snippet.file.text)
            if mended != snippet.file.text {
                let left = errors(Self.diagnose(mended).diagnostics)
                #expect(left.count < errors(diagnostics).count + (left.isEmpty ? 1 : 0), "\(snippet.text): \(left)")
                lines.append("    --fix: \(snippet.inside(mended))" + (left.isEmpty ? "" : "   (\(left.count) left)"))
            }
            _ = file
        }
        let url = Self.folder.appendingPathComponent("expected.txt")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(text == (try? String(contentsOf: url, encoding: .utf8)))
        }
    }

    @Test(
        "a declaration of one's own has the last word on its name",
        arguments: ["Int", "Data", "Set", "Map", "Error", "string", "Date"])
    func ownNames(_ name: String) {
        let text =
            "dictionary \(name) { required long x; };\nnamespace Own { undefined f(\(name) value, sequence<\(name)> list); };\n"
        #expect(Self.diagnose(text).diagnostics.isEmpty)
    }

    @Test("names of the platform are answered with a declaration that is right")
    func platform() throws {
        for name in ["AbortSignal", "Response", "HTMLCanvasElement", "MessagePort", "PointerEvent", "Date", "URL"] {
            let message = try #require(Self.diagnose("namespace A { undefined f(\(name) x); };").diagnostics.first?.message)
            let start = try #require(message.range(of: "[Import]"))
            let end = try #require(message.range(of: "};", options: .backwards))
            let declaration = message[start.lowerBound..<end.upperBound]
            #expect(
                Self.diagnose("\(declaration)\nnamespace A { undefined f(\(name) x); };").diagnostics.isEmpty, "\(declaration)")
        }
    }
}
