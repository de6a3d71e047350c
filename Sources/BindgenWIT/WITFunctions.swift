import BindgenIDL
import BindgenModel

/// Interfaces and namespaces.
extension WITDocument {
    /// A resource. What it inherits stands in it too, and `as-parent` gives the object as one of its parent.
    mutating func emit(_ decl: InterfaceDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        begin(decl.origin.documentation, "resource \(WITName.written(label)) {", in: &scope)
        var resource = WITScope(label: label, kind: scope.kind, isImported: scope.isImported)
        var isConstructed = false
        for member in inherited(by: decl) + decl.members.map({ (decl, $0) }) {
            emit(member.1, of: member.0, in: decl, isConstructed: &isConstructed, &resource)
        }
        if let parent = decl.parent, let interface = interfaces[parent], let name = WITName.label(parent) {
            _ = declare("as\(parent)", interface.origin, in: &resource, what: "the way to `\(parent)`")
            resource.lines += ["/// The object as a `\(name)`.", "as-\(name): func() -> \(WITName.written(name));"]
        }
        for (kind, names) in resource.uses { for name in names { scope.use(name, of: kind) } }
        scope.lines += resource.lines.map { $0.isEmpty ? "" : "  " + $0 } + ["}"]
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
        case .constant(let constant): emit(constant, isStatic: true, in: &scope)
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
        scope.lines += Self.commentLines(origin.documentation)
        if isFirst, origin.annotations.throws == nil {
            scope.lines.append("constructor(\(arguments));")
            return
        }
        let name = isFirst ? "create" : Self.overloadName("create", constructor.arguments)
        guard let name = declare(name, origin, in: &scope) else { return }
        let result = thrown(WITName.written(resource), origin, in: &scope)
        scope.lines.append("\(name): static func(\(arguments)) -> \(result);")
    }

    mutating func emit(_ decl: NamespaceDecl, into scopes: inout [WITScope]) {
        guard let label = label(decl.name, decl.origin) else { return }
        var scope = WITScope(
            label: label, isImported: decl.origin.annotations.importSource != nil, documentation: decl.origin.documentation)
        for member in decl.members {
            switch member {
            case .attribute(let attribute): emit(attribute, in: &scope)
            case .operation(let operation): emit(operation, in: &scope)
            case .constant(let constant): emit(constant, isStatic: false, in: &scope)
            }
        }
        scopes.append(scope)
    }

    private mutating func emit(_ decl: AttributeDecl, in scope: inout WITScope) {
        let word = decl.isStatic ? "static func" : "func"
        guard let name = declare(decl.name, decl.origin, in: &scope) else { return }
        let site = Site(position: .result, origin: decl.origin)
        guard let type = text(decl.type, site, in: &scope) else { return }
        scope.lines += Self.commentLines(decl.origin.documentation)
        scope.lines.append("\(WITName.written(name)): \(word)() -> \(thrown(type, decl.origin, in: &scope));")
        if decl.isStringifier { emitStringifier(decl.origin, in: &scope) }
        if decl.isReadonly { return }
        let setter = "set" + decl.name.prefix(1).uppercased() + decl.name.dropFirst()
        guard let set = declare(setter, decl.origin, in: &scope, what: "the setter of `\(decl.name)`") else { return }
        guard let value = text(decl.type, Site(position: .argument, origin: decl.origin), in: &scope) else { return }
        let result = decl.origin.annotations.throws == nil ? "" : " -> " + thrown("_", decl.origin, in: &scope)
        scope.lines.append("\(set): \(word)(value: \(value))\(result);")
    }

    private mutating func emitStringifier(_ origin: Origin, in scope: inout WITScope) {
        guard declare("toString", origin, in: &scope) != nil else { return }
        scope.lines.append("to-string: func() -> string;")
    }

    private mutating func emit(_ decl: ConstantDecl, isStatic: Bool, in scope: inout WITScope) {
        guard let name = declare(decl.name, decl.origin, in: &scope) else { return }
        guard let type = text(decl.type, Site(position: .result, origin: decl.origin), in: &scope) else { return }
        scope.lines += Self.commentLines(decl.origin.documentation)
        scope.lines.append("\(WITName.written(name)): \(isStatic ? "static func" : "func")() -> \(type);")
    }

    private mutating func emit(_ decl: OperationDecl, in scope: inout WITScope) {
        guard let name = decl.name else {
            if decl.special == .stringifier { return emitStringifier(decl.origin, in: &scope) }
            let word = decl.special?.rawValue ?? "member"
            return error("WIT has no word for a \(word) without a name: give the operation one", decl.origin)
        }
        guard let label = freeLabel(name, decl, in: &scope) else { return }
        guard let arguments = arguments(decl.arguments, in: &scope) else { return }
        guard let type = text(decl.result, Site(position: .result, origin: decl.origin), in: &scope) else { return }
        let result = thrown(type, decl.origin, in: &scope)
        scope.lines += Self.commentLines(decl.origin.documentation)
        let word = decl.isStatic ? "static func" : "func"
        scope.lines.append("\(WITName.written(label)): \(word)(\(arguments))\(result == "_" ? "" : " -> \(result)");")
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

    private mutating func arguments(_ decls: [ArgumentDecl], in scope: inout WITScope) -> String? {
        var texts: [String] = []
        var parameters = WITScope(label: "parameters")
        for decl in decls {
            guard let name = declare(decl.name, decl.origin, in: &parameters) else { return nil }
            let site = Site(position: .argument, origin: decl.origin, isInto: decl.origin.annotations.isInto)
            guard let type = text(decl.type, site, in: &scope) else { return nil }
            let isOption = decl.isOptional && !type.hasPrefix("option<")
            texts.append("\(WITName.written(name)): " + (decl.isVariadic ? "list<\(type)>" : isOption ? "option<\(type)>" : type))
        }
        return texts.joined(separator: ", ")
    }

    /// `[Throws]` gives the message of the error, `[Throws=Name]` its value.
    private mutating func thrown(_ type: String, _ origin: Origin, in scope: inout WITScope) -> String {
        switch origin.annotations.throws {
        case nil: return type
        case .any: return "result<\(type), string>"
        case .typed(let name):
            guard let label = label(name, origin) else { return type }
            scope.use(label, of: .types)
            return "result<\(type), \(WITName.written(label))>"
        }
    }
}
