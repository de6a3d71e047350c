package import BindgenModel

/// A typed array: the address of its elements and their number.
///
///     argument            `Span<T>` for the call over a copy in the region (or over the caller's own memory, where the array is a
///                         view of this module's memory already); `[Into]`: `MutableSpan<T>`, written back after the call;
///                         `[Copy]`: an array
///     result              `[T]`, read in place and copied into a new typed array
///     result with [View]  `GuestBuffer<T>`: a typed array over the storage itself, which lives as long as that array
///     nested              `[T]`, copied in both directions
///
/// A Float16Array is read and written as the 16-bit words of its elements, for which there are views in every engine.
package struct BufferCrossing: CrossingForm {
    package enum Passing: String, Equatable, Sendable {
        case borrow, into, copy, view
    }
    package var type: ResolvedType.BufferType
    package var scalar: Scalar
    package var passing: Passing
    package var sharing: ResolvedType.BufferSharing
    /// `[Borrow]`: the module exports `allocate`, whose arrays are lent as they are.
    package var isAllocated = false

    package var spelling: String { "[\(passing.rawValue)] \(type.rawValue)\(isAllocated ? " allocated" : "")" }
    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "count")] }
    package var parts: [Part] { [] }
    package var traits: Traits {
        switch passing {
        case .borrow, .into: isAllocated ? [.isVariable, .isLimited, .isLent, .isAllocated] : [.isVariable, .isLimited, .isLent]
        case .copy: [.isVariable, .isLimited]
        case .view: [.isVariable, .isLimited, .isView]
        }
    }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { passing == .view ? .view : nil }
    package var swiftArray: String? { passing == .copy ? "[\(scalar)]" : "\(passing) \(scalar)" }
    package var remote: RemoteForm {
        switch passing {
        case .borrow, .copy: .bytes
        case .into: .filled
        case .view: .view
        }
    }

    /// `[View]` results are stored with the object that owns them: [object u32][address u32][count u32].
    package var layout: Layout { Layout(size: passing == .view ? 12 : 8, alignment: 4) }
}

extension BufferCrossing {
    /// A span cannot be absent, so Swift gets an array of its own.
    package func whereAbsent(_ crossing: Crossing) -> AbsenceVerdict {
        switch passing {
        case .into:
            return .refused(
                rule: "into-position",
                message: "[Into] fills an array that is there; make the argument required and not nullable")
        case .borrow:
            if isAllocated {
                return .refused(
                    rule: "borrow-position",
                    message:
                        "[Borrow] lends an array that is there; drop [Borrow], or make the argument required and not nullable")
            }
            var copy = self
            copy.passing = .copy
            return .wraps(.buffer(copy))
        case .copy, .view: return .wraps(crossing)
        }
    }
}

extension Planner {
    mutating func planBuffer(
        _ type: ResolvedType.BufferType, _ sharing: ResolvedType.BufferSharing, site: TypeSite
    ) -> Crossing? {
        if let kind = BytesCrossing.Kind(rawValue: type.rawValue) { return planBytes(kind, sharing, site: site) }
        guard let scalar = type.scalar else { return nil }
        let passing: BufferCrossing.Passing
        switch site.position {
        case .exportArgument, .callbackResult, .importResult:
            if site.annotations.isView {
                report(
                    "view-position",
                    "[View] shows Swift's storage to JavaScript, so it stands on a result or a readonly attribute",
                    at: site.ofAttribute("View"))
                return nil
            }
            let isArgument = site.position == .exportArgument
            passing = site.annotations.isInto && isArgument ? .into : (site.annotations.isCopy || !isArgument ? .copy : .borrow)
        case .exportResult, .importArgument, .callbackArgument:
            passing = site.annotations.isView && site.position == .exportResult ? .view : .copy
        case .nested:
            if site.annotations.isView {
                report(
                    "view-position",
                    "[View] shows Swift's storage to JavaScript, so it stands on a result or a readonly attribute", at: site)
                return nil
            }
            passing = .copy
        }
        if site.annotations.isBorrowed, passing == .copy || passing == .view {
            report(
                "borrow-position",
                "[Borrow] lends an array to Swift for one call, so it stands on an argument of an exported member, without [Copy]",
                at: site.ofAttribute("Borrow"))
            return nil
        }
        let isAllocated = site.annotations.isBorrowed && (passing == .borrow || passing == .into)
        return .buffer(
            BufferCrossing(type: type, scalar: scalar, passing: passing, sharing: sharing, isAllocated: isAllocated))
    }
}

extension ResolvedType.BufferType {
    var scalar: Scalar? {
        switch self {
        case .int8Array: .int8
        case .int16Array: .int16
        case .int32Array: .int32
        case .uint8Array, .uint8ClampedArray: .uint8
        case .uint16Array: .uint16
        case .uint32Array: .uint32
        case .bigInt64Array: .int64
        case .bigUint64Array: .uint64
        case .float32Array: .float32
        case .float64Array: .float64
        case .float16Array: .float16
        case .arrayBuffer, .sharedArrayBuffer, .dataView: nil
        }
    }
}
