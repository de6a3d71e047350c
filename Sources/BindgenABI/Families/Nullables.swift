import BindgenModel

/// `T?`, and an optional argument or dictionary member without a default: a Swift Optional.
///
///     sentinel      boolean, enum: one i32, -1 is absent
///     notANumber    integers up to 32 bits: one f64, NaN is absent
///     zero          callback, interface: one i32, 0 is absent
///     zeroAddress   string, sequence, buffer: address 0 is absent
///     address       dictionary: one i32, the address of the stored form, 0 is absent
///     flag          everything else: an i32 that is 1 where a value follows, then its slots
///
/// Stored forms have the same parts; a dictionary is stored in place behind a flag.
package struct NullableCrossing: Equatable, Sendable, CrossingForm {
    package enum Representation: String, Equatable, Sendable {
        case sentinel, notANumber, zero, zeroAddress, address, flag
    }
    /// What JavaScript has where there is no value.
    package enum Absence: String, Equatable, Sendable {
        /// `T?`: null; undefined is accepted too (Web IDL 3.2.20).
        case null
        /// An optional argument or member: undefined, or no property.
        case undefined
    }

    package var wrapped: Crossing
    package var absence: Absence
    package var representation: Representation

    package init(_ wrapped: Crossing, absence: Absence) {
        self.wrapped = wrapped
        self.absence = absence
        representation =
            switch wrapped {
            case .boolean, .enumeration: .sentinel
            case .integer: .notANumber
            case .callback, .object, .importedObject: .zero
            case .string, .sequence, .buffer: .zeroAddress
            case .dictionary: .address
            case .undefined, .longInteger, .float, .nullable: .flag
            }
    }

    package var slots: [Slot] {
        switch representation {
        case .sentinel, .zero, .zeroAddress: wrapped.slots
        case .notANumber: [Slot(.f64)]
        case .address: [Slot(.i32)]
        case .flag: [Slot(.i32, suffix: "isPresent")] + wrapped.slots
        }
    }
    package var layout: Layout {
        switch representation {
        case .sentinel, .zero, .zeroAddress: return wrapped.layout
        case .notANumber: return Layout(.f64)
        case .flag, .address:
            var layout = Layout(.i32)
            _ = layout.append(wrapped.layout)
            return layout
        }
    }
    /// Where the value stands behind its flag.
    package var valueOffset: Int {
        var layout = Layout(.i32)
        return representation == .flag || representation == .address ? layout.append(wrapped.layout) : 0
    }
    package var isVariable: Bool { wrapped.isVariable }
    package var lowersInSteps: Bool { wrapped.lowersInSteps || representation == .address }
}

extension Planner {
    mutating func planNullable(_ wrapped: ResolvedType, site: TypeSite) -> Crossing? {
        guard let crossing = planType(wrapped, site: site) else { return nil }
        return planAbsence(of: crossing, .null, site: site)
    }

    /// A value that may be absent. A span cannot be, so Swift gets an array of its own.
    mutating func planAbsence(of crossing: Crossing, _ absence: NullableCrossing.Absence, site: TypeSite) -> Crossing? {
        switch crossing {
        case .string(let string) where string.isBorrowed:
            report(
                "borrow-position", "[Borrow] lends a string that is there; drop [Borrow], or give the argument a default",
                at: site)
            return nil
        case .buffer(let buffer) where buffer.passing == .into:
            report("into-position", "[Into] fills an array that is there; make the argument required and not nullable", at: site)
            return nil
        case .buffer(var buffer) where buffer.passing == .borrow:
            buffer.passing = .copy
            return .nullable(NullableCrossing(.buffer(buffer), absence: absence))
        default:
            return .nullable(NullableCrossing(crossing, absence: absence))
        }
    }
}
