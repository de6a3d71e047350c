import BindgenIDL
package import BindgenModel

/// A string: the address of its UTF-8 bytes and their number; stored, the same two i32.
///
///     flat     name: i32 ──► bytes      nameLength: i32
///     stored   [address u32][length u32]
///
/// To Swift: the bytes stand in the marshalling region or, where that is too small, in memory from `malloc` that Swift frees.
/// To JavaScript: the bytes are the String's own, read during the call.
/// An address of 0 means null under `Nullable`; an empty string has another address.
package struct StringCrossing: CrossingForm {
    /// `[Borrow]`: a `UTF8Span` over the bytes, for the call.
    package var isBorrowed: Bool
    /// `[LegacyNullToEmptyString]`
    package var nullIsEmpty: Bool
    package var kind: ResolvedType.StringType

    package var spelling: String {
        (isBorrowed ? "[Borrow] " : "") + (nullIsEmpty ? "[LegacyNullToEmptyString] " : "") + kind.rawValue
    }
    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "length")] }
    package var parts: [Part] { [] }
    package var traits: Traits {
        let own: Traits = [.runsCode, .isVariable, .isLimited, .isText]
        return isBorrowed ? own.union(.isLent) : own
    }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }

    /// What is absent cannot be lent.
    package func whereAbsent(_ crossing: Crossing) -> AbsenceVerdict {
        guard isBorrowed else { return .wraps(crossing) }
        return .refused(
            rule: "borrow-position",
            message: "[Borrow] lends a string that is there; drop [Borrow], or give the argument a default")
    }
}

extension Planner {
    mutating func planString(_ kind: ResolvedType.StringType, nullIsEmpty: Bool, site: TypeSite) -> Crossing? {
        if kind == .byteString { return planByteString(nullIsEmpty: nullIsEmpty, site: site) }
        if site.annotations.isBorrowed, site.position != .exportArgument {
            report(
                "borrow-position",
                "[Borrow] lends a string to Swift for one call, so it stands on an argument of an exported member",
                at: site.ofAttribute("Borrow"))
            return nil
        }
        return .string(StringCrossing(isBorrowed: site.annotations.isBorrowed, nullIsEmpty: nullIsEmpty, kind: kind))
    }
}
