import BindgenModel

/// What JavaScript can throw where Swift calls it: with `[Throws]` Swift learns of it; without, Swift goes on with zeroes and the
/// exception waits for the export that is running.
extension Planner {
    mutating func checkExceptions(_ plan: BindingPlan) {
        for definition in plan.definitions {
            switch definition {
            case .callback(let callback) where plan.reach.toSwift.contains(callback.name):
                checkCalled(callback.throwing, result: callback.importResult.crossing, TypeSite(.callbackResult, callback.origin))
            case .callback, .container, .enumeration, .dictionary, .union: break
            }
        }
    }

    /// The same of members, each where it is planned.
    mutating func checkExceptions(of function: FunctionPlan) {
        guard function.direction == .import, function.kind != .setter else { return }
        checkCalled(function.throwing, result: function.result.crossing, TypeSite(.importResult, function.origin))
    }

    private mutating func checkCalled(_ throwing: ThrowsPlan, result: Crossing, _ site: TypeSite) {
        guard throwing == .never, let name = result.definitionWithoutZero else { return }
        report(
            "object-without-throws",
            "where JavaScript throws there is no \(name) to go on with; add [Throws], or make it `\(name)?`", at: site.ofType)
    }
}

extension Crossing {
    /// The first definition that a value cannot be without, and of which Swift has no zero: an interface of Swift's own.
    fileprivate var definitionWithoutZero: String? {
        guard traits.contains(.hasNoZero) else { return nil }
        return parts.lazy.filter { $0.count == .one }.compactMap(\.crossing.definitionWithoutZero).first ?? form.definition
    }
}
