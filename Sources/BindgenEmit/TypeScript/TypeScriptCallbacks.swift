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
        guard wideInputs.contains(callback.name) else { return }
        let name = callback.name
        out.print("\n/** What is taken for {@link \(name)}: it is given what Swift gives, and may return what Swift takes. */")
        out.print("export type \(inputName(name)) = \(functionType(callback, isInput: true));")
    }

    /// What the name of a callback stands for: a function that Swift gives where there is one, else what JavaScript gives.
    func functionType(_ callback: CallbackPlan) -> String {
        functionType(callback, isInput: !plan.declared.toJavaScript.contains(callback.name))
    }

    /// A function, or an object with an operation in its place. What goes into one that JavaScript gives comes out of Swift.
    func functionType(_ callback: CallbackPlan, isInput: Bool) -> String {
        // Where one name is for both, JavaScript's own function may say more of what it is given.
        let isOne = !wideInputs.contains(callback.name) && plan.declared.toSwift.contains(callback.name)
        let parameters = parameters(callback.arguments, isInput: !isInput && !isOne)
        let result = type(result(of: callback), isInput: isInput)
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
