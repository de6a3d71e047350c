package import BindgenModel

/// The integers of 8 to 32 bits: one i32 flat; their own width stored, so that a sequence of them is a Swift array's memory.
///
/// JavaScript hands over a Number and wasm's ToInt32 takes it modulo 2^32 (Web IDL 3.2.4); Swift keeps the low bits of the narrower
/// types. `[EnforceRange]` and `[Clamp]` are applied in JavaScript before.
package struct IntegerCrossing: CrossingForm {
    package var bits: Int
    package var isSigned: Bool
    package var conversion: ResolvedType.IntegerConversion

    package var spelling: String { conversion.prefix + (isSigned ? "int" : "uint") + String(bits) }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .swiftLowersInPlace, .isLiftedInPlace] }
    package var absentForm: NullableCrossing.Representation { .notANumber }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
    package var scalar: Scalar? {
        switch (bits, isSigned) {
        case (8, true): .int8
        case (8, false): .uint8
        case (16, true): .int16
        case (16, false): .uint16
        case (32, true): .int32
        case (_, _): .uint32
        }
    }
    package var layout: Layout { Layout(size: bits / 8, alignment: bits / 8) }

    /// The least and the greatest value.
    package var bounds: (Int64, Int64) {
        if !isSigned { return (0, (1 << Int64(bits)) - 1) }
        let half: Int64 = 1 << Int64(bits - 1)
        return (-half, half - 1)
    }
}

/// `long long` and `unsigned long long`: a Number crosses as f64 (already truncated and in range), a `[BigInt]` as i64.
package struct LongIntegerCrossing: CrossingForm {
    package var isSigned: Bool
    package var conversion: ResolvedType.IntegerConversion
    package var isBigInt: Bool

    package var spelling: String {
        conversion.prefix + (isBigInt ? "[BigInt] " : "") + (isSigned ? "int64" : "uint64")
    }
    package var slots: [Slot] { [Slot(isBigInt ? .i64 : .f64)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .isLiftedInPlace] }
    package var absentForm: NullableCrossing.Representation { .flag }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .clone }
}

extension ResolvedType.IntegerConversion {
    fileprivate var prefix: String {
        switch self {
        case .modulo: ""
        case .enforceRange: "[EnforceRange] "
        case .clamp: "[Clamp] "
        }
    }
}

extension Planner {
    func planInteger(
        _ type: ResolvedType.IntegerType, _ conversion: ResolvedType.IntegerConversion, site: TypeSite
    ) -> Crossing {
        func narrow(_ bits: Int, _ isSigned: Bool) -> Crossing {
            .integer(IntegerCrossing(bits: bits, isSigned: isSigned, conversion: conversion))
        }
        func wide(_ isSigned: Bool) -> Crossing {
            .longInteger(
                LongIntegerCrossing(isSigned: isSigned, conversion: conversion, isBigInt: site.annotations.isBigInt))
        }
        return switch type {
        case .byte: narrow(8, true)
        case .octet: narrow(8, false)
        case .short: narrow(16, true)
        case .unsignedShort: narrow(16, false)
        case .long: narrow(32, true)
        case .unsignedLong: narrow(32, false)
        case .longLong: wide(true)
        case .unsignedLongLong: wide(false)
        }
    }
}
