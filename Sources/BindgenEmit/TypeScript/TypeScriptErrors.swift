import BindgenABI

/// The classes of what members throw.
extension TypeScriptEmitter {
    func throwsTags(_ throwing: ThrowsPlan) -> [String] {
        switch throwing {
        case .never: []
        case .any: ["@throws {Error}"]
        case .typed(let name): ["@throws {\(name)}"]
        }
    }

    /// A class beside the type of its codes, under one name.
    mutating func emitErrorClass(of plan: EnumPlan) {
        let (name, local) = (plan.name, Naming.tsBinding(plan.name))
        let instance = "Error & { readonly name: \(jsLiteral(name)); readonly code: \(local) }"
        out.print(
            """
            /** The class of errors with one of these as their `code`. */
            \(export(name))declare const \(local): {
              new (code: \(local), options?: { message?: string; cause?: unknown }): \(instance);
              readonly prototype: \(instance);
            };
            """)
    }

    /// A dictionary's members are the error's own.
    mutating func emitErrorClass(of dictionary: DictionaryPlan) {
        let (name, local) = (dictionary.name, Naming.tsBinding(dictionary.name))
        let parent = dictionary.crossing.errorParent.map(Naming.tsBinding) ?? "Error"
        let inherited = dictionary.crossing.errorParent.flatMap { parent -> DictionaryPlan? in
            if case .dictionary(let plan) = plan.definition(named: parent) { plan } else { nil }
        }
        let own = dictionary.members.filter { member in
            !(inherited?.members.contains { $0.name == member.name } ?? false)
        }
        out.print("\(export(name))declare class \(local) extends \(parent) {")
        let fields = dictionary.members.map { member in
            "\(jsPropertyName(member.name))\(member.isRequired ? "" : "?"): \(type(member.ownCrossing, isInput: true))"
        }
        out.indent { out in
            let isOptional = dictionary.members.allSatisfy { !$0.isRequired }
            out.print("constructor(fields\(isOptional ? "?" : ""): { \(fields.joined(separator: "; ")) });")
        }
        emitMembers(own, of: dictionary, isInput: false)
        out.print("}")
        emitRename(name)
    }
}
