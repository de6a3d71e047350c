import BindgenABI

/// How Swift calls JavaScript's functions, and has functions made of its closures.
extension JavaScriptEmitter {
    mutating func emitCallbackImport(_ callback: CallbackPlan, _ text: inout CodePrinter) {
        use("handles")
        let call: (String) -> String
        switch callback.kind {
        case .function, .identity:
            call = callback.isDeferred ? { "$postpone($call$\($0.isEmpty ? "" : ", ")\($0))" } : { "$call$(\($0))" }
        case .interface(let operation):
            use("operation")
            let place = jsLiteral("\(callback.name).\(operation)")
            call = { "$operation($call$, \(jsLiteral(operation)), \(place)\($0.isEmpty ? "" : ", ")\($0))" }
        }
        if callback.isPromised { use("attempt") }
        if callback.isDeferred { use("deferred") }
        emitShim(
            symbol: callback.importSymbol, receiver: "$function$", arguments: callback.arguments, result: callback.importResult,
            throwing: callback.importThrowing, name: callback.name,
            prologue: ["const $call$ = $values[$function$];"],
            call: { callback.isPromised ? "$attempt(() => \(call($0)))" : call($0) }, &text)
    }

    /// A callback that is an object in Swift: how its closure becomes a function, and how that function ends.
    mutating func emitCallbackObject(_ callback: CallbackPlan, _ text: inout CodePrinter) {
        guard callback.kind != .function, plan.isCalledByJavaScript(callback) else { return }
        use("handles")
        text.print("\(jsLiteral(callback.makeSymbol)): (address) => $keep(\(closureFunction(of: callback))(address)),")
        guard plan.imports(callback.disposeSymbol) else { return }
        use("end-closure")
        let nothing = ResultPlan(returnedToSwift: .undefined(UndefinedCrossing()))
        emitShim(
            symbol: callback.disposeSymbol, receiver: "$function$", arguments: [], result: nothing, throwing: .never,
            name: callback.name, call: { _ in "$endClosure($values[$function$])" }, &text)
    }

    /// The constants of a callback interface.
    mutating func emitCallbackConstants(_ callback: CallbackPlan) {
        guard callback.isExported else { return }
        emitComment(callback.documentation, &out)
        out.print("const \(Naming.jsBinding(callback.name)) = {")
        for constant in callback.constants {
            let line = "\(jsPropertyName(constant.jsName)): \(constant.crossing.spelling.literal(constant.value)),"
            out.indent { $0.print(line) }
        }
        out.print("};")
    }
}

extension BindingPlan {
    /// The callbacks of which programs see an object.
    var exportedCallbacks: [CallbackPlan] { callbacks.filter { $0.isExported && isDeclared($0.name) } }
}

extension CallbackPlan {
    /// Whether JavaScript has an object of its name: one for the constants of a callback interface.
    var isExported: Bool { !constants.isEmpty }
}
