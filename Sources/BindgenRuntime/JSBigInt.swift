/// A bigint of any size: the `bigint` of Web IDL.
///
/// A value of at most 64 bits is Swift's own; of a larger one Swift holds JavaScript's.
///
/// ```swift
/// // bigint double(bigint value);
/// static func double(value: JSBigInt) -> JSBigInt {
///     guard let small = Int64(exactly: value) else { return value }
///     let (result, overflows) = small.multipliedReportingOverflow(by: 2)
///     return overflows ? value : JSBigInt(result)
/// }
/// ```
public struct JSBigInt {
    /// The value where there is no handle. For generated code.
    public let low: Int64
    /// JavaScript's value, which more than 64 bits have.
    let large: JSObject?

    /// A value of 64 bits.
    @inlinable public init(_ value: Int64) { self.init(small: value) }

    @usableFromInline init(small value: Int64) {
        low = value
        large = nil
    }

    /// A value by the 64-bit words of its magnitude, the lowest first.
    public init(words: [UInt64], isNegative: Bool = false) {
        let count = words.count - words.reversed().prefix { $0 == 0 }.count
        let first = count == 0 ? 0 : words[0]
        if count <= 1, first <= UInt64(Int64.max) + (isNegative ? 1 : 0) {
            self.init(small: isNegative ? 0 &- Int64(bitPattern: first) : Int64(bitPattern: first))
            return
        }
        let handle = Lower.elements(words) { address, _ in
            bindgen_new_bigint(address, Int32(truncatingIfNeeded: count), isNegative ? 1 : 0)
        }
        self.init(low: 0, adopting: handle)
    }

    /// Takes over a value that crossed. For generated code.
    public init(low: Int64, adopting handle: Int32) {
        self.low = low
        large = handle == 0 ? nil : JSObject(adopting: handle)
    }

    /// The value's place in the instance's table; 0 where it has none. For generated code.
    public var handle: Int32 { large?.handle ?? 0 }
}

extension JSBigInt {
    /// The 64-bit words of the magnitude, the lowest first; none for 0.
    public var words: [UInt64] {
        guard let large else { return low == 0 ? [] : [low.magnitude] }
        defer { extendLifetime(large) }
        let count = Int(bindgen_word_count(large.handle))
        return [UInt64](unsafeUninitializedCapacity: count < 0 ? ~count : count) { buffer, initialized in
            bindgen_words(large.handle, Region.address(buffer.baseAddress), Int32(truncatingIfNeeded: buffer.count))
            initialized = buffer.count
        }
    }

    /// Whether the value is less than 0.
    public var isNegative: Bool {
        guard let large else { return low < 0 }
        defer { extendLifetime(large) }
        return bindgen_word_count(large.handle) < 0
    }
}

extension Int64 {
    /// The same value; nil where 64 bits do not hold it.
    public init?(exactly value: JSBigInt) {
        guard value.large == nil else { return nil }
        self = value.low
    }
}

extension UInt64 {
    /// The same value; nil where it is negative, or 64 bits do not hold it.
    public init?(exactly value: JSBigInt) {
        let words = value.words
        if words.isEmpty { self = 0; return }
        guard words.count == 1, !value.isNegative else { return nil }
        self = words[0]
    }
}

extension JSBigInt: Equatable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// `1`
    @inlinable public init(integerLiteral value: Int64) { self.init(value) }

    /// Whether two values are equal. A value that 64 bits hold is never held by JavaScript.
    public static func == (one: JSBigInt, other: JSBigInt) -> Bool { one.low == other.low && one.large == other.large }

    /// The decimal digits.
    public var description: String { large?.primitiveText ?? String(low) }
}

extension Lift {
    /// A bigint that crossed: the value, or the handle of a larger one.
    public static func bigint(_ low: Int64, _ handle: Int32) -> JSBigInt { JSBigInt(low: low, adopting: handle) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "newBigInt") @_extern(c)
func bindgen_new_bigint(_ address: Int32, _ count: Int32, _ isNegative: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "wordCount") @_extern(c)
func bindgen_word_count(_ handle: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "words") @_extern(c)
func bindgen_words(_ handle: Int32, _ address: Int32, _ count: Int32)
#else
func bindgen_new_bigint(_ address: Int32, _ count: Int32, _ isNegative: Int32) -> Int32 { Region.hostOnly("newBigInt") }
func bindgen_word_count(_ handle: Int32) -> Int32 { Region.hostOnly("wordCount") }
func bindgen_words(_ handle: Int32, _ address: Int32, _ count: Int32) { Region.hostOnly("words") }
#endif
