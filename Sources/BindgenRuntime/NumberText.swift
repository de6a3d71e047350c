#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Numbers as decimal text, by JavaScript's own conversions: they take 300 bytes of glue, where Swift's take 10 kB of wasm.
///
/// Numbers that are not finite are `nan`, `inf` and `-inf`, as in Swift's `description`.
extension String {
    /// A number with so many digits behind the point, from 0 to 100: `String(2.0 / 3, fractionDigits: 2)` is `0.67`.
    public init(_ value: Double, fractionDigits: Int) {
        self = numberText(value, .fixed, fractionDigits)
    }

    /// A number with so many digits behind the point, from 0 to 100.
    public init(_ value: Float, fractionDigits: Int) { self.init(Double(value), fractionDigits: fractionDigits) }

    /// A number with so many digits in all, from 1 to 100: `String(2.0 / 3, significantDigits: 2)` is `0.67`, and of 66,700 it is `6.7e+4`.
    public init(_ value: Double, significantDigits: Int) {
        self = numberText(value, .significant, significantDigits)
    }

    /// A number with so many digits in all, from 1 to 100.
    public init(_ value: Float, significantDigits: Int) { self.init(Double(value), significantDigits: significantDigits) }

    /// The fewest digits that tell this number from all others, as JavaScript writes it: `1`, `0.1`, `1e+21`.
    public init(shortest value: Double) { self = numberText(value, .shortest, 17) }

    /// The fewest digits that tell this number from all others of its type.
    public init(shortest value: Float) { self = numberText(Double(value), .shortestFloat, 9) }
}

/// How a number is written; the glue knows these numbers.
private enum NumberStyle: Int32 {
    case shortest, shortestFloat, fixed, significant
}

private func numberText(_ value: Double, _ style: NumberStyle, _ digits: Int) -> String {
    if !value.isFinite { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let digits = min(max(digits, style == .fixed ? 0 : 1), 100)
    // 309 digits, a sign, a point, and 100 digits behind it.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 416) { room in
        let count = write(value, style, Int32(truncatingIfNeeded: digits), room)
        let bytes = UnsafeBufferPointer(start: room.baseAddress, count: count)
        return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true))
    }
}

#if arch(wasm32)
private func write(_ value: Double, _ style: NumberStyle, _ digits: Int32, _ room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    Int(bindgen_number_text(value, style.rawValue, digits, Region.address(room.baseAddress)))
}

@_extern(wasm, module: "bindgen", name: "number text") @_extern(c)
func bindgen_number_text(_ value: Double, _ style: Int32, _ digits: Int32, _ address: Int32) -> Int32
#else
/// On the host the C library writes; only tests see it.
private func write(_ value: Double, _ style: NumberStyle, _ digits: Int32, _ room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    room.withMemoryRebound(to: CChar.self) { room in
        func print(_ format: String, _ digits: Int32) -> Int {
            Int(withVaList([digits, value]) { vsnprintf(room.baseAddress, room.count, format, $0) })
        }
        switch style {
        case .fixed: return print("%.*f", digits)
        case .significant: return print("%.*g", digits)
        case .shortest, .shortestFloat:
            for count in 1..<digits {
                let length = print("%.*g", count)
                let read = strtod(room.baseAddress.unsafelyUnwrapped, nil)
                if style == .shortest ? read == value : Float(read) == Float(value) { return length }
            }
            return print("%.*g", digits)
        }
    }
}
#endif
