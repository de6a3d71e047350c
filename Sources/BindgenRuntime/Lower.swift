public import EmbeddedSupport

/// Values from Swift to their wasm form. The shims that `bindgen` generates call these; programs do not.
///
/// The compiler does not see that JavaScript reads what stands at an address, so whoever owns it is kept until the call has returned.
public enum Lower {
    /// The string's own UTF-8 bytes, for the duration of `body`.
    @inlinable public static func string<Result>(_ value: String, _ body: (Int32, Int32) -> Result) -> Result {
        defer { extendLifetime(value) }
        return value.utf8Span.span.withUnsafeBufferPointer { bytes in
            // An address of 0 would mean null.
            body(bytes.isEmpty ? 1 : Region.address(bytes.baseAddress), Int32(truncatingIfNeeded: bytes.count))
        }
    }

    /// A string as a result: its bytes in the result area and their number, or -1 after `deliver` has handed them over.
    ///
    /// Above 24 bytes the number says by its complement that all are ASCII: for a long text that halves the time to read it.
    @inlinable public static func text(_ value: String, _ deliver: (Int32, Int32) -> Void) -> Int32 {
        defer { extendLifetime(value) }
        let utf8 = value.utf8Span
        return utf8.span.withUnsafeBufferPointer { bytes in
            let count = Int32(truncatingIfNeeded: bytes.count)
            #if BINDGEN_SMALL
            let length = count
            #else
            let length = count > 24 && utf8.isKnownASCII ? ~count : count
            #endif
            if count > 248 {
                deliver(Region.address(bytes.baseAddress), length)
                return -1
            }
            if let start = bytes.baseAddress { Region.resultArea.copyMemory(from: start, byteCount: Int(count)) }
            return length
        }
    }

    /// The same for a string that may be absent: an address of 0.
    @inlinable public static func optionalString<Result>(_ value: String?, _ body: (Int32, Int32) -> Result) -> Result {
        guard let value else { return body(0, 0) }
        return string(value, body)
    }

    /// The array's own elements, for the duration of `body`.
    @inlinable public static func elements<Element: BitwiseCopyable, Result>(
        _ value: [Element], _ body: (Int32, Int32) -> Result
    ) -> Result {
        defer { extendLifetime(value) }
        return value.withUnsafeBufferPointer { elements in
            body(elements.isEmpty ? 16 : Region.address(elements.baseAddress), Int32(truncatingIfNeeded: elements.count))
        }
    }

    /// The same for an array that may be absent: an address of 0.
    @inlinable public static func optionalElements<Element: BitwiseCopyable, Result>(
        _ value: [Element]?, _ body: (Int32, Int32) -> Result
    ) -> Result {
        guard let value else { return body(0, 0) }
        return elements(value, body)
    }

    /// A reference for JavaScript, which releases it with `release`.
    @inlinable public static func object(_ value: AnyObject) -> Int32 {
        Region.address(Unmanaged.passRetained(value).toOpaque())
    }

    /// Gives back a reference that JavaScript had; the object at `address` may be gone after.
    @inlinable public static func release(_ address: Int32) {
        let place = Region.pointer(address)
        if bindgen_leave_to_borrower(place) { return }
        Unmanaged<AnyObject>.fromOpaque(place).release()
    }

    /// Adds a reference to the object at `address`.
    @inlinable public static func retain(_ address: Int32) {
        _ = Unmanaged<AnyObject>.fromOpaque(Region.pointer(address)).retain()
    }

    /// An integer of at most 32 bits as a Number; NaN for none.
    @inlinable @inline(__always) public static func optional<Value: FixedWidthInteger>(_ value: Value?) -> Double {
        guard let value else { return .nan }
        return Double(Int64(truncatingIfNeeded: value))
    }
}
