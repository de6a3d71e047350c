import BindgenModel

/// `T?`, `(T or undefined)`, and an optional argument or dictionary member without a default: a Swift Optional.
///
///     sentinel      boolean, enum: one i32, -1 is absent
///     notANumber    integers up to 32 bits: one f64, NaN is absent
///     zero          callback, interface: one i32, 0 is absent
///     zeroAddress   string, sequence, buffer: address 0 is absent
///     address       dictionary: one i32, the address of the stored form, 0 is absent
///     flag          everything else: an i32 that is 1 where a value follows, then its slots
///
/// Stored forms have the same parts; a dictionary is stored in place behind a flag.
package struct NullableCrossing: CrossingForm {
    package enum Representation: String, Equatable, Sendable {
        case sentinel, notANumber, zero, zeroAddress, address, flag
    }
    /// What JavaScript has where there is no value.
    package enum Absence: String, Equatable, Sendable {
        /// `T?`: null; undefined is accepted too (Web IDL 3.2.20).
        case null
        /// `(T or undefined)`, an optional argument or member: undefined, or no property. A null is what T makes of it.
        case undefined
        /// An optional member of the type `T?`: no property; null is accepted for none.
        case nullOrUndefined
    }

    package var wrapped: Crossing
    package var absence: Absence
    package var representation: Representation

    package init(_ wrapped: Crossing, absence: Absence) {
        self.wrapped = wrapped
        self.absence = absence
        representation = wrapped.form.absentForm
    }

    package var spelling: String {
        switch absence {
        case .null: "\(wrapped)?"
        case .undefined: "\(wrapped)|undefined"
        case .nullOrUndefined: "\(wrapped)?|undefined"
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
    /// Behind an address the value stands in memory.
    package var parts: [Part] {
        let isFlagged = representation == .flag || representation == .address
        return [
            Part(
                wrapped, .oneOrNone, in: representation == .address ? .memory : .slots, offset: valueOffset, isFlagged: isFlagged)
        ]
    }
    package var traits: Traits {
        let ofValue = Traits(of: parts).union(wrapped.traits.intersection([.isView, .isLiftedInPlace]))
        switch representation {
        case .notANumber: return ofValue.union(.javaScriptReadsSlotAgain)
        case .sentinel, .zero, .zeroAddress, .flag:
            return ofValue.union([.swiftReadsSlotAgain, .javaScriptReadsSlotAgain])
        case .address:
            return ofValue.union([.swiftReadsSlotAgain, .javaScriptReadsSlotAgain, .isAddress, .lowersInSteps, .needsArena])
        }
    }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { wrapped.remote }
    package var nullable: NullableCrossing? { self }
}

extension Planner {
    mutating func planNullable(_ wrapped: ResolvedType, site: TypeSite) -> Crossing? {
        guard let crossing = planType(wrapped, site: site) else { return nil }
        return planAbsence(.null, of: crossing, site: site)
    }

    /// The crossing of a value that may be absent, or nil where an error has been reported.
    mutating func planAbsence(_ absence: NullableCrossing.Absence, of crossing: Crossing, site: TypeSite) -> Crossing? {
        if let known = crossing.nullable, known.absence == .undefined {
            // In `(T or undefined)?` undefined is undefined still (Web IDL 3.2.20).
            guard absence == .null else { return crossing }
            guard let wrapped = planAbsence(.null, of: known.wrapped, site: site) else { return nil }
            return .nullable(NullableCrossing(wrapped, absence: .undefined))
        }
        switch crossing.form.whereAbsent(crossing) {
        case .wraps(let wrapped): return .nullable(NullableCrossing(wrapped, absence: absence))
        case .refused(let rule, let message):
            report(rule, message, at: site)
            return nil
        }
    }
}
