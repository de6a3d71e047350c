import BindgenABI
import BindgenModel

/// Operations that return a promise, and the functions by which promises are settled.
extension SwiftEmitter {
    /// What the task of an operation or of an asynchronous closure calls.
    struct PromisedCall {
        var symbol: String
        var arguments: [ArgumentPlan]
        var value: Crossing
        var throwing: ThrowsPlan
        /// The class of the object or box that comes first.
        var receiver: String?
        var isExported = true
        /// The call of `target`, with labels.
        var isClosure = false
        /// What the member is a member of, and its name.
        var target: String
        var member: String
        /// The handle of the signal that cancels the task, as an expression.
        var signal: String?
        /// Of what waits in place: the expression for the queue in which it stands, 0 for none.
        var queue: String?
    }

    mutating func emitPromisedShim(_ function: FunctionPlan, type: String) {
        emitPromisedShim(
            PromisedCall(
                symbol: function.symbol, arguments: function.arguments, value: function.result.awaited,
                throwing: function.throwing, receiver: function.hasReceiver ? type : nil, target: type,
                member: function.swiftName, queue: function.suspension.map { queue($0, of: function) }))
    }

    /// Calls of one object stand in one queue, those of a namespace in its own.
    private func queue(_ suspension: Annotations.Suspension, of function: FunctionPlan) -> String {
        if suspension == .overlapping { return "0" }
        if function.hasReceiver { return "receiver" }
        return "-\((plan.definitions.firstIndex { $0.name == function.owner.name } ?? 0) + 1)"
    }

    mutating func emitPromisedShim(_ callback: CallbackPlan) {
        emitPromisedShim(
            PromisedCall(
                symbol: callback.exportSymbol, arguments: callback.arguments, value: callback.exportResult.awaited,
                throwing: plan.throwing(of: callback), receiver: "\(callback.name)$Box", isExported: false, isClosure: true,
                target: "", member: "call", queue: callback.suspension.map { $0 == .queued ? "receiver" : "0" }))
    }

    /// The function that JavaScript calls: lifts, and starts a task that calls, lowers and settles.
    ///
    /// The task's closure throws nothing and captures the promise's number. Swift 6.3 compiles closures for wasm that capture nothing and throw
    /// through a generic type in a way that loses the error.
    private mutating func emitPromisedShim(_ call: PromisedCall) {
        var call = call
        var names = NameAllocator(reserved: reservedNames)
        let receiver = names.name("receiver")
        let promise = names.name("promise")
        var parameters = (call.receiver == nil ? [] : ["_ \(receiver): Int32"]) + ["_ \(promise): Int32"]
        var setup: [String] = []
        var list: [String] = []
        for argument in call.arguments {
            let stem = names.name(Naming.camelCase(argument.name))
            let expression = liftParameter(argument, stem: stem, &names, &parameters, &setup)
            let kept = names.name("\(stem)Kept")
            // `nil` or `.some` alone has no type.
            setup.append("let \(kept): \(argument.crossing.spelling.type(in: self)) = \(expression)")
            if argument.isSignal, call.signal == nil {
                call.signal = argument.crossing.nullable == nil ? "\(kept).handle" : "\(kept)?.handle ?? 0"
            }
            list.append(call.isClosure ? kept : "\(Naming.swiftLabel(argument.swiftName)): \(kept)")
        }
        var target = call.target
        if let type = call.receiver {
            target = names.name("object")
            setup.append("let \(target) = BindgenRuntime.Lift.object(\(receiver), as: \(type).self)")
        }
        let expression = "\(target).\(call.member)(\(list.joined(separator: ", ")))"
        emitPromised(call, parameters, setup, promise, expression)
    }

    private mutating func emitPromised(
        _ call: PromisedCall, _ parameters: [String], _ setup: [String], _ promise: String, _ expression: String
    ) {
        let value = call.value
        let lowered = value.isNothing ? [] : [value.spelling.lower("result", name: "result", in: self)]
        let attempt = call.queue == nil ? "try await \(expression)" : "try \(expression)"
        var body = [value.isNothing ? attempt : "let result = \(attempt)"]
        body += callLines(
            resolveFunction(value), [promise], lowered, arena: value.traits.contains(.needsArena))
        if value.traits.contains(.lendsHandle) { body.append("extendLifetime(result)") }
        let symbolName = shimFunction(call.symbol)
        if call.isExported { out.print("@_expose(wasm, \(swiftLiteral(call.symbol))) @_cdecl(\"\(symbolName)\")") }
        out.print("\(call.isExported ? "public" : "private") func \(symbolName)(\(parameters.joined(separator: ", "))) {")
        let clause = throwsClause(call.throwing)
        let failure = errorLowering(call.throwing)
        out.indent { out in
            setup.forEach { out.print($0) }
            let signal = call.signal.map { ", signal: \($0)" } ?? ""
            if let queue = call.queue {
                out.print("BindgenRuntime.PromisedCall.suspend(\(promise)\(signal), queue: \(queue)) {")
            } else {
                out.print("BindgenRuntime.PromisedCall.start(\(promise)\(signal)) {")
            }
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

    /// The body of a Swift closure that calls a JavaScript function and waits for what it returns, `call` being the statements of the call.
    func awaitedCall(_ call: String, of callback: CallbackPlan) -> [String] {
        let type = callback.importResult.crossing.spelling.type(in: self)
        let isNullable = callback.importResult.crossing.nullable != nil
        let wait =
            switch (callback.isAsync, isNullable) {
            case (true, false): "return try await begin().value"
            case (true, true): "if let promise = begin() { try await promise.value }"
            case (false, false): "return try begin().wait()"
            case (false, true): "if let promise = begin() { try promise.wait() }"
            }
        return ["func begin() -> \(type) {", "    " + call.split(separator: "\n").joined(separator: "\n    "), "}", wait]
    }

    /// The functions for each type with which promises are fulfilled.
    mutating func emitPromises() {
        for (index, promise) in plan.promises.enumerated() {
            if promise.isSettled {
                emitExtern(
                    symbol: promise.resolveSymbol, function: symbol("resolve\(index)"), slots: [Slot(.i32)] + promise.value.slots,
                    result: nil)
            }
            if promise.isStreamed { emitSettle(promise, index) }
            guard promise.isAwaited else { continue }
            emitExtern(
                symbol: promise.observeSymbol, function: symbol("observe\(index)"), slots: [Slot(.i32), Slot(.i32)], result: nil)
            // The program's module has it, once for all that wait for a promise of the type.
            if isPublic { continue }
            emitFulfill(promise, symbol("fulfill\(index)"))
        }
    }

    /// How Swift gives one value of a sequence: a function that lowers it, and settles the promise of JavaScript's that waits for it.
    private mutating func emitSettle(_ promise: PromisePlan, _ index: Int) {
        let value = promise.value
        let lowered = value.isNothing ? [] : [value.spelling.lower("value", name: "value", in: self)]
        var body = callLines(resolveFunction(value), ["promise"], lowered, arena: value.traits.contains(.needsArena))
        if value.traits.contains(.lendsHandle) { body.append("extendLifetime(value)") }
        out.print()
        out.print("private func \(symbol("settle\(index)"))(_ promise: Int32, _ value: \(value.spelling.type(in: self))) {")
        out.indent { out in body.forEach { out.print($0) } }
        out.print("}")
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
    func settleFunction(_ value: Crossing) -> String { symbol("settle\(index(ofPromiseFor: value))") }
    private func resolveFunction(_ value: Crossing) -> String { symbol("resolve\(index(ofPromiseFor: value))") }

    private func index(ofPromiseFor value: Crossing) -> Int {
        guard let index = plan.promises.firstIndex(where: { $0.value == value }) else {
            preconditionFailure("the plan has no promise of \(value)")
        }
        return index
    }
}
