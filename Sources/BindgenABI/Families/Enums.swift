/// An enum: one i32, the index of the value in the IDL, flat and stored. No string crosses.
package struct EnumCrossing: CrossingForm {
    package let plan: EnumPlan

    package var name: String { plan.name }
    package var spelling: String { name }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .refusesUndefined, .swiftLowersInPlace, .isLiftedInPlace] }
    package var absentForm: NullableCrossing.Representation { .sentinel }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
    package var definition: String? { name }
}
