public import EmbeddedSupport

/// A number, or a yes or no, that several threads may change at once without a lock.
///
/// Every operation is sequentially consistent: all threads see all of them in one order.
///
/// ```swift
/// let done = Atomic(0)
/// parallelFor(count) { index in
///     work(on: index)
///     done.add(1)
/// }
/// ```
public final class Atomic<Value: AtomicValue>: @unchecked Sendable {
    @usableFromInline let place: UnsafeMutablePointer<Value>

    /// A place with a first value.
    public init(_ value: Value) {
        place = .allocate(capacity: 1)
        place.initialize(to: value)
    }

    deinit { place.deallocate() }

    @inlinable static var width: Int { MemoryLayout<Value>.size }

    /// The value now.
    @inlinable public func load() -> Value { Value(atomicBits: bindgen_atomic_load(place, Self.width)) }

    /// Puts `value` in the place of the one that was there.
    @inlinable public func store(_ value: Value) { bindgen_atomic_store(place, Self.width, value.atomicBits) }

    /// Puts `value` in the place of the one that was there, and gives that.
    @inlinable public func exchange(_ value: Value) -> Value {
        Value(atomicBits: bindgen_atomic_exchange(place, Self.width, value.atomicBits))
    }

    /// Puts `desired` in the place of `expected`, where that is the value. Gives what was there: `expected` means that it is `desired` now.
    @inlinable @discardableResult public func compareExchange(expected: Value, desired: Value) -> Value {
        Value(atomicBits: bindgen_atomic_compare_exchange(place, Self.width, expected.atomicBits, desired.atomicBits))
    }
}

extension Atomic where Value: FixedWidthInteger {
    /// Adds `number`, which wraps around, and gives the sum.
    @inlinable @discardableResult public func add(_ number: Value) -> Value {
        Value(atomicBits: bindgen_atomic_add(place, Self.width, number.atomicBits))
    }

    /// Subtracts `number`, which wraps around, and gives the difference.
    @inlinable @discardableResult public func subtract(_ number: Value) -> Value { add(0 &- number) }
}

/// What an `Atomic` can hold: integers of up to 64 bits, and `Bool`.
public protocol AtomicValue: BitwiseCopyable, Sendable, Equatable {
    /// For `Atomic`.
    init(atomicBits: UInt64)
    /// For `Atomic`.
    var atomicBits: UInt64 { get }
}

extension AtomicValue where Self: FixedWidthInteger {
    /// For `Atomic`.
    @inlinable public init(atomicBits: UInt64) { self.init(truncatingIfNeeded: atomicBits) }
    /// For `Atomic`.
    @inlinable public var atomicBits: UInt64 { UInt64(truncatingIfNeeded: self) }
}

extension Int: AtomicValue {}
extension Int8: AtomicValue {}
extension Int16: AtomicValue {}
extension Int32: AtomicValue {}
extension Int64: AtomicValue {}
extension UInt: AtomicValue {}
extension UInt8: AtomicValue {}
extension UInt16: AtomicValue {}
extension UInt32: AtomicValue {}
extension UInt64: AtomicValue {}

extension Bool: AtomicValue {
    /// For `Atomic`.
    @inlinable public init(atomicBits: UInt64) { self = atomicBits != 0 }
    /// For `Atomic`.
    @inlinable public var atomicBits: UInt64 { self ? 1 : 0 }
}
