package import BindgenModel

/// The bytes of an ArrayBuffer, a SharedArrayBuffer or a DataView, or of what an ArrayBufferView or BufferSource is: as a Uint8Array's, with
/// the same owners.
///
///     argument   `Span<UInt8>` for the call; `[Into]`: `MutableSpan<UInt8>`; `[Copy]`: `[UInt8]`
///     else       `[UInt8]`, copied
///
/// Where several classes are possible, what Swift gives is a Uint8Array.
package struct BytesCrossing: CrossingForm {
    package enum Kind: String, CaseIterable, Equatable, Sendable {
        case arrayBuffer = "ArrayBuffer"
        case sharedArrayBuffer = "SharedArrayBuffer"
        case dataView = "DataView"
        case view = "ArrayBufferView"
        case source = "BufferSource"
        case sharedSource = "AllowSharedBufferSource"

        /// The classes of the values.
        package var classes: Set<ResolvedType.BufferType> {
            let buffers: Set<ResolvedType.BufferType> = [.arrayBuffer, .sharedArrayBuffer]
            let views = Set(ResolvedType.BufferType.allCases).subtracting(buffers)
            return switch self {
            case .arrayBuffer: [.arrayBuffer]
            case .sharedArrayBuffer: [.sharedArrayBuffer]
            case .dataView: [.dataView]
            case .view: views
            case .source: views.union([.arrayBuffer])
            case .sharedSource: views.union(buffers)
            }
        }
    }
    package var kind: Kind
    /// The crossing of the bytes themselves.
    package var bytes: BufferCrossing

    package var spelling: String { "[\(bytes.passing.rawValue)] \(kind.rawValue)" }
    package var slots: [Slot] { bytes.slots }
    package var parts: [Part] { bytes.parts }
    package var traits: Traits { bytes.traits }
    package var absentForm: NullableCrossing.Representation { bytes.absentForm }
    package var reference: Reference.Kind? { bytes.reference }
    package var swiftArray: String? { bytes.swiftArray }
    package var remote: RemoteForm { bytes.remote }

    /// A span cannot be absent, so Swift gets an array of its own.
    package func whereAbsent(_ crossing: Crossing) -> AbsenceVerdict {
        switch bytes.passing {
        case .borrow:
            var copy = self
            copy.bytes.passing = .copy
            return .wraps(.bytes(copy))
        case .into, .copy, .view: return bytes.whereAbsent(crossing)
        }
    }
}

extension Planner {
    /// The kind of a union of buffers alone that is one of the standard's, and whether its views may be shared and resized.
    func kindOfBytes(_ members: [ResolvedType]) -> (kind: BytesCrossing.Kind, sharing: ResolvedType.BufferSharing)? {
        var sharing = ResolvedType.BufferSharing()
        var types: Set<ResolvedType.BufferType> = []
        for member in members {
            guard case .buffer(let type, let own) = member else { return nil }
            types.insert(type)
            // A SharedArrayBuffer beside them allows no view to be shared.
            if type != .arrayBuffer, type != .sharedArrayBuffer { sharing = own }
        }
        if types.count == 1 { return nil }
        return BytesCrossing.Kind.allCases.first { $0.classes == types }.map { ($0, sharing) }
    }

    mutating func planBytes(_ kind: BytesCrossing.Kind, _ sharing: ResolvedType.BufferSharing, site: TypeSite) -> Crossing? {
        if site.annotations.isView {
            refuse("[View] on a \(kind.rawValue)", "show the storage as a typed array", at: site)
            return nil
        }
        guard case .buffer(let bytes) = planBuffer(.uint8Array, sharing, site: site) else { return nil }
        return .bytes(BytesCrossing(kind: kind, bytes: bytes))
    }
}
