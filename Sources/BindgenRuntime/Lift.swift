public import EmbeddedSupport

/// Values from their wasm form to Swift. The shims that `bindgen` generates call these; programs do not.
///
/// Addresses and numbers of elements are 32-bit words, as wasm has them; addresses are unsigned. What stands in memory belongs to Swift,
/// which frees it where it is not in the marshalling region.
public enum Lift {
    #if BINDGEN_SMALL
    /// The UTF-8 bytes that the glue wrote, as a String; frees them where they are not in the region. A negative length marks ASCII.
    public static func string(_ address: Int32, _ length: Int32) -> String { copy(address, length) }
    #else
    /// The UTF-8 bytes that the glue wrote, as a String; frees them where they are not in the region. A negative length marks ASCII.
    ///
    /// Each caller has a copy of this, which saves a short string 3 ns on its way through memory; a small module does without.
    @inlinable @inline(__always)
    public static func string(_ address: Int32, _ length: Int32) -> String {
        length < -16 || length > 15 ? longString(address, length) : copy(address, length)
    }
    #endif

    /// The copy of an unchecked span is the fastest road for short strings.
    @inlinable @inline(__always)
    static func copy(_ address: Int32, _ length: Int32) -> String {
        // Zeroes stand for the result of JavaScript that threw: no bytes, at no address. Spans have an address in any case.
        let start = UnsafePointer<UInt8>(bitPattern: UInt(UInt32(bitPattern: address == 0 ? 1 : address)))
        let bytes = UnsafeBufferPointer(start: start, count: Int(length < 0 ? ~length : length))
        defer { Region.release(address) }
        return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: length < 0))
    }

    #if !BINDGEN_SMALL
    @usableFromInline @inline(never)
    static func longString(_ address: Int32, _ length: Int32) -> String {
        let count = Int(length < 0 ? ~length : length)
        guard let string = StringStorage.string(Region.pointer(address), count: count, isASCII: length < 0) else {
            return copy(address, length)
        }
        Region.release(address)
        return string
    }
    #endif

    /// The same for a string that may be absent: an address of 0.
    @inlinable public static func optionalString(_ address: Int32, _ length: Int32) -> String? {
        address == 0 ? nil : string(address, length)
    }

    /// `count` elements whose stored form is their Swift form: a copy of those in the region; those outside become the array's own.
    @inlinable public static func array<Element: BitwiseCopyable>(_ address: Int32, _ count: Int32, of _: Element.Type)
        -> [Element]
    {
        array(address, count) { headOfStorage(of: Element.self) }
    }

    /// The same for numbers, whose type remembers how the storage of its arrays begins.
    @inlinable public static func array<Element: ArrayNumber>(_ address: Int32, _ count: Int32, of _: Element.Type) -> [Element] {
        array(address, count) {
            if Element.bindgenArrayHead == 0 { Element.bindgenArrayHead = headOfStorage(of: Element.self) }
            return Element.bindgenArrayHead
        }
    }

    @inlinable @inline(__always) static func array<Element: BitwiseCopyable>(
        _ address: Int32, _ count: Int32, head: () -> UInt64
    ) -> [Element] {
        let count = Int(count)
        guard count > 0 else {
            Region.release(address)
            return []
        }
        let start = Region.pointer(address)
        #if !BINDGEN_SMALL
        if Region.isOutside(address) {
            let head = head()
            if head != 0 { return adopt(start, count, head) }
        }
        #endif
        let result = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
                .copyMemory(from: start, byteCount: count * MemoryLayout<Element>.stride)
            initialized = count
        }
        Region.release(address)
        return result
    }

    /// An array whose elements are those at `start`, where `Region.allocate` left room for the storage's `head` and count.
    ///
    /// A second copy of 800 kB takes as long as a fifth of the whole call.
    @inlinable @inline(__always) static func adopt<Element: BitwiseCopyable>(
        _ start: UnsafeMutableRawPointer, _ count: Int, _ head: UInt64
    ) -> [Element] {
        var storage = start - Int(BINDGEN_HEADER_SIZE)
        storage.storeBytes(of: head, as: UInt64.self)
        storage.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: 8, as: Int32.self)
        storage.storeBytes(of: Int32(truncatingIfNeeded: count) << 1, toByteOffset: 12, as: Int32.self)
        // `move` takes over the one reference that the head counts; a cast would add another.
        return withUnsafeMutableBytes(of: &storage) {
            $0.assumingMemoryBound(to: [Element].self).baseAddress.unsafelyUnwrapped.move()
        }
    }

    /// How the storage of an array with one reference begins; 0 where arrays are laid out in another way than this knows.
    ///
    /// An array is one reference to [ class, references, count, twice the capacity | elements ], four words. An array of one element shows
    /// the first two, and by its count and the place of its element that the layout is this one.
    @inlinable @inline(never) static func headOfStorage<Element: BitwiseCopyable>(of _: Element.Type) -> UInt64 {
        let headerSize = Int(BINDGEN_HEADER_SIZE)
        var model = model(of: Element.self)
        let elements = model.withUnsafeBytes { UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped) }
        // Looks at the variable and not at its value, of which builds without optimization make copies that are counted.
        return withUnsafeMutableBytes(of: &model) { variable in
            let object = variable.load(as: UnsafeRawPointer.self)
            guard MemoryLayout<Int>.size == 4, MemoryLayout<Element>.alignment <= headerSize, object + headerSize == elements,
                object.load(fromByteOffset: 8, as: Int32.self) == 1
            else { return 0 }
            #if hasFeature(Embedded)
            guard object.load(fromByteOffset: 4, as: Int32.self) == 1 else { return 0 }
            #endif
            return object.loadUnaligned(as: UInt64.self)
        }
    }

    /// An array of one element. A function of its own, as an array that its maker drops may stand on the stack, and says so in its head.
    @inlinable @inline(never) static func model<Element: BitwiseCopyable>(of _: Element.Type) -> [Element] {
        [Element](unsafeUninitializedCapacity: 1) { _, initialized in initialized = 1 }
    }

    /// `count` elements that `load` lifts one by one, `stride` bytes apart; frees their memory where it is not in the region.
    @inlinable public static func array<Element>(
        _ address: Int32, _ count: Int32, stride: Int, _ load: (UnsafeMutableRawPointer) -> Element
    ) -> [Element] {
        let count = Int(count)
        guard count > 0 else {
            Region.release(address)
            return []
        }
        let start = Region.pointer(address)
        let result = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            let elements = buffer.baseAddress.unsafelyUnwrapped
            var index = 0
            while index < count {
                (elements + index).initialize(to: load(start + index * stride))
                index += 1
            }
            initialized = count
        }
        Region.release(address)
        return result
    }

    /// The elements of a typed array that is lent for the call. Nothing is freed.
    @inlinable public static func elements<Element: BitwiseCopyable>(
        _ address: Int32, _ count: Int32, of _: Element.Type
    ) -> UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: Region.pointer(address).assumingMemoryBound(to: Element.self), count: Int(count))
    }

    /// A Swift object whose JavaScript wrapper keeps it alive during the call.
    @inlinable public static func object<Object: AnyObject>(_ address: Int32, as _: Object.Type) -> Object {
        Unmanaged<Object>.fromOpaque(Region.pointer(address)).takeUnretainedValue()
    }

    /// A variable, because the compiler warns where it sees which way a constant goes.
    @inlinable @inline(__always) static var lends: Bool { BINDGEN_LENDS == 1 }

    /// Calls `body` with an object whose JavaScript wrapper lends it for the call.
    ///
    /// It is neither retained nor released: the mark in its block makes `Lower.release` leave the wrapper's reference to this call. Where
    /// there is no such mark, the object is retained for the call. The object may end with this call, and its deinit may call JavaScript, so
    /// nothing may wait in the result area by then: results and errors are lowered by the caller.
    @inlinable @inline(__always)
    public static func borrow<Object: AnyObject, Value>(
        _ address: Int32, as _: Object.Type, _ body: (Object) -> Value
    ) -> Value {
        guard lends else { return body(object(address, as: Object.self)) }
        let place = Region.pointer(address)
        let lent = bindgen_lend(place)
        defer { if bindgen_end_lending(place, lent) { Lower.release(address) } }
        return Unmanaged<Object>.fromOpaque(place)._withUnsafeGuaranteedRef { body($0) }
    }

    /// The same for a body that throws.
    @inlinable @inline(__always)
    public static func borrow<Object: AnyObject, Value, Failure: Error>(
        _ address: Int32, as _: Object.Type, _ body: (Object) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try borrow(address, as: Object.self) { object in result { () throws(Failure) in try body(object) } }.get()
    }

    @inlinable @inline(__always)
    static func result<Value, Failure: Error>(_ body: () throws(Failure) -> Value) -> Result<Value, Failure> {
        do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }

    /// A Swift object with the reference that comes with it, which Swift takes over.
    @inlinable public static func ownedObject<Object: AnyObject>(_ address: Int32, as _: Object.Type) -> Object {
        Unmanaged<Object>.fromOpaque(Region.pointer(address)).takeRetainedValue()
    }

    /// A Number that stands for an integer of at most 32 bits, or NaN for none.
    ///
    /// Every such integer lies in the range of Int64, so the conversion needs none of the checks that `Int64.init` makes.
    @inlinable @inline(__always) public static func optional<Value: FixedWidthInteger>(_ number: Double, as _: Value.Type)
        -> Value?
    {
        number == number ? Value(truncatingIfNeeded: bindgen_truncate(number)) : nil
    }
}
