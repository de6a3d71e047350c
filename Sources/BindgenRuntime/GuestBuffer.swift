/// Numbers in storage that stays where it is: what a `[View]` shows to JavaScript without a copy.
///
/// The storage lives as long as this object, and a JavaScript view of it keeps this object alive. Elements start at zero.
public final class GuestBuffer<Element: BitwiseCopyable> {
    public let count: Int
    @usableFromInline let start: UnsafeMutablePointer<Element>

    /// Storage for `count` elements, all bytes zero.
    public init(count: Int) {
        self.count = count
        let byteCount = Swift.max(1, count * MemoryLayout<Element>.stride)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        start = memory.assumingMemoryBound(to: Element.self)
    }

    /// Storage with the elements of `elements`.
    public convenience init(_ elements: [Element]) {
        self.init(count: elements.count)
        elements.withUnsafeBytes { source in
            if let base = source.baseAddress {
                UnsafeMutableRawPointer(start).copyMemory(from: base, byteCount: source.count)
            }
        }
    }

    deinit {
        UnsafeMutableRawPointer(start).deallocate()
    }

    @inlinable public subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return start[index]
        }
        set {
            precondition(index >= 0 && index < count)
            start[index] = newValue
        }
    }

    /// All elements, for reading and writing, as long as this object lives.
    @inlinable public var elements: UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// The elements for reading.
    @inlinable public var span: Span<Element> {
        @_lifetime(borrow self)
        get { _overrideLifetime(UnsafeBufferPointer(start: start, count: count).span, borrowing: self) }
    }

    /// Writes the form that a `[View]` result has: the object, the address of its storage, the number of elements.
    public func lower(into area: UnsafeMutableRawPointer) {
        area.storeBytes(of: Lower.object(self), as: Int32.self)
        area.storeBytes(of: Region.address(start), toByteOffset: 4, as: Int32.self)
        area.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: 8, as: Int32.self)
    }
}
