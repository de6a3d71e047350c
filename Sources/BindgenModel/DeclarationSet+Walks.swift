import BindgenIDL

/// The arguments of an operation, a constructor, a callback or an `async_iterable` declaration.
struct ArgumentListModel {
    var resolved: [ArgumentDecl]
    var syntax: [ArgumentSyntax]
    /// The arguments of a callback function: the values go to JavaScript code.
    var isOfCallback: Bool
    var origin: Origin
}

/// One `[…]` list and where it stands.
struct AttributeListSite {
    var list: ExtendedAttributeListSyntax
    var place: AttributePlace
    var breadcrumb: [String]
}

extension DeclarationSet {
    /// Every member as it is written, once, whoever includes it.
    var writtenMembers: some Sequence<MemberModel> {
        containers.lazy.flatMap { $0.parts.lazy.flatMap(\.members) }
    }

    func forEachArgumentList(_ body: (ArgumentListModel) -> Void) {
        for member in writtenMembers {
            switch (member.syntax, member.resolved) {
            case (.operation(let node), .operation(let decl)):
                body(.init(resolved: decl.arguments, syntax: node.arguments, isOfCallback: false, origin: decl.origin))
            case (.constructor(let node), .constructor(let decl)):
                body(.init(resolved: decl.arguments, syntax: node.arguments, isOfCallback: false, origin: decl.origin))
            case (.iterable(let node), .iterable(let decl)):
                body(.init(resolved: decl.arguments, syntax: node.arguments, isOfCallback: false, origin: decl.origin))
            default: break
            }
        }
        for callback in callbacks {
            body(
                .init(
                    resolved: callback.resolved.arguments, syntax: callback.syntax.arguments, isOfCallback: true,
                    origin: callback.resolved.origin))
        }
    }

    /// Every attribute list that is not empty, those of types excepted (`TypeRule` sees them).
    func forEachAttributeList(_ body: (AttributeListSite) -> Void) {
        func visit(_ node: any DocumentedSyntax, _ place: AttributePlace, _ breadcrumb: @autoclosure () -> [String]) {
            guard !node.extendedAttributes.isEmpty else { return }
            body(.init(list: node.extendedAttributes, place: place, breadcrumb: breadcrumb()))
        }
        for entry in table.entries where !entry.isPredefined {
            for definition in [entry.definition] + entry.partials {
                visit(definition.node, definition.attributePlace, [definition.crumb])
            }
        }
        for definition in table.orphans + table.duplicates.map(\.definition) {
            visit(definition.node, definition.attributePlace, [definition.crumb])
        }
        for node in table.includes { visit(node, .includes, ["\(node.target.text) includes \(node.mixin.text)"]) }
        for member in writtenMembers { visit(member.syntax.node, member.syntax.attributePlace, member.origin.breadcrumb) }
        for dictionary in dictionaries {
            for member in dictionary.members { visit(member.syntax, .dictionaryMember, member.resolved.origin.breadcrumb) }
        }
        forEachArgumentList { list in
            for (syntax, decl) in zip(list.syntax, list.resolved) { visit(syntax, .argument, decl.origin.breadcrumb) }
        }
    }
}

extension DefinitionSyntax {
    var attributePlace: AttributePlace {
        switch self {
        case .interface(let node): node.isPartial ? .partialInterface : .interface
        case .mixin(let node): node.isPartial ? .partialMixin : .mixin
        case .namespace(let node): node.isPartial ? .partialNamespace : .namespace
        case .dictionary(let node): node.isPartial ? .partialDictionary : .dictionary
        case .callbackInterface: .callbackInterface
        case .callbackFunction: .callbackFunction
        case .enumeration: .enumeration
        case .typedef: .typedef
        case .includes: .includes
        }
    }
}

extension MemberSyntax {
    var attributePlace: AttributePlace {
        switch self {
        case .constant: .constant
        case .constructor: .constructor
        case .iterable: .iterable
        case .attribute(let node): node.special == .static ? .staticAttribute : .attribute
        case .operation(let node):
            switch node.special {
            case .static: .staticOperation
            case .getter, .setter, .deleter, .stringifier: .specialOperation
            case nil: .operation
            }
        }
    }
}
