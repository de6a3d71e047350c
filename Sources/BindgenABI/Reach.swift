/// The definitions that values of some member are made of, by direction.
package struct Reach: Equatable, Sendable {
    package var toSwift: Set<String> = []
    package var toJavaScript: Set<String> = []
    /// The dictionaries whose stored form is used, not only the flat one.
    package var storedToSwift: Set<String> = []
    package var storedToJavaScript: Set<String> = []
    /// The dictionaries and unions that contain themselves.
    var recursive: Set<String> = []
}

/// Finds out which definitions are reached in which direction, so that nothing else is emitted, and which results are delivered.
func planReach(_ plan: BindingPlan) -> ([DeliveryPlan], [PromisePlan], Reach) {
    var walk = ReachWalk(plan)
    plan.calledFunctions.forEach { walk.visit($0) }
    if plan.scope.isLibrary { plan.definitions.forEach { walk.visitWhole($0) } }
    for error in plan.errors where plan.imports(error.catchSymbol) { walk.visit(error.caught, toSwift: true) }
    // The table of indirect calls keeps a closure that calls one, although nothing that is left makes that closure.
    if let imports = plan.imports {
        for callback in plan.callbacks where imports.contains(callback.importSymbol) { walk.visitCall(of: callback) }
    }
    return (walk.deliveries, walk.promises, walk.reach)
}

/// Finds out what the declarations in TypeScript name: what JavaScript calls, and the members of its objects where the program says what
/// these have. The platform's own classes are declared by the platform.
func planDeclared(_ plan: BindingPlan) -> Reach {
    var walk = ReachWalk(plan)
    for container in plan.containers {
        if container.isImported {
            walk.described[container.name] = container
        } else {
            container.functions.forEach { walk.visit($0) }
        }
    }
    // The classes of errors are exported, whoever throws them.
    for error in plan.errors { walk.visit(error.crossing, toSwift: false) }
    return walk.reach
}

private struct ReachWalk {
    let plan: BindingPlan
    /// The interfaces of JavaScript's whose members are described where their objects are reached.
    var described: [String: ContainerPlan] = [:]
    var callbacks: [String: CallbackPlan] = [:]
    /// Dictionaries and unions.
    var values: [String: Crossing] = [:]
    var reach = Reach()
    var deliveries: [DeliveryPlan] = []
    var promises: [PromisePlan] = []
    private var delivered: Set<String> = []

    init(_ plan: BindingPlan) {
        self.plan = plan
        for callback in plan.callbacks { callbacks[callback.name] = callback }
        for definition in plan.definitions { values[definition.name] = definition.value }
    }

    mutating func visit(_ function: FunctionPlan) {
        let isExport = function.direction == .export
        for argument in function.arguments { visit(argument.crossing, toSwift: isExport) }
        // A constructor makes its wrapper in JavaScript; the class is reached only where another member returns it.
        if !isExport || function.kind != .constructor { visit(function.result, toSwift: !isExport) }
        if isExport { visit(function.throwing) }
    }

    /// What a library's users may do with a definition: everything.
    mutating func visitWhole(_ definition: DefinitionPlan) {
        for toSwift in [false, true] {
            _ = mark(definition.name, toSwift: toSwift)
            switch definition {
            case .enumeration, .container: break
            case .dictionary(let plan): visit(.dictionary(plan.crossing), toSwift: toSwift, isStored: true)
            case .union(let plan): visit(.union(plan.crossing), toSwift: toSwift, isStored: true)
            case .callback(let plan): visit(plan, toSwift: toSwift)
            }
        }
    }

    /// A callback that Swift calls, wherever it is from.
    mutating func visitCall(of callback: CallbackPlan) {
        _ = mark(callback.name, toSwift: true)
        visit(callback, toSwift: true)
    }

    /// What Swift throws. What JavaScript throws is asked for by an import of its own.
    private mutating func visit(_ throwing: ThrowsPlan) {
        guard case .typed(let name) = throwing, let error = plan.definition(named: name)?.error, plan.imports(error.throwSymbol)
        else { return }
        visit(error.crossing, toSwift: false)
    }

    mutating func visit(_ result: ResultPlan, toSwift: Bool) {
        if !toSwift, result.passing == .delivered || result.passing == .text {
            let delivery = DeliveryPlan(symbol: "deliver " + result.delivery.description, crossing: result.delivery)
            if plan.imports(delivery.symbol), delivered.insert(delivery.symbol).inserted { deliveries.append(delivery) }
        }
        if !toSwift, result.passing == .promised { return visitPromise(of: result.awaited, toSwift: false) }
        visit(result.crossing, toSwift: toSwift, isStored: result.passing == .area)
    }

    /// A promise for a value that goes this way when it is there.
    private mutating func visitPromise(of value: Crossing, toSwift: Bool) {
        var promise = PromisePlan(value: value)
        if !plan.imports(toSwift ? promise.observeSymbol : promise.resolveSymbol) { return }
        if toSwift { promise.isAwaited = true } else { promise.isSettled = true }
        add(promise)
        visit(value, toSwift: toSwift)
    }

    private mutating func add(_ promise: PromisePlan) {
        guard let index = promises.firstIndex(where: { $0.value == promise.value }) else { return promises.append(promise) }
        promises[index].isAwaited = promises[index].isAwaited || promise.isAwaited
        promises[index].isSettled = promises[index].isSettled || promise.isSettled
        promises[index].isStreamed = promises[index].isStreamed || promise.isStreamed
    }

    mutating func visit(_ crossing: Crossing, toSwift: Bool, isStored: Bool = false) {
        if let name = crossing.form.recursion, let value = values[name] {
            reach.recursive.insert(name)
            return visit(value, toSwift: toSwift, isStored: true)
        }
        let isStored = isStored || crossing.traits.contains(.isAddress)
        let parts = crossing.parts
        if let name = crossing.form.definition {
            var isNew = mark(name, toSwift: toSwift)
            if isStored { isNew = markStored(name, toSwift: toSwift) || isNew }
            guard isNew else { return }
            // Where an interface is asked for, an object of one that inherits from it may come.
            for descendant in plan.hierarchy.descendants(of: name) { _ = mark(descendant.type.name, toSwift: toSwift) }
            if let callback = callbacks[name] { visitCalls(of: callback, toSwift: toSwift) }
            describe(name, toSwift: toSwift)
        }
        if let value = crossing.form.promised {
            // One that Swift only hands on is JavaScript's from end to end.
            if toSwift { visitPromise(of: value, toSwift: true) } else { visit(value, toSwift: false) }
            return
        }
        for element in crossing.form.streamed(toSwift: toSwift) {
            if !plan.imports(element.isAwaited ? element.observeSymbol : element.resolveSymbol) { continue }
            add(element)
            visit(element.value, toSwift: element.isAwaited)
        }
        for part in parts {
            let isStoredPart =
                switch part.place {
                case .slots: isStored
                case .memory: true
                case .copied: false
                }
            visit(part.crossing, toSwift: toSwift, isStored: isStoredPart)
        }
    }

    /// An interface of JavaScript's with its members and what it inherits from.
    private mutating func describe(_ name: String, toSwift: Bool) {
        guard let container = described.removeValue(forKey: name), !container.isOfPlatform else { return }
        for function in container.functions where function.hasReceiver { visit(function) }
        guard let parent = container.parent else { return }
        _ = mark(parent.name, toSwift: toSwift)
        describe(parent.name, toSwift: toSwift)
    }

    /// A callback that is an object in Swift can be called there and made there, whichever way it goes.
    private mutating func visitCalls(of callback: CallbackPlan, toSwift: Bool) {
        guard callback.kind != .function else { return visit(callback, toSwift: toSwift) }
        for toSwift in [false, true] {
            _ = mark(callback.name, toSwift: toSwift)
            if toSwift || plan.imports(callback.makeSymbol) { visit(callback, toSwift: toSwift) }
        }
    }

    /// A function that Swift holds is called by Swift: its arguments go the other way.
    private mutating func visit(_ callback: CallbackPlan, toSwift: Bool) {
        if toSwift, !plan.imports(callback.importSymbol) { return }
        for argument in callback.arguments { visit(argument.crossing, toSwift: !toSwift) }
        visit(toSwift ? callback.importResult : callback.exportResult, toSwift: toSwift)
        if !toSwift { visit(callback.throwing) }
    }

    private mutating func mark(_ name: String, toSwift: Bool) -> Bool {
        toSwift ? reach.toSwift.insert(name).inserted : reach.toJavaScript.insert(name).inserted
    }

    private mutating func markStored(_ name: String, toSwift: Bool) -> Bool {
        toSwift ? reach.storedToSwift.insert(name).inserted : reach.storedToJavaScript.insert(name).inserted
    }
}
