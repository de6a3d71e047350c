package import BindgenIDL
package import BindgenModel

/// What a module exports and imports, as a package of WIT (component-model, WIT.md). What WIT cannot say is an error at its place.
///
/// - Parameters:
///   - package: its name, such as `acme:words`; nil for `local:` and the module's name.
package func wit(
    _ module: ResolvedModule, moduleName: String, package: String?
) -> (text: String, model: WITModel, diagnostics: [Diagnostic]) {
    var document = WITDocument(module)
    let (text, model) = document.emit(module, moduleName: moduleName, package: package)
    return (text, model, document.diagnostics)
}

/// A package of WIT while it is made: an interface of values, one of the component's objects, one of the host's, one for each
/// namespace, and the world that exports and imports them.
struct WITDocument {
    /// A union that needs a name in WIT.
    struct Variant {
        var label: String
        var members: [ResolvedType]
        var site: Site
    }

    let interfaces: [String: InterfaceDecl]
    let dictionaries: [String: DictionaryDecl]
    /// In the order of their first use.
    var variants: [Variant] = []
    private(set) var diagnostics: [Diagnostic] = []

    static let rule = "wit"

    init(_ module: ResolvedModule) {
        var interfaces: [String: InterfaceDecl] = [:]
        var dictionaries: [String: DictionaryDecl] = [:]
        for case .interface(let decl) in module.declarations { interfaces[decl.name] = decl }
        for case .dictionary(let decl) in module.declarations { dictionaries[decl.name] = decl }
        self.interfaces = interfaces
        self.dictionaries = dictionaries
    }

    mutating func emit(_ module: ResolvedModule, moduleName: String, package: String?) -> (String, WITModel) {
        var types = WITScope(label: "types", kind: .types)
        var objects = WITScope(label: "objects", kind: .objects)
        var host = WITScope(label: "host", kind: .host, isImported: true)
        var namespaces: [WITScope] = []
        for declaration in module.declarations {
            switch declaration {
            case .enumeration(let decl): emit(decl, in: &types)
            case .dictionary(let decl):
                if !decl.origin.isPredefined { emit(decl, in: &types) }
            case .interface(let decl):
                if decl.origin.isPredefined { continue }
                if decl.origin.annotations.importSource == nil { emit(decl, in: &objects) } else { emit(decl, in: &host) }
            case .namespace(let decl): emit(decl, into: &namespaces)
            case .callbackFunction, .callbackInterface: continue
            }
        }
        // A variant may hold another union.
        var index = 0
        while index < variants.count {
            emit(variants[index], in: &types)
            index += 1
        }
        let all = ([types, objects, host] + namespaces).filter { !$0.items.isEmpty }
        tellMeetings(all, module)
        tellMeetings(objects, host, module)
        for scope in all { tellUses(in: scope) }
        let label = WITName.label(moduleName) ?? "module"
        // Interfaces and worlds of a package share their names.
        let world = world(all.contains { $0.label == label } ? label + "-world" : label, of: all)
        let name = package ?? "local:\(label)"
        let text = (["package \(name);\n"] + all.map(\.text) + [world]).joined(separator: "\n")
        return (text, WITModel(package: name, interfaces: all.map(\.interface)))
    }

    private func world(_ label: String, of scopes: [WITScope]) -> String {
        var lines = ["world \(WITName.written(label)) {"]
        lines += scopes.filter(\.isImported).map { "  import \(WITName.written($0.label));" }
        lines += scopes.filter { !$0.isImported }.map { "  export \(WITName.written($0.label));" }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// A function whose name is that of a type which its interface uses.
    private mutating func tellUses(in scope: WITScope) {
        let used = scope.uses.values.flatMap { $0 }
        for case .function(let function) in scope.items where used.contains(function.label) {
            error("`\(function.label)` of WIT is a type that the interface uses: rename the member or the type", function.origin)
        }
    }

    /// Two interfaces of one name.
    private mutating func tellMeetings(_ scopes: [WITScope], _ module: ResolvedModule) {
        var labels: Set<String> = []
        for scope in scopes where !labels.insert(scope.label).inserted {
            guard let origin = module.namespaceOrigin(labelled: scope.label) else { continue }
            error("`interface \(scope.label)` of WIT has another meaning here: rename the namespace", origin)
        }
    }

    /// A class of the host's and one of the component's of one name: interfaces that use both could not tell them apart.
    private mutating func tellMeetings(_ objects: WITScope, _ host: WITScope, _ module: ResolvedModule) {
        let labels = Set(objects.interface.resources).intersection(host.interface.resources)
        for case .interface(let decl) in module.declarations {
            guard let label = WITName.label(decl.name), labels.contains(label), decl.origin.annotations.importSource != nil else {
                continue
            }
            error("`\(label)` of WIT is a class of the component too: rename one of them", decl.origin)
        }
    }

    // MARK: What cannot be said

    @discardableResult
    mutating func refuse(_ construct: String, _ alternative: String, _ site: Site) -> WITType? {
        error("WIT has no word for \(construct): \(alternative)", site.origin)
        return nil
    }

    mutating func error(_ message: String, _ origin: Origin) {
        // What is inherited is looked at again in each heir.
        let range = origin.range
        let isTold = diagnostics.contains {
            $0.message == message && $0.range.offsets == range.offsets && $0.range.file === range.file
        }
        if isTold { return }
        diagnostics.append(
            Diagnostic(.error, rule: Self.rule, message, at: range, breadcrumb: origin.breadcrumb))
    }

    /// The label of a name, or an error.
    mutating func label(_ name: String, _ origin: Origin) -> String? {
        if let label = WITName.label(name) { return label }
        let rule = "words are ASCII letters and digits and begin with a letter"
        error("`\(name)` gives no name in WIT, where \(rule): rename it", origin)
        return nil
    }

    /// The label of something that a scope declares, or an error where it is taken.
    /// - Parameter what: what it is called in that error; nil for its name.
    mutating func declare(_ name: String, _ origin: Origin, in scope: inout WITScope, what: String? = nil) -> String? {
        guard let label = label(name, origin) else { return nil }
        let what = what ?? "`\(name)`"
        guard let former = scope.take(label, for: what) else { return label }
        error("\(what) and \(former) are both `\(label)` in WIT: rename one of them", origin)
        return nil
    }

    static func comment(_ documentation: String?, indentation: String) -> String {
        guard let documentation else { return "" }
        return documentation.split(separator: "\n", omittingEmptySubsequences: false).map {
            indentation + ($0.isEmpty ? "///" : "/// \($0)") + "\n"
        }.joined()
    }

    static func commentLines(_ documentation: String?) -> [String] {
        comment(documentation, indentation: "").split(separator: "\n").map(String.init)
    }
}

extension ResolvedModule {
    fileprivate func namespaceOrigin(labelled label: String) -> Origin? {
        for case .namespace(let decl) in declarations where WITName.label(decl.name) == label { return decl.origin }
        return nil
    }
}
