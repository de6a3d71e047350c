/// Memory for the stored form of values on their way to JavaScript: dictionaries and sequences that hold more than numbers.
///
/// Blocks never move while the arena lives, so stored addresses stay right; `end` frees all of them.
public struct Arena {
    @usableFromInline var next: UnsafeMutableRawPointer?
    @usableFromInline var remaining = 0
    /// The blocks in use; each begins with the address of the one before.
    @usableFromInline var lastBlock: UnsafeMutableRawPointer?
    /// The dictionaries that are being stored inside themselves.
    private var depth = 0

    /// An arena without blocks: nothing is allocated before something is stored.
    @inlinable public init() {}

    @usableFromInline static var headerSize: Int { 16 }

    /// Memory for `byteCount` bytes at an alignment of 8, uninitialized; the arena frees it.
    @inlinable public mutating func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
        let size = (byteCount + 7) & ~7
        if size > remaining { addBlock(size) }
        let result = next.unsafelyUnwrapped
        next = result + size
        remaining -= size
        return result
    }

    @usableFromInline mutating func addBlock(_ size: Int) {
        let capacity = size > 2032 ? size : 2032
        let block = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.headerSize, alignment: 16)
        block.storeBytes(of: UInt(bitPattern: lastBlock), as: UInt.self)
        lastBlock = block
        next = block + Self.headerSize
        remaining = capacity
    }

    /// Copies a string's bytes and stores their address and number at `slot`.
    public mutating func store(_ value: String, at slot: UnsafeMutableRawPointer) {
        defer { extendLifetime(value) }
        let bytes = value.utf8Span.span
        let count = bytes.count
        let copy = allocate(count > 0 ? count : 1)
        bytes.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: count) }
        }
        store(copy, count, at: slot)
    }

    /// The same for a string that may be absent.
    @inlinable public mutating func store(_ value: String?, at slot: UnsafeMutableRawPointer) {
        guard let value else { return storeAbsence(at: slot) }
        store(value, at: slot)
    }

    /// Copies elements whose stored form is their Swift form, and stores their address and number at `slot`.
    @inlinable public mutating func store<Element: BitwiseCopyable>(_ value: [Element], at slot: UnsafeMutableRawPointer) {
        let byteCount = value.count * MemoryLayout<Element>.stride
        let copy = allocate(byteCount > 0 ? byteCount : 1)
        value.withUnsafeBytes { source in
            if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: byteCount) }
        }
        store(copy, value.count, at: slot)
    }

    /// Stores elements one by one by `storeElement`, `stride` bytes apart, and their address and number at `slot`.
    @inlinable public mutating func store<Element>(
        _ value: [Element], at slot: UnsafeMutableRawPointer, stride: Int,
        _ storeElement: (Element, UnsafeMutableRawPointer, inout Arena) -> Void
    ) {
        let elements = allocate(value.isEmpty ? 1 : value.count * stride)
        store(elements, value.count, at: slot)
        var index = 0
        while index < value.count {
            storeElement(value[index], elements + index * stride, &self)
            index += 1
        }
    }

    /// Stores a dictionary inside itself: a block of `byteCount` bytes, whose address goes to `slot`; -1 for one that is nested too deep.
    public mutating func storeNested(
        at slot: UnsafeMutableRawPointer, _ byteCount: Int, _ store: (UnsafeMutableRawPointer, inout Arena) -> Void
    ) {
        // As many levels as the glue takes.
        guard depth < 128 else { return slot.storeBytes(of: -1, as: Int32.self) }
        let place = allocate(byteCount)
        slot.storeBytes(of: Region.address(place), as: Int32.self)
        depth += 1
        store(place, &self)
        depth -= 1
    }

    /// Stores an address and a number at `slot`: two 32-bit words.
    @inlinable public func store(_ address: UnsafeMutableRawPointer, _ count: Int, at slot: UnsafeMutableRawPointer) {
        slot.storeBytes(of: Region.address(address), as: Int32.self)
        slot.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: 4, as: Int32.self)
    }

    /// Stores at `slot` what stands for no string, no sequence: two words of 0.
    @inlinable public func storeAbsence(at slot: UnsafeMutableRawPointer) {
        slot.storeBytes(of: 0, as: Int32.self)
        slot.storeBytes(of: 0, toByteOffset: 4, as: Int32.self)
    }

    /// Frees every block; what was stored is gone. The arena is empty and can be used again.
    public mutating func end() {
        while let block = lastBlock {
            lastBlock = UnsafeMutableRawPointer(bitPattern: block.load(as: UInt.self))
            block.deallocate()
        }
        next = nil
        remaining = 0
    }
}
