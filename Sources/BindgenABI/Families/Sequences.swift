import BindgenModel

/// `sequence<T>` and `FrozenArray<T>`: the address of the elements' stored forms and their number; stored, the same two i32.
///
///     flat     values: i32 ──► [T][T][T]…      valuesCount: i32
///     stored   [address u32][count u32]
///
/// One crossing, whatever the length. Numbers, and dictionaries of numbers, stand as a Swift array has them, so both ways are one copy; on
/// the way to Swift those outside the region become the array's elements where they are.
package struct SequenceCrossing: CrossingForm {
    package var element: Crossing
    package var isFrozen: Bool

    package var spelling: String { "\(isFrozen ? "FrozenArray" : "sequence")<\(element)>" }
    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "count")] }
    package var parts: [Part] { [Part(element, .any, in: isOneCopy ? .copied : .memory)] }
    package var traits: Traits {
        let own: Traits = [.runsCode, .lowersInSteps, .isVariable, .refusesUndefined]
        return Traits(of: parts).union(isOneCopy ? own : own.union(.needsArena))
    }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { nil }
    package var swiftArray: String? { elementScalar.map { "[\($0)]" } }
    package var remote: RemoteForm { .elements(element.remote) }

    package var stride: Int { max(1, element.layout.stride) }
    /// The element where it is a number that Swift and memory lay out alike.
    package var elementScalar: Scalar? { element.scalar }
    /// Whether the elements' stored form is also their form in a Swift array, so that they are copied all at once.
    package var isOneCopy: Bool { element.form.isBitwise }
}

/// A number whose stored form is also its form in a Swift array and in a JavaScript typed array.
package enum Scalar: String, Equatable, Sendable {
    case int8, uint8, int16, uint16, int32, uint32, float16, float32, float64, int64, uint64

    package var size: Int {
        switch self {
        case .int8, .uint8: 1
        case .int16, .uint16, .float16: 2
        case .int32, .uint32, .float32: 4
        case .float64, .int64, .uint64: 8
        }
    }
}

extension Planner {
    mutating func planSequence(_ element: ResolvedType, isFrozen: Bool, site: TypeSite) -> Crossing? {
        var site = site
        site.position = .nested
        site.annotations.isView = false
        guard let crossing = planType(element, site: site) else { return nil }
        return .sequence(SequenceCrossing(element: crossing, isFrozen: isFrozen))
    }
}
