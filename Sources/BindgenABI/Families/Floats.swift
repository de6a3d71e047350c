import BindgenModel

/// `float` and `double`, restricted (finite; checked in JavaScript, Web IDL 3.2.5) or not: one f32 or f64, flat and stored.
package struct FloatCrossing: Equatable, Sendable, CrossingForm {
    package var isDouble: Bool
    package var isRestricted: Bool

    package var slots: [Slot] { [Slot(isDouble ? .f64 : .f32)] }
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
