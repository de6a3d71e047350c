import BindgenIDL
package import BindgenModel

/// `async_sequence<T>`: one i32, the handle of the JavaScript object.
///
///     to Swift   owned by a `JSAsyncSequence`, which drops it with its last reference
///
/// Each element crosses in a call of its own, as what a promise is fulfilled with.
package struct AsyncSequenceCrossing: CrossingForm {
    package var element: Crossing

    package var spelling: String { "async_sequence<\(element)>" }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .refusesUndefined, .lendsHandle, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var promised: Crossing? { element }
}

extension Planner {
    mutating func planAsyncSequence(_ type: ResolvedType, site: TypeSite) -> Crossing? {
        guard site.position == .exportArgument else {
            refuse("async_sequence", "use a callback that is called for each element", at: site)
            return nil
        }
        var inner = site
        inner.position = .nested
        guard let element = planType(type, site: inner) else { return nil }
        return .asyncSequence(AsyncSequenceCrossing(element: element))
    }
}
