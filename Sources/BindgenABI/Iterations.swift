package import BindgenModel

/// `iterable`, `maplike` and `setlike`: what JavaScript's iteration goes through. The other members of a maplike or a setlike are operations and
/// an attribute like any.
///
/// An exported one is asked for the place of the next pair, and for the key and the value there: an iterator remembers a place, and nothing
/// has to be released when a loop breaks. An imported one gives a cursor, which steps and shows the value where it stands.
package struct IterationPlan: Sendable {
    package var kind: IterableDecl.Kind
    package var isReadonly: Bool
    /// Nil where JavaScript iterates over values.
    package var key: Crossing?
    package var value: Crossing
    /// None of an exported `iterable<V>`, which goes by index.
    package var functions: [FunctionPlan]
    package var documentation: Documentation
    package var origin: Origin

    package func function(_ kind: FunctionPlan.Kind) -> FunctionPlan? { functions.first { $0.kind == kind } }
    package var hasReceiver: Bool { true }
}

extension Planner {
    mutating func planIteration(_ decl: IterableDecl, of interface: InterfaceDecl, _ owner: inout Owner) {
        let site = TypeSite(owner.resultPosition, decl.origin)
        if decl.kind == .asyncIterable, owner.direction == .export { return planAsyncIteration(decl, &owner) }
        let planned = decl.key.map { planType($0, site: site) }
        guard let value = planType(decl.value, site: site) else { return }
        var key: Crossing?
        if let planned {
            guard let planned else { return }
            key = planned
        }
        if owner.direction == .export, decl.kind == .maplike || decl.kind == .setlike {
            guard canBeKept(decl.key ?? decl.value, site) else { return }
        }
        let functions =
            owner.direction == .import
            ? cursorFunctions(decl, key, value, owner)
            : decl.kind == .iterable && key == nil ? [] : placeFunctions(decl, key, value, owner)
        owner.members.append(
            .iteration(
                IterationPlan(
                    kind: decl.kind, isReadonly: decl.isReadonly, key: key, value: value, functions: functions,
                    documentation: Documentation(decl.origin), origin: decl.origin)))
        if decl.kind == .maplike || decl.kind == .setlike { planCollection(decl, of: interface, &owner) }
        // `for await` has no place for arguments, the operation by which the standard iterates has.
        if decl.kind == .asyncIterable, key == nil, !decl.arguments.isEmpty {
            planOperation(
                OperationDecl(name: "values", origin: decl.origin, result: .asyncSequence(decl.value), arguments: decl.arguments),
                &owner)
        }
    }

    /// What a map or a set of Swift's has for keys.
    private mutating func canBeKept(_ type: ResolvedType, _ site: TypeSite) -> Bool {
        switch type {
        case .boolean, .integer, .float, .string(_, nullIsEmpty: _): return true
        default:
            refuse(
                "\(type.spelling) as a key", "use a string, a number or a boolean, or declare iterable<> and operations", at: site
            )
            return false
        }
    }

    private func placeFunctions(_ decl: IterableDecl, _ key: Crossing?, _ value: Crossing, _ owner: Owner) -> [FunctionPlan] {
        let number = Crossing.integer(IntegerCrossing(bits: 32, isSigned: false, conversion: .modulo))
        let found = Crossing.integer(IntegerCrossing(bits: 32, isSigned: true, conversion: .modulo))
        let index = ArgumentPlan(
            name: "index", swiftName: "index", jsName: "index", crossing: number, isOptional: false, defaultValue: nil)
        func function(_ kind: FunctionPlan.Kind, _ name: String, _ result: Crossing) -> FunctionPlan {
            iterationFunction(decl, kind, name, [index], owner.result(result), owner)
        }
        return [function(.place, "place", found)] + (key.map { [function(.keyAtPlace, "key", $0)] } ?? [])
            + [function(.valueAtPlace, "value", value)]
    }

    private func cursorFunctions(_ decl: IterableDecl, _ key: Crossing?, _ value: Crossing, _ owner: Owner) -> [FunctionPlan] {
        func function(_ kind: FunctionPlan.Kind, _ name: String, _ result: Crossing) -> FunctionPlan {
            iterationFunction(decl, kind, name, [], owner.result(result), owner)
        }
        let isThere = Crossing.boolean(BooleanCrossing())
        return [
            function(.cursor, "cursor", .handle(HandleCrossing(kind: .object))),
            function(
                .step, "step", decl.kind == .asyncIterable ? .promise(PromiseCrossing(value: isThere)) : isThere),
        ] + (key.map { [function(.cursorKey, "key", $0)] } ?? []) + [function(.cursorValue, "value", value)]
    }

    private func iterationFunction(
        _ decl: IterableDecl, _ kind: FunctionPlan.Kind, _ name: String, _ arguments: [ArgumentPlan], _ result: ResultPlan,
        _ owner: Owner
    ) -> FunctionPlan {
        FunctionPlan(
            kind: kind, direction: owner.direction, owner: owner.type, name: decl.kind.rawValue, swiftName: name,
            jsName: kind == .step ? Self.stepFunction(decl) : name,
            symbol: "\(owner.name).\(decl.kind.rawValue).\(name)", hasReceiver: true, arguments: arguments,
            result: result, throwing: .never, requiredCount: 0, isStatic: false,
            documentation: Documentation(text: nil, deprecation: nil), displayName: "\(owner.type.jsName).\(decl.kind.rawValue)",
            origin: decl.origin)
    }

    private static func stepFunction(_ decl: IterableDecl) -> String {
        "$step" + (decl.kind == .asyncIterable ? "Async" : "") + (decl.key == nil ? "" : "Pair")
    }

    /// Web IDL 3.7.10: an operation that gives an async iterator, and what else iterates by it.
    private mutating func planAsyncIteration(_ decl: IterableDecl, _ owner: inout Owner) {
        let site = TypeSite(.nested, decl.origin)
        var key: Crossing?
        if let type = decl.key {
            guard let planned = planType(type, site: site) else { return }
            key = planned
        }
        guard let value = planType(decl.value, site: site) else { return }
        let count = owner.members.count
        planOperation(
            OperationDecl(
                name: key == nil ? "values" : "entries", origin: decl.origin, result: .asyncSequence(decl.value),
                arguments: decl.arguments), &owner)
        guard owner.members.count > count, case .operation(var function)? = owner.members.popLast() else { return }
        function.result = owner.result(.asyncSequence(AsyncSequenceCrossing(key: key, element: value)))
        owner.members.append(.operation(function))
        owner.members.append(
            .iteration(
                IterationPlan(
                    kind: .asyncIterable, isReadonly: true, key: key, value: value, functions: [],
                    documentation: Documentation(text: nil, deprecation: nil), origin: decl.origin)))
    }

    /// Web IDL 2.5.11 and 2.5.12: the members of a maplike or setlike but for the iteration, each where the interface has none of its own.
    private mutating func planCollection(_ decl: IterableDecl, of interface: InterfaceDecl, _ owner: inout Owner) {
        let own = Set(interface.members.compactMap(\.operationName))
        let isMap = decl.kind == .maplike
        // The declaration says what the whole is, and not what each member does. Of what Swift implements, the class says it.
        let isImport = owner.direction == .import
        func place(_ note: String) -> Origin {
            Origin(range: decl.origin.range, documentation: isImport ? note : nil, breadcrumb: decl.origin.breadcrumb)
        }
        let keyType = decl.key ?? decl.value
        func operation(
            _ name: String, _ result: ResolvedType, _ names: [String] = [], returnsThis: Bool = false, note: String,
            _ planner: inout Planner, _ owner: inout Owner
        ) {
            if own.contains(name) { return }
            var origin = place(note)
            origin.annotations.returnsThis = returnsThis
            let arguments = names.map {
                ArgumentDecl(name: $0, origin: origin, type: $0 == "key" || !isMap ? keyType : decl.value)
            }
            planner.planOperation(OperationDecl(name: name, origin: origin, result: result, arguments: arguments), &owner)
        }
        planAttribute(
            AttributeDecl(
                name: "size", origin: place("How many there are."), type: .integer(.unsignedLong, .modulo), isReadonly: true),
            &owner)
        let it = isMap ? "key" : "value"
        if isMap {
            operation(
                "get", .union([decl.value, .undefined]), ["key"], note: "The value of a key; nil where there is none.", &self,
                &owner)
        }
        operation("has", .boolean, [it], note: "Whether the \(it) is there.", &self, &owner)
        if decl.isReadonly { return }
        operation(
            isMap ? "set" : "add", .undefined, isMap ? ["key", "value"] : ["value"], returnsThis: true,
            note: isMap ? "Gives a key a value." : "Adds a value.", &self, &owner)
        operation("delete", .boolean, [it], note: "Removes the \(it); false where it is not there.", &self, &owner)
        operation("clear", .undefined, note: "Removes all.", &self, &owner)
    }
}

extension InterfaceDecl.Member {
    fileprivate var operationName: String? {
        if case .operation(let decl) = self { decl.name } else { nil }
    }
}
