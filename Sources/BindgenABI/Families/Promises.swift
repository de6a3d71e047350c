import BindgenIDL
package import BindgenModel

/// A promise: one i32, the handle of the JavaScript promise, flat and stored.
///
///     to Swift        owned by a `JSPromise`, which drops it with its last reference
///     to JavaScript   borrowed
///
/// What it is settled with crosses in calls of its own (`PromisePlan`). The result of an operation that Swift implements is no value: JavaScript
/// makes the promise and gives the call its number (`ResultPlan.Passing.promised`).
package struct PromiseCrossing: CrossingForm {
    /// What it is fulfilled with.
    package var value: Crossing

    package var spelling: String { "Promise<\(value)>" }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.lendsHandle, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm { .promised(value.remote) }
    package var promised: Crossing? { value }
}

/// The functions by which promises for values of one type are settled.
package struct PromisePlan: Equatable, Sendable {
    /// What the promises are fulfilled with.
    package var value: Crossing
    /// Whether Swift waits for such promises.
    package var isAwaited = false
    /// Whether Swift settles such promises.
    package var isSettled = false
    /// Whether some of them are for elements that Swift gives one by one.
    package var isStreamed = false

    /// The wasm import by which Swift waits: `(promise handle, observer)`.
    package var observeSymbol: String { "observe \(value)" }
    /// The wasm export that gives the value to who waits: `(observer, value…)`.
    package var fulfillSymbol: String { "fulfill \(value)" }
    /// The wasm import by which Swift fulfills: `(number, value…)`.
    package var resolveSymbol: String { "resolve \(value)" }

    /// The value as the argument of the export; none where it is `undefined`.
    package var arguments: [ArgumentPlan] {
        value.isNothing
            ? []
            : [
                ArgumentPlan(
                    name: "value", swiftName: "value", jsName: "value", crossing: value, isOptional: false, defaultValue: nil)
            ]
    }
}

extension Planner {
    mutating func planPromise(_ type: ResolvedType, site: TypeSite) -> Crossing? {
        // It comes when the call is over, so nothing of it is lent and nothing is shown.
        var inner = site
        inner.position = .nested
        guard let value = planType(type, site: inner) else { return nil }
        return .promise(PromiseCrossing(value: value))
    }

    /// Arguments of a member that goes on after the call: nothing of them can be lent.
    mutating func checkLending(_ decls: [ArgumentDecl], position: TypeSite.Position) {
        for decl in decls {
            let annotations = decl.origin.annotations
            let site = TypeSite(position, decl.origin)
            for (name, isThere) in [("Borrow", annotations.isBorrowed), ("Into", annotations.isInto)] where isThere {
                report(
                    "lent-to-promise",
                    "[\(name)] lends the argument for the call, and a member that returns a Promise goes on after it; drop [\(name)], and "
                        + "Swift gets a copy", at: site.ofAttribute(name),
                    fixIts: [decl.origin.removal(ofAttribute: name)].compactMap { $0 })
            }
        }
    }
}
