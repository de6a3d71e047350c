package import BindgenABI

/// Dictionaries, unions and callbacks that go both ways: Swift gives arrays and takes whatever iterates, so such a type has a second name for what
/// is given to Swift.
extension TypeScriptEmitter {
    package init(plan: BindingPlan) {
        let taken = Set(plan.definitions.map(\.name)).union(plan.containers.map(\.jsName)).union(["InitInput"])
        self.init(plan: plan, wideInputs: Self.wideInputs(of: plan, taken), takenNames: taken)
    }

    private init(plan: BindingPlan, wideInputs: Set<String>, takenNames: Set<String>) {
        self.plan = plan
        self.wideInputs = wideInputs
        self.takenNames = takenNames
        remote = nil
    }

    /// A type that names one of them is one itself.
    private static func wideInputs(of plan: BindingPlan, _ takenNames: Set<String>) -> Set<String> {
        var open = plan.definitions.filter { definition in
            plan.declared.toSwift.contains(definition.name) && plan.declared.toJavaScript.contains(definition.name)
        }
        var found: Set<String> = []
        while true {
            let emitter = TypeScriptEmitter(plan: plan, wideInputs: found, takenNames: takenNames)
            let wide = open.filter { emitter.isWider($0) }.map(\.name)
            if wide.isEmpty { return found }
            found.formUnion(wide)
            open.removeAll { found.contains($0.name) }
        }
    }

    private func isWider(_ definition: DefinitionPlan) -> Bool {
        switch definition {
        case .dictionary(let plan): !plan.crossing.isError && plan.members.contains { isWider($0.crossing) }
        case .union(let plan): plan.crossing.isNamed && plan.crossing.members.contains { isWider($0.crossing) }
        case .callback(let plan): plan.arguments.contains { isWider($0) } || isWider(result(of: plan))
        case .enumeration, .container: false
        }
    }

    /// Variadic arguments are an array in both.
    private func isWider(_ argument: ArgumentPlan) -> Bool {
        isWider(argument.isVariadic ? argument.crossing.parts.first?.crossing ?? argument.crossing : argument.crossing)
    }

    /// `unknown` takes what `any` takes, and a record that is only read is given as any other.
    private func isWider(_ crossing: Crossing) -> Bool {
        let input = type(crossing, isInput: true).replacing("unknown", with: "any").replacing("Readonly<Record", with: "Record")
            .replacing("{ readonly [key", with: "{ [key")
        let output = type(crossing).replacing("Record<string, ", with: "Record<string, ")
        return input.filter { $0 != ">" } != output.filter { $0 != ">" }
    }

    /// The name of a dictionary, a union or a callback where it stands.
    func name(_ name: String, _ use: TypeUse) -> String {
        use.isInput && wideInputs.contains(name) ? inputName(name) : Naming.tsBinding(name)
    }

    /// The name of what JavaScript gives.
    func inputName(_ name: String) -> String {
        var input = name + "Input"
        while takenNames.contains(input) { input += "_" }
        return input
    }

    static func inputComment(_ name: String) -> String {
        "/** What is taken for {@link \(name)}: whatever iterates in the place of an array. */"
    }
}
