import BindgenModel

/// `sequence<T>` and `FrozenArray<T>`: the address of the elements' stored forms and their number; stored, the same two i32.
///
///     flat     values: i32 ──► [T][T][T]…      valuesCount: i32
///     stored   [address u32][count u32]
///
/// One crossing, whatever the length. Numbers, and dictionaries of numbers, stand as a Swift array has them, so both ways are one copy; on
/// the way to Swift those outside the region become the array's elements where they are.
package struct SequenceCrossing: Equatable, Sendable, CrossingForm {
    package var element: Crossing
    package var isFrozen: Bool

    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "count")] }
    package var isVariable: Bool { true }
    package var lowersInSteps: Bool { true }

    package var stride: Int { max(1, element.layout.stride) }
    /// The element where it is a number that Swift and memory lay out alike.
    package var scalar: Scalar? { Scalar(element) }
    /// The same where storing any value in a typed array of that class converts it as Web IDL does: unrestricted floating point (3.2.6,
    /// 3.2.8), integers of up to 32 bits modulo their range (3.2.4.9).
    package var scalarConvertedByTypedArrays: Scalar? {
        switch element {
        case .float(let float): float.isRestricted ? nil : scalar
        case .integer(let integer): integer.conversion == .modulo ? scalar : nil
        default: nil
        }
    }
    /// Whether the elements' stored form is also their form in a Swift array, so that they are copied all at once.
    package var isBitwise: Bool {
        if case .dictionary(let dictionary) = element { dictionary.isBitwise } else { scalar != nil }
    }
}

/// A number whose stored form is also its form in a Swift array and in a JavaScript typed array.
package enum Scalar: String, Equatable, Sendable {
    case int8, uint8, int16, uint16, int32, uint32, float32, float64, int64, uint64

    init?(_ crossing: Crossing) {
        switch crossing {
        case .integer(let integer):
            switch (integer.bits, integer.isSigned) {
            case (8, true): self = .int8
            case (8, false): self = .uint8
            case (16, true): self = .int16
            case (16, false): self = .uint16
            case (32, true): self = .int32
            default: self = .uint32
            }
        case .float(let float): self = float.isDouble ? .float64 : .float32
        default: return nil
        }
    }

    package var size: Int {
        switch self {
        case .int8, .uint8: 1
        case .int16, .uint16: 2
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
