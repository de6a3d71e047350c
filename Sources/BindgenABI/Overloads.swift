import BindgenModel

/// Operations or constructors of one name, and how a call is told which of them it means (Web IDL 3.6, overload resolution): by the number of
/// its arguments, then by the value at one position.
package struct OverloadPlan: Sendable {
    /// One question at the position: where the value passes the test, the overload is meant.
    package struct Step: Equatable, Sendable {
        package enum Test: Equatable, Sendable {
            /// undefined, where an overload has an optional argument.
            case missing
            case value(UnionCrossing.Step.Test)
        }
        package var test: Test
        /// The overload's place in `symbols`.
        package var overload: Int
    }

    /// What calls of some number of arguments mean.
    package struct Choice: Equatable, Sendable {
        /// The smallest number of arguments for which it holds; it does so up to the next choice.
        package var count: Int
        /// The argument that tells the overloads apart; nil where the number does.
        package var position: Int?
        /// Empty where no overload has that number of arguments.
        package var steps: [Step]
    }

    /// The symbols of the overloads, in IDL order.
    package var symbols: [String]
    package var choices: [Choice]
}

extension ContainerPlan {
    /// The overloads that a function belongs to; nil where it is the only one of its name.
    package func overload(of function: FunctionPlan) -> OverloadPlan? {
        overloads.first { $0.symbols.contains(function.symbol) }
    }

    package func functions(of overload: OverloadPlan) -> [FunctionPlan] {
        let functions = functions
        return overload.symbols.compactMap { symbol in functions.first { $0.symbol == symbol } }
    }
}

extension Planner {
    /// The operations and constructors of a container while it is planned, by the name and place that they share in JavaScript.
    struct OverloadGroup {
        var name: String
        var jsName: String
        var isStatic: Bool
        var symbols: [String] = []
        var arguments: [[ArgumentDecl]] = []
    }

    /// The wasm name of an operation: the plain name for the first one, and with its types for others, so that it stays what it is when
    /// another overload is added behind it.
    func overloadSymbol(
        _ name: String, jsName: String, isStatic: Bool, _ arguments: [ArgumentDecl], _ owner: inout Owner
    ) -> String {
        let plain = "\(owner.name).\(name)"
        let isTaken = owner.overloads.contains { $0.symbols.contains(plain) }
        var symbol = isTaken ? plain + arguments.map { ":\($0.type.word)\($0.isVariadic ? "List" : "")" }.joined() : plain
        if isTaken, arguments.isEmpty { symbol += ":" }
        while owner.overloads.contains(where: { $0.symbols.contains(symbol) }) { symbol += "_" }
        let index = owner.overloads.firstIndex { $0.name == name && $0.jsName == jsName && $0.isStatic == isStatic }
        if index == nil { owner.overloads.append(OverloadGroup(name: name, jsName: jsName, isStatic: isStatic)) }
        owner.overloads[index ?? owner.overloads.count - 1].symbols.append(symbol)
        owner.overloads[index ?? owner.overloads.count - 1].arguments.append(arguments)
        return symbol
    }

    /// Takes out overloads that Swift could not tell apart: of one name, with the same labels and types.
    mutating func checkSwiftOverloads(of owner: inout Owner) {
        let functions = owner.members.flatMap(\.functions)
        for group in owner.overloads where group.symbols.count > 1 {
            var taken: Set<String> = []
            for (symbol, arguments) in zip(group.symbols, group.arguments) {
                guard let function = functions.first(where: { $0.symbol == symbol }) else { continue }
                let parameters = zip(function.arguments, arguments).map { plan, decl -> String in
                    let word = plan.crossing.form.swiftArray ?? decl.type.word
                    return "\(plan.swiftName): \(decl.isVariadic ? "[\(word)]" : word)"
                }
                let signature = "\(function.swiftName)(\(parameters.joined(separator: ", ")))"
                if taken.insert(signature).inserted || keeps(twin: function) { continue }
                owner.members.removeAll { $0.functions.contains { $0.symbol == symbol } }
            }
        }
    }

    /// Tells of an overload that Swift takes for another. Of an import it is skipped, and JavaScript is called by the other.
    private mutating func keeps(twin function: FunctionPlan) -> Bool {
        attempt(function.origin) { planner -> Bool? in
            planner.report(
                "swift-name-collision",
                "Swift would see the same function as in another overload; give an argument another name\(function.kind == .constructor ? "" : ", or this operation a [SwiftName]")",
                at: TypeSite(.nested, function.origin))
            return true
        } != nil
    }

    /// JavaScript's own functions resolve what imports call.
    func planOverloads(of owner: Owner) -> [OverloadPlan] {
        owner.source == nil ? owner.overloads.filter { $0.symbols.count > 1 }.map(planOverload) : []
    }

    private func planOverload(_ group: OverloadGroup) -> OverloadPlan {
        var choices: [OverloadPlan.Choice] = []
        for (count, entries) in OverloadSet(group.arguments, isExtended: true).entries.enumerated() {
            var choice = choice(among: entries, count)
            // What is behind the last argument is left out of account, but for a variadic one.
            if entries.isEmpty, count > (group.arguments.map(\.count).max() ?? 0) { continue }
            if let last = choices.last, last.position == choice.position, last.steps == choice.steps { continue }
            choice.count = count
            choices.append(choice)
        }
        return OverloadPlan(symbols: group.symbols, choices: choices)
    }

    private func choice(among entries: [OverloadSet.Entry], _ count: Int) -> OverloadPlan.Choice {
        let relation = Distinguishability(self)
        let position = (0..<count).first { position in
            entries.indices.allSatisfy { index in
                entries[..<index].allSatisfy { relation.areDistinguishable($0.types[position], entries[index].types[position]) }
            }
        }
        // Where nothing tells the overloads apart, that has been reported.
        guard entries.count > 1, let position else {
            let steps = entries.prefix(1).map { OverloadPlan.Step(test: .value(.otherwise), overload: $0.index) }
            return .init(count: count, position: nil, steps: steps)
        }
        return .init(count: count, position: position, steps: steps(entries, at: position))
    }

    /// The standard's questions, in its order; of each kind of value one overload at most is meant.
    private func steps(_ entries: [OverloadSet.Entry], at position: Int) -> [OverloadPlan.Step] {
        var steps: [OverloadPlan.Step] = []
        func ask(_ test: OverloadPlan.Step.Test, where isMeant: (OverloadSet.Entry) -> Bool) {
            if let entry = entries.first(where: isMeant) { steps.append(.init(test: test, overload: entry.index)) }
        }
        ask(.missing) { $0.optionality[position] == .optional }
        ask(.missing) { $0.types[position].hasUndefinedMember }
        ask(.value(.absent)) { $0.types[position].includesNullableType || $0.types[position].isOrHasDictionary }
        let kinds = entries.flatMap { entry in
            entry.types[position].flattenedMembers.compactMap { memberOfUnion($0.innermost) }.map { (entry.index, $0) }
        }
        func ask(_ test: UnionCrossing.Step.Test, _ isMeant: (UnionCrossing.Kind) -> Bool) {
            if let (index, _) = kinds.first(where: { isMeant($0.1) }) { steps.append(.init(test: .value(test), overload: index)) }
        }
        for (index, kind) in kinds {
            switch kind {
            case .object(let type): steps.append(.init(test: .value(.object(type)), overload: index))
            case .importedObject(let type): steps.append(.init(test: .value(.importedObject(type)), overload: index))
            case .buffer(let type): steps.append(.init(test: .value(.buffer(type)), overload: index))
            case .callable, .iterable, .dictionary, .tagged, .record, .boolean, .number, .bigint, .string, .anyObject, .symbol:
                break
            }
        }
        ask(.callable) { $0 == .callable }
        ask(.iterable) { $0 == .iterable }
        ask(.anyObject) { $0 == .dictionary || $0 == .record || $0 == .anyObject }
        ask(.boolean) { $0 == .boolean }
        ask(.number) { $0 == .number }
        ask(.bigint) { $0 == .bigint }
        ask(.symbol) { $0 == .symbol }
        for last: UnionCrossing.Kind in [.string, .number, .boolean, .bigint] {
            guard let (index, _) = kinds.first(where: { $0.1 == last }) else { continue }
            steps.append(.init(test: .value(.otherwise), overload: index))
            break
        }
        return shortened(steps)
    }

    /// What the last answer says anyway is not asked just before it.
    private func shortened(_ steps: [OverloadPlan.Step]) -> [OverloadPlan.Step] {
        guard let last = steps.last, last.test == .value(.otherwise) else { return steps }
        let rest = steps.dropLast()
        let end = rest.lastIndex { $0.overload != last.overload }.map { $0 + 1 } ?? 0
        return rest[..<end] + [last]
    }

    /// The kind of value that stands for a type; nil for a type that every value is one of.
    private func memberOfUnion(_ type: ResolvedType) -> UnionCrossing.Kind? {
        memberOfUnion(type, .undefined(UndefinedCrossing()))?.kind
    }
}

extension Planner: NamedTypeFacts {
    func interfaceChain(of name: String) -> [String] {
        var chain: [String] = []
        var next: String? = name
        while let name = next, !chain.contains(name) {
            chain.append(name)
            next = if case .interface(let decl) = declarations[name] { decl.parent } else { nil }
        }
        return chain
    }

    /// Such a callback is never taken for a dictionary here; the rule for overloads has looked.
    func treatsNonObjectAsNull(callback name: String) -> Bool { false }
}
