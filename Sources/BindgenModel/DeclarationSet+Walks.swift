import BindgenIDL

/// The arguments of an operation, a constructor, a callback or an `async_iterable` declaration.
final class ArgumentListModel {
    let resolved: [ArgumentDecl]
    let syntax: [ArgumentSyntax]
    /// The arguments of a callback function: the values go to JavaScript code.
    let isOfCallback: Bool

    init(_ resolved: [ArgumentDecl], _ syntax: [ArgumentSyntax], isOfCallback: Bool = false) {
        self.resolved = resolved
        self.syntax = syntax
        self.isOfCallback = isOfCallback
    }
}

/// One `[…]` list and where it stands.
final class AttributeListSite {
    let list: ExtendedAttributeListSyntax
    let place: AttributePlace
    let breadcrumb: [String]

    init(_ list: ExtendedAttributeListSyntax, at place: AttributePlace, in breadcrumb: [String]) {
        self.list = list
        self.place = place
        self.breadcrumb = breadcrumb
    }
}

extension DeclarationSet {
    /// Fills the lists that rules walk over.
    mutating func gather() {
        for index in containers.indices {
            containers[index].ownMembers = containers[index].parts.flatMap(\.members)
            writtenMembers += containers[index].ownMembers
        }
        writtenAttributes = writtenMembers.filter { $0.kind == .attribute }
        foldedMembers = containers.map { container in
            container.mixins.reduce(into: container.ownMembers) { $0 += containers[$1].ownMembers }
        }
        gatherArguments()
        gatherAttributeLists()
        overloads = containers.map { findOverloads(of: $0) }
    }

    private mutating func gatherArguments() {
        for member in writtenMembers + containers.flatMap(\.factoryFunctions) {
            switch (member.syntax, member.resolved) {
            case (.operation(let node), .operation(let decl)): argumentLists.append(.init(decl.arguments, node.arguments))
            case (.constructor(let node), .constructor(let decl)): argumentLists.append(.init(decl.arguments, node.arguments))
            case (.iterable(let node), .iterable(let decl)): argumentLists.append(.init(decl.arguments, node.arguments))
            default: break
            }
        }
        for callback in callbacks {
            argumentLists.append(.init(callback.resolved.arguments, callback.syntax.arguments, isOfCallback: true))
        }
        argumentLists.removeAll { $0.resolved.isEmpty }
    }

    private mutating func gatherAttributeLists() {
        var lists: [AttributeListSite] = []
        func visit(
            _ list: ExtendedAttributeListSyntax, _ place: @autoclosure () -> AttributePlace,
            _ breadcrumb: @autoclosure () -> [String]
        ) {
            if !list.isEmpty { lists.append(.init(list, at: place(), in: breadcrumb())) }
        }
        for entry in table.entries where !entry.isPredefined {
            for definition in [entry.definition] + entry.partials {
                visit(definition.node.extendedAttributes, definition.attributePlace, [definition.crumb])
            }
        }
        for definition in table.orphans + table.duplicates.map(\.definition) {
            visit(definition.node.extendedAttributes, definition.attributePlace, [definition.crumb])
        }
        for node in table.includes {
            visit(node.extendedAttributes, .includes, ["\(node.target.text) includes \(node.mixin.text)"])
        }
        for member in writtenMembers where member.hasAttributes {
            visit(member.attributes, member.syntax.attributePlace, member.origin.breadcrumb)
        }
        for dictionary in dictionaries {
            for member in dictionary.members {
                visit(member.syntax.extendedAttributes, .dictionaryMember, member.resolved.origin.breadcrumb)
            }
        }
        for list in argumentLists {
            for (index, syntax) in list.syntax.enumerated() {
                visit(syntax.extendedAttributes, .argument, list.resolved[index].origin.breadcrumb)
            }
        }
        attributeLists = lists
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
