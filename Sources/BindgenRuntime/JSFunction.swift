/// A JavaScript function, to be called without an IDL that tells its types.
///
/// ```swift
/// // any called(object function, any value);
/// static func called(function: JSObject, value: JSValue) throws(JSError) -> JSValue {
///     guard let function = JSFunction(function) else { throw JSError("no function", kind: .typeError) }
///     return try function(value)
/// }
/// ```
public struct JSFunction: Equatable {
    /// The function as an object.
    public let object: JSObject

    /// A function; nil for an object that cannot be called.
    public init?(_ object: JSObject) {
        guard object.kind == 1 else { return nil }
        self.object = object
    }

    /// Calls the function.
    ///
    /// - Parameters:
    ///   - arguments: what it is given.
    ///   - this: what its `this` is.
    public func callAsFunction(_ arguments: JSValue..., this: JSValue = .undefined) throws(JSError) -> JSValue {
        try call(arguments, this: this)
    }

    /// The same with arguments in an array.
    public func call(_ arguments: [JSValue], this: JSValue = .undefined) throws(JSError) -> JSValue {
        let tag = JSObject.withValues(arguments) { address, count in
            defer { extendLifetime((object, this)) }
            return bindgen_call(object.handle, this.tag, this.payload, address, count)
        }
        return try JSObject.answer(tag)
    }

    /// Calls it with `new`.
    public func construct(_ arguments: JSValue...) throws(JSError) -> JSObject {
        let tag = JSObject.withValues(arguments) { address, count in
            defer { extendLifetime(object) }
            return bindgen_construct(object.handle, address, count)
        }
        // What `new` gives is an object in any case.
        guard case .object(let made) = try JSObject.answer(tag) else { return object }
        return made
    }
}

/// A JavaScript array.
public struct JSArray: Equatable {
    /// The array as an object.
    public let object: JSObject

    /// An array; nil for an object that is none.
    public init?(_ object: JSObject) {
        guard object.kind == 2 else { return nil }
        self.object = object
    }

    /// A new array of these values.
    public init(_ values: [JSValue] = []) {
        object = JSObject(adopting: JSObject.withValues(values) { bindgen_new_array($0, $1) })
    }

    /// The number of elements, which is asked of JavaScript each time.
    public var count: Int {
        guard case .number(let length)? = try? object.get("length") else { return 0 }
        return Int(clamping: Int64(length))
    }

    /// The element at an index; `undefined` where there is none.
    public func get(_ index: Int) throws(JSError) -> JSValue { try object.get(.number(Double(index))) }

    /// Gives an element another value; an index behind the end makes the array longer.
    public func set(_ index: Int, _ value: JSValue) throws(JSError) { try object.set(.number(Double(index)), value) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "call") @_extern(c)
func bindgen_call(_ handle: Int32, _ tag: Int32, _ payload: Double, _ values: Int32, _ count: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "construct") @_extern(c)
func bindgen_construct(_ handle: Int32, _ values: Int32, _ count: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "newArray") @_extern(c)
func bindgen_new_array(_ values: Int32, _ count: Int32) -> Int32
#else
func bindgen_call(_ handle: Int32, _ tag: Int32, _ payload: Double, _ values: Int32, _ count: Int32) -> Int32 {
    Region.hostOnly("call")
}
func bindgen_construct(_ handle: Int32, _ values: Int32, _ count: Int32) -> Int32 { Region.hostOnly("construct") }
func bindgen_new_array(_ values: Int32, _ count: Int32) -> Int32 { Region.hostOnly("newArray") }
#endif
