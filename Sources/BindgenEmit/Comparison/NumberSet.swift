package import BindgenABI
import BindgenModel

/// The values of a numeric type, and what becomes of numbers that are not among them.
package struct NumberSet: Sendable {
    private var isBigInt = false
    private var least: Double
    private var greatest: Double
    /// The bits of precision: all integers of so many bits are among the values.
    private var precision: Int
    private var hasFractions = false
    private var hasNonFinite = false
    private var conversion = ResolvedType.IntegerConversion.enforceRange

    package init(_ integer: IntegerCrossing) {
        least = Double(integer.bounds.0)
        greatest = Double(integer.bounds.1)
        precision = integer.bits
        conversion = integer.conversion
    }

    package init(_ integer: LongIntegerCrossing) {
        least = integer.isSigned ? -0x1p63 : 0
        greatest = integer.isSigned ? 0x1p63 : 0x1p64
        // As a Number it has no more than a double's.
        precision = integer.isBigInt ? 64 : 53
        isBigInt = integer.isBigInt
        conversion = integer.conversion
    }

    package init(_ float: FloatCrossing) {
        let limit = float.isDouble ? Double.greatestFiniteMagnitude : Double(Float.greatestFiniteMagnitude)
        (least, greatest) = (-limit, limit)
        precision = float.isDouble ? 53 : 24
        hasFractions = true
        hasNonFinite = !float.isRestricted
    }

    /// - Parameter isGiven: whether JavaScript gives the numbers, so that it matters what happens to those that do not fit.
    package func relation(to new: NumberSet, isGiven: Bool) -> TypeRelation {
        if isBigInt != new.isBigInt { return .different }
        let relation: TypeRelation =
            switch (isSubset(of: new), new.isSubset(of: self)) {
            case (true, true): .same
            case (true, false): .wider
            case (false, true): .narrower
            case (false, false): .different
            }
        return isGiven && !hasFractions && !new.hasFractions ? relation.and(conversion(to: new)) : relation
    }

    /// What `[EnforceRange]` refuses, the others accept, each in its own way.
    private func conversion(to new: NumberSet) -> TypeRelation {
        if conversion == new.conversion { return .same }
        if conversion == .enforceRange { return .wider }
        return new.conversion == .enforceRange ? .narrower : .different
    }

    private func isSubset(of other: NumberSet) -> Bool {
        least >= other.least && greatest <= other.greatest && precision <= other.precision
            && (!hasFractions || other.hasFractions) && (!hasNonFinite || other.hasNonFinite)
    }
}
