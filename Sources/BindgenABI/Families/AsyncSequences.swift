import BindgenIDL
package import BindgenModel

/// `async_sequence<T>`: one i32, the handle of the JavaScript object.
///
///     to Swift        owned by a `JSAsyncSequence`, which drops it with its last reference
///     to JavaScript   borrowed; of one that Swift makes, the object owns the sequence until it has ended
///
/// Each element crosses in a call of its own, as what a promise is fulfilled with. `[Stream]` is a `ReadableStream` in JavaScript, and
/// `[Stream=writable]` a `WritableStream`, whose elements go the other way.
package struct AsyncSequenceCrossing: CrossingForm {
    package enum Kind: Sendable {
        case iterable, readable, writable
    }
    /// Of `async_iterable<K, V>` that Swift implements: each element is a pair.
    package var key: Crossing?
    package var element: Crossing
    package var kind = Kind.iterable

    package var spelling: String {
        let attribute =
            switch kind {
            case .iterable: ""
            case .readable: "[Stream] "
            case .writable: "[Stream=writable] "
            }
        return "\(attribute)async_sequence<\(key.map { "\($0), " } ?? "")\(element)>"
    }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .refusesUndefined, .lendsHandle, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm {
        kind == .iterable ? .iterator(key: key?.remote, element.remote) : .stream(element.remote)
    }
    /// The elements of a sequence that goes to JavaScript are Swift's to give, those of a stream that is written to are JavaScript's.
    package func streamed(toSwift: Bool) -> [PromisePlan] {
        let isAwaited = (kind == .writable) != toSwift
        let settled = isAwaited ? [] : [key].compactMap { $0 } + [element]
        return (isAwaited ? [PromisePlan(value: element, isAwaited: true)] : [])
            + settled.map { PromisePlan(value: $0, isSettled: true, isStreamed: true) }
    }
}

extension Planner {
    mutating func planAsyncSequence(_ type: ResolvedType, site: TypeSite) -> Crossing? {
        switch site.position {
        case .exportArgument, .exportResult, .importArgument, .importResult: break
        case .callbackArgument, .callbackResult, .nested:
            refuse("async_sequence in a callback or inside of another type", "let an operation take it or return it", at: site)
            return nil
        }
        var inner = site
        inner.position = .nested
        guard let element = planType(type, site: inner) else { return nil }
        return .asyncSequence(AsyncSequenceCrossing(element: element, kind: site.annotations.stream ?? .iterable))
    }
}

extension Annotations {
    fileprivate var stream: AsyncSequenceCrossing.Kind? {
        switch streamKind {
        case .readable: .readable
        case .writable: .writable
        case nil: nil
        }
    }
}
