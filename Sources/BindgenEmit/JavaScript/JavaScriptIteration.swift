import BindgenABI
import BindgenModel

/// Iteration over exported objects.
extension JavaScriptEmitter {
    /// Static blocks that give the class its members, with functions that reach the private fields.
    mutating func iterationTexts(_ container: ContainerPlan) -> [String] {
        var texts: [String] = []
        for case .iteration(let plan) in container.members {
            if plan.kind == .asyncIterable {
                use("async-iteration")
                texts.append("static {\n  $asyncIteration(this\(plan.key == nil ? "" : ", true"));\n}")
                continue
            }
            guard let place = plan.function(.place), let value = plan.function(.valueAtPlace) else {
                use("values-by-index")
                texts.append("static {\n  $valuesByIndex(this);\n}")
                continue
            }
            use("pairs")
            var text = CodePrinter(unit: "  ")
            text.block("static {") { text in
                text.print(closureText(place, "$place$"))
                if let key = plan.function(.keyAtPlace) { text.print(closureText(key, "$key$")) }
                text.print(closureText(value, "$value$"))
                let key = plan.key == nil ? "$value$" : "$key$"
                let isSet = plan.kind == .setlike ? ", true" : ""
                text.print("$pairs(this, \(jsLiteral(container.jsName)), $place$, \(key), $value$\(isSet));")
            }
            texts.append(text.text.dropLastNewline)
        }
        return texts
    }
}
