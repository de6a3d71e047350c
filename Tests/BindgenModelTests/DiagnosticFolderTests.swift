import BindgenABI
import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// `Tests/Diagnostics/<rule>/`: `input.idl` and what is said about it in `expected.txt`; `fixed.idl` is the input after its fix-its.
/// An input whose first line is `// --standard` is held to the standard. What the planner says stands in the folders of its own rules
/// alone, for it changes with what can be bound. `UPDATE_GOLDEN=1` writes what is expected anew.
@Suite
struct DiagnosticFolderTests {
    static let folder = Repository.root.appendingPathComponent("Tests/Diagnostics")
    static let rules: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    private static func diagnose(
        _ bytes: [UInt8], plans: Bool = false, hasWorker: Bool = false
    ) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: "input.idl", bytes: bytes)
        if plans {
            let (module, faults) = resolve([parse(file).tree])
            let (plan, told, _) = plan(module, moduleName: "Input")
            return (file, faults + told + (hasWorker ? planRemote(plan).diagnostics : []))
        }
        return (file, check([file], dialect: bytes.starts(with: "// --standard".utf8) ? .standard : .bindgen))
    }

    @Test("Each rule says what its folder expects", arguments: rules)
    func rule(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let input = Array(try Data(contentsOf: folder.appendingPathComponent("input.idl")))
        let (file, diagnostics) = Self.diagnose(input, plans: PlanRules.ids.contains(name), hasWorker: name == "worker")
        #expect(diagnostics.contains { $0.rule == name }, "the input does not break the rule")
        try expect(DiagnosticRenderer().render(diagnostics), in: folder.appendingPathComponent("expected.txt"))

        let fixed = folder.appendingPathComponent("fixed.idl")
        guard diagnostics.contains(where: { $0.rule == name && $0.fixIts.count == 1 }) else {
            #expect(!FileManager.default.fileExists(atPath: fixed.path), "fixed.idl stands there, and nothing is fixed")
            return
        }
        let bytes = FixItApplication.apply(diagnostics, to: file).bytes
        try expect(String(decoding: bytes, as: UTF8.self), in: fixed)
        let before = diagnostics.count { $0.rule == name }
        let after = Self.diagnose(bytes).diagnostics.count { $0.rule == name }
        #expect(after < before, "the fix-its leave all faults of this rule")
        #expect(Self.rounds(on: bytes) < 5, "fixing brings up what is to be fixed, on and on")
    }

    /// How often fix-its apply to the text until none is left.
    private static func rounds(on bytes: [UInt8]) -> Int {
        var bytes = bytes
        for round in 0..<20 {
            let (file, diagnostics) = diagnose(bytes)
            let (mended, applied) = FixItApplication.apply(diagnostics, to: file)
            if applied == 0 { return round }
            bytes = mended
        }
        return 20
    }

    /// `file-size` is about two gigabytes; RobustnessTests lowers the limit instead.
    @Test("Every rule has a folder, and every folder belongs to a rule")
    func completeness() {
        let ids = Set(RuleList.ids + SyntaxRules.ids + PlanRules.ids).subtracting(["file-size"])
        #expect(ids.symmetricDifference(Self.rules) == [])
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
