package import BindgenABI
package import BindgenIDL
import BindgenModel
package import BindgenWIT

/// What WIT has words for, and components that are made here cannot have yet: errors at its place, with what to write instead.
package func componentFaults(_ plan: BindingPlan, _ model: WITModel) -> [Diagnostic] {
    let context = ComponentContext(model)
    var faults: [Diagnostic] = []
    func tell(_ message: String, _ origin: Origin) {
        faults.append(Diagnostic(.error, rule: "component", message, at: origin.range, breadcrumb: origin.breadcrumb))
    }
    for container in plan.containers {
        for function in container.functions {
            if container.isImported, container.kind == .interface {
                tell(
                    "a component imports functions and no objects: make `\(container.name)` an [Import] namespace, whose functions take a "
                        + "number for the object", function.origin)
                break
            }
            if container.isImported, case .typed = function.throwing {
                tell("what a host's function throws is its message here: write [Throws]", function.origin)
            }
            let crossings = function.arguments.map(\.crossing) + [function.result.crossing]
            for crossing in crossings { faults += unionFaults(crossing, function, plan, context) }
            if let buffer = function.result.crossing.form as? BufferCrossing, buffer.passing == .view {
                tell("a component shows no memory of its own ([View]): return a typed array", function.origin)
            }
        }
    }
    return faults
}

/// Unions whose members WIT has as fewer types, such as two kinds of bytes.
private func unionFaults(
    _ crossing: Crossing, _ function: FunctionPlan, _ plan: BindingPlan, _ context: ComponentContext
) -> [Diagnostic] {
    if let union = crossing.form as? UnionCrossing, context.variant(of: union, plan)?.cases.count != union.members.count {
        let message = "the members of `\(union.name)` are not told apart in WIT: use one of them"
        let origin = function.origin
        return [Diagnostic(.error, rule: "component", message, at: origin.range, breadcrumb: origin.breadcrumb)]
    }
    return crossing.parts.flatMap { unionFaults($0.crossing, function, plan, context) }
}
