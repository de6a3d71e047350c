/// A string as JavaScript has it: 16-bit units, also those that are no text.
///
/// It is compared and passed on without being read. `String(text)` reads it, with U+FFFD for each lone surrogate.
public struct JSString: Equatable {
    let owner: JSObject

    /// A JavaScript string with this text.
    public init(_ text: String) {
        owner = JSObject(adopting: Lower.string(text) { bindgen_new_string($0, $1) })
    }

    /// Takes over the handle of a string. For generated code.
    public init(adopting handle: Int32) { owner = JSObject(adopting: handle) }

    /// The string's place in the instance's table. For generated code.
    public var handle: Int32 { owner.handle }
}

extension JSString: ExpressibleByStringLiteral, CustomStringConvertible {
    /// `"text"`
    public init(stringLiteral value: String) { self.init(value) }

    /// The text.
    public var description: String { String(self) }
}

extension String {
    /// The text of a JavaScript string; a lone surrogate becomes U+FFFD.
    public init(_ string: JSString) { self = string.owner.primitiveText }
}

extension JSObject {
    /// The text of a string, a bigint or a symbol.
    var primitiveText: String {
        defer { extendLifetime(self) }
        let count = Int(bindgen_text(handle))
        return String(unsafeUninitializedCapacity: count) { buffer in
            bindgen_text_bytes(Region.address(buffer.baseAddress))
            return count
        }
    }
}

/// A symbol.
public struct JSSymbol: Equatable {
    let owner: JSObject

    /// A new symbol with a description.
    public init(_ description: String = "") {
        owner = JSObject(adopting: Lower.string(description) { bindgen_new_symbol($0, $1) })
    }

    /// Takes over the handle of a symbol. For generated code.
    public init(adopting handle: Int32) { owner = JSObject(adopting: handle) }

    /// The symbol's place in the instance's table. For generated code.
    public var handle: Int32 { owner.handle }
}

extension JSSymbol: CustomStringConvertible {
    /// The description that it was made with; empty where there is none.
    public var description: String { owner.primitiveText }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "newString") @_extern(c)
func bindgen_new_string(_ text: Int32, _ length: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "newSymbol") @_extern(c)
func bindgen_new_symbol(_ text: Int32, _ length: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "text") @_extern(c)
func bindgen_text(_ handle: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "textBytes") @_extern(c)
func bindgen_text_bytes(_ address: Int32)
#else
func bindgen_new_string(_ text: Int32, _ length: Int32) -> Int32 { Region.hostOnly("newString") }
func bindgen_new_symbol(_ text: Int32, _ length: Int32) -> Int32 { Region.hostOnly("newSymbol") }
func bindgen_text(_ handle: Int32) -> Int32 { Region.hostOnly("text") }
func bindgen_text_bytes(_ address: Int32) { Region.hostOnly("textBytes") }
#endif
