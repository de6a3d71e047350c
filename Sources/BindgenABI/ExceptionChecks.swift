import BindgenModel

/// What JavaScript can throw where Swift calls it: with `[Throws]` Swift learns of it; without, Swift goes on with zeroes and the
/// exception waits for the export that is running.
extension Planner {
    mutating func checkExceptions(_ plan: BindingPlan) {
        for definition in plan.definitions {
            switch definition {
            case .callback(let callback) where plan.reach.toSwift.contains(callback.name):
                guard let origin = declarations[callback.name]?.origin else { continue }
                checkCalled(callback.throwing, result: callback.importResult.crossing, plan, TypeSite(.callbackResult, origin))
            case .namespace(let namespace) where namespace.importSource != nil: check(namespace.functions, plan)
            case .class(let classPlan) where classPlan.importSource != nil: check(classPlan.functions, plan)
            default: break
            }
        }
    }

    private mutating func check(_ functions: [FunctionPlan], _ plan: BindingPlan) {
        for function in functions where function.kind != .setter {
            guard let origin = memberOrigin(function) else { continue }
            checkCalled(function.throwing, result: function.result.crossing, plan, TypeSite(.importResult, origin))
        }
    }

    private mutating func checkCalled(_ throwing: ThrowsPlan, result: Crossing, _ plan: BindingPlan, _ site: TypeSite) {
        if case .typed(let name) = throwing {
            refuse("[Throws=\(name)] where JavaScript throws", "use [Throws], for JavaScript can throw anything", at: site)
        }
        guard throwing == .never, let name = objectThatMustBe(in: result) else { return }
        report(
            "object-without-throws",
            "where JavaScript throws there is no \(name) to go on with; add [Throws], or make it `\(name)?`", at: site)
    }

    /// The interface of Swift's own that a value of the crossing cannot be without.
    private func objectThatMustBe(in crossing: Crossing) -> String? {
        switch crossing {
        case .object(let object): object.name
        case .dictionary(let dictionary): dictionary.members.lazy.compactMap { objectThatMustBe(in: $0.crossing) }.first
        default: nil
        }
    }

    private func memberOrigin(_ function: FunctionPlan) -> Origin? {
        switch declarations[function.owner] {
        case .namespace(let decl):
            for member in decl.members {
                switch member {
                case .operation(let member) where member.name == function.name: return member.origin
                case .attribute(let member) where member.name == function.name: return member.origin
                default: continue
                }
            }
        case .interface(let decl):
            for member in decl.members {
                switch member {
                case .constructor(let member) where function.kind == .constructor: return member.origin
                case .operation(let member) where member.name == function.name: return member.origin
                case .attribute(let member) where member.name == function.name: return member.origin
                default: continue
                }
            }
        default: break
        }
        return nil
    }
}
