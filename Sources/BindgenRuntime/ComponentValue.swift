import EmbeddedSupport

/// A value as the canonical ABI of the component model has it (CanonicalABI.md). For generated code of components.
///
/// Flat, a value is a list of core values, each of which stands in a word of 64 bits here: so what the ABI says of joined types needs no
/// conversion. Stored, it is a block of linear memory. Strings and lists that come from the host lie in memory that is Swift's, and are freed when
/// they are read; those that Swift gives are freed by ``ComponentMemory``.
@_documentation(visibility: internal)
public protocol ComponentValue {
    static var componentSize: Int { get }
    static var componentAlignment: Int { get }
    /// The number of core values of the flat form.
    static var componentFlatCount: Int { get }
    static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Self
    static func load(_ place: UnsafeMutableRawPointer) -> Self
    func lower(_ words: UnsafeMutablePointer<UInt64>)
    func store(_ place: UnsafeMutableRawPointer)
}

/// The memory of values that leave a component.
@_documentation(visibility: internal)
public enum ComponentMemory {
    /// The flat form of the arguments or of the result of a call; nothing of the program's runs while something stands there.
    @inlinable public static var words: UnsafeMutablePointer<UInt64> {
        Region.resultArea.assumingMemoryBound(to: UInt64.self)
    }

    /// The latest block; the head of each one names the one before it.
    @usableFromInline nonisolated(unsafe) static var latest: UnsafeMutableRawPointer?
    @usableFromInline static let headSize = 16

    /// Memory that is freed by ``free(to:)``.
    public static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let block = UnsafeMutableRawPointer.allocate(byteCount: size + headSize, alignment: 8)
        block.storeBytes(of: UInt(bitPattern: latest), as: UInt.self)
        latest = block
        return block + headSize
    }

    /// What is allocated now; to be given to ``free(to:)``.
    public static var mark: UnsafeMutableRawPointer? { latest }

    /// Frees all that was allocated since.
    public static func free(to mark: UnsafeMutableRawPointer? = nil) {
        while let block = latest, block != mark {
            latest = UnsafeMutableRawPointer(bitPattern: block.load(as: UInt.self))
            block.deallocate()
        }
    }

    /// `cabi_realloc`: memory for what the host hands over.
    public static func reallocate(_ old: Int32, _ oldSize: Int32, _ alignment: Int32, _ size: Int32) -> Int32 {
        // Nothing lies at the address of nothing, which is aligned all the same.
        if size == 0 { return alignment }
        let block = UnsafeMutableRawPointer.allocate(byteCount: Int(UInt32(bitPattern: size)), alignment: 8)
        if oldSize != 0 {
            block.copyMemory(from: Region.pointer(old), byteCount: Int(UInt32(bitPattern: min(oldSize, size))))
            Region.pointer(old).deallocate()
        }
        return Region.address(block)
    }

    /// Looks whether the host's list lies in memory, and traps where it does not: nothing outside is read.
    @inlinable static func check(_ address: UInt32, _ count: UInt32, stride: Int) {
        let end = UInt64(address) + UInt64(count) * UInt64(stride)
        if end > bindgen_memory_bytes() { fatalError("the host gives a list that does not lie in memory") }
    }

    @inlinable static func release(_ address: UInt32, _ byteCount: Int) {
        if byteCount > 0 { Region.pointer(Int32(bitPattern: address)).deallocate() }
    }
}

/// An error's value on its way to the type of errors that it is of, each of which has a number in its module.
@_documentation(visibility: internal)
open class ComponentFault {
    public final let number: Int32
    public init(number: Int32) { self.number = number }
}

/// The result of a function that gives none, where a `result` has its place.
@_documentation(visibility: internal)
public struct ComponentNothing: ComponentValue {
    @inlinable public init() {}
    public static var componentSize: Int { 0 }
    public static var componentAlignment: Int { 1 }
    public static var componentFlatCount: Int { 0 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> ComponentNothing { ComponentNothing() }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> ComponentNothing { ComponentNothing() }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) {}
    @inlinable public func store(_ place: UnsafeMutableRawPointer) {}
}

// MARK: Numbers

extension Bool: ComponentValue {
    public static var componentSize: Int { 1 }
    public static var componentAlignment: Int { 1 }
    public static var componentFlatCount: Int { 1 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Bool { words[0] != 0 }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Bool { place.load(as: UInt8.self) != 0 }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) { words[0] = self ? 1 : 0 }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) { place.storeBytes(of: self ? 1 : 0, as: UInt8.self) }
}

@_documentation(visibility: internal)
extension ComponentValue where Self: FixedWidthInteger & BitwiseCopyable {
    @inlinable public static var componentSize: Int { MemoryLayout<Self>.size }
    @inlinable public static var componentAlignment: Int { MemoryLayout<Self>.size }
    @inlinable public static var componentFlatCount: Int { 1 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Self { Self(truncatingIfNeeded: words[0]) }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Self { place.load(as: Self.self) }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) { words[0] = UInt64(truncatingIfNeeded: self) }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) { place.storeBytes(of: self, as: Self.self) }
}

extension Int8: ComponentValue {}
extension UInt8: ComponentValue {}
extension Int16: ComponentValue {}
extension UInt16: ComponentValue {}
extension Int32: ComponentValue {}
extension UInt32: ComponentValue {}
extension Int64: ComponentValue {}
extension UInt64: ComponentValue {}

extension Float: ComponentValue {
    public static var componentSize: Int { 4 }
    public static var componentAlignment: Int { 4 }
    public static var componentFlatCount: Int { 1 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Float {
        Float(bitPattern: UInt32(truncatingIfNeeded: words[0]))
    }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Float { place.load(as: Float.self) }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) { words[0] = UInt64(bitPattern) }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) { place.storeBytes(of: self, as: Float.self) }
}

extension Double: ComponentValue {
    public static var componentSize: Int { 8 }
    public static var componentAlignment: Int { 8 }
    public static var componentFlatCount: Int { 1 }
    @inlinable public static func lift(_ words: UnsafeMutablePointer<UInt64>) -> Double { Double(bitPattern: words[0]) }
    @inlinable public static func load(_ place: UnsafeMutableRawPointer) -> Double { place.load(as: Double.self) }
    @inlinable public func lower(_ words: UnsafeMutablePointer<UInt64>) { words[0] = bitPattern }
    @inlinable public func store(_ place: UnsafeMutableRawPointer) { place.storeBytes(of: self, as: Double.self) }
}
