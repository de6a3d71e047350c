/// What is left of a plan after the link: what the program does not call is no import of the compiled module.
extension BindingPlan {
    /// The plan of a module that imports nothing else than `imports` from `bindgen`: its reach and its support are smaller. What the
    /// module is called with, and its text, stay.
    package func linked(to imports: Set<String>) -> BindingPlan {
        var plan = self
        plan.imports = imports
        plan.findReach()
        return plan
    }

    /// Whether the module can call an import of this name.
    package func imports(_ symbol: String) -> Bool { imports?.contains(symbol) ?? true }

    /// The functions that are called from one side or the other, in IDL order.
    var calledFunctions: [FunctionPlan] {
        containers.flatMap(\.functions).filter { $0.direction == .export || imports($0.symbol) }
    }

    mutating func findReach() {
        (deliveries, promises, reach) = planReach(self)
        support = SupportPlan(self)
    }

    /// The names of the wasm exports: members, and what the glue calls besides them.
    package var exportSymbols: [String] {
        containers.filter { !$0.isImported }.flatMap(\.functions).map(\.symbol) + supportSymbols
    }

    /// Those of them that no member stands behind.
    package var supportSymbols: [String] {
        support.exports.map(\.symbol) + promises.filter(\.isAwaited).map(\.fulfillSymbol)
    }
}

extension SupportPlan {
    /// What the glue calls besides members.
    package enum Export: String, Sendable {
        case region, allocate, free, release, releaseClosure, closureCall, retain, rejectPromise

        /// The name of the wasm export. No definition may be called `bindgen`.
        package var symbol: String { "bindgen." + rawValue }
    }

    /// What the glue calls of a module with these needs.
    package var exports: [Export] {
        let all: [(export: Export, isNeeded: Bool)] = [
            (.region, usesRegion), (.allocate, allocates), (.free, allocates), (.release, releasesObjects),
            (.releaseClosure, releasesClosures), (.closureCall, releasesClosures), (.retain, retainsObjects),
            (.rejectPromise, awaitsPromises),
        ]
        return all.filter(\.isNeeded).map(\.export)
    }
}
