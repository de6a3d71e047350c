import BindgenABI

/// How promises are made, settled and waited for.
extension JavaScriptEmitter {
    /// The body of a member that returns a promise: whatever goes wrong rejects it (Web IDL 3.7.7).
    mutating func emitPromised(
        _ name: String, _ text: inout CodePrinter, call: (inout JavaScriptEmitter, inout CodePrinter) -> Void
    ) {
        use("promised", "promises")
        text.print("const $promise$ = $promised(\(jsLiteral(name)));\ntry {")
        text.indent { call(&self, &$0) }
        text.print(
            """
            } catch ($failure$) {
              $settlePromise($promise$.number, "reject", $failure$);
            }
            return $promise$.promise;
            """)
    }

    /// The body of a function that stands for an asynchronous closure.
    mutating func emitPromisedClosure(_ call: JSCall, _ look: JSStatement, _ text: inout CodePrinter) {
        emitPromised(call.name, &text) { emitter, text in
            if !call.runsCode { text.print([look]) }
            emitter.emitPromisedCall(call, &text)
        }
    }

    /// The call in such a body. What Swift throws is handed over by an import of its own.
    mutating func emitPromisedCall(_ call: JSCall, _ text: inout CodePrinter) {
        var call = call
        call.isPromised = true
        call.throwing = .never
        emitCall(call, finish: { "\($0);" }, &text)
    }

    /// The imports by which Swift settles promises, and waits for them.
    mutating func emitPromiseImports(_ text: inout CodePrinter) {
        for promise in plan.promises {
            if promise.isSettled { emitResolve(promise, &text) }
            guard promise.isAwaited else { continue }
            use("observe")
            let fulfill = fulfillFunction(promise)
            text.print(
                "\(jsLiteral(promise.observeSymbol)): (promise, observer) => $observe(promise, observer, \(fulfill), \(jsLiteral(promise.value.description))),"
            )
        }
    }

    private mutating func emitResolve(_ promise: PromisePlan, _ text: inout CodePrinter) {
        use("promises", "resolve-promise")
        let parameters = slotVariables(promise.value.slots, stem: "value")
        let value = promise.value.spelling.lift(parameters, in: &self)
        let list = (["$promise$"] + parameters).joined(separator: ", ")
        let settle = "$resolvePromise($promise$, \(value));"
        guard promise.value.traits.contains(.isLimited) else {
            return text.print("\(jsLiteral(promise.resolveSymbol)): (\(list)) => {\n  \(settle)\n},")
        }
        text.print(
            """
            \(jsLiteral(promise.resolveSymbol)): (\(list)) => {
              try {
                \(settle)
              } catch (error) {
                $settlePromise($promise$, "reject", error);
              }
            },
            """)
    }

    /// The function that converts what a promise was fulfilled with, and gives it to who waits in Swift: `(observer, value)`.
    private mutating func fulfillFunction(_ promise: PromisePlan) -> String {
        let index = typeFunctionIndex()
        return typeFunction("fulfill \(promise.value)", name: "$fulfill\(index)") { js in
            let call = JSCall(
                symbol: promise.fulfillSymbol, receiver: .plain("$begin(observer)"), arguments: promise.arguments,
                result: .nothing, throwing: .never, name: promise.placeName)
            var text = CodePrinter(unit: "  ")
            text.block("const $fulfill\(index) = (observer\(promise.arguments.isEmpty ? "" : ", value")) => {", end: "};") {
                text in
                js.emitCall(call, finish: { "\($0);" }, &text)
            }
            return text.text
        }
    }
}

extension PromisePlan {
    /// What messages call it.
    fileprivate var placeName: String { "Promise<\(value)>" }
}
