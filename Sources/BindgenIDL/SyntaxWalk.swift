extension FileSyntax {
    /// Visits every node with a range of its own, outer nodes before inner ones.
    package func walk(_ visit: (any SyntaxNode) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            let walk = SyntaxWalk(visit: visit)
            definitions.forEach(walk.definition)
        }
    }
}

/// The recursion behind `FileSyntax.walk`; it is no deeper than `Parser.deepestNesting`.
private struct SyntaxWalk {
    let visit: (any SyntaxNode) -> Void

    func definition(_ definition: DefinitionSyntax) {
        let node = definition.node
        visit(node)
        attributes(node.extendedAttributes)
        switch definition {
        case .interface(let node):
            node.inheritance.map(visit)
            node.members.forEach(member)
        case .mixin(let node): node.members.forEach(member)
        case .namespace(let node): node.members.forEach(member)
        case .callbackInterface(let node): node.members.forEach(member)
        case .callbackFunction(let node):
            type(node.returnType)
            node.arguments.forEach(argument)
        case .dictionary(let node):
            node.inheritance.map(visit)
            node.members.forEach(dictionaryMember)
        case .enumeration(let node): node.values.forEach(visit)
        case .typedef(let node): type(node.type)
        case .includes(let node):
            visit(node.target)
            visit(node.mixin)
        }
        definition.name.map(visit)
    }

    private func member(_ member: MemberSyntax) {
        let node = member.node
        visit(node)
        attributes(node.extendedAttributes)
        switch member {
        case .constant(let node):
            type(node.type)
            visit(node.name)
            visit(node.value)
        case .attribute(let node):
            type(node.type)
            visit(node.name)
        case .operation(let node):
            node.returnType.map(type)
            node.name.map(visit)
            node.arguments.forEach(argument)
        case .constructor(let node): node.arguments.forEach(argument)
        case .iterable(let node):
            node.keyType.map(type)
            type(node.valueType)
            node.arguments.forEach(argument)
        }
    }

    private func dictionaryMember(_ node: DictionaryMemberSyntax) {
        visit(node)
        attributes(node.extendedAttributes)
        type(node.type)
        visit(node.name)
        node.defaultValue.map(visit)
    }

    private func argument(_ node: ArgumentSyntax) {
        visit(node)
        attributes(node.extendedAttributes)
        type(node.type)
        visit(node.name)
        node.defaultValue.map(visit)
    }

    private func type(_ node: TypeSyntax) {
        visit(node)
        attributes(node.extendedAttributes)
        switch node.kind {
        case .builtin: break
        case .named(let name): visit(name)
        case .sequence(let element), .asyncSequence(let element), .frozenArray(let element), .observableArray(let element),
            .promise(let element):
            type(element)
        case .record(let key, let value):
            type(key)
            type(value)
        case .union(let members): members.forEach(type)
        }
    }

    private func attributes(_ list: ExtendedAttributeListSyntax) {
        for attribute in list {
            visit(attribute)
            visit(attribute.name)
            switch attribute.value {
            case .identifier(let name): visit(name)
            case .identifierList(let names): names.forEach(visit)
            case .string(let literal), .integer(let literal), .decimal(let literal): visit(literal)
            case .stringList(let literals), .integerList(let literals), .decimalList(let literals): literals.forEach(visit)
            case .arguments(let list): list.forEach(argument)
            case .namedArguments(let name, let list):
                visit(name)
                list.forEach(argument)
            case .none, .wildcard, .other: break
            }
        }
    }
}
