import BindgenABI

/// What members throw: how an error of the IDL's leaves Swift, and how one comes back in what JavaScript throws.
extension SwiftEmitter {
    /// The statements of a `catch`: they make `error` the exception of the running export.
    func errorLowering(_ throwing: ThrowsPlan) -> [String] {
        guard case .typed(let name) = throwing, let error = plan.definition(named: name)?.error else { return ["error.lower()"] }
        let traits = error.crossing.traits
        let value = error.crossing.spelling.lower("error", name: "error", in: self)
        return callLines(throwFunction(error), [], [value], arena: traits.contains(.needsArena))
            + (traits.contains(.lendsHandle) ? ["extendLifetime(error)"] : [])
    }

    private func throwFunction(_ error: ErrorPlan) -> String { symbol("throw", of: error.name) }

    mutating func emitError(_ error: ErrorPlan) {
        if component != nil { return emitComponentError(error) }
        if plan.reach.toJavaScript.contains(error.name) {
            emitExtern(
                symbol: error.throwSymbol, function: throwFunction(error), slots: error.crossing.slots, result: nil,
                access: sharedAccess)
        }
        let function = symbol("catch$\(error.name)")
        emitExtern(symbol: error.catchSymbol, function: function, slots: [Slot(.i32)], result: error.caught.coreType)
        var body = fresh()
        body.emitImportCall(function: function, receiver: "value", arguments: [], result: error.caught, throwing: .never)
        let name = swiftName(of: error.name)
        out.print()
        out.block("private func caught$\(error.name)(_ value: BindgenRuntime.JSObject) -> \(name)? {") { out in
            out.print(String(body.out.text.dropLast()))
        }
        out.print(
            """

            extension \(name) {
                /// What JavaScript threw, where it is an error of this class.
                \(access)init?(_ error: BindgenRuntime.JSError) {
                    guard let value = error.value, let caught = caught$\(error.name)(value) else { return nil }
                    self = caught
                }
            }
            """)
    }
}
