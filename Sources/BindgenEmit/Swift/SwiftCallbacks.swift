import BindgenABI

/// Callbacks: JavaScript's functions as closures, and closures as JavaScript's functions.
extension SwiftEmitter {
    mutating func emitCallback(_ callback: CallbackPlan) {
        if callback.kind != .function { return emitCallbackObject(callback) }
        out.print()
        emitDocumentation(callback.documentation)
        out.print("\(access)typealias \(Naming.swiftIdentifier(callback.name)) = \(closureType(callback))")
        if plan.reach.toSwift.contains(callback.name) { emitCallbackImport(callback) }
        if plan.reach.toJavaScript.contains(callback.name) { emitCallbackExport(callback) }
    }

    private func closureType(_ callback: CallbackPlan) -> String {
        let parameters = callback.arguments.map { $0.crossing.spelling.parameterType(in: self) }.joined(separator: ", ")
        return "(\(parameters))\(clause(of: callback)) -> \(callback.exportResult.awaited.spelling.type(in: self))"
    }

    private func clause(of callback: CallbackPlan) -> String {
        (callback.isAsync ? " async" : "") + throwsClause(plan.throwing(of: callback))
    }

    /// The statements that call JavaScript's function.
    private func callBody(_ callback: CallbackPlan, _ function: String, receiver: String) -> String {
        var body = fresh()
        body.emitImportCall(
            function: function, receiver: receiver, arguments: callback.arguments, result: callback.importResult,
            throwing: callback.isPromised ? .never : plan.throwing(of: callback))
        let call = String(body.out.text.dropLast())
        return callback.isPromised ? awaitedCall(call, of: callback).joined(separator: "\n") : call
    }

    /// A JavaScript function as a Swift closure.
    private mutating func emitCallbackImport(_ callback: CallbackPlan) {
        let function = emitCallExtern(callback)
        let names = callback.arguments.map(\.swiftName)
        out.print()
        let body = callBody(callback, function, receiver: "function")
        let result = callback.exportResult.awaited.spelling.type(in: self)
        let typed = callback.arguments.map { "\($0.swiftName): \($0.crossing.spelling.parameterType(in: self))" }
            .joined(separator: ", ")
        let clause = clause(of: callback)
        out.block("\(sharedAccess)func lift$\(callback.name)(_ handle: Int32) -> \(Naming.swiftIdentifier(callback.name)) {") {
            out in
            out.print("let function = BindgenRuntime.JSObject(adopting: handle)")
            let head = names.isEmpty ? "" : " \(names.joined(separator: ", ")) in"
            let signature = callback.throwing == .never ? head : " (\(typed))\(clause) -> \(result) in"
            out.print("return {\(signature)")
            out.indent { out in
                out.print(body)
            }
            out.print("}")
        }
    }

    /// The import that calls a function of JavaScript's.
    private mutating func emitCallExtern(_ callback: CallbackPlan) -> String {
        let function = symbol("call$\(callback.name)")
        let slots = [Slot(.i32)] + callback.arguments.flatMap { argument in argument.crossing.slots }
        emitExtern(
            symbol: callback.importSymbol, function: function, slots: slots, result: callback.importResult.coreType)
        return function
    }

    /// A callback that is an object: JavaScript's function, or one that is made of a closure.
    private mutating func emitCallbackObject(_ callback: CallbackPlan) {
        let name = Naming.swiftIdentifier(callback.name)
        out.print()
        emitDocumentation(callback.documentation)
        out.print(
            """
            \(access)final class \(name): BindgenRuntime.JSObject {
                /// Takes over a handle. For generated code.
                \(access)override init(adopting handle: Int32) { super.init(adopting: handle) }
            """)
        for constant in callback.constants {
            let spelling = constant.crossing.spelling
            let line =
                "\(access)static let \(constant.swiftName): \(spelling.type(in: self)) = \(spelling.literal(constant.value, in: self))"
            emitSpecialMember([line], constant.documentation, isApart: false)
        }
        guard plan.reach.toSwift.contains(callback.name) else { return out.print("}") }
        emitObjectMembers(callback)
        out.print("}")
        _ = emitCallExtern(callback)
        emitExtern(symbol: callback.makeSymbol, function: symbol("make$\(callback.name)"), slots: [Slot(.i32)], result: .i32)
        emitExtern(symbol: callback.disposeSymbol, function: symbol("dispose$\(callback.name)"), slots: [Slot(.i32)], result: nil)
        emitCallbackExport(callback)
    }

    private mutating func emitObjectMembers(_ callback: CallbackPlan) {
        let body = callBody(callback, symbol("call$\(callback.name)"), receiver: "self")
        let parameters = callback.arguments.map { argument in
            "_ \(argument.swiftName): \(argument.crossing.spelling.parameterType(in: self))"
                + (argument.isOptional ? " = nil" : "")
        }
        let value = callback.exportResult.awaited
        let result = value.isNothing ? "" : " -> \(value.spelling.type(in: self))"
        let clause = clause(of: callback)
        let closure = closureType(callback)
        let (make, dispose) = (symbol("make$\(callback.name)"), symbol("dispose$\(callback.name)"))
        out.indent { out in
            out.print(
                """

                /// A JavaScript function that calls a closure. JavaScript keeps the closure until it has dropped the function, or until `dispose()`.
                \(access)convenience init(_ call: @escaping \(closure)) { self.init(adopting: \(make)(lower$\(callback.name)(call))) }

                /// Calls the function.
                """)
            out.block("\(access)func callAsFunction(\(parameters.joined(separator: ", ")))\(clause)\(result) {") { out in
                out.print(body)
            }
            out.print(
                """

                /// Ends a function that is made of a closure, and lets the closure go: to call it is an error from then on. Twice is allowed.
                \(access)func dispose() {
                    defer { extendLifetime(self) }
                    \(dispose)(handle)
                }
                """)
        }
    }

    /// A Swift closure as a JavaScript function.
    private mutating func emitCallbackExport(_ callback: CallbackPlan) {
        let type = callback.kind == .function ? Naming.swiftIdentifier(callback.name) : closureType(callback)
        let leading = callback.isPromised ? [Slot(.i32), Slot(.i32)] : [Slot(.i32)]
        let slots = (leading + callback.arguments.flatMap(\.crossing.slots)).map { self.type($0.type) }
        let result = callback.exportResult.coreType.map { self.type($0) } ?? "Void"
        out.print(
            """

            private final class \(callback.name)$Box: BindgenRuntime.ClosureBox {
                let call: \(type)

                init(_ call: @escaping \(type)) {
                    self.call = call
                    #if arch(wasm32)
                    let function: @convention(c) (\(slots.joined(separator: ", "))) -> \(result) = \(shimFunction(callback.exportSymbol))
                    super.init(function: unsafeBitCast(function, to: Int32.self))
                    #else
                    super.init(function: 0)
                    #endif
                }
            }

            \(sharedAccess)func lower$\(callback.name)(_ closure: @escaping \(type)) -> Int32 { BindgenRuntime.Lower.object(\(callback.name)$Box(closure)) }

            """)
        out.print("#if arch(wasm32)")
        defer { out.print("#endif") }
        if callback.isPromised { return emitPromisedShim(callback) }
        emitShim(
            symbol: callback.exportSymbol, arguments: callback.arguments, result: callback.exportResult,
            throwing: plan.throwing(of: callback), receiver: .closure(box: "\(callback.name)$Box"), isExported: false,
            call: { receiver, arguments in "\(receiver).call(\(arguments.map(\.expression).joined(separator: ", ")))" })
    }
}
