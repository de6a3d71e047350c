import BindgenABI

/// The classes of what members throw.
extension JavaScriptEmitter {
    /// Each stands before what makes objects of it.
    mutating func emitErrorClasses() {
        for error in plan.errors {
            use("error-class")
            let local = Naming.jsBinding(error.name)
            let parent = error.parent.map { ", \(Naming.jsBinding($0))" } ?? ""
            let make = error.isCode ? "$codeError" : "$fieldsError"
            use(error.isCode ? "code-error" : "fields-error")
            out.print("const \(local) = \(make)(\(jsLiteral(error.name))\(parent));")
        }
    }

    mutating func emitErrorImports(_ error: ErrorPlan, _ text: inout CodePrinter) {
        let local = Naming.jsBinding(error.name)
        if plan.reach.toJavaScript.contains(error.name), plan.imports(error.throwSymbol) {
            use("throw-typed")
            let slots = slotVariables(error.crossing.slots, stem: "error")
            let value = error.crossing.spelling.lift(slots, in: &self)
            let made = error.isCode ? "new \(local)(\(value))" : value
            text.print("\(jsLiteral(error.throwSymbol)): (\(slots.joined(separator: ", "))) => $throwTyped(() => \(made)),")
        }
        guard plan.imports(error.catchSymbol) else { return }
        use("handles")
        let thrown = "$values[$receiver$]"
        emitShim(
            symbol: error.catchSymbol, receiver: "$receiver$", arguments: [], result: error.caught, throwing: .never,
            name: error.name, call: { _ in "\(thrown) instanceof \(local) ? \(thrown)\(error.isCode ? ".code" : "") : null" },
            &text)
    }
}

extension ErrorPlan {
    /// Whether it is an enum's value.
    var isCode: Bool { crossing.parts.isEmpty && crossing.form.absentForm == .sentinel }
}
