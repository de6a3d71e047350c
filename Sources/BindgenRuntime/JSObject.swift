/// A JavaScript value that Swift holds, until the last reference to this object goes.
///
/// The classes of `[Import]` interfaces inherit from it; closures of JavaScript functions and errors that JavaScript threw hold one. Programs
/// pass it on; there is nothing to release.
///
/// Two of them are equal where JavaScript's `===` says that their values are one, whatever their classes in Swift. The class in Swift is the one
/// that the IDL names, which may be a parent of the object's own: ask by the failable initializer, `HTMLCanvasElement(element)`, and not by
/// `as?`, which knows Swift's class alone.
open class JSObject: Hashable {
    /// The value's place in the instance's table, for generated code. It is good as long as this object lives.
    public final let handle: Int32

    /// Takes over a handle that JavaScript made: from here on this object owns it. For generated code.
    public init(adopting handle: Int32) {
        self.handle = handle
    }

    /// A class inherits the constructors of its parent where it states each of the parent's other initializers; this one it cannot: no class makes
    /// an object without properties of JavaScript's `Object` and takes it for one of its own.
    init(notInherited: ()) { handle = 0 }

    // With a parameter that nobody writes: a class whose constructor throws could not declare `init()` again.
    /// A new object without properties: `{}`.
    public convenience init(_ nothing: Void = ()) { self.init(adopting: bindgen_new_object()) }

    deinit {
        // In a component each class ends its own handles.
        #if !BINDGEN_COMPONENT
        JSObjectImports.drop(handle)
        #endif
    }

    /// Another handle for the same value, which the caller owns. For generated code.
    public final func sharedHandle() -> Int32 {
        defer { extendLifetime(self) }
        return bindgen_share(handle)
    }

    /// Whether both are one value in JavaScript (`===`).
    public static func == (first: JSObject, second: JSObject) -> Bool {
        defer { extendLifetime((first, second)) }
        return first === second || bindgen_same(first.handle, second.handle) != 0
    }

    /// Hashes the identity of the object in JavaScript.
    public final func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    /// The identity of the object in JavaScript. Stated here, so that a module that hashes nothing has no hashing.
    public final var hashValue: Int { Int(identity) }

    private final var identity: Int32 {
        defer { extendLifetime(self) }
        return bindgen_identity(handle)
    }
}

enum JSObjectImports {
    static func drop(_ handle: Int32) { bindgen_drop(handle) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "drop") @_extern(c)
func bindgen_drop(_ handle: Int32)
@_extern(wasm, module: "bindgen", name: "share") @_extern(c)
func bindgen_share(_ handle: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "same") @_extern(c)
func bindgen_same(_ first: Int32, _ second: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "identity") @_extern(c)
func bindgen_identity(_ handle: Int32) -> Int32
#else
func bindgen_drop(_ handle: Int32) {}
func bindgen_share(_ handle: Int32) -> Int32 { handle }
func bindgen_same(_ first: Int32, _ second: Int32) -> Int32 { 0 }
func bindgen_identity(_ handle: Int32) -> Int32 { handle }
#endif
