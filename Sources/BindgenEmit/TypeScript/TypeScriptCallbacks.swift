import BindgenABI

/// Callback functions and callback interfaces.
extension TypeScriptEmitter {
    mutating func emitCallback(_ callback: CallbackPlan) {
        guard plan.isDeclared(callback.name) else { return }
        out.print()
        comment(callback.documentation)
        out.print(
            "\(export(callback.name))type \(Naming.tsBinding(callback.name)) = \(functionType(callback));"
        )
        emitCallbackConstants(callback)
        emitRename(callback.name, isType: !callback.isExported)
    }

    /// A function, or an object with an operation in its place.
    func functionType(_ callback: CallbackPlan) -> String {
        let (parameters, result) = (parameters(callback.arguments), result(of: callback))
        let function = "(\(parameters)) => \(result)"
        guard case .interface(let operation) = callback.kind else { return function }
        return "(\(function)) | { \(jsPropertyName(operation))(\(parameters)): \(result) }"
    }

    private mutating func emitCallbackConstants(_ callback: CallbackPlan) {
        guard callback.isExported else { return }
        out.print("\(export(callback.name))declare const \(Naming.tsBinding(callback.name)): {")
        for constant in callback.constants {
            let text = tsDoc(constant.documentation)
            let line = "readonly \(jsPropertyName(constant.jsName)): \(type(constant.crossing));"
            out.indent { out in
                if !text.isEmpty { out.print(text) }
                out.print(line)
            }
        }
        out.print("};")
    }
}
