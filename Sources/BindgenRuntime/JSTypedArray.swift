/// A JavaScript typed array that Swift holds, whose elements are `Element`: a `JSTypedArray<Float>` is a Float32Array.
///
/// Its memory is JavaScript's: Swift copies the elements out.
public struct JSTypedArray<Element: JSTypedArrayElement>: Equatable {
    /// The typed array as an object.
    public let object: JSObject

    /// A typed array; nil for an object that is none of these elements.
    public init?(_ object: JSObject) {
        guard object.kind == Element.typedArrayKind else { return nil }
        self.object = object
    }

    /// A new typed array with a copy of these elements.
    public init(_ elements: [Element]) {
        object = JSObject(
            adopting: Lower.elements(elements) { address, count in
                bindgen_new_array_of(Element.typedArrayKind, address, count * Int32(MemoryLayout<Element>.size))
            })
    }

    /// The number of elements, which is asked of JavaScript each time.
    public var count: Int {
        defer { extendLifetime(object) }
        return Int(bindgen_array_count(object.handle))
    }

    /// A copy of the elements.
    public var elements: [Element] {
        defer { extendLifetime(object) }
        let count = count
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            let bytes = Int32(truncatingIfNeeded: count * MemoryLayout<Element>.size)
            bindgen_array_bytes(object.handle, Region.address(buffer.baseAddress), bytes)
            initialized = count
        }
    }
}

/// A number that a typed array has as its element. The standard library's numbers are; programs do not conform to it.
public protocol JSTypedArrayElement: BitwiseCopyable {
    /// The number of the class in the glue.
    static var typedArrayKind: Int32 { get }
}

extension Int8: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 16 }
}

extension UInt8: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 17 }
}

extension Int16: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 19 }
}

extension UInt16: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 20 }
}

extension Int32: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 21 }
}

extension UInt32: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 22 }
}

extension Float: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 23 }
}

extension Double: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 24 }
}

extension Int64: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 25 }
}

extension UInt64: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 26 }
}

#if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
extension Float16: JSTypedArrayElement {
    /// See `JSTypedArrayElement`.
    public static var typedArrayKind: Int32 { 27 }
}
#endif

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "newArrayOf") @_extern(c)
func bindgen_new_array_of(_ kind: Int32, _ address: Int32, _ bytes: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "arrayCount") @_extern(c)
func bindgen_array_count(_ handle: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "arrayBytes") @_extern(c)
func bindgen_array_bytes(_ handle: Int32, _ address: Int32, _ bytes: Int32)
#else
func bindgen_new_array_of(_ kind: Int32, _ address: Int32, _ bytes: Int32) -> Int32 { Region.hostOnly("newArrayOf") }
func bindgen_array_count(_ handle: Int32) -> Int32 { Region.hostOnly("arrayCount") }
func bindgen_array_bytes(_ handle: Int32, _ address: Int32, _ bytes: Int32) { Region.hostOnly("arrayBytes") }
#endif
