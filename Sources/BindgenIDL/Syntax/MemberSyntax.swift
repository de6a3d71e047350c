/// A member of an interface, mixin, namespace or callback interface. The parser keeps only those that the grammar allows in the
/// definition that holds them.
package indirect enum MemberSyntax: Sendable {
    case constant(ConstantSyntax)
    case attribute(AttributeSyntax)
    case operation(OperationSyntax)
    case constructor(ConstructorSyntax)
    case iterable(IterableSyntax)

    /// The node behind the case.
    package var node: any DocumentedSyntax {
        switch self {
        case .constant(let node): node
        case .attribute(let node): node
        case .operation(let node): node
        case .constructor(let node): node
        case .iterable(let node): node
        }
    }
}

/// Which definition the members stand in, and so which of them the grammar allows.
enum MemberContainer: String {
    case interface
    case partialInterface = "partial interface"
    case mixin = "interface mixin"
    case namespace
    case callbackInterface = "callback interface"

    var isInterface: Bool { self == .interface || self == .partialInterface }
}

extension Parser {
    /// `InterfaceMembers`, `PartialInterfaceMembers`, `MixinMembers`, `NamespaceMembers`, `CallbackInterfaceMembers`, in their
    /// braces.
    /// - Returns: the members, and the place behind the opening brace.
    mutating func parseMembers(
        of container: MemberContainer
    ) throws(ParseFailure) -> (list: [MemberSyntax], bodyStart: SourceRange) {
        var members: [MemberSyntax] = []
        let brace = try parseBody(container.rawValue) { (parser) throws(ParseFailure) in
            if let member = try parser.parseMember(of: container) { members.append(member) }
        }
        let end = brace.offsets.upperBound
        return (members, SourceRange(file: file, offsets: end..<end))
    }

    /// One member; nil for one that was read but is not allowed here.
    private mutating func parseMember(of container: MemberContainer) throws(ParseFailure) -> MemberSyntax? {
        let start = position
        let attributes = isForeignArray ? ExtendedAttributeListSyntax() : try parseExtendedAttributes()
        if at(.leftBracket), let first = attributes.range { throw failDoubleList(first) }
        let head = DeclarationHead(
            start: start, attributes: attributes, documentation: documentation(before: start, orBefore: position))
        let keyword = position
        let errors = diagnostics.count
        let member = try parseMember(head)
        guard let objection = objection(to: member, in: container) else {
            if container == .partialInterface, case .constructor = member {
                reportLegacy(
                    "partial-constructor", "a partial interface cannot have a constructor; move it to the interface itself",
                    at: range(at: keyword))
            }
            return member
        }
        if diagnostics.count == errors {
            report(.error, objection.rule, objection.message, at: range(at: keyword))
        }
        return nil
    }

    private mutating func parseMember(_ head: DeclarationHead) throws(ParseFailure) -> MemberSyntax {
        switch kind {
        case .const: return .constant(try parseConstant(head))
        case .constructor: return .constructor(try parseConstructor(head))
        case .attribute: return .attribute(try parseAttribute(head, special: nil))
        case .inherit:
            advance()
            return .attribute(try parseAttribute(head, special: .inherit))
        case .static:
            let keyword = position
            advance()
            if at(.attribute) || at(.readonly) { return .attribute(try parseAttribute(head, special: .static)) }
            return .operation(try parseOperation(head, special: .static, keyword: keyword))
        case .stringifier: return try parseStringifier(head)
        case .getter, .setter, .deleter: return .operation(try parseSpecialOperation(head))
        case .readonly where kind(ahead: 1) == .maplike || kind(ahead: 1) == .setlike:
            advance()
            return .iterable(try parseIterable(head, isReadonly: true))
        case .readonly: return .attribute(try parseAttribute(head, special: nil))
        case .iterable, .asyncIterable, .maplike, .setlike: return .iterable(try parseIterable(head, isReadonly: false))
        case .identifier where kind(ahead: 1) == .iterable && text(at: position) == "async":
            return .iterable(try parseIterable(head, isReadonly: false))
        default: return .operation(try parseOperation(head, special: nil, keyword: nil))
        }
    }

    private struct Objection {
        var rule = "misplaced-member"
        var message: String
    }

    /// Why the grammar does not allow a member in its container, or nil.
    private func objection(to member: MemberSyntax, in container: MemberContainer) -> Objection? {
        if container.isInterface { return nil }
        let article = container == .interface || container == .mixin ? "an" : "a"
        let place = "\(article) \(container.rawValue)"
        switch member {
        case .constant: return nil
        case .constructor: return Objection(message: "\(place) cannot have a constructor")
        case .iterable(let node): return Objection(message: "\(place) cannot have `\(node.kind.rawValue)`")
        case .attribute(let node):
            if container == .callbackInterface { return Objection(message: "\(place) cannot have attributes") }
            if let special = node.special, !(container == .mixin && special == .stringifier) {
                return Objection(message: "an attribute of \(place) cannot be `\(special.rawValue)`")
            }
            guard container == .namespace, !node.isReadonly else { return nil }
            return Objection(
                rule: "namespace-attribute",
                message:
                    "an attribute of a namespace must be `readonly`; write `readonly attribute`, or an operation that sets it")
        case .operation(let node):
            guard let special = node.special, !(container == .mixin && special == .stringifier) else { return nil }
            return Objection(message: "an operation of \(place) cannot be `\(special.rawValue)`")
        }
    }
}
