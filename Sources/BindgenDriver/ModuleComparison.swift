import BindgenABI
package import BindgenDiff
package import BindgenIDL
import BindgenModel
import BindgenWIT

/// Two states of a module's IDL, and what changed from the one to the other. Reads and writes nothing.
package struct ModuleComparison: Sendable {
    /// The errors and warnings of both. Where there is an error, nothing is compared.
    package private(set) var diagnostics: [Diagnostic] = []
    /// In the order of `BindgenDiff.diff`.
    package private(set) var changes: [Change] = []

    package init(old: [SourceFile], new: [SourceFile]) {
        let before = module(old).flatMap { revision($0) }
        let after = module(new).flatMap { revision($0) }
        if let before, let after { changes = diff(before, after) }
    }

    /// What changed for who calls the module as a component, or hosts it.
    package init(componentOld old: [SourceFile], new: [SourceFile]) {
        let before = module(old).flatMap { componentRevision($0) }
        let after = module(new).flatMap { componentRevision($0) }
        if let before, let after { changes = diff(before, after) }
    }

    private mutating func module(_ sources: [SourceFile]) -> ResolvedModule? {
        let parsed = sources.map { parse($0) }
        let (module, faults) = resolve(parsed.map(\.tree))
        return take(module, unless: parsed.flatMap(\.diagnostics) + faults)
    }

    private mutating func revision(_ module: ResolvedModule) -> Revision? {
        let (plan, faults, _) = plan(module, moduleName: "Module")
        return take(Revision(module, plan), unless: faults)
    }

    private mutating func componentRevision(_ module: ResolvedModule) -> WITRevision? {
        let document = wit(module, moduleName: "Module", package: nil)
        return take(WITRevision(module, document.model), unless: document.diagnostics)
    }

    /// Keeps the faults, and gives nothing where one is an error.
    private mutating func take<Value>(_ value: Value, unless faults: [Diagnostic]) -> Value? {
        diagnostics += faults
        return faults.contains { $0.severity == .error } ? nil : value
    }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
