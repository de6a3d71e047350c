/// `undefined`: nothing crosses.
struct UndefinedCrossing: CrossingForm {
    var slots: [Slot] { [] }
}

/// `boolean`: one i32, 0 or 1, flat and stored.
struct BooleanCrossing: CrossingForm {
    var slots: [Slot] { [Slot(.i32)] }
}
