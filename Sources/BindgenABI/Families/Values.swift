/// `any`: a tag and a Number, flat and stored.
///
///     flat     value: i32, valuePayload: f64
///     stored   [tag i32][-][payload f64]
///
///     0 undefined, 1 null
///     2 boolean      0 or 1
///     3 number       itself
///     4 string, 5 symbol, 6 bigint, 7 object: a handle
///     8 bigint of at most 64 bits: the low 48 in the payload, the others above the tag's first byte
///
///     to Swift        the handle is Swift's, which drops it with its last reference
///     to JavaScript   borrowed
package struct AnyCrossing: CrossingForm {
    package init() {}

    package var spelling: String { "any" }
    package var slots: [Slot] { [Slot(.i32), Slot(.f64, suffix: "payload")] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.lendsHandle, .isOpaque] }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm { .clone }
}

/// `object` and `symbol`: one i32, a handle in the instance's table, flat and stored.
///
///     to Swift        owned: Swift drops it with its last reference
///     to JavaScript   borrowed
package struct HandleCrossing: CrossingForm {
    package enum Kind: String, Equatable, Sendable {
        case object, symbol
    }
    package var kind: Kind

    package var spelling: String { kind.rawValue }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.refusesUndefined, .lendsHandle, .isOpaque] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm {
        switch kind {
        case .object: .refused("`object`", "say what it is, by a dictionary or `any`")
        case .symbol: .refused("`symbol`", "take a string")
        }
    }
}

/// `bigint`: an i64 where the value fits, else the handle of the JavaScript value; 0 is none.
///
///     flat     value: i64, valueHandle: i32
///     stored   [value i64][handle u32]
///
/// The handle is owned and borrowed as that of an object.
package struct BigIntCrossing: CrossingForm {
    package init() {}

    package var spelling: String { "bigint" }
    package var slots: [Slot] { [Slot(.i64), Slot(.i32, suffix: "handle")] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .refusesUndefined, .lendsHandle, .isOpaque] }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm { .clone }
}
