import BindgenABI
package import BindgenDiff
package import BindgenIDL
import BindgenModel

/// Two states of a module's IDL, and what changed from the one to the other. Reads and writes nothing.
package struct ModuleComparison: Sendable {
    /// The errors and warnings of both. Where there is an error, nothing is compared.
    package private(set) var diagnostics: [Diagnostic] = []
    /// In the order of `BindgenDiff.diff`.
    package private(set) var changes: [Change] = []

    package init(old: [SourceFile], new: [SourceFile]) {
        let before = revision(old)
        let after = revision(new)
        if let before, let after { changes = diff(before, after) }
    }

    private mutating func revision(_ sources: [SourceFile]) -> Revision? {
        let parsed = sources.map { parse($0) }
        var faults = parsed.flatMap(\.diagnostics)
        let (module, modelFaults) = resolve(parsed.map(\.tree))
        faults += modelFaults
        defer { diagnostics += faults }
        if faults.contains(where: { $0.severity == .error }) { return nil }
        let (plan, planFaults, _) = plan(module, moduleName: "Module")
        faults += planFaults
        return faults.contains { $0.severity == .error } ? nil : Revision(module, plan)
    }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
