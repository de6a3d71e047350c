import BindgenABI

/// Operations that return a promise, and the functions by which promises are settled.
extension SwiftEmitter {
    /// The function behind an operation of Swift's that returns a promise: lifts, and starts a task that calls, lowers and settles.
    ///
    /// The task's closure throws nothing and captures the promise's number. Swift 6.3 compiles closures for wasm that capture nothing and throw
    /// through a generic type in a way that loses the error.
    mutating func emitPromisedShim(_ function: FunctionPlan, type: String) {
        var names = NameAllocator(reserved: reservedNames)
        let receiver = names.name("receiver")
        let promise = names.name("promise")
        var parameters = (function.hasReceiver ? ["_ \(receiver): Int32"] : []) + ["_ \(promise): Int32"]
        var setup: [String] = []
        var list: [String] = []
        for argument in function.arguments {
            let stem = names.name(Naming.camelCase(argument.name))
            let slots = argument.crossing.slots.map { slot in
                (
                    name: slot.suffix.isEmpty ? stem : names.name("\(stem)_\(Naming.slotSuffix(slot.suffix))"),
                    type: self.type(slot.type)
                )
            }
            parameters += slots.map { "_ \($0.name): \($0.type)" }
            let expression = argument.crossing.spelling.liftArgument(
                slots.map(\.name), local: names.name("\(stem)Value"), &setup, in: self)
            let kept = names.name("\(stem)Kept")
            setup.append("let \(kept) = \(expression)")
            list.append("\(Naming.swiftLabel(argument.swiftName)): \(kept)")
        }
        var target = type
        if function.hasReceiver {
            let object = names.name("object")
            setup.append("let \(object) = BindgenRuntime.Lift.object(\(receiver), as: \(type).self)")
            target = object
        }
        let call = "\(target).\(function.swiftName)(\(list.joined(separator: ", ")))"
        emitPromised(function, parameters, setup, promise, call: call)
    }

    private mutating func emitPromised(
        _ function: FunctionPlan, _ parameters: [String], _ setup: [String], _ promise: String, call: String
    ) {
        let value = function.result.awaited
        let lowered = value.isNothing ? [] : [value.spelling.lower("result", name: "result", in: self)]
        var body = [value.isNothing ? "try await \(call)" : "let result = try await \(call)"]
        body += callLines(
            resolveFunction(value), [promise], lowered, arena: value.traits.contains(.needsArena))
        if value.traits.contains(.lendsHandle) { body.append("extendLifetime(result)") }
        let symbolName = shimFunction(function.symbol)
        out.print("@_expose(wasm, \(swiftLiteral(function.symbol))) @_cdecl(\"\(symbolName)\")")
        out.print("public func \(symbolName)(\(parameters.joined(separator: ", "))) {")
        let clause = throwsClause(function.throwing)
        let failure = errorLowering(function.throwing)
        out.indent { out in
            setup.forEach { out.print($0) }
            out.print("BindgenRuntime.PromisedCall.start(\(promise)) {")
            out.indent { out in
                out.print("do\(clause) {")
                out.indent { out in body.forEach { out.print($0) } }
                out.print("} catch {")
                out.indent { out in (failure + ["BindgenRuntime.PromisedCall.reject(\(promise))"]).forEach { out.print($0) } }
                out.print("}")
            }
            out.print("}")
        }
        out.print("}")
    }

    /// The functions for each type with which promises are fulfilled.
    mutating func emitPromises() {
        for (index, promise) in plan.promises.enumerated() {
            if promise.isSettled {
                out.print()
                emitExtern(
                    symbol: promise.resolveSymbol, function: symbol("resolve\(index)"), slots: [Slot(.i32)] + promise.value.slots,
                    result: nil)
            }
            guard promise.isAwaited else { continue }
            out.print()
            emitExtern(
                symbol: promise.observeSymbol, function: symbol("observe\(index)"), slots: [Slot(.i32), Slot(.i32)], result: nil)
            emitFulfill(promise, symbol("fulfill\(index)"))
        }
    }

    private mutating func emitFulfill(_ promise: PromisePlan, _ function: String) {
        var setup: [String] = []
        let value = promise.value
        let slots = value.slots.map { slot in
            (name: slot.suffix.isEmpty ? "value" : "value_\(Naming.slotSuffix(slot.suffix))", type: type(slot.type))
        }
        let lifted =
            value.isNothing ? "()" : value.spelling.liftArgument(slots.map(\.name), local: "valueValue", &setup, in: self)
        let parameters = (["_ observer: Int32"] + slots.map { "_ \($0.name): \($0.type)" }).joined(separator: ", ")
        out.print(
            """
            #if arch(wasm32)
            @_expose(wasm, \(swiftLiteral(promise.fulfillSymbol))) @_cdecl("\(function)")
            public func \(function)(\(parameters)) {
            """)
        let call = "BindgenRuntime.PromiseObserver<\(value.spelling.type(in: self))>.take(observer).fulfill(\(lifted))"
        out.indent { out in (setup + [call]).forEach { out.print($0) } }
        out.print("}\n#endif")
    }

    func observeFunction(_ value: Crossing) -> String { symbol("observe\(index(ofPromiseFor: value))") }
    private func resolveFunction(_ value: Crossing) -> String { symbol("resolve\(index(ofPromiseFor: value))") }

    private func index(ofPromiseFor value: Crossing) -> Int {
        guard let index = plan.promises.firstIndex(where: { $0.value == value }) else {
            preconditionFailure("the plan has no promise of \(value)")
        }
        return index
    }
}
