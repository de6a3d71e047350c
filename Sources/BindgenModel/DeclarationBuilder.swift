import BindgenIDL

/// Builds the declarations from the table: gives each member its resolved types and its origin.
struct DeclarationBuilder {
    private var types: TypeResolver
    private var set: DeclarationSet
    private var report: Report

    /// Every definition of the user's files, and of the predefined ones those that are referred to.
    static func build(_ table: DefinitionTable, _ report: inout Report) -> DeclarationSet {
        var builder = DeclarationBuilder(types: TypeResolver(table: table), set: DeclarationSet(table: table), report: report)
        for (index, entry) in table.entries.enumerated() where !entry.isPredefined { builder.add(index, entry) }
        var pending = true
        while pending {
            pending = false
            for index in builder.types.referencedPredefined.union(builder.predefinedParents()).sorted()
            where builder.set.slots[index] == nil {
                builder.add(index, table.entries[index])
                pending = true
            }
        }
        builder.resolveIncludes()
        builder.set.recursiveTypedefs = builder.types.recursive
        builder.set.gather()
        report = builder.report
        return builder.set
    }

    private func predefinedParents() -> Set<Int> {
        let parents = set.containers.map(\.parent) + set.dictionaries.map(\.parent)
        return Set(parents.compactMap { $0.flatMap { set.table.indices[$0.text] } }.filter { set.table.entries[$0].isPredefined })
    }

    private mutating func add(_ index: Int, _ entry: DefinitionTable.Entry) {
        switch entry.definition {
        case .interface(let node): addContainer(index, entry, parent: node.inheritance)
        case .mixin, .namespace, .callbackInterface: addContainer(index, entry, parent: nil)
        case .dictionary(let node): addDictionary(index, entry, node)
        case .enumeration(let node): addEnumeration(index, entry, node)
        case .callbackFunction(let node): addCallback(index, entry, node)
        case .typedef(let node):
            set.slots[index] = .typedef
            set.typedefs.append(node)
            _ = types.resolveTypedef(at: index, &report)
        case .includes: break
        }
    }

    private func origin(of node: any DocumentedSyntax, at range: SourceRange, in breadcrumb: [String], type: TypeSyntax? = nil)
        -> Origin
    {
        Origin(
            range: range, documentation: node.documentation,
            annotations: Annotations(node.extendedAttributes, type: type?.extendedAttributes), breadcrumb: breadcrumb, type: type,
            attributes: node.extendedAttributes)
    }

    // MARK: Containers

    private mutating func addContainer(_ index: Int, _ entry: DefinitionTable.Entry, parent: NameSyntax?) {
        let slot = set.containers.count
        let container = ContainerModel(
            kind: entry.kind, name: entry.name, parent: parent,
            origin: origin(of: entry.definition.node, at: entry.name.range, in: [entry.definition.crumb]), index: slot)
        if entry.isPredefined { container.origin.annotations.importSource = .global }
        for definition in [entry.definition] + entry.partials {
            let breadcrumb = [definition.crumb]
            let members = definition.members.map { model($0, in: breadcrumb, container: slot, part: container.parts.count) }
            container.factoryFunctions += factoryFunctions(
                of: definition, in: breadcrumb, container: slot, part: container.parts.count)
            container.parts.append(.init(definition, members: members, in: breadcrumb))
        }
        set.slots[index] = .container(slot)
        set.containers.append(container)
    }

    /// Web IDL 3.4.1.
    private mutating func factoryFunctions(
        of definition: DefinitionSyntax, in outer: [String], container: Int, part: Int
    ) -> [MemberModel] {
        var models: [MemberModel] = []
        for attribute in definition.node.extendedAttributes where attribute.canonicalName == "LegacyFactoryFunction" {
            guard case .namedArguments(let name, let nodes) = attribute.value else { continue }
            let node = ConstructorSyntax(
                extendedAttributes: .init(), keywordRange: name.range, arguments: nodes, range: attribute.range)
            let origin = self.origin(of: node, at: name.range, in: outer + ["factory function " + name.text])
            let decl = ConstructorDecl(origin: origin, arguments: arguments(nodes, in: origin.breadcrumb))
            models.append(
                MemberModel(
                    syntax: .constructor(node), resolved: .constructor(decl), origin: origin, attributes: .init(),
                    name: name.text,
                    isStatic: false, container: container, part: part))
        }
        return models
    }

    private mutating func model(_ member: MemberSyntax, in outer: [String], container: Int, part: Int) -> MemberModel {
        let resolved: InterfaceDecl.Member
        let origin: Origin
        var name: String?
        var isStatic = false
        switch member {
        case .constructor(let node):
            origin = self.origin(of: node, at: node.keywordRange, in: outer + ["constructor"])
            resolved = .constructor(ConstructorDecl(origin: origin, arguments: arguments(node.arguments, in: origin.breadcrumb)))
        case .attribute(let node):
            origin = self.origin(of: node, at: node.name.range, in: outer + ["attribute " + node.name.text], type: node.type)
            name = node.name.text
            isStatic = node.special == .static
            // Our dialect takes `[Clamp] attribute octet x` for `attribute [Clamp] octet x`; AttributePlacement says so.
            let list = report.dialect == .standard ? nil : node.extendedAttributes
            resolved = .attribute(
                AttributeDecl(
                    name: node.name.text, origin: origin,
                    type: types.resolve(node.type, of: list, in: origin.breadcrumb, &report),
                    isReadonly: node.isReadonly, isStatic: isStatic, isStringifier: node.special == .stringifier,
                    isInherited: node.special == .inherit))
        case .operation(let node):
            let decl = operation(node, in: outer)
            origin = decl.origin
            name = decl.name
            isStatic = decl.isStatic
            resolved = .operation(decl)
        case .constant(let node):
            origin = self.origin(of: node, at: node.name.range, in: outer + ["const " + node.name.text], type: node.type)
            name = node.name.text
            resolved = .constant(
                ConstantDecl(
                    name: node.name.text, origin: origin, type: types.resolve(node.type, in: origin.breadcrumb, &report),
                    value: DefaultValue(node.value)))
        case .iterable(let node):
            origin = self.origin(of: node, at: node.keywordRange, in: outer + [node.kind.rawValue])
            resolved = .iterable(iterable(node, origin))
        }
        return MemberModel(
            syntax: member, resolved: resolved, origin: origin, attributes: member.node.extendedAttributes, name: name,
            isStatic: isStatic, container: container, part: part)
    }

    private mutating func operation(_ node: OperationSyntax, in outer: [String]) -> OperationDecl {
        let crumb: String
        if let name = node.name {
            crumb = "operation " + name.text
        } else {
            crumb = node.special?.rawValue ?? "operation"
        }
        let range = node.name?.range ?? node.specialRange ?? node.range
        let origin = self.origin(of: node, at: range, in: outer + [crumb], type: node.returnType)
        let special: OperationDecl.Special? =
            switch node.special {
            case .getter: .getter
            case .setter: .setter
            case .deleter: .deleter
            case .stringifier: .stringifier
            case .static, nil: nil
            }
        // `stringifier;` stands for an operation without arguments that gives a DOMString (Web IDL 2.5.6.1). What has no name is said to
        // lack one, and then its type may be what was meant to be the name.
        let isIncomplete = node.name == nil && (node.special == nil || node.special == .static)
        let result =
            isIncomplete
            ? .undefined
            : node.returnType.map { types.resolve($0, in: origin.breadcrumb, &report) } ?? .string(.domString, nullIsEmpty: false)
        return OperationDecl(
            name: node.name?.text, origin: origin, special: special, isStatic: node.special == .static, result: result,
            arguments: arguments(node.arguments, in: origin.breadcrumb))
    }

    private mutating func iterable(_ node: IterableSyntax, _ origin: Origin) -> IterableDecl {
        let kind: IterableDecl.Kind =
            switch node.kind {
            case .iterable: .iterable
            case .asyncIterable: .asyncIterable
            case .maplike: .maplike
            case .setlike: .setlike
            }
        return IterableDecl(
            kind: kind, origin: origin, key: node.keyType.map { types.resolve($0, in: origin.breadcrumb, &report) },
            value: types.resolve(node.valueType, in: origin.breadcrumb, &report), isReadonly: node.isReadonly,
            arguments: arguments(node.arguments, in: origin.breadcrumb))
    }

    private mutating func arguments(_ nodes: [ArgumentSyntax], in outer: [String]) -> [ArgumentDecl] {
        nodes.map { node in
            let origin = self.origin(of: node, at: node.name.range, in: outer + ["argument " + node.name.text], type: node.type)
            return ArgumentDecl(
                name: node.name.text, origin: origin,
                type: types.resolve(node.type, of: node.extendedAttributes, in: origin.breadcrumb, &report),
                isOptional: node.isOptional, isVariadic: node.isVariadic, defaultValue: node.defaultValue.map(DefaultValue.init))
        }
    }

    private mutating func resolveIncludes() {
        for node in set.table.includes {
            guard let target = set.containerIndex(of: node.target.text), set.containers[target].kind == .interface,
                let mixin = set.containerIndex(of: node.mixin.text), set.containers[mixin].kind == .mixin,
                !set.containers[target].mixins.contains(mixin)
            else { continue }
            set.containers[target].mixins.append(mixin)
        }
    }

    // MARK: The other definitions

    private mutating func addDictionary(_ index: Int, _ entry: DefinitionTable.Entry, _ node: DictionarySyntax) {
        let origin = self.origin(of: node, at: node.name.range, in: [entry.definition.crumb])
        let model = DictionaryModel(name: node.name, parent: node.inheritance, origin: origin)
        for definition in [entry.definition] + entry.partials {
            guard case .dictionary(let part) = definition else { continue }
            for member in part.members {
                let origin = self.origin(
                    of: member, at: member.name.range, in: [definition.crumb, "member " + member.name.text], type: member.type)
                let type = types.resolve(member.type, of: member.extendedAttributes, in: origin.breadcrumb, &report)
                model.members.append(
                    .init(
                        syntax: member,
                        resolved: .init(
                            name: member.name.text, origin: origin, type: type, isRequired: member.isRequired,
                            defaultValue: member.defaultValue.map(DefaultValue.init))))
            }
        }
        set.slots[index] = .dictionary(set.dictionaries.count)
        set.dictionaries.append(model)
    }

    private mutating func addEnumeration(_ index: Int, _ entry: DefinitionTable.Entry, _ node: EnumSyntax) {
        let origin = self.origin(of: node, at: node.name.range, in: [entry.definition.crumb])
        let values = node.values.map { EnumDecl.Value(text: $0.text, documentation: $0.documentation, range: $0.range) }
        set.slots[index] = .enumeration(set.enumerations.count)
        set.enumerations.append((node, EnumDecl(name: node.name.text, origin: origin, values: values)))
    }

    private mutating func addCallback(_ index: Int, _ entry: DefinitionTable.Entry, _ node: CallbackFunctionSyntax) {
        let origin = self.origin(of: node, at: node.name.range, in: [entry.definition.crumb], type: node.returnType)
        let decl = CallbackFunctionDecl(
            name: node.name.text, origin: origin, result: types.resolve(node.returnType, in: origin.breadcrumb, &report),
            arguments: arguments(node.arguments, in: origin.breadcrumb), isConstructor: node.isConstructor)
        set.slots[index] = .callback(set.callbacks.count)
        set.callbacks.append(CallbackModel(syntax: node, resolved: decl))
    }
}

extension DefinitionSyntax {
    /// The members of an interface, mixin, namespace or callback interface, history forms of constructors first.
    var members: [MemberSyntax] {
        switch self {
        case .interface(let node): node.legacyConstructors.map(MemberSyntax.constructor) + node.members
        case .mixin(let node): node.members
        case .namespace(let node): node.members
        case .callbackInterface(let node): node.members
        case .callbackFunction, .dictionary, .enumeration, .typedef, .includes: []
        }
    }
}
