/// A JavaScript value that Swift holds, until the last reference to this object goes.
///
/// Structs of `[Import]` interfaces, closures of JavaScript functions and errors that JavaScript threw hold one. Programs pass it on; there
/// is nothing to release.
public final class JSObject {
    /// The value's place in the instance's table, for generated code. It is good as long as this object lives.
    public let handle: Int32

    /// Takes over a handle that JavaScript made: from here on this object owns it. For generated code.
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
