/// An enum: one i32, the index of the value in the IDL, flat and stored. No string crosses.
package struct EnumCrossing: Equatable, Sendable, CrossingForm {
    package var name: String

    package var slots: [Slot] { [Slot(.i32)] }
}
