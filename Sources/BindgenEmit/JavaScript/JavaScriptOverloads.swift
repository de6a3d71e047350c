import BindgenABI

/// Members with several signatures: one function, which finds the overload that a call means and goes on with its body.
extension JavaScriptEmitter {
    mutating func overloadText(_ overload: OverloadPlan, _ container: ContainerPlan) -> String {
        guard let first = container.functions(of: overload).first else { return "" }
        var text = CodePrinter(unit: "  ")
        emitComment(first.documentation, &text)
        let modifier = first.isStatic ? "static " : ""
        text.block("\(modifier)\(jsPropertyName(first.jsName))(\(parameterList(of: overload, container))) {") { text in
            emitOutermost(isPromised: first.isPromised, &text) { emitter, text in
                if first.isPromised { return emitter.emitPromisedOverloads(overload, container, first, &text) }
                emitter.emitReceiverCheck(first, &text)
                emitter.emitOverloads(overload, container, &text) { emitter, function, text in
                    var call = emitter.call(of: function, &text)
                    call.requiredCount = 0
                    emitter.emitCall(call, finish: { "return \($0);" }, &text)
                }
            }
        }
        return text.text.dropLastNewline
    }

    /// All of them return promises (Web IDL 2.5.8).
    private mutating func emitPromisedOverloads(
        _ overload: OverloadPlan, _ container: ContainerPlan, _ first: FunctionPlan, _ text: inout CodePrinter
    ) {
        emitPromised(first.displayName, &text) { emitter, text in
            emitter.emitReceiverCheck(first, &text)
            emitter.emitOverloads(overload, container, &text) { emitter, function, text in
                var call = emitter.call(of: function, &text)
                call.requiredCount = 0
                emitter.emitPromisedCall(call, &text)
            }
        }
    }

    /// Parameters that give the function its `length`, the shortest number of required arguments (Web IDL 3.7.8).
    func parameterList(of overload: OverloadPlan, _ container: ContainerPlan) -> String {
        (0..<length(of: container.functions(of: overload))).map { "$\($0)" }.joined(separator: ", ")
    }

    private func length(of functions: [FunctionPlan]) -> Int { functions.map(\.requiredCount).min() ?? 0 }

    /// - Parameter body: writes the call of one overload, whose arguments are in the variables of their names.
    mutating func emitOverloads(
        _ overload: OverloadPlan, _ container: ContainerPlan, _ text: inout CodePrinter,
        body: (inout JavaScriptEmitter, FunctionPlan, inout CodePrinter) -> Void
    ) {
        let functions = container.functions(of: overload)
        let length = length(of: functions)
        use("no-overload")
        text.print("let $overload$;")
        for (index, choice) in overload.choices.enumerated() where !choice.steps.isEmpty {
            let next = index + 1 < overload.choices.count ? overload.choices[index + 1].count : nil
            text.print("if (\(condition(from: choice.count, to: next))) $overload$ = \(expression(choice, length));")
        }
        text.print("switch ($overload$) {")
        text.indent { text in
            for (index, function) in functions.enumerated() {
                text.print("case \(index): {")
                text.indent { text in
                    let variables = function.arguments.enumerated().map { index, argument in
                        "\(argument.jsName) = \(argument.isVariadic ? rest(from: index) : self.argument(index, length))"
                    }
                    if !variables.isEmpty { text.print("let \(variables.joined(separator: ", "));") }
                    body(&self, function, &text)
                    let returns = function.kind != .constructor && function.result.passing != .none && !function.isPromised
                    if !returns { text.print("break;") }
                }
                text.print("}")
            }
            let forms = functions.map { "(\(declarations.parameters($0.arguments, isInput: true)))" }
            let name = jsLiteral(functions.first?.displayName ?? "")
            text.print("default: $noOverload(\(name), \(jsLiteral(forms.joined(separator: " or "))), arguments);")
        }
        text.print("}")
    }

    private mutating func rest(from index: Int) -> String {
        use("rest")
        return "$rest(arguments, \(index))"
    }

    private func argument(_ index: Int, _ length: Int) -> String { index < length ? "$\(index)" : "arguments[\(index)]" }

    private func condition(from count: Int, to next: Int?) -> String {
        guard let next else { return "arguments.length >= \(count)" }
        if next == count + 1 { return "arguments.length === \(count)" }
        return count == 0 ? "arguments.length < \(next)" : "arguments.length >= \(count) && arguments.length < \(next)"
    }

    /// The overload that a number of arguments means; undefined for none.
    private mutating func expression(_ choice: OverloadPlan.Choice, _ length: Int) -> String {
        guard let position = choice.position else { return "\(choice.steps[0].overload)" }
        let value = argument(position, length)
        var text = ""
        for step in choice.steps {
            guard let condition = condition(step.test, value) else { return text + "\(step.overload)" }
            text += "\(condition) ? \(step.overload) : "
        }
        return text + "undefined"
    }

    private mutating func condition(_ test: OverloadPlan.Step.Test, _ value: String) -> String? {
        switch test {
        case .missing: "\(value) === undefined"
        case .value(let test): self.test(test, of: value)
        }
    }
}
