/// A map as JavaScript has it: in the order in which keys came, equal as JavaScript's `Map` has it, and unharmed by changes while somebody
/// iterates. An exported `maplike` keeps its entries in one.
public struct JSMap<Key: JSKey, Value> {
    /// In the order of their places, which grow and are never given again.
    @usableFromInline var entries: [(place: UInt32, key: Key, value: Value)] = []
    /// Where each key is, by its hash: a place, or 0 for none.
    @usableFromInline var table: [UInt32] = []
    @usableFromInline var lastPlace: UInt32 = 0
    @usableFromInline var used = 0

    /// An empty map.
    @inlinable public init() {}

    /// The number of entries.
    @inlinable public var count: Int { entries.count }
    /// Whether there is no entry.
    @inlinable public var isEmpty: Bool { entries.isEmpty }

    /// The value of a key.
    @inlinable public subscript(key: Key) -> Value? {
        get { position(of: key).map { entries[$0].value } }
        set(value) {
            if let value { set(value, for: key) } else { _ = remove(key) }
        }
    }

    /// Whether there is an entry with the key.
    @inlinable public func contains(_ key: Key) -> Bool { position(of: key) != nil }

    /// Changes the value of a key, or adds an entry at the end.
    @inlinable public mutating func set(_ value: Value, for key: Key) {
        if let position = position(of: key) {
            entries[position].value = value
            return
        }
        lastPlace += 1
        entries.append((lastPlace, key.normalized, value))
        note(lastPlace, key.hashOfKey)
    }

    /// Takes an entry out; false where there is none.
    @inlinable public mutating func remove(_ key: Key) -> Bool {
        guard let position = position(of: key) else { return false }
        entries.remove(at: position)
        return true
    }

    /// Takes all entries out.
    @inlinable public mutating func removeAll() {
        entries = []
        table = []
        used = 0
    }

    /// The entries in their order.
    @inlinable public var pairs: [(key: Key, value: Value)] { entries.map { ($0.key, $0.value) } }

    /// The place of the first entry at a place or behind it, -1 where there is none. For generated code.
    @inlinable public func place(from place: UInt32) -> Int32 {
        let position = firstPosition(from: place)
        return position < entries.count ? Int32(entries[position].place) : -1
    }

    /// The key at a place that `place(from:)` gave. For generated code.
    @inlinable public func key(at place: UInt32) -> Key { entries[firstPosition(from: place)].key }

    /// The value there. For generated code.
    @inlinable public func value(at place: UInt32) -> Value { entries[firstPosition(from: place)].value }

    /// Where the first entry at a place or behind it stands.
    @usableFromInline func firstPosition(from place: UInt32) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Few entries are looked through; the table is for more.
    @usableFromInline func position(of key: Key) -> Int? {
        if table.isEmpty { return entries.firstIndex { $0.key.isSameKey(as: key) } }
        let mask = UInt32(table.count - 1)
        var slot = key.hashOfKey & mask
        while table[Int(slot)] != 0 {
            let place = table[Int(slot)]
            let position = firstPosition(from: place)
            if position < entries.count, entries[position].place == place, entries[position].key.isSameKey(as: key) {
                return position
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Places of entries that are gone stay in the table until it is made anew.
    @usableFromInline mutating func note(_ place: UInt32, _ hash: UInt32) {
        if entries.count <= 8, table.isEmpty { return }
        used += 1
        if used * 2 > table.count {
            var size = 32
            while size < entries.count * 4 { size *= 2 }
            table = [UInt32](repeating: 0, count: size)
            used = entries.count
            for entry in entries { put(entry.place, entry.key.hashOfKey) }
        } else {
            put(place, hash)
        }
    }

    @usableFromInline mutating func put(_ place: UInt32, _ hash: UInt32) {
        let mask = UInt32(table.count - 1)
        var slot = hash & mask
        while table[Int(slot)] != 0 { slot = (slot + 1) & mask }
        table[Int(slot)] = place
    }
}

/// A set as JavaScript has it, in the order in which values came. An exported `setlike` keeps its values in one.
public struct JSSet<Value: JSKey> {
    @usableFromInline var map = JSMap<Value, Bool>()

    /// An empty set.
    @inlinable public init() {}

    /// The number of values.
    @inlinable public var count: Int { map.count }
    /// Whether there is no value.
    @inlinable public var isEmpty: Bool { map.isEmpty }
    /// The values in their order.
    @inlinable public var values: [Value] { map.entries.map { $0.key } }
    /// Whether the value is there.
    @inlinable public func contains(_ value: Value) -> Bool { map.contains(value) }
    /// Adds a value at the end, where it is not there yet.
    @inlinable public mutating func insert(_ value: Value) { map.set(true, for: value) }
    /// Takes a value out; false where it is not there.
    @inlinable public mutating func remove(_ value: Value) -> Bool { map.remove(value) }
    /// Takes all values out.
    @inlinable public mutating func removeAll() { map.removeAll() }

    /// The place of the first value at a place or behind it, -1 where there is none. For generated code.
    @inlinable public func place(from place: UInt32) -> Int32 { map.place(from: place) }
    /// The value at a place that `place(from:)` gave. For generated code.
    @inlinable public func value(at place: UInt32) -> Value { map.key(at: place) }
}

/// What can be a key of a `JSMap`: equal as in JavaScript's `Map`, which compares strings by their code units.
public protocol JSKey {
    /// Whether JavaScript takes both for one key.
    func isSameKey(as other: Self) -> Bool
    /// A number that is the same for the same key.
    var hashOfKey: UInt32 { get }
    /// The key as it is kept: zero for a negative one.
    var normalized: Self { get }
}

extension JSKey {
    /// The key itself.
    @inlinable public var normalized: Self { self }
}

extension String: JSKey {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 { hashOfBytes(utf8) }
}

/// A `ByteString`, byte by byte.
extension Array: JSKey where Element == UInt8 {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: [UInt8]) -> Bool { self == other }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 { hashOfBytes(self) }
}

/// FNV-1a.
@inlinable func hashOfBytes(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
}

extension Bool: JSKey {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: Bool) -> Bool { self == other }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 { self ? 1 : 0 }
}

extension JSKey where Self: FixedWidthInteger {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: Self) -> Bool { self == other }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 {
        let bits = UInt64(truncatingIfNeeded: self)
        return UInt32(truncatingIfNeeded: bits ^ (bits >> 32)) &* 0x9e37_79b1
    }
}

extension Int8: JSKey {}
extension UInt8: JSKey {}
extension Int16: JSKey {}
extension UInt16: JSKey {}
extension Int32: JSKey {}
extension UInt32: JSKey {}
extension Int64: JSKey {}
extension UInt64: JSKey {}

extension Double: JSKey {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 { isNaN ? 1 : (self + 0.0).bitPattern.hashOfKey }
    /// Zero without a sign.
    @inlinable public var normalized: Double { self == 0 ? 0 : self }
}

extension Float: JSKey {
    /// As JavaScript compares keys.
    @inlinable public func isSameKey(as other: Float) -> Bool { self == other || (isNaN && other.isNaN) }
    /// A hash of the key.
    @inlinable public var hashOfKey: UInt32 { isNaN ? 1 : (self + 0.0).bitPattern.hashOfKey }
    /// Zero without a sign.
    @inlinable public var normalized: Float { self == 0 ? 0 : self }
}

/// What generated code asks of iterations.
public enum Iteration {
    /// A place below a count, or -1. For generated code.
    @inlinable public static func place(_ place: UInt32, below count: Int) -> Int32 {
        Int(place) < count ? Int32(place) : -1
    }

    /// Whether a name is among others, by its code units. For generated code.
    @inlinable public static func contains(_ names: [String], _ name: String) -> Bool {
        names.contains { $0.isSameKey(as: name) }
    }
}
