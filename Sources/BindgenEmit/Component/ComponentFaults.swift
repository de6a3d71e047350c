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
    for (function, resource) in model.interfaces.filter(\.isImported).flatMap(\.functions) {
        guard case .upcast(let parent) = function.role, let resource else { continue }
        let name = plan.containers.first { WITName.label($0.name) == resource }?.name ?? resource
        tell(
            "objects of a component's host do not inherit: make `\(parent)` an interface mixin, and write `\(name) includes "
                + "\(parent)`", function.origin)
    }
    for container in plan.containers {
        if container.importSource == .object, let function = container.functions.first {
            tell("nobody extends the classes of a component: leave out [Overridable], and call Swift's own", function.origin)
        }
        for function in container.functions {
            if container.isImported, case .typed(let name) = function.throwing,
                plan.errors.contains(where: { $0.name == name && $0.parent != nil })
            {
                tell("what a host throws is of one type: name one that inherits from no other error", function.origin)
            }
            if !container.isImported, holdsHostObject(function.result.crossing) {
                tell(
                    "a component gives no object of the host back to it: return what the host needs of it as values",
                    function.origin)
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

/// Whoever gives an object has it no longer, and Swift may have kept it.
private func holdsHostObject(_ crossing: Crossing) -> Bool {
    crossing.form is ImportedObjectCrossing || crossing.parts.contains { holdsHostObject($0.crossing) }
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
