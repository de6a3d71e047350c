package import BindgenIDL

/// The definitions that only imports are made of. Whoever wrote them is elsewhere, so what is wrong with one of their members, or
/// cannot cross, concerns that member alone: it is skipped, and the rest goes on.
///
/// These are the interfaces and namespaces marked `[Import]`, and everything in a file that has no other interface or namespace. What an export is
/// made of is never skipped, whatever file it is in.
package struct ForeignDefinitions: Sendable {
    private let names: Set<String>
    /// What a breadcrumb calls an imported definition, and the partials of one.
    private let crumbs: Set<String>
    private let files: Set<ObjectIdentifier>

    /// - Parameter all: whether JavaScript implements every interface and namespace, marked or not.
    package init(_ trees: [FileSyntax], all: Bool) {
        let definitions = trees.flatMap(\.definitions)
        let imported = definitions.filter { $0.isImplemented && !$0.isPartial && (all || $0.isMarkedAsImport) }.compactMap(
            \.name?.text)
        let known = Set(imported)
        let foreign = trees.filter { tree in
            let implemented = tree.definitions.filter(\.isImplemented)
            return all || !known.isEmpty && implemented.allSatisfy { known.contains($0.name?.text ?? "") }
        }
        files = Set(foreign.map { ObjectIdentifier($0.file) })
        names = known.union(foreign.flatMap(\.definitions).compactMap(\.name?.text))
        crumbs = Set(definitions.filter { $0.isImplemented && known.contains($0.name?.text ?? "") }.map(\.crumb))
    }

    package func contains(_ name: String) -> Bool { names.contains(name) }

    /// Whether a message is about one of them.
    func contains(_ diagnostic: Diagnostic) -> Bool { contains(diagnostic.range, diagnostic.breadcrumb) }

    /// Whether it is one of them that stands there, or a member of one.
    package func contains(about origin: Origin) -> Bool { contains(origin.range, origin.breadcrumb) }

    private func contains(_ range: SourceRange, _ breadcrumb: [String]) -> Bool {
        files.contains(ObjectIdentifier(range.file)) || crumbs.contains(breadcrumb.first ?? "")
    }
}

extension DefinitionSyntax {
    /// Whether somebody implements it: an interface or a namespace. What a mixin says is implemented by those that include it.
    fileprivate var isImplemented: Bool {
        switch self {
        case .interface, .namespace: true
        case .mixin, .callbackInterface, .callbackFunction, .dictionary, .enumeration, .typedef, .includes: false
        }
    }

    fileprivate var isMarkedAsImport: Bool { node.extendedAttributes.first(named: "Import") != nil }
}

extension ResolvedModule {
    /// Rules of good form: a member that breaks one has a meaning all the same, and can be called.
    private static let rulesBesideBinding: Set<String> = [
        DictionaryArgumentOptional.id, DictionaryArgumentDefault.id, OverloadDistinguishability.id, OverloadAttributes.id,
        OverloadPromise.id, CrossOverload.id, ExposureSubset.id, MissingExposed.id, SameObjectType.id, NewObjectType.id,
        JSONOperation.id, AttributePlacement.id, TypeAttributeTarget.id, ReadonlyTypeAttributes.id,
        AttributeType.id,
    ]

    /// Sets the faults of foreign definitions aside.
    ///
    /// - Returns: the module without the members that have a fault, what there is to tell, in which such a fault is a warning, and why each of
    ///   those members is gone.
    package func settingAside(
        _ faults: [Diagnostic], of foreign: ForeignDefinitions
    ) -> (module: ResolvedModule, told: [Diagnostic], skipped: [Diagnostic]) {
        var told: [Diagnostic] = []
        var places: [[String]: Diagnostic] = [:]
        func setAside(_ fault: Diagnostic) {
            if Self.rulesBesideBinding.contains(fault.rule) { return }
            let place = Array(fault.breadcrumb.prefix(2))
            if places[place] == nil { places[place] = fault }
        }
        for fault in faults {
            guard fault.severity == .error, foreign.contains(fault) else {
                told.append(fault)
                continue
            }
            var warning = fault
            warning.severity = .warning
            told.append(warning)
            setAside(fault)
        }
        for fault in untold where foreign.contains(fault) { setAside(fault) }
        var skipped: [Diagnostic] = []
        var met: Set<[String]> = []
        func keeps(_ origin: Origin) -> Bool {
            let place = Array(origin.breadcrumb.prefix(2))
            guard let fault = places[place] else { return true }
            met.insert(place)
            skipped.append(Diagnostic(.note, rule: fault.rule, fault.message, at: origin.range, breadcrumb: origin.breadcrumb))
            return false
        }
        let kept = declarations.compactMap { declaration -> Declaration? in
            foreign.contains(declaration.name) ? declaration.keeping(keeps) : declaration
        }
        // A member that could not be read is no declaration.
        for fault in faults where SyntaxRules.ids.contains(fault.rule) && fault.breadcrumb.count > 1 {
            let place = Array(fault.breadcrumb.prefix(2))
            guard foreign.contains(fault), places[place]?.rule == fault.rule, met.insert(place).inserted else { continue }
            skipped.append(Diagnostic(.note, rule: fault.rule, fault.message, at: fault.range, breadcrumb: place))
        }
        var module = ResolvedModule(declarations: kept, typedefs: typedefs)
        module.foreign = foreign
        return (module, told, skipped)
    }

    /// The same where JavaScript implements every interface and namespace: what is not marked is a property of the global object.
    package var asImports: ResolvedModule {
        var module = self
        for index in module.declarations.indices {
            switch module.declarations[index] {
            case .interface(var decl):
                decl.origin.annotations.importSource = decl.origin.annotations.importSource ?? .global
                module.declarations[index] = .interface(decl)
            case .namespace(var decl):
                decl.origin.annotations.importSource = decl.origin.annotations.importSource ?? .global
                module.declarations[index] = .namespace(decl)
            case .dictionary, .enumeration, .callbackFunction, .callbackInterface: break
            }
        }
        return module
    }
}

extension Declaration {
    /// The declaration with those of its members that `keeps` takes; nil where it cannot be without one.
    fileprivate func keeping(_ keeps: (Origin) -> Bool) -> Declaration? {
        switch self {
        case .interface(var decl):
            decl.members = decl.members.filter { keeps($0.origin) }
            return .interface(decl)
        case .namespace(var decl):
            decl.members = decl.members.filter { keeps($0.origin) }
            return .namespace(decl)
        case .dictionary(var decl):
            let isComplete = decl.members.allSatisfy { !$0.isRequired || keeps($0.origin) }
            decl.members = decl.members.filter { $0.isRequired || keeps($0.origin) }
            return isComplete ? .dictionary(decl) : nil
        case .callbackFunction(let decl):
            return ([decl.origin] + decl.arguments.map(\.origin)).allSatisfy(keeps) ? self : nil
        case .enumeration, .callbackInterface: return self
        }
    }
}

extension Declaration {
    package var name: String {
        switch self {
        case .interface(let decl): decl.name
        case .namespace(let decl): decl.name
        case .dictionary(let decl): decl.name
        case .enumeration(let decl): decl.name
        case .callbackFunction(let decl): decl.name
        case .callbackInterface(let decl): decl.name
        }
    }

    package var origin: Origin {
        switch self {
        case .interface(let decl): decl.origin
        case .namespace(let decl): decl.origin
        case .dictionary(let decl): decl.origin
        case .enumeration(let decl): decl.origin
        case .callbackFunction(let decl): decl.origin
        case .callbackInterface(let decl): decl.origin
        }
    }
}

extension InterfaceDecl.Member {
    package var origin: Origin {
        switch self {
        case .constructor(let decl): decl.origin
        case .attribute(let decl): decl.origin
        case .operation(let decl): decl.origin
        case .constant(let decl): decl.origin
        case .iterable(let decl): decl.origin
        }
    }
}

extension NamespaceDecl.Member {
    package var origin: Origin {
        switch self {
        case .attribute(let decl): decl.origin
        case .operation(let decl): decl.origin
        case .constant(let decl): decl.origin
        }
    }
}
