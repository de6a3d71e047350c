package import BindgenIDL

/// Resolves and checks the definitions of a set of files: one text split over several files means the same as one file.
///
/// Every name gets a meaning, partials and mixins fold into their interfaces, typedefs dissolve, and every rule in `RuleList` is
/// checked. The module holds what could be made of the files even where there are errors; only a module without errors
/// is fit for the next stage.
///
/// What the standard predefines (`DOMException`, `QuotaExceededError`, `Function`, `VoidFunction`) is in the module only where
/// something refers to it, after the user's own definitions; the interfaces among it are imports from the global object.
/// The buffer typedefs dissolve like any others.
///
/// - Parameter allowed: the ids of rules about which nothing is said.
package func resolve(
    _ files: [FileSyntax], dialect: Dialect = .bindgen, allowing allowed: Set<String> = []
) -> (module: ResolvedModule, diagnostics: [Diagnostic]) {
    var report = Report(dialect: dialect, allowed: allowed)
    let table = DefinitionTable(files, predefined: PredefinedDefinitions.parsed())
    let set = DeclarationBuilder.build(table, &report)
    for rule in RuleList.declarations { rule.check(set, &report) }
    var module = ResolvedModule(declarations: set.folded(), typedefs: set.recursiveTypedefs)
    module.untold = report.untold
    return (module, report.sorted(files: files))
}

extension DeclarationSet {
    /// The declarations in the order of the table, with mixins and typedefs gone.
    func folded() -> [Declaration] {
        table.entries.indices.compactMap { index in
            switch slots[index] {
            case .container(let slot): folded(containers[slot])
            case .dictionary(let slot): .dictionary(folded(dictionaries[slot]))
            case .enumeration(let slot): .enumeration(enumerations[slot].resolved)
            case .callback(let slot): .callbackFunction(callbacks[slot].resolved)
            case .typedef, nil: nil
            }
        }
    }

    private func folded(_ container: ContainerModel) -> Declaration? {
        let name = container.name.text
        switch container.kind {
        case .interface:
            let members = members(of: container).map(\.resolved)
            var decl = InterfaceDecl(
                name: name, origin: container.origin, parent: container.parent?.text, parentRange: container.parent?.range,
                members: members)
            for function in container.factoryFunctions {
                guard case .constructor(let constructor) = function.resolved, let name = function.name else { continue }
                decl.factoryFunctions.append((name, constructor))
            }
            return .interface(decl)
        case .namespace:
            let members = container.ownMembers.compactMap { member -> NamespaceDecl.Member? in
                switch member.resolved {
                case .attribute(let decl): .attribute(decl)
                case .operation(let decl): .operation(decl)
                case .constant(let decl): .constant(decl)
                case .constructor, .iterable: nil
                }
            }
            return .namespace(NamespaceDecl(name: name, origin: container.origin, members: members))
        case .callbackInterface:
            var decl = CallbackInterfaceDecl(name: name, origin: container.origin, operation: nil, constants: [])
            for member in container.ownMembers {
                switch member.resolved {
                case .operation(let operation): decl.operation = decl.operation ?? operation
                case .constant(let constant): decl.constants.append(constant)
                case .constructor, .attribute, .iterable: break
                }
            }
            return .callbackInterface(decl)
        case .mixin, .dictionary, .enumeration, .typedef, .callbackFunction: return nil
        }
    }

    private func folded(_ dictionary: DictionaryModel) -> DictionaryDecl {
        DictionaryDecl(
            name: dictionary.name.text, origin: dictionary.origin, parent: dictionary.parent?.text,
            members: dictionary.members.map(\.resolved))
    }
}
