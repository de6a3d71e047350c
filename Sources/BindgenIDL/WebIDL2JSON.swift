/// The tree of a file as JSON in the form of w3c/webidl2.js 24.5 with `concrete: true`: an array of definitions that ends in an
/// `eof` node.
package func astJSON(_ tree: FileSyntax, indentation: Int? = 2) -> String {
    WebIDL2JSON.file(tree).text(indentation: indentation)
}

/// Says in webidl2.js's words what the tree says in ours. Keys stand in the order in which webidl2.js writes them.
enum WebIDL2JSON {
    static func file(_ tree: FileSyntax) -> JSONText {
        let end = JSONText.object([("type", .string("eof")), ("value", .string(""))])
        return .array(tree.definitions.map(definition) + [end])
    }

    // MARK: - Definitions

    private static func definition(_ definition: DefinitionSyntax) -> JSONText {
        switch definition {
        case .interface(let node):
            container("interface", node.name, node.inheritance, node.members.map(member), node.extendedAttributes, node.isPartial)
        case .mixin(let node):
            container("interface mixin", node.name, nil, node.members.map(member), node.extendedAttributes, node.isPartial)
        case .namespace(let node):
            container("namespace", node.name, nil, node.members.map(member), node.extendedAttributes, node.isPartial)
        case .callbackInterface(let node):
            container("callback interface", node.name, nil, node.members.map(member), node.extendedAttributes, node.isPartial)
        case .dictionary(let node):
            container("dictionary", node.name, node.inheritance, node.members.map(field), node.extendedAttributes, node.isPartial)
        case .callbackFunction(let node):
            .object([
                ("type", .string(node.isConstructor ? "callback constructor" : "callback")), ("name", .string(node.name.text)),
                ("idlType", type(node.returnType, "return-type")), ("arguments", .array(node.arguments.map(argument))),
                ("extAttrs", attributes(node.extendedAttributes)),
            ])
        case .enumeration(let node):
            .object([
                ("type", .string("enum")), ("name", .string(node.name.text)),
                (
                    "values",
                    .array(node.values.map { .object([("type", .string("enum-value")), ("value", .string($0.text))]) })
                ),
                ("extAttrs", attributes(node.extendedAttributes)),
            ])
        case .typedef(let node):
            .object([
                ("type", .string("typedef")), ("name", .string(node.name.text)), ("idlType", type(node.type, "typedef-type")),
                ("extAttrs", attributes(node.extendedAttributes)),
            ])
        case .includes(let node):
            .object([
                ("type", .string("includes")), ("extAttrs", attributes(node.extendedAttributes)),
                ("target", .string(node.target.text)), ("includes", .string(node.mixin.text)),
            ])
        }
    }

    private static func container(
        _ type: String, _ name: NameSyntax, _ inheritance: NameSyntax?, _ members: [JSONText],
        _ list: ExtendedAttributeListSyntax, _ isPartial: Bool
    ) -> JSONText {
        .object([
            ("type", .string(type)), ("name", .string(name.text)),
            ("inheritance", inheritance.map { .string($0.text) } ?? .null), ("members", .array(members)),
            ("extAttrs", attributes(list)), ("partial", .boolean(isPartial)),
        ])
    }

    // MARK: - Members

    private static func member(_ member: MemberSyntax) -> JSONText {
        switch member {
        case .constant(let node):
            .object([
                ("type", .string("const")), ("name", .string(node.name.text)), ("idlType", type(node.type, "const-type")),
                ("extAttrs", attributes(node.extendedAttributes)), ("value", value(node.value)),
            ])
        case .attribute(let node):
            .object([
                ("type", .string("attribute")), ("name", .string(node.name.text)),
                ("idlType", type(node.type, "attribute-type")), ("extAttrs", attributes(node.extendedAttributes)),
                ("special", .string(node.special?.rawValue ?? "")), ("readonly", .boolean(node.isReadonly)),
            ])
        case .operation(let node): operation(node)
        case .constructor(let node):
            .object([
                ("type", .string("constructor")), ("arguments", .array(node.arguments.map(argument))),
                ("extAttrs", attributes(node.extendedAttributes)),
            ])
        case .iterable(let node): iterable(node)
        }
    }

    private static func operation(_ node: OperationSyntax) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("type", .string("operation")), ("name", .string(node.name?.text ?? "")),
        ]
        if let returnType = node.returnType { members.append(("idlType", type(returnType, "return-type"))) }
        members.append(("arguments", .array(node.arguments.map(argument))))
        members.append(("extAttrs", attributes(node.extendedAttributes)))
        members.append(("special", .string(node.special?.rawValue ?? "")))
        return .object(members)
    }

    private static func iterable(_ node: IterableSyntax) -> JSONText {
        let types = (node.keyType.map { [$0] } ?? []) + [node.valueType]
        return .object([
            ("type", .string(node.isLegacyAsync ? "iterable" : node.kind.rawValue)),
            ("idlType", .array(types.map { type($0, nil) })), ("arguments", .array(node.arguments.map(argument))),
            ("extAttrs", attributes(node.extendedAttributes)), ("readonly", .boolean(node.isReadonly)),
            ("async", .boolean(node.isLegacyAsync)),
        ])
    }

    private static func field(_ node: DictionaryMemberSyntax) -> JSONText {
        .object([
            ("type", .string("field")), ("name", .string(node.name.text)), ("extAttrs", attributes(node.extendedAttributes)),
            ("idlType", type(node.type, "dictionary-type")), ("default", node.defaultValue.map(value) ?? .null),
            ("required", .boolean(node.isRequired)),
        ])
    }

    private static func argument(_ node: ArgumentSyntax) -> JSONText {
        .object([
            ("type", .string("argument")), ("name", .string(node.name.text)), ("extAttrs", attributes(node.extendedAttributes)),
            ("idlType", type(node.type, "argument-type")), ("default", node.defaultValue.map(value) ?? .null),
            ("optional", .boolean(node.isOptional)), ("variadic", .boolean(node.isVariadic)),
        ])
    }

    // MARK: - Types and values

    private static func type(_ node: TypeSyntax, _ role: String?) -> JSONText {
        func parameter(_ inner: TypeSyntax) -> JSONText { type(inner, role) }
        // webidl2.js reads `void` by its rule for return types, wherever it stands.
        let role = node.legacySpelling == "void" ? "return-type" : role
        var generic = ""
        let inner: JSONText
        switch node.kind {
        case .builtin(let builtin): inner = .string(node.legacySpelling ?? builtin.rawValue)
        case .named(let name): inner = .string(name.text)
        case .sequence(let element): (generic, inner) = ("sequence", .array([parameter(element)]))
        case .asyncSequence(let element): (generic, inner) = ("async_sequence", .array([parameter(element)]))
        case .frozenArray(let element): (generic, inner) = ("FrozenArray", .array([parameter(element)]))
        case .observableArray(let element): (generic, inner) = ("ObservableArray", .array([parameter(element)]))
        case .promise(let result): (generic, inner) = ("Promise", .array([parameter(result)]))
        case .record(let key, let value): (generic, inner) = ("record", .array([parameter(key), parameter(value)]))
        case .union(let members): inner = .array(members.map(parameter))
        }
        let isUnion = if case .union = node.kind { true } else { false }
        return .object([
            ("type", role.map { .string($0) } ?? .null), ("extAttrs", attributes(node.extendedAttributes)),
            ("generic", .string(generic)), ("nullable", .boolean(node.isNullable)), ("union", .boolean(isUnion)),
            ("idlType", inner),
        ])
    }

    private static func value(_ node: DefaultValueSyntax) -> JSONText {
        func tagged(_ type: String, _ rest: (key: String, value: JSONText)...) -> JSONText {
            .object([("type", .string(type))] + rest)
        }
        return switch node.kind {
        case .boolean(let value): tagged("boolean", ("value", .boolean(value)))
        case .integer(let text), .decimal(let text): tagged("number", ("value", .string(text)))
        case .infinity(let isNegative): tagged("Infinity", ("negative", .boolean(isNegative)))
        case .notANumber: tagged("NaN")
        case .string(let text): tagged("string", ("value", .string(text)))
        case .null: tagged("null")
        case .undefined: tagged("undefined")
        case .emptySequence: tagged("sequence", ("value", .array([])))
        case .emptyDictionary: tagged("dictionary")
        }
    }

    // MARK: - Extended attributes

    private static func attributes(_ list: ExtendedAttributeListSyntax) -> JSONText {
        .array(list.map(attribute))
    }

    private static func attribute(_ node: ExtendedAttributeSyntax) -> JSONText {
        func token(_ type: String, _ text: String) -> JSONText { .object([("type", .string(type)), ("value", .string(text))]) }
        func list(_ type: String, _ texts: [String]) -> JSONText {
            .object([("type", .string("\(type)-list")), ("value", .array(texts.map { token(type, $0) }))])
        }
        var arguments: [ArgumentSyntax] = []
        var rhs = JSONText.null
        switch node.value {
        case .none: break
        case .identifier(let name): rhs = token("identifier", name.text)
        case .string(let literal): rhs = token("string", "\"\(literal.text)\"")
        case .integer(let literal): rhs = token("integer", literal.text)
        case .decimal(let literal): rhs = token("decimal", literal.text)
        case .wildcard: rhs = .object([("type", .string("*")), ("value", .null)])
        case .identifierList(let names): rhs = list("identifier", names.map(\.text))
        case .stringList(let literals): rhs = list("string", literals.map { "\"\($0.text)\"" })
        case .integerList(let literals): rhs = list("integer", literals.map(\.text))
        case .decimalList(let literals): rhs = list("decimal", literals.map(\.text))
        case .arguments(let list): arguments = list
        case .namedArguments(let name, let list):
            rhs = token("identifier", name.text)
            arguments = list
        case .other(let text): rhs = token("other", text)
        }
        return .object([
            ("type", .string("extended-attribute")), ("name", .string(node.name.text)), ("rhs", rhs),
            ("arguments", .array(arguments.map(argument))),
        ])
    }
}
