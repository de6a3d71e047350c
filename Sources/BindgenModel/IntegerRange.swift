extension ResolvedType.IntegerType {
    /// The bounds of Web IDL 2.13: the greatest value, and the magnitude of the least.
    package var bounds: (greatest: UInt64, leastMagnitude: UInt64) {
        switch self {
        case .byte: return (0x7F, 0x80)
        case .octet: return (0xFF, 0)
        case .short: return (0x7FFF, 0x8000)
        case .unsignedShort: return (0xFFFF, 0)
        case .long: return (0x7FFF_FFFF, 0x8000_0000)
        case .unsignedLong: return (0xFFFF_FFFF, 0)
        case .longLong: return (UInt64(Int64.max), UInt64(Int64.max) + 1)
        case .unsignedLongLong: return (UInt64.max, 0)
        }
    }

    package func holds(magnitude: UInt64, isNegative: Bool) -> Bool {
        isNegative ? magnitude <= bounds.leastMagnitude : magnitude <= bounds.greatest
    }

    /// `-128 to 127`, for diagnostics.
    package var rangeInWords: String {
        let (greatest, least) = bounds
        return "\(least == 0 ? "" : "-")\(least) to \(greatest)"
    }
}
