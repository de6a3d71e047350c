import BindgenABI
import BindgenModel

/// The interface of a module: what it exports first, then the types that values are made of, each in IDL order.
extension MarkdownEmitter {
    mutating func emitInterface() {
        let shown = plan.definitions.filter(isExported) + plan.definitions.filter { !isExported($0) && isType($0) }
        out.print()
        out.print("## API")
        if shown.count > 3 {
            out.print()
            out.print(shown.map { link(to: name(of: $0)) }.joined(separator: " · "))
        }
        for definition in shown { emit(definition) }
    }

    private func isExported(_ definition: DefinitionPlan) -> Bool { definition.exportedContainer != nil }

    private func isType(_ definition: DefinitionPlan) -> Bool {
        switch definition {
        case .container(let plan): plan.kind == .interface && self.plan.isDeclared(plan.name)
        case .union(let union): union.crossing.isNamed && plan.isDeclared(union.name)
        case .enumeration, .dictionary, .callback: plan.isDeclared(definition.name)
        }
    }

    private func name(of definition: DefinitionPlan) -> String {
        switch definition {
        case .container(let plan): plan.jsName
        case .enumeration, .dictionary, .union, .callback: definition.name
        }
    }

    private func link(to name: String) -> String {
        "[\(MarkdownText.code(name))](#\(anchor(of: name)))"
    }

    /// The anchor that GitHub and npm make of a heading: letters, digits, `_` and `-` stay, in lower case. Of headings that are then
    /// the same, the later ones get a number there, and links lead to the first.
    private func anchor(of name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }

    private mutating func emit(_ definition: DefinitionPlan) {
        out.print()
        out.print("### \(MarkdownText.plain(name(of: definition)))")
        switch definition {
        case .enumeration(let plan): emitEnum(plan)
        case .dictionary(let plan): emitDictionary(plan)
        case .union(let plan):
            block(["One of \(plan.crossing.members.map { MarkdownText.code(types.type($0.crossing)) }.joined(separator: ", "))."])
            if types.wideInputs.contains(plan.name) { emitInput(of: plan.name) }
        case .callback(let plan):
            block(lines(of: plan.documentation))
            block([MarkdownText.code(types.functionType(plan)) + note(on: plan.throwing)])
            if types.wideInputs.contains(plan.name) {
                let input = MarkdownText.code(types.functionType(plan, isInput: true))
                block(["What is given is a \(MarkdownText.code(types.inputName(plan.name))), \(input)."])
            }
            for constant in plan.constants {
                let signature = "readonly \(plan.name).\(constant.jsName): \(types.type(constant.crossing)) = \(constant.value)"
                item(MarkdownText.code(signature), lines(of: constant.documentation))
            }
        case .container(let plan):
            block(lines(of: plan.documentation))
            if plan.isOfPlatform { return block(["An object of the platform's class of this name."]) }
            if let parent = plan.parent { block(["Extends \(link(to: parent.jsName)), and has its members."]) }
            if plan.isImported { block(["An object of the program's, with these members:"]) }
            let members = plan.isImported ? plan.members.filter(\.hasReceiver) : plan.members
            emitMembers(members, of: plan)
        }
    }

    private mutating func emitEnum(_ enumPlan: EnumPlan) {
        block(lines(of: enumPlan.documentation))
        let head =
            enumPlan.isError ? "Errors of this class have one of these as their `code`:" : "One of"
        if enumPlan.cases.allSatisfy({ $0.documentation == nil }) {
            block(["\(head) \(enumPlan.cases.map { MarkdownText.code(jsLiteral($0.value)) }.joined(separator: ", "))."])
            return
        }
        block([head.hasSuffix(":") ? head : "\(head):", ""])
        for value in enumPlan.cases {
            item(MarkdownText.code(jsLiteral(value.value)), lines(of: Documentation(text: value.documentation, deprecation: nil)))
        }
    }

    private mutating func emitDictionary(_ dictionary: DictionaryPlan) {
        block(lines(of: dictionary.documentation))
        let isError = dictionary.crossing.isError
        let form = dictionary.crossing.isTuple ? "An array with these elements:" : "An object with these properties:"
        block([isError ? "An error, of a class of this name, with these properties:" : form, ""])
        // Swift reads any iterable; what Swift gives is an array.
        let isInput = !plan.declared.toJavaScript.contains(dictionary.name)
        for member in dictionary.members {
            let type = types.type(member.ownCrossing, isInput: isInput)
            let signature = MarkdownText.code("\(jsPropertyName(member.name))\(member.isRequired ? "" : "?"): \(type)")
            let value = member.defaultValue.map { " · default \(MarkdownText.code("\($0)"))" } ?? ""
            item(signature + value, lines(of: member.documentation))
        }
        if types.wideInputs.contains(dictionary.name) { emitInput(of: dictionary.name) }
    }

    /// The second name of a type that goes both ways.
    private mutating func emitInput(of name: String) {
        block([
            "What is given is a \(MarkdownText.code(types.inputName(name))): the same, with whatever iterates in the place of an array."
        ])
    }

    /// Constants first, the rest in IDL order.
    private mutating func emitMembers(_ members: [MemberPlan], of container: ContainerPlan) {
        if members.isEmpty { return }
        out.print()
        let owner = container.jsName
        for constant in members.compactMap(\.constant) {
            let signature = "readonly \(owner).\(constant.jsName): \(types.type(constant.crossing)) = \(constant.value)"
            item(MarkdownText.code(signature), lines(of: constant.documentation))
        }
        for member in members {
            let special = types.specialSignatures(of: member)
            if !special.isEmpty {
                item(special.map { MarkdownText.code($0) }.joined(separator: " · "), lines(of: member.documentation))
                continue
            }
            guard let function = member.function, let signature = types.signature(of: member, modifiers: false) else {
                continue
            }
            let place = container.kind == .namespace || function.isStatic ? "\(owner)." : ""
            let text =
                switch member {
                case .constructor: "new \(owner)\(signature.drop { $0 != "(" })"
                case .attribute(_, let setter): (setter?.isHidden ?? true ? "readonly " : "") + place + signature
                case .operation, .constant, .stringifier, .iteration, .properties, .json, .kept: place + signature
                }
            item(MarkdownText.code(text) + note(on: function.throwing), lines(of: function.documentation))
        }
    }

    private func note(on throwing: ThrowsPlan) -> String {
        switch throwing {
        case .never: ""
        case .any: " · may throw"
        case .typed(let name): " · may throw \(link(to: name))"
        }
    }

    private func lines(of documentation: Documentation) -> [String] {
        let text = MarkdownText.documentation(documentation.text ?? "")
        guard let deprecation = documentation.deprecation else { return text }
        let reason = MarkdownText.documentation(deprecation)
        let first = ["**Deprecated.**"] + (reason.first.map { [$0] } ?? [])
        return [first.joined(separator: " ")] + reason.dropFirst() + (text.isEmpty ? [] : [""] + text)
    }

    /// Lines after an empty one.
    private mutating func block(_ lines: [String]) {
        if lines.isEmpty { return }
        out.print()
        for line in lines { out.print(line) }
    }

    /// An item of a list: a signature, and below it what is said of it.
    private mutating func item(_ signature: String, _ lines: [String]) {
        out.print("- \(signature)")
        out.indent { out in
            if !lines.isEmpty { out.print() }
            for line in lines { out.print(line) }
        }
    }
}
