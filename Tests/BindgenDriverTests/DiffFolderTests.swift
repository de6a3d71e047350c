import BindgenDiff
import BindgenDriver
import BindgenIDL
import Foundation
import Testing

/// `Tests/Diff/<rule>/`: `old.idl`, `new.idl`, and what `bindgen diff` says about them in `expected.txt`. `UPDATE_GOLDEN=1` writes
/// what is expected anew. Whether it is true is for `Tests/run diff` to find out, which compiles code against both.
@Suite struct DiffFolderTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Diff")
    static let rules: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }.sorted()
    }()

    private static func source(_ folder: URL, _ name: String) throws -> SourceFile {
        SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }

    @Test("Each rule says what its folder expects", arguments: rules)
    func rule(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let (old, new) = (try Self.source(folder, "old.idl"), try Self.source(folder, "new.idl"))
        let comparison = ModuleComparison(old: [old], new: [new])
        #expect(!comparison.hasErrors, "\(DiagnosticRenderer().render(comparison.diagnostics))")
        #expect(comparison.changes.contains { $0.rule.id == name }, "the change does not show")
        let text = ChangeRenderer.text(comparison.changes, sides: Side.languages)
        let expected = folder.appendingPathComponent("expected.txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(to: expected, atomically: true, encoding: .utf8)
        } else {
            let wanted = try? String(contentsOf: expected, encoding: .utf8)
            #expect(text == wanted)
        }
        #expect(ModuleComparison(old: [old], new: [old]).changes.isEmpty, "a state is compared with itself")
    }

    @Test("Every rule has a folder, and every folder belongs to a rule")
    func completeness() {
        let ids = DiffRule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).symmetricDifference(Self.rules) == [])
    }
}
