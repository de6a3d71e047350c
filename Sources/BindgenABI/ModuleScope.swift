/// What a Swift module shares with others that go into the same .wasm.
///
/// Each module of Swift has the types and shims of its own IDL. The program's, which is the one that is linked, has besides what a .wasm has
/// once: the exports of the runtime, the functions that fulfil promises, the table of classes, the fingerprint.
package struct ModuleScope: Equatable, Sendable {
    /// Whether other modules use this one: what is generated is public, in both directions.
    package var isLibrary = false
    /// The definitions that other modules have, with the names of these.
    package var owners: [String: String] = [:]

    /// The symbols of members that classes of the same module override. Others are final, which a class of another module cannot change.
    var overridden: Set<String> = []

    package init() {}

    /// Adds what a library has besides the definitions that are known already.
    package mutating func add(_ plan: BindingPlan) {
        for definition in plan.definitions where owners[definition.name] == nil {
            owners[definition.name] = plan.moduleName
            let functions = definition.importedContainer?.functions ?? []
            overridden.formUnion(functions.filter(\.isOverridden).map(\.symbol))
        }
    }

    /// Whether a class can override an inherited member in Swift.
    func allows(_ name: String, toOverride member: MemberPlan, of ancestor: String) -> Bool {
        owners[name] == owners[ancestor] || member.functions.allSatisfy { overridden.contains($0.symbol) }
    }

    /// The modules that others have definitions in, sorted.
    package var modules: [String] { Set(owners.values).sorted() }
}

extension BindingPlan {
    /// The Swift module that has a definition.
    package func module(of definition: String) -> String { scope.owners[definition] ?? moduleName }

    /// The definitions of this module's own IDL.
    package var ownDefinitions: [DefinitionPlan] {
        scope.owners.isEmpty ? definitions : definitions.filter { scope.owners[$0.name] == nil }
    }

    /// Whether another module can have classes that inherit from an interface, or this one does.
    package func mayHaveDescendants(_ container: ContainerPlan) -> Bool {
        scope.isLibrary || hierarchy.member(named: container.name)?.hasDescendants ?? false
    }
}
