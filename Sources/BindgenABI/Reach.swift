/// Finds out which definitions are reached in which direction, so that nothing else is emitted, and which results are delivered.
func planReach(_ definitions: [DefinitionPlan]) -> ([DeliveryPlan], Reach) {
    var walk = ReachWalk(definitions)
    for definition in definitions {
        switch definition {
        case .namespace(let plan): plan.functions.forEach { walk.visit($0) }
        case .class(let plan): plan.functions.forEach { walk.visit($0) }
        case .enumeration, .dictionary, .callback: break
        }
    }
    return (walk.deliveries, walk.reach)
}

private struct ReachWalk {
    var definitions: [String: DefinitionPlan] = [:]
    var reach = Reach()
    var deliveries: [DeliveryPlan] = []
    private var delivered: Set<String> = []

    init(_ definitions: [DefinitionPlan]) {
        for definition in definitions { self.definitions[definition.name] = definition }
    }

    mutating func visit(_ function: FunctionPlan) {
        let isExport = function.direction == .export
        for argument in function.arguments { visit(argument.crossing, toSwift: isExport) }
        // A constructor makes its wrapper in JavaScript; the class is reached only where another member returns it.
        if !isExport || function.kind != .constructor { visit(function.result, toSwift: !isExport) }
        if case .typed(let name) = function.throwing {
            if isExport { reach.toJavaScript.insert(name) } else { reach.toSwift.insert(name) }
        }
    }

    mutating func visit(_ result: ResultPlan, toSwift: Bool) {
        if !toSwift, result.passing == .delivered || result.passing == .text {
            let delivery = DeliveryPlan(symbol: "deliver " + result.crossing.description, crossing: result.crossing)
            if delivered.insert(delivery.symbol).inserted { deliveries.append(delivery) }
        }
        visit(result.crossing, toSwift: toSwift, isStored: result.passing == .area)
    }

    mutating func visit(_ crossing: Crossing, toSwift: Bool, isStored: Bool = false) {
        switch crossing {
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .buffer: break
        case .sequence(let sequence): visit(sequence.element, toSwift: toSwift, isStored: !sequence.isBitwise)
        case .nullable(let nullable):
            visit(nullable.wrapped, toSwift: toSwift, isStored: isStored || nullable.representation == .address)
        case .enumeration(let crossing): _ = mark(crossing.name, toSwift)
        case .object(let crossing): _ = mark(crossing.name, toSwift)
        case .importedObject(let crossing): _ = mark(crossing.name, toSwift)
        case .dictionary(let dictionary): visit(dictionary, toSwift: toSwift, isStored: isStored || !dictionary.isFlat)
        case .callback(let callback):
            guard mark(callback.name, toSwift), case .callback(let plan) = definitions[callback.name] else { return }
            // A function that Swift holds is called by Swift: its arguments go the other way.
            for argument in plan.arguments { visit(argument.crossing, toSwift: !toSwift) }
            visit(toSwift ? plan.importResult : plan.exportResult, toSwift: toSwift)
            if case .typed(let name) = plan.throwing { _ = mark(name, toSwift) }
        }
    }

    private mutating func visit(_ dictionary: DictionaryCrossing, toSwift: Bool, isStored: Bool) {
        var isNew = mark(dictionary.name, toSwift)
        if isStored {
            let isNewlyStored =
                toSwift
                ? reach.storedToSwift.insert(dictionary.name).inserted : reach.storedToJavaScript.insert(dictionary.name).inserted
            isNew = isNew || isNewlyStored
        }
        guard isNew else { return }
        for member in dictionary.members { visit(member.crossing, toSwift: toSwift, isStored: isStored) }
    }

    private mutating func mark(_ name: String, _ toSwift: Bool) -> Bool {
        toSwift ? reach.toSwift.insert(name).inserted : reach.toJavaScript.insert(name).inserted
    }
}
