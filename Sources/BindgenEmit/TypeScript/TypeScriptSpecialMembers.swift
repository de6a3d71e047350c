import BindgenABI
import BindgenModel

/// Iteration, and properties by index or name, as TypeScript declares them.
extension TypeScriptEmitter {
    func specialSignatures(of member: MemberPlan) -> [String] {
        switch member {
        case .constructor, .operation, .attribute, .constant, .stringifier: []
        case .json where remote != nil: ["toJSON(): Promise<object>"]
        case .json(let names, let inherited, _): [jsonSignature(inherited + names)]
        case .kept(let plan): ["\(jsPropertyName(plan.jsName)): \(plan.tsType ?? "any")"]
        case .iteration(let plan) where remote != nil && plan.kind != .asyncIterable: remoteSignatures(plan)
        case .iteration(let plan): signatures(of: plan)
        case .properties(let plan): signatures(of: plan)
        }
    }

    /// `[DefaultExport]`: the namespace once more.
    mutating func emitDefaultExport(_ namespace: ContainerPlan) {
        out.print(
            """

            /** The operations of {@link \(namespace.jsName)}, the first call of which loads the module. */
            declare const $default: typeof \(Naming.tsBinding(namespace.jsName));
            export default $default;
            """)
    }

    /// `[NamedExports]`: each member by itself.
    mutating func emitNamedExports(_ namespace: ContainerPlan) {
        for constant in namespace.constants {
            out.print()
            comment(constant.documentation)
            out.print("\(export(constant.jsName))declare const \(Naming.tsBinding(constant.jsName)): \(type(constant.crossing));")
            emitRename(constant.jsName)
        }
        var renamed: [String] = []
        for case .operation(let function) in namespace.members {
            let name = function.jsName
            guard let signature = signature(of: .operation(function)) else { continue }
            out.print()
            comment(function.documentation, tags: throwsTags(function.throwing))
            out.print("\(export(name))declare function \(Naming.tsBinding(name))\(signature.drop { $0 != "(" });")
            if Naming.tsBinding(name) != name, !renamed.contains(name) { renamed.append(name) }
        }
        renamed.forEach { emitRename($0) }
    }

    /// A namespace of constants is a type too: one of its values, and of bits any number.
    mutating func emitConstantsType(_ namespace: ContainerPlan) {
        guard namespace.isOfConstants else { return }
        var values: [String] = []
        for constant in namespace.constants {
            let value = namespace.isFlags ? type(constant.crossing) : constant.crossing.spelling.literal(constant.value)
            if !values.contains(value) { values.append(value) }
        }
        let type = values.joined(separator: " | ")
        out.print("\(export(namespace.jsName))type \(Naming.tsBinding(namespace.jsName)) = \(type);")
    }

    /// The type of a constant: of one that stands for one of some values, that value.
    func constantType(_ constant: ConstantPlan, of namespace: ContainerPlan) -> String {
        namespace.isOfConstants ? constant.crossing.spelling.literal(constant.value) : type(constant.crossing)
    }

    /// `[Tuple]`: an array with labels.
    mutating func emitTuple(_ dictionary: DictionaryPlan) {
        let name = dictionary.name
        let isInput = !plan.declared.toJavaScript.contains(name)
        out.print("\(export(name))type \(Naming.tsBinding(name)) = \(tuple(dictionary, isInput: isInput));")
        emitRename(name, isType: true)
        guard wideInputs.contains(name) else { return }
        out.print("\n\(Self.inputComment(name))\nexport type \(inputName(name)) = \(tuple(dictionary, isInput: true));")
    }

    private func tuple(_ dictionary: DictionaryPlan, isInput: Bool) -> String {
        let members = dictionary.members
        let elements = members.enumerated().map { index, member in
            let isLast = members[index...].allSatisfy { !$0.isRequired }
            let type = member.tsType ?? type(member.ownCrossing, isInput: isInput)
            // A label is a name.
            let label = Naming.isJSIdentifier(member.name) ? member.name : "member\(index)"
            return "\(label)\(isLast ? "?" : ""): \(type)\(member.isRequired || isLast ? "" : " | undefined")"
        }
        return "\(isInput ? "readonly " : "")[\(elements.joined(separator: ", "))]"
    }

    private func jsonSignature(_ names: [String]) -> String {
        names.isEmpty ? "toJSON(): object" : "toJSON(): Pick<this, \(names.map { jsLiteral($0) }.joined(separator: " | "))>"
    }

    private func signatures(of plan: IterationPlan) -> [String] {
        let isExport = plan.functions.first?.direction != .import
        let value = type(plan.value, isResult: isExport)
        let key = plan.key.map { type($0, isResult: isExport) } ?? (plan.kind == .setlike ? value : "number")
        let isPair = plan.key != nil
        if plan.kind == .asyncIterable {
            let whole = "[Symbol.asyncIterator](): AsyncIterableIterator<\(isPair ? "[\(key), \(value)]" : value)>"
            return isPair && isExport
                ? ["keys(): AsyncIterableIterator<\(key)>", "values(): AsyncIterableIterator<\(value)>", whole] : [whole]
        }
        return [
            "entries(): IterableIterator<[\(key), \(value)]>", "keys(): IterableIterator<\(key)>",
            "values(): IterableIterator<\(value)>",
            "forEach(callback: (value: \(value), key: \(key), object: this) => void, thisArg?: unknown): void",
            "[Symbol.iterator](): IterableIterator<\(isPair ? "[\(key), \(value)]" : value)>",
        ]
    }

    private func signatures(of plan: PropertiesPlan) -> [String] {
        let isExport = plan.getter.direction == .export
        let value = type(plan.getter.result.crossing, isResult: isExport && plan.setter == nil)
        let isReadonly = plan.setter == nil ? "readonly " : ""
        // A member of another type has a name, too.
        return plan.isIndexed ? ["\(isReadonly)[index: number]: \(value)"] : ["\(isReadonly)[name: string]: any"]
    }
}
