import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// `Tests/Diagnostics/<rule>/`: `input.idl` and what is said about it in `expected.txt`; `fixed.idl` is the input after its fix-its.
/// An input whose first line is `// --standard` is held to the standard. `UPDATE_GOLDEN=1` writes what is expected anew.
@Suite
struct DiagnosticFolderTests {
    static let folder = Repository.root.appendingPathComponent("Tests/Diagnostics")
    static let rules: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    private static func diagnose(_ text: String) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: "input.idl", text: text)
        return (file, check([file], dialect: text.hasPrefix("// --standard") ? .standard : .bindgen))
    }

    @Test("Each rule says what its folder expects", arguments: rules)
    func rule(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let input = try String(contentsOf: folder.appendingPathComponent("input.idl"), encoding: .utf8)
        let (file, diagnostics) = Self.diagnose(input)
        #expect(diagnostics.contains { $0.rule == name }, "the input does not break the rule")
        try expect(DiagnosticRenderer().render(diagnostics), in: folder.appendingPathComponent("expected.txt"))

        let fixed = folder.appendingPathComponent("fixed.idl")
        guard diagnostics.contains(where: { $0.rule == name && $0.fixIts.count == 1 }) else {
            #expect(!FileManager.default.fileExists(atPath: fixed.path), "fixed.idl stands there, and nothing is fixed")
            return
        }
        let text = String(decoding: FixItApplication.apply(diagnostics, to: file).bytes, as: UTF8.self)
        try expect(text, in: fixed)
        let before = diagnostics.count { $0.rule == name }
        let after = Self.diagnose(text).diagnostics.count { $0.rule == name }
        #expect(after < before, "the fix-its leave all faults of this rule")
    }

    @Test("Every rule of the resolver has a folder")
    func completeness() {
        let missing = RuleList.ids.filter { !Self.rules.contains($0) }
        #expect(missing.isEmpty)
    }

    private func expect(_ text: String, in url: URL) throws {
        if Self.isUpdating {
            try text.write(to: url, atomically: true, encoding: .utf8)
            return
        }
        let expected = try? String(contentsOf: url, encoding: .utf8)
        #expect(text == expected)
    }
}
