import BindgenIDL
import BindgenModel

/// Interfaces and namespaces.
extension WITDocument {
    /// A resource. What it inherits stands in it too, and `as-parent` gives the object as one of its parent.
    mutating func emit(_ decl: InterfaceDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        var resource = WITScope(label: label, kind: scope.kind, isImported: scope.isImported)
        var isConstructed = false
        for member in inherited(by: decl) + decl.members.map({ (decl, $0) }) {
            emit(member.1, of: member.0, in: decl, isConstructed: &isConstructed, &resource)
        }
        if let parent = decl.parent, let interface = interfaces[parent], let name = WITName.label(parent) {
            _ = declare("as\(parent)", interface.origin, in: &resource, what: "the way to `\(parent)`")
            resource.items.append(
                .function(
                    WITFunction(
                        label: "as-\(name)", kind: .method, role: .upcast(parent),
                        result: .own(name, isImported: scope.isImported),
                        documentation: ["/// The object as a `\(name)`."], origin: decl.origin)))
        }
        for (kind, names) in resource.uses { for name in names { scope.use(name, of: kind) } }
        let functions = resource.items.compactMap { item in if case .function(let function) = item { function } else { nil } }
        let documentation = Self.commentLines(decl.origin.documentation)
        scope.items.append(.resource(label: label, documentation: documentation, functions: functions))
    }

    private func inherited(by decl: InterfaceDecl) -> [(InterfaceDecl, InterfaceDecl.Member)] {
        guard let parent = decl.parent.flatMap({ interfaces[$0] }) else { return [] }
        // Statics and constants are the parent's.
        let own = parent.members.filter { member in
            switch member {
            case .constructor, .constant: false
            case .attribute(let decl): !decl.isStatic
            case .operation(let decl): !decl.isStatic
            case .iterable: true
            }
        }
        return inherited(by: parent) + own.map { (parent, $0) }
    }

    private mutating func emit(
        _ member: InterfaceDecl.Member, of owner: InterfaceDecl, in decl: InterfaceDecl, isConstructed: inout Bool,
        _ scope: inout WITScope
    ) {
        switch member {
        case .constructor(let constructor):
            emit(constructor, of: decl, isFirst: !isConstructed, in: &scope)
            isConstructed = true
        case .attribute(let attribute): emit(attribute, in: &scope)
        case .operation(let operation): emit(operation, in: &scope)
        case .constant(let constant): emit(constant, in: &scope)
        case .iterable(let iterable):
            let word = iterable.kind.rawValue
            error("WIT has no word for \(word): give an operation that returns a sequence", iterable.origin)
        }
    }

    /// The first is the resource's constructor; further ones, and those that can fail, are functions.
    private mutating func emit(
        _ constructor: ConstructorDecl, of decl: InterfaceDecl, isFirst: Bool, in scope: inout WITScope
    ) {
        let origin = constructor.origin
        guard let resource = WITName.label(decl.name) else { return }
        guard let arguments = arguments(constructor.arguments, in: &scope) else { return }
        let own = WITType.own(resource, isImported: scope.isImported)
        var function = WITFunction(
            label: "", kind: .constructor, role: .constructor, parameters: arguments, result: own,
            documentation: Self.commentLines(origin.documentation), values: Self.values(constructor.arguments), origin: origin)
        if isFirst, origin.annotations.throws == nil { return scope.items.append(.function(function)) }
        let name = isFirst ? "create" : Self.overloadName("create", constructor.arguments)
        guard let name = declare(name, origin, in: &scope) else { return }
        function.label = name
        function.kind = .static
        function.result = thrown(own, origin, in: &scope)
        scope.items.append(.function(function))
    }

    mutating func emit(_ decl: NamespaceDecl, into scopes: inout [WITScope]) {
        guard let label = label(decl.name, decl.origin) else { return }
        var scope = WITScope(
            label: label, isImported: decl.origin.annotations.importSource != nil, documentation: decl.origin.documentation)
        for member in decl.members {
            switch member {
            case .attribute(let attribute): emit(attribute, in: &scope)
            case .operation(let operation): emit(operation, in: &scope)
            case .constant(let constant): emit(constant, in: &scope)
            }
        }
        scopes.append(scope)
    }

    private mutating func emit(_ decl: AttributeDecl, in scope: inout WITScope) {
        guard let name = declare(decl.name, decl.origin, in: &scope) else { return }
        let site = Site(position: .result, origin: decl.origin)
        guard let type = type(decl.type, site, in: &scope) else { return }
        let kind = kind(isStatic: decl.isStatic, in: scope)
        var function = WITFunction(
            label: name, kind: kind, role: .getter, result: thrown(type, decl.origin, in: &scope),
            documentation: Self.commentLines(decl.origin.documentation), origin: decl.origin)
        scope.items.append(.function(function))
        if decl.isStringifier { emitStringifier(decl.origin, in: &scope) }
        if decl.isReadonly { return }
        let setter = "set" + decl.name.prefix(1).uppercased() + decl.name.dropFirst()
        guard let set = declare(setter, decl.origin, in: &scope, what: "the setter of `\(decl.name)`") else { return }
        let argument = Site(position: .argument, origin: decl.origin)
        guard let value = self.type(decl.type, argument, in: &scope) else { return }
        function = WITFunction(label: set, kind: kind, role: .setter, parameters: [("value", value)], origin: decl.origin)
        function.result = thrown(.nothing, decl.origin, in: &scope)
        scope.items.append(.function(function))
    }

    /// Members of a namespace are functions of an interface.
    private func kind(isStatic: Bool, in scope: WITScope) -> WITFunction.Kind {
        if scope.kind == nil { return .free }
        return isStatic ? .static : .method
    }

    private mutating func emitStringifier(_ origin: Origin, in scope: inout WITScope) {
        guard declare("toString", origin, in: &scope) != nil else { return }
        scope.items.append(
            .function(
                WITFunction(
                    label: "to-string", kind: .method, role: .stringifier, result: .primitive(.string), origin: origin)))
    }

    private mutating func emit(_ decl: ConstantDecl, in scope: inout WITScope) {
        guard let name = declare(decl.name, decl.origin, in: &scope) else { return }
        guard let type = type(decl.type, Site(position: .result, origin: decl.origin), in: &scope) else { return }
        scope.items.append(
            .function(
                WITFunction(
                    label: name, kind: kind(isStatic: true, in: scope), role: .constant, result: type,
                    documentation: Self.commentLines(decl.origin.documentation), values: ["": decl.value.spelling],
                    origin: decl.origin)))
    }

    private mutating func emit(_ decl: OperationDecl, in scope: inout WITScope) {
        guard let name = decl.name else {
            if decl.special == .stringifier { return emitStringifier(decl.origin, in: &scope) }
            let word = decl.special?.rawValue ?? "member"
            return error("WIT has no word for a \(word) without a name: give the operation one", decl.origin)
        }
        guard let label = freeLabel(name, decl, in: &scope) else { return }
        guard let arguments = arguments(decl.arguments, in: &scope) else { return }
        guard let type = type(decl.result, Site(position: .result, origin: decl.origin), in: &scope) else { return }
        scope.items.append(
            .function(
                WITFunction(
                    label: label, kind: kind(isStatic: decl.isStatic, in: scope), role: .operation, parameters: arguments,
                    result: thrown(type, decl.origin, in: &scope), documentation: Self.commentLines(decl.origin.documentation),
                    values: Self.values(decl.arguments), origin: decl.origin)))
    }

    /// An overload has the names of its arguments in its own.
    private mutating func freeLabel(_ name: String, _ decl: OperationDecl, in scope: inout WITScope) -> String? {
        guard let plain = label(name, decl.origin) else { return nil }
        if scope.take(plain, for: "`\(name)`") == nil { return plain }
        return declare(Self.overloadName(name, decl.arguments), decl.origin, in: &scope)
    }

    private static func overloadName(_ name: String, _ arguments: [ArgumentDecl]) -> String {
        let words = arguments.map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
        return name + (words.isEmpty ? "" : "With" + words.joined(separator: "And"))
    }

    private static func values(_ arguments: [ArgumentDecl]) -> [String: String] {
        var values: [String: String] = [:]
        for argument in arguments {
            guard let label = WITName.label(argument.name) else { continue }
            values[label] = argument.defaultValue?.spelling
        }
        return values
    }

    private mutating func arguments(
        _ decls: [ArgumentDecl], in scope: inout WITScope
    ) -> [(label: String, type: WITType)]? {
        var found: [(label: String, type: WITType)] = []
        var parameters = WITScope(label: "parameters")
        for decl in decls {
            guard let name = declare(decl.name, decl.origin, in: &parameters) else { return nil }
            let site = Site(position: .argument, origin: decl.origin, isInto: decl.origin.annotations.isInto)
            guard let type = type(decl.type, site, in: &scope) else { return nil }
            let isOption = decl.isOptional && !type.isOption
            found.append((name, decl.isVariadic ? .list(type) : isOption ? .option(type) : type))
        }
        return found
    }

    /// `[Throws]` gives the message of the error, `[Throws=Name]` its value.
    private mutating func thrown(_ type: WITType, _ origin: Origin, in scope: inout WITScope) -> WITType {
        switch origin.annotations.throws {
        case nil: return type
        case .any: return .result(type, error: .primitive(.string))
        case .typed(let name):
            guard let label = label(name, origin) else { return type }
            scope.use(label, of: .types)
            return .result(type, error: .named(label))
        }
    }
}
