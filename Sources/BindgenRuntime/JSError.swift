/// An error that crosses the boundary: thrown by Swift it becomes a JavaScript exception, thrown by JavaScript it keeps the value.
///
/// Members with `[Throws]` are `throws(JSError)`. What JavaScript threw, thrown on, arrives as that same value.
///
/// ```swift
/// func load(name: String) throws(JSError) -> Document {
///     guard let document = documents[name] else {
///         throw JSError("there is no \(name)", kind: .rangeError)
///     }
///     return document
/// }
/// ```
public struct JSError: Error {
    /// The JavaScript class of an error that Swift makes.
    public enum Kind: Int32, Sendable {
        /// `Error`.
        case error
        /// `TypeError`: a value is not of the kind that is wanted.
        case typeError
        /// `RangeError`: a value is of the right kind, and not among those that are allowed.
        case rangeError
    }
    @usableFromInline enum Storage {
        case swift(Kind, String)
        case javaScript(JSObject)
    }
    // An instance has one thread, and JavaScript values never leave it.
    @usableFromInline nonisolated(unsafe) let storage: Storage
    #if BINDGEN_COMPONENT
    /// The value of `[Throws=Name]` that the host gave. For generated code.
    public nonisolated(unsafe) private(set) var fault: ComponentFault?

    /// An error of the host's.
    public init(_ message: String, fault: ComponentFault) {
        storage = .swift(.error, message)
        self.fault = fault
    }
    #endif

    /// An error of Swift's own.
    ///
    /// - Parameters:
    ///   - message: the `message` of the exception.
    ///   - kind: the class of the exception.
    public init(_ message: String, kind: Kind = .error) {
        storage = .swift(kind, message)
    }

    /// A JavaScript value as an error: thrown, that value arrives.
    public init(_ value: JSObject) {
        storage = .javaScript(value)
    }

    /// A JavaScript value as an error: thrown, that value arrives.
    public init(_ value: JSValue) {
        if case .object(let object) = value { self.init(object); return }
        defer { extendLifetime(value) }
        self.init(JSObject(adopting: bindgen_hold(value.tag, value.payload)))
    }

    /// The message: Swift's own, the `message` of what JavaScript threw, or the text of a value that has none.
    ///
    /// It is read from JavaScript each time, so keep it where it is used more than once.
    public var message: String {
        switch storage {
        case .swift(_, let message): return message
        case .javaScript(let value):
            #if BINDGEN_COMPONENT
            // A component has no values of JavaScript's.
            extendLifetime(value)
            return ""
            #else
            defer { extendLifetime(value) }
            bindgen_message(value.handle)
            let area = Region.resultArea
            return Lift.string(area.load(as: Int32.self), area.load(fromByteOffset: 4, as: Int32.self))
            #endif
        }
    }

    /// What JavaScript threw; nil for an error of Swift's own.
    public var value: JSObject? {
        if case .javaScript(let value) = storage { value } else { nil }
    }

    /// What JavaScript threw, whatever it is; nil for an error of Swift's own.
    public var thrown: JSValue? {
        guard let value else { return nil }
        defer { extendLifetime(value) }
        return try? JSObject.answer(bindgen_value(value.handle))
    }

    /// Hands the error to JavaScript, which throws it when the running export has returned. For generated code: programs throw.
    public func lower() {
        switch storage {
        case .swift(let kind, let message):
            Lower.string(message) { bindgen_throw(kind.rawValue, $0, $1) }
        case .javaScript(let value):
            defer { extendLifetime(value) }
            bindgen_rethrow(value.handle)
        }
    }

    /// The error for a handle that an import left behind, or nil for 0. For generated code.
    @inlinable public static func lift(_ handle: Int32) -> JSError? {
        handle == 0 ? nil : JSError(JSObject(adopting: handle))
    }
}

extension JSError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "throw") @_extern(c)
func bindgen_throw(_ kind: Int32, _ message: Int32, _ messageLength: Int32)
@_extern(wasm, module: "bindgen", name: "rethrow") @_extern(c)
func bindgen_rethrow(_ handle: Int32)
@_extern(wasm, module: "bindgen", name: "message") @_extern(c)
func bindgen_message(_ handle: Int32)
@_extern(wasm, module: "bindgen", name: "value") @_extern(c)
func bindgen_value(_ handle: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "hold") @_extern(c)
func bindgen_hold(_ tag: Int32, _ payload: Double) -> Int32
#else
func bindgen_throw(_ kind: Int32, _ message: Int32, _ messageLength: Int32) {}
func bindgen_rethrow(_ handle: Int32) {}
func bindgen_message(_ handle: Int32) {}
func bindgen_value(_ handle: Int32) -> Int32 { 0 }
func bindgen_hold(_ tag: Int32, _ payload: Double) -> Int32 { 0 }
#endif
