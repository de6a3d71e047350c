/// Properties and methods that no IDL describes. Each throws what JavaScript throws.
extension JSObject {
    /// The global object: `globalThis`.
    public static var global: JSObject { JSObject(adopting: bindgen_global()) }

    /// The value of a property; `undefined` where there is none.
    public func get(_ name: String) throws(JSError) -> JSValue {
        try Self.answer(Lower.string(name) { bindgen_get(handle, $0, $1) })
    }

    /// The same by a key that is no text of Swift's: a number, a symbol, a JavaScript string.
    public func get(_ key: JSValue) throws(JSError) -> JSValue {
        defer { extendLifetime(key) }
        return try Self.answer(bindgen_get_key(handle, key.tag, key.payload))
    }

    /// Gives a property a value.
    public func set(_ name: String, _ value: JSValue) throws(JSError) {
        defer { extendLifetime(value) }
        let tag = Lower.string(name) { bindgen_set(handle, $0, $1, value.tag, value.payload) }
        _ = try Self.answer(tag)
    }

    /// The same by a key that is no text of Swift's.
    public func set(_ key: JSValue, _ value: JSValue) throws(JSError) {
        defer { extendLifetime((key, value)) }
        _ = try Self.answer(bindgen_set_key(handle, key.tag, key.payload, value.tag, value.payload))
    }

    /// Calls a method.
    public func call(_ name: String, _ arguments: JSValue...) throws(JSError) -> JSValue {
        let tag = Self.withValues(arguments) { address, count in
            Lower.string(name) { bindgen_invoke(handle, $0, $1, address, count) }
        }
        return try Self.answer(tag)
    }

    /// Whether JavaScript has a member of this name: `window.supports("CompressionStream")`. The members that the IDL of a class has need no
    /// text: `document.supports(.startViewTransition)`. An object that throws when it is asked has none.
    public final func supports(_ member: String) -> Bool {
        defer { extendLifetime(self) }
        return Lower.string(member) { bindgen_supports(handle, -1, $0, $1) } != 0
    }

    /// The same for a case of an enum without values, by its place in a list of names with spaces between them. For generated code.
    public final func supports<Member>(_ member: Member, of names: StaticString) -> Bool {
        defer { extendLifetime(self) }
        let index = unsafe withUnsafeBytes(of: member) { bytes in
            unsafe bytes.count == 1 ? Int32(bytes[0]) : Int32(bytes.load(as: UInt16.self))
        }
        let text = unsafe Int32(truncatingIfNeeded: Int(bitPattern: names.utf8Start))
        return bindgen_supports(handle, index, text, Int32(truncatingIfNeeded: names.utf8CodeUnitCount)) != 0
    }

    /// The same for the static members of a class in the global scope. For generated code.
    public static func supports<Member>(_ member: Member, of names: StaticString, in name: String) -> Bool {
        guard let value = try? global.get(name), case .object(let object) = value else { return false }
        return object.supports(member, of: names)
    }
}

extension JSObject {
    /// 1 for a function, 2 for an array, 3 for an error, from 16 on for the typed arrays; 0 for others.
    var kind: Int32 {
        defer { extendLifetime(self) }
        return bindgen_kind(handle)
    }

    /// The value, or the exception, that an import left behind.
    static func answer(_ tag: Int32) throws(JSError) -> JSValue {
        if tag < 2, tag >= 0 { return tag == 0 ? .undefined : .null }
        let payload = bindgen_payload()
        if tag == -1 { throw JSError(JSObject(adopting: Int32(payload))) }
        return Lift.value(tag, payload)
    }

    /// Calls `body` with values in memory, 16 bytes each.
    static func withValues(_ values: [JSValue], _ body: (Int32, Int32) -> Int32) -> Int32 {
        defer { extendLifetime(values) }
        guard !values.isEmpty else { return body(16, 0) }
        let place = UnsafeMutableRawPointer.allocate(byteCount: values.count * 16, alignment: 8)
        defer { place.deallocate() }
        for (index, value) in values.enumerated() {
            place.storeBytes(of: value.tag, toByteOffset: index * 16, as: Int32.self)
            place.storeBytes(of: value.payload, toByteOffset: index * 16 + 8, as: Double.self)
        }
        return body(Region.address(place), Int32(truncatingIfNeeded: values.count))
    }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "global") @_extern(c)
func bindgen_global() -> Int32
@_extern(wasm, module: "bindgen", name: "newObject") @_extern(c)
func bindgen_new_object() -> Int32
@_extern(wasm, module: "bindgen", name: "get") @_extern(c)
func bindgen_get(_ handle: Int32, _ name: Int32, _ length: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "getKey") @_extern(c)
func bindgen_get_key(_ handle: Int32, _ tag: Int32, _ payload: Double) -> Int32
@_extern(wasm, module: "bindgen", name: "set") @_extern(c)
func bindgen_set(_ handle: Int32, _ name: Int32, _ length: Int32, _ tag: Int32, _ payload: Double) -> Int32
@_extern(wasm, module: "bindgen", name: "setKey") @_extern(c)
func bindgen_set_key(_ handle: Int32, _ keyTag: Int32, _ keyPayload: Double, _ tag: Int32, _ payload: Double) -> Int32
@_extern(wasm, module: "bindgen", name: "invoke") @_extern(c)
func bindgen_invoke(_ handle: Int32, _ name: Int32, _ length: Int32, _ values: Int32, _ count: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "payload") @_extern(c)
func bindgen_payload() -> Double
@_extern(wasm, module: "bindgen", name: "supports") @_extern(c)
func bindgen_supports(_ handle: Int32, _ index: Int32, _ text: Int32, _ length: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "kind") @_extern(c)
func bindgen_kind(_ handle: Int32) -> Int32
#else
func bindgen_global() -> Int32 { Region.hostOnly("global") }
func bindgen_new_object() -> Int32 { Region.hostOnly("newObject") }
func bindgen_get(_ handle: Int32, _ name: Int32, _ length: Int32) -> Int32 { Region.hostOnly("get") }
func bindgen_get_key(_ handle: Int32, _ tag: Int32, _ payload: Double) -> Int32 { Region.hostOnly("getKey") }
func bindgen_set(_ handle: Int32, _ name: Int32, _ length: Int32, _ tag: Int32, _ payload: Double) -> Int32 {
    Region.hostOnly("set")
}
func bindgen_set_key(_ handle: Int32, _ keyTag: Int32, _ keyPayload: Double, _ tag: Int32, _ payload: Double) -> Int32 {
    Region.hostOnly("setKey")
}
func bindgen_invoke(_ handle: Int32, _ name: Int32, _ length: Int32, _ values: Int32, _ count: Int32) -> Int32 {
    Region.hostOnly("invoke")
}
func bindgen_supports(_ handle: Int32, _ index: Int32, _ text: Int32, _ length: Int32) -> Int32 { 0 }
func bindgen_payload() -> Double { Region.hostOnly("payload") }
func bindgen_kind(_ handle: Int32) -> Int32 { Region.hostOnly("kind") }
#endif
