import EmbeddedSupport

/// Numbers in storage that stays where it is: what a `[View]` shows to JavaScript without a copy.
///
/// Keep one in a property and return it from a `[View]` attribute; the typed array that JavaScript gets is of the class in the IDL and
/// shows the elements themselves. The storage lives as long as this object, and a JavaScript view of it keeps this object alive.
///
/// ```swift
/// final class Image: ImageExports {
///     // [View] readonly attribute Uint8ClampedArray pixels;
///     let pixels: GuestBuffer<UInt8>
///
///     init(width: UInt32, height: UInt32) {
///         pixels = GuestBuffer(count: Int(width * height) * 4)
///     }
/// }
/// ```
///
/// The number of elements is fixed. Growth of the memory detaches JavaScript's views, never this storage. When storage that JavaScript has
/// seen goes, all views of the memory are detached as if it had grown, so that a `subarray` kept by itself never shows memory of others. A
/// memory that threads share cannot do that.
public final class GuestBuffer<Element: BitwiseCopyable> {
    /// The number of elements.
    public let count: Int
    @usableFromInline let start: UnsafeMutablePointer<Element>

    /// Storage for `count` elements, all bytes zero. Traps where the memory cannot grow so far.
    public init(count: Int) {
        self.count = count
        let byteCount = Self.headSize + Swift.max(1, count * MemoryLayout<Element>.stride)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        start = (memory + Self.headSize).assumingMemoryBound(to: Element.self)
    }

    /// Storage with a copy of `elements`.
    public convenience init(_ elements: [Element]) {
        self.init(count: elements.count)
        elements.withUnsafeBytes { source in
            if let base = source.baseAddress {
                UnsafeMutableRawPointer(start).copyMemory(from: base, byteCount: source.count)
            }
        }
    }

    deinit {
        let memory = UnsafeMutableRawPointer(start) - Self.headSize
        let isShown = memory.load(as: Int32.self) != 0
        memory.deallocate()
        // A part of a view, or another view of the same buffer, would show what comes to stand here next.
        if isShown { bindgen_detach_views() }
    }

    /// Before the elements stands a word that is not 0 when JavaScript has made a view of them; the elements stay aligned to 16 bytes.
    private static var headSize: Int { 16 }

    /// The element at `index`, from 0; any other index traps.
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

    /// All elements, for reading and writing. The pointer is good as long as this object lives; it does not keep it alive.
    @inlinable public var elements: UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// The elements for reading; the span does not outlive the object.
    @inlinable public var span: Span<Element> {
        @_lifetime(borrow self)
        get { _overrideLifetime(UnsafeBufferPointer(start: start, count: count).span, borrowing: self) }
    }

    /// Writes the form that a `[View]` result has, for generated code: the object with a reference for JavaScript, the address of its
    /// storage, the number of elements, each a 32-bit word.
    ///
    /// - Parameters:
    ///   - area: where the three words go.
    ///   - known: the address of an object that JavaScript has a reference to already. The same object comes without another.
    public func lower(into area: UnsafeMutableRawPointer, known: Int32 = 0) {
        let reference = Unmanaged.passUnretained(self)
        let address = Region.address(reference.toOpaque())
        if address != known { _ = reference.retain() }
        area.storeBytes(of: address, as: Int32.self)
        area.storeBytes(of: Region.address(start), toByteOffset: 4, as: Int32.self)
        area.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: 8, as: Int32.self)
    }
}
