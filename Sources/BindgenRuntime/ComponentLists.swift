import EmbeddedSupport

// Values of the canonical ABI whose size varies.

/// What a string and a list have in common: an address and a count, in this order.
@_documentation(visibility: internal)
public protocol ComponentList: ComponentValue {
    static func load(_ address: UInt32, _ count: UInt32) -> Self
    /// Copies the elements to memory that is freed later.
    func stored() -> (address: UInt32, count: UInt32)
}

@_documentation(visibility: internal)
extension ComponentList {
    @inlinable public static var componentSize: Int { 8 }
    @inlinable public static var componentAlignment: Int { 4 }
    @inlinable public static var componentFlatCount: Int { 2 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Self {
        load(UInt32(truncatingIfNeeded: words[0]), UInt32(truncatingIfNeeded: words[1]))
    }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Self {
        load(place.load(as: UInt32.self), place.load(fromByteOffset: 4, as: UInt32.self))
    }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) {
        let (address, count) = stored()
        words[0] = UInt64(address)
        words[1] = UInt64(count)
    }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) {
        let (address, count) = stored()
        place.storeBytes(of: address, as: UInt32.self)
        place.storeBytes(of: count, toByteOffset: 4, as: UInt32.self)
    }
}

extension String: ComponentList {
    /// A host that follows the ABI gives UTF-8; what is none traps, before anybody takes it for a text.
    public static func load(_ address: UInt32, _ count: UInt32) -> String {
        ComponentMemory.check(address, count, stride: 1)
        if count == 0 { return "" }
        let bytes = UnsafeRawBufferPointer(start: Region.pointer(Int32(bitPattern: address)), count: Int(count))
        guard let text = String(validating: bytes, as: UTF8.self) else { fatalError("the host gives a string that is no UTF-8") }
        ComponentMemory.release(address, Int(count))
        return text
    }

    public func stored() -> (address: UInt32, count: UInt32) {
        var text = self
        return text.withUTF8 { bytes in
            if bytes.isEmpty { return (1, 0) }
            let place = ComponentMemory.allocate(bytes.count)
            place.copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
            return (UInt32(bitPattern: Region.address(place)), UInt32(bytes.count))
        }
    }
}

extension Array: ComponentValue, ComponentList where Element: ComponentValue {
    public static func load(_ address: UInt32, _ count: UInt32) -> [Element] {
        let stride = Element.componentSize
        ComponentMemory.check(address, count, stride: stride)
        if count == 0 { return [] }
        let place = Region.pointer(Int32(bitPattern: address))
        let elements = [Element](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            for index in 0..<Int(count) {
                (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: Element.load(place + index * stride))
                initialized = index + 1
            }
        }
        ComponentMemory.release(address, Int(count) * stride)
        return elements
    }

    public func stored() -> (address: UInt32, count: UInt32) {
        let stride = Element.componentSize
        if isEmpty || stride == 0 { return (UInt32(Element.componentAlignment), UInt32(count)) }
        let place = ComponentMemory.allocate(count * stride)
        for index in indices { self[index].store(place + index * stride) }
        return (UInt32(bitPattern: Region.address(place)), UInt32(count))
    }
}

@_documentation(visibility: internal)
extension ComponentMemory {
    /// The same array with elements of its own: the storage that all empty ones share is aligned for none of eight bytes, and a span traps
    /// where it is not.
    public static func placed<Element>(_ array: [Element]) -> [Element] {
        if !array.isEmpty { return array }
        var array = array
        array.reserveCapacity(1)
        return array
    }
}

/// `list<tuple<string, V>>`.
@_documentation(visibility: internal)
extension JSRecord: ComponentValue, ComponentList where Key == String, Value: ComponentValue {
    public static func load(_ address: UInt32, _ count: UInt32) -> JSRecord<String, Value> {
        let pairs = [ComponentPair<Value>].load(address, count)
        return JSRecord(pairs: pairs.map { (key: $0.key, value: $0.value) })
    }

    public func stored() -> (address: UInt32, count: UInt32) {
        map { ComponentPair(key: $0.key, value: $0.value) }.stored()
    }
}

/// An entry of a record.
struct ComponentPair<Value: ComponentValue>: ComponentValue {
    var key: String
    var value: Value

    private static var offset: Int { (8 + Value.componentAlignment - 1) / Value.componentAlignment * Value.componentAlignment }
    static var componentAlignment: Int { Swift.max(4, Value.componentAlignment) }
    static var componentSize: Int {
        (offset + Value.componentSize + componentAlignment - 1) / componentAlignment * componentAlignment
    }
    static var componentFlatCount: Int { 2 + Value.componentFlatCount }
    static func lift(_ words: UnsafeMutablePointer<UInt64>) -> ComponentPair {
        ComponentPair(key: String.lift(words), value: Value.lift(words + 2))
    }
    static func load(_ place: UnsafeMutableRawPointer) -> ComponentPair {
        ComponentPair(key: String.load(place), value: Value.load(place + offset))
    }
    func lower(_ words: UnsafeMutablePointer<UInt64>) {
        key.lower(words)
        value.lower(words + 2)
    }
    func store(_ place: UnsafeMutableRawPointer) {
        key.store(place)
        value.store(place + Self.offset)
    }
}

/// `option<T>`: a variant of two cases.
extension Optional: ComponentValue where Wrapped: ComponentValue {
    @inlinable public static var componentAlignment: Int { Wrapped.componentAlignment }
    /// The case takes a byte, and the value stands behind it at its alignment.
    @inlinable public static var componentSize: Int { Wrapped.componentAlignment + Wrapped.componentSize }
    @inlinable public static var componentFlatCount: Int { 1 + Wrapped.componentFlatCount }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Wrapped? {
        words[0] == 0 ? nil : Wrapped.lift(words + 1)
    }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Wrapped? {
        place.load(as: UInt8.self) == 0 ? nil : Wrapped.load(place + Wrapped.componentAlignment)
    }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) {
        words[0] = self == nil ? 0 : 1
        if let self { self.lower(words + 1) } else { for index in 0..<Wrapped.componentFlatCount { words[1 + index] = 0 } }
    }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) {
        place.storeBytes(of: self == nil ? 0 : 1, as: UInt8.self)
        if let self { self.store(place + Wrapped.componentAlignment) }
    }
}

/// `result<T, E>`.
@_documentation(visibility: internal)
public enum ComponentResult<Success: ComponentValue, Failure: ComponentValue>: ComponentValue {
    case success(Success)
    case failure(Failure)

    @inlinable public static var componentAlignment: Int { Swift.max(Success.componentAlignment, Failure.componentAlignment) }
    @inlinable public static var componentSize: Int {
        let size = componentAlignment + Swift.max(Success.componentSize, Failure.componentSize)
        return (size + componentAlignment - 1) / componentAlignment * componentAlignment
    }
    @inlinable public static var componentFlatCount: Int { 1 + Swift.max(Success.componentFlatCount, Failure.componentFlatCount) }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> ComponentResult {
        words[0] == 0 ? .success(Success.lift(words + 1)) : .failure(Failure.lift(words + 1))
    }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> ComponentResult {
        let value = place + componentAlignment
        return place.load(as: UInt8.self) == 0 ? .success(Success.load(value)) : .failure(Failure.load(value))
    }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) {
        for index in 0..<Self.componentFlatCount { words[index] = 0 }
        switch self {
        case .success(let value): value.lower(words + 1)
        case .failure(let value):
            words[0] = 1
            value.lower(words + 1)
        }
    }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) {
        let target = place + Self.componentAlignment
        switch self {
        case .success(let value):
            place.storeBytes(of: 0, as: UInt8.self)
            value.store(target)
        case .failure(let value):
            place.storeBytes(of: 1, as: UInt8.self)
            value.store(target)
        }
    }
}
