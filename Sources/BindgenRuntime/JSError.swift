/// An error that crosses the boundary: thrown by Swift it becomes a JavaScript exception, thrown by JavaScript it keeps the value.
public struct JSError: Error {
    /// The JavaScript class of an error that Swift makes.
    public enum Kind: Int32, Sendable {
        case error, typeError, rangeError
    }
    @usableFromInline enum Storage {
        case swift(Kind, String)
        case javaScript(JSObject)
    }
    // An instance has one thread, and JavaScript values never leave it.
    @usableFromInline nonisolated(unsafe) let storage: Storage

    /// An error with a message; in JavaScript an `Error`, `TypeError` or `RangeError`.
    public init(_ message: String, kind: Kind = .error) {
        storage = .swift(kind, message)
    }

    /// A value that JavaScript threw; thrown on, the same value arrives.
    public init(_ value: JSObject) {
        storage = .javaScript(value)
    }

    /// The message, or for a JavaScript value that is no Error, its text.
    public var message: String {
        switch storage {
        case .swift(_, let message): return message
        case .javaScript(let value):
            bindgen_message(value.handle)
            let area = Region.resultArea
            return Lift.string(area.load(as: Int32.self), area.load(fromByteOffset: 4, as: Int32.self))
        }
    }

    /// The JavaScript value, where JavaScript threw it.
    public var value: JSObject? {
        if case .javaScript(let value) = storage { value } else { nil }
    }

    /// Hands the error to the glue, which throws it when the shim has returned.
    public func lower() {
        switch storage {
        case .swift(let kind, let message):
            Lower.string(message) { bindgen_throw(kind.rawValue, $0, $1) }
        case .javaScript(let value):
            bindgen_rethrow(value.handle)
        }
    }

    /// The exception that the import just called ended with, if any.
    @inlinable public static func lift(_ handle: Int32) -> JSError? {
        handle == 0 ? nil : JSError(JSObject(adopting: handle))
    }
}

extension JSError: CustomStringConvertible {
    public var description: String { message }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "throw") @_extern(c)
func bindgen_throw(_ kind: Int32, _ message: Int32, _ messageLength: Int32)
@_extern(wasm, module: "bindgen", name: "rethrow") @_extern(c)
func bindgen_rethrow(_ handle: Int32)
@_extern(wasm, module: "bindgen", name: "message") @_extern(c)
func bindgen_message(_ handle: Int32)
#else
func bindgen_throw(_ kind: Int32, _ message: Int32, _ messageLength: Int32) {}
func bindgen_rethrow(_ handle: Int32) {}
func bindgen_message(_ handle: Int32) {}
#endif
