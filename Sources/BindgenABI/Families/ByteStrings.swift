import BindgenModel

/// `ByteString`: the address of its bytes and their number; stored, the same two i32.
///
///     flat     name: i32 ──► bytes      nameLength: i32
///     stored   [address u32][length u32]
///
/// Each character of JavaScript's string is one byte. In Swift it is an array of bytes and no String: any bytes are a ByteString, and a String
/// could hold characters that are none. As a sequence of octets otherwise, in both directions.
package struct ByteStringCrossing: CrossingForm {
    /// `[LegacyNullToEmptyString]`
    package var nullIsEmpty: Bool

    package var spelling: String { (nullIsEmpty ? "[LegacyNullToEmptyString] " : "") + "ByteString" }
    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "length")] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .isVariable, .isLimited] }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { nil }
    package var swiftArray: String? { "[\(Scalar.uint8)]" }
    package var remote: RemoteForm { .clone }
}

extension Planner {
    mutating func planByteString(nullIsEmpty: Bool, site: TypeSite) -> Crossing? {
        if site.annotations.isBorrowed {
            report(
                "borrow-position", "[Borrow] lends the text of a DOMString or USVString; a ByteString is an array of its own",
                at: site)
            return nil
        }
        return .byteString(ByteStringCrossing(nullIsEmpty: nullIsEmpty))
    }
}
