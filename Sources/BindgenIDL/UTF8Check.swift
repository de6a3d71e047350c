/// Finds broken UTF-8 (Unicode 3.9, table 3-7) with the place, which `String`'s own validation does not give.
package enum UTF8Check {
    /// The offset of the first byte that belongs to no well-formed sequence.
    package static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(lead)
            guard length > 0, index + length <= bytes.count, secondByteRange(lead).contains(bytes[index + 1]) else {
                return index
            }
            for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    private static func sequenceLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// Keeps overlong forms, surrogates and scalars beyond U+10FFFF out.
    private static func secondByteRange(_ lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
