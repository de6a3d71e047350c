extension JSPromise {
    /// Waits in place until the promise is settled, in a call of a member with `[Suspends]`; elsewhere it throws at once.
    ///
    /// ```swift
    /// let response = try Web.fetch(url: url).wait()
    /// ```
    ///
    /// Other calls run meanwhile. Between the member and the wait no function of JavaScript's may stand: Swift that `Array.prototype.sort` calls
    /// cannot wait. Where an AbortSignal has ended the call, the wait ends with an error.
    public func wait() throws(JSError) -> Value {
        guard let call = SuspendableCall.current else {
            throw JSError("wait() waits in calls of members with [Suspends] alone; in asynchronous code, await the value")
        }
        let answer = WaitAnswer<Value>()
        if !call.isCancelled {
            observe({ answer.result = .success($0) }, { answer.result = .failure($0) })
            bindgen_suspend(handle)
        }
        extendLifetime(self)
        guard let result = answer.result else { throw JSError("the call was cancelled") }
        return try result.get()
    }
}

/// What a promise was settled with while a call waited.
final class WaitAnswer<Value> {
    var result: Result<Value, JSError>?
}

/// A call of a member that waits in place.
final class SuspendableCall {
    let body: () -> Void
    var isCancelled = false
    init(_ body: @escaping () -> Void) { self.body = body }

    /// The one that runs; nil outside of any.
    static var current: SuspendableCall? {
        #if arch(wasm32)
        let call = bindgen_suspendable_call()
        return call == 0 ? nil : Unmanaged.fromOpaque(Region.pointer(call)).takeUnretainedValue()
        #else
        return nil
        #endif
    }
}

extension PromisedCall {
    /// Runs what a member with `[Suspends]` does, on a stack of its own; for generated code.
    /// - Parameters:
    ///   - promise: the number of the promise that `body` settles.
    ///   - signal: the handle of the signal that ends it; 0 is none.
    ///   - queue: which calls follow each other; 0 for one that begins at once.
    ///   - body: the call, which may wait.
    public static func suspend(_ promise: Int32, signal: Int32 = 0, queue: Int32, _ body: @escaping () -> Void) {
        let call = SuspendableCall(body)
        #if arch(wasm32)
        if signal != 0 {
            // JavaScript has a reference until the promise is settled.
            let end: @convention(c) (UnsafeMutableRawPointer, Int32) -> Void = { pointer, isCancelled in
                let call = Unmanaged<SuspendableCall>.fromOpaque(pointer)
                if isCancelled == 0 { call.release() } else { call.takeUnretainedValue().isCancelled = true }
            }
            bindgen_follow(promise, signal, end, Unmanaged.passRetained(call).toOpaque())
        }
        let run: @convention(c) (Int32) -> Void = { address in
            // Objects begin at even addresses: an odd one is a call that does not begin.
            let call = Unmanaged<SuspendableCall>.fromOpaque(Region.pointer(address & ~1)).takeRetainedValue()
            if address & 1 == 0 { call.body() }
        }
        bindgen_suspendable_start(promise, Region.address(Unmanaged.passRetained(call).toOpaque()), run, queue)
        #endif
    }
}

#if arch(wasm32)
@_extern(c) func bindgen_suspend(_ promise: Int32)
@_extern(c) func bindgen_suspendable_call() -> Int32
@_extern(c) func bindgen_suspendable_start(
    _ promise: Int32, _ call: Int32, _ run: @convention(c) (Int32) -> Void, _ queue: Int32)
#else
func bindgen_suspend(_ promise: Int32) {}
#endif
