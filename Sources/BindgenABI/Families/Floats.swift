import BindgenModel

/// `float` and `double`, restricted (finite; checked in JavaScript, Web IDL 3.2.5) or not: one f32 or f64, flat and stored.
package struct FloatCrossing: CrossingForm {
    package var isDouble: Bool
    package var isRestricted: Bool

    package var spelling: String { (isRestricted ? "" : "unrestricted ") + (isDouble ? "double" : "float") }
    package var slots: [Slot] { [Slot(isDouble ? .f64 : .f32)] }
    package var parts: [Part] { [] }
    package var traits: Traits {
        let own: Traits = [.runsCode, .swiftLowersInPlace, .isLiftedInPlace]
        guard isRestricted else { return own }
        return own.union(isDouble ? [.refusesUndefined, .isFiniteDouble] : .refusesUndefined)
    }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
    package var scalar: Scalar? { isDouble ? .float64 : .float32 }
}

extension Planner {
    func planFloat(_ type: ResolvedType.FloatType) -> Crossing {
        switch type {
        case .float: .float(FloatCrossing(isDouble: false, isRestricted: true))
        case .unrestrictedFloat: .float(FloatCrossing(isDouble: false, isRestricted: false))
        case .double: .float(FloatCrossing(isDouble: true, isRestricted: true))
        case .unrestrictedDouble: .float(FloatCrossing(isDouble: true, isRestricted: false))
        }
    }
}
