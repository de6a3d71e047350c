/// What a Swift module shares with others that go into the same .wasm.
///
/// Each module of Swift has the types and shims of its own IDL. The program's, which is the one that is linked, has besides what a .wasm has
/// once: the exports of the runtime, the functions that fulfil promises, the table of classes, the fingerprint.
package struct ModuleScope: Equatable, Sendable {
    /// Whether other modules use this one: what is generated is public, in both directions.
    package var isLibrary = false
    /// The definitions that other modules have, with the names of these.
    package var owners: [String: String] = [:]

    /// The interfaces and namespaces among them that JavaScript has, to which another module may add members.
    package private(set) var imported: Set<String> = []
    /// The members that other modules have: the symbols of functions, the names of constants behind that of their container.
    private var members: Set<String> = []

    /// The symbols of members that classes of the same module override. Others are final, which a class of another module cannot change.
    var overridden: Set<String> = []

    /// The unions without a name that several libraries name, which each has a type for if neither uses the other: sorted.
    package private(set) var shared: [String] = []

    package init() {}

    /// - Parameter homes: the libraries that name each union without a name.
    mutating func findShared(_ homes: [String: Set<String>]) {
        shared = homes.filter { $0.value.count > 1 && owners[$0.key] != nil }.keys.sorted()
    }

    /// Adds what a library has besides the definitions that are known already.
    mutating func add(_ plan: BindingPlan) {
        for container in plan.definitions.compactMap(\.importedContainer) {
            imported.insert(container.name)
            for member in container.members { members.formUnion(Self.names(of: member, in: container)) }
        }
        for definition in plan.definitions where owners[definition.name] == nil {
            owners[definition.name] = plan.moduleName
            let functions = definition.importedContainer?.functions ?? []
            overridden.formUnion(functions.filter(\.isOverridden).map(\.symbol))
        }
    }

    private static func names(of member: MemberPlan, in container: ContainerPlan) -> [String] {
        member.constant.map { ["\(container.name).\($0.name)"] } ?? member.functions.map(\.symbol)
    }

    /// Whether this module adds a member to an interface or a namespace that is another module's.
    func adds(_ member: MemberPlan, to container: ContainerPlan) -> Bool {
        owners[container.name] != nil && container.isImported
            && Self.names(of: member, in: container).contains { !members.contains($0) }
    }

    /// What this module adds to an interface or a namespace of another one; nil where it adds nothing.
    func additions(to container: ContainerPlan) -> ContainerPlan? {
        var additions = container
        additions.members = container.members.filter { adds($0, to: container) }
        return additions.members.isEmpty ? nil : additions
    }

    /// Whether a class can override an inherited member in Swift: both stand in classes, and not in what a module adds to another one's.
    func allows(_ member: MemberPlan, of container: ContainerPlan, toOverride inherited: MemberPlan, of ancestor: ContainerPlan)
        -> Bool
    {
        if adds(member, to: container) || adds(inherited, to: ancestor) { return false }
        return owners[container.name] == owners[ancestor.name]
            || inherited.functions.allSatisfy { overridden.contains($0.symbol) }
    }

    /// Whether a member of another module's class knows of an inherited one: of what this module adds it does not.
    func knows(_ inherited: MemberPlan, of ancestor: ContainerPlan, _ member: MemberPlan, of container: ContainerPlan) -> Bool {
        !adds(inherited, to: ancestor) || owners[container.name] == nil || adds(member, to: container)
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

    /// What this module's IDL adds to interfaces and namespaces of other modules.
    package var additions: [ContainerPlan] {
        scope.owners.isEmpty ? [] : definitions.compactMap { $0.importedContainer.flatMap(scope.additions(to:)) }
    }

    /// Whether another module can have classes that inherit from an interface, or this one does.
    package func mayHaveDescendants(_ container: ContainerPlan) -> Bool {
        scope.isLibrary || hierarchy.member(named: container.name)?.hasDescendants ?? false
    }
}
