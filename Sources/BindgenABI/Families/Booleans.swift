/// `undefined`: nothing crosses.
package struct UndefinedCrossing: CrossingForm {
    package init() {}

    package var spelling: String { "undefined" }
    package var slots: [Slot] { [] }
    package var parts: [Part] { [] }
    package var traits: Traits { .isLiftedInPlace }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
}

/// `boolean`: one i32, 0 or 1, flat and stored.
package struct BooleanCrossing: CrossingForm {
    package init() {}

    package var spelling: String { "boolean" }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { .isLiftedInPlace }
    package var absentForm: NullableCrossing.Representation { .sentinel }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
}
