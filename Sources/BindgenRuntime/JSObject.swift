/// A JavaScript value that Swift holds by handle, until the last reference to this object goes.
public final class JSObject {
    /// The value's place in the instance's table.
    public let handle: Int32

    /// Takes over a handle that the glue made.
    public init(adopting handle: Int32) {
        self.handle = handle
    }

    deinit {
        JSObjectImports.drop(handle)
    }
}

enum JSObjectImports {
    static func drop(_ handle: Int32) { bindgen_drop(handle) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "drop") @_extern(c)
func bindgen_drop(_ handle: Int32)
#else
func bindgen_drop(_ handle: Int32) {}
#endif
