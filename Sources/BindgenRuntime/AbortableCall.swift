#if BINDGEN_CONCURRENCY || !arch(wasm32)
/// A call of JavaScript's that takes an AbortSignal and was given none: what cancels the task that awaits it aborts the call. For generated code.
public enum AbortableCall {
    /// What the call is fulfilled with.
    /// - Parameter begin: calls, with the handle of a signal, which it owns.
    public nonisolated(nonsending) static func value<Value>(
        _ begin: (Int32) -> JSPromise<Value>
    ) async throws(JSError) -> Value {
        let controller = AbortController(adopting: bindgen_abort_controller())
        let promise = begin(controller.signal())
        let result = await withTaskCancellationHandler {
            await promise.result
        } onCancel: {
            controller.abort()
        }
        return try result.get()
    }
}

final class AbortController: JSObject, @unchecked Sendable {
    func signal() -> Int32 {
        defer { extendLifetime(self) }
        return bindgen_abort_signal(handle)
    }
    func abort() {
        defer { extendLifetime(self) }
        bindgen_abort(handle)
    }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "abortController") @_extern(c)
func bindgen_abort_controller() -> Int32
@_extern(wasm, module: "bindgen", name: "abortSignal") @_extern(c)
func bindgen_abort_signal(_ controller: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "abort") @_extern(c)
func bindgen_abort(_ controller: Int32)
#else
func bindgen_abort_controller() -> Int32 { Region.hostOnly("abortController") }
func bindgen_abort_signal(_ controller: Int32) -> Int32 { controller }
func bindgen_abort(_ controller: Int32) {}
#endif
#endif
