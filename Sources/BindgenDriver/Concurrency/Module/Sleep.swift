import Builtin

@_extern(wasm, module: "bindgen", name: "timer") @_extern(c)
@usableFromInline func bindgen_timer(
    _ milliseconds: Double, _ fire: @convention(c) (UnsafeMutableRawPointer) -> Void, _ sleeper: UnsafeMutableRawPointer
) -> Int32
@_extern(wasm, module: "bindgen", name: "stopTimer") @_extern(c)
@usableFromInline func bindgen_stop_timer(_ timer: Int32)

/// Who waits for a timer of JavaScript's. The timer has a reference until it goes off or is stopped.
@usableFromInline final class _Sleeper {
    @usableFromInline var continuation: UnsafeContinuation<Bool, Never>?
    @usableFromInline var timer: Int32 = 0
    @usableFromInline init() {}

    @inlinable func begin(_ milliseconds: Double, _ continuation: UnsafeContinuation<Bool, Never>) {
        self.continuation = continuation
        let reference = Unmanaged.passRetained(self).toOpaque()
        let fire: @convention(c) (UnsafeMutableRawPointer) -> Void = {
            Unmanaged<_Sleeper>.fromOpaque($0).takeRetainedValue().end(isDone: true)
        }
        timer = bindgen_timer(milliseconds, fire, reference)
    }
    @inlinable func cancel() {
        if continuation == nil { return }
        bindgen_stop_timer(timer)
        end(isDone: false)
        Unmanaged.passUnretained(self).release()
    }
    @inlinable func end(isDone: Bool) {
        let continuation = self.continuation
        self.continuation = nil
        continuation?.resume(returning: isDone)
    }
}

extension Task where Success == Never, Failure == Never {
    @inlinable static func sleep(milliseconds: Double) async throws(CancellationError) {
        try checkCancellation()
        let sleeper = _Sleeper()
        let id = _TaskState.current?.add { sleeper.cancel() }
        let isDone = await withUnsafeContinuation { sleeper.begin(milliseconds, $0) }
        if let id { _TaskState.current?.remove(id) }
        if !isDone { throw CancellationError() }
    }

    /// Waits at least so long, by a timer of JavaScript's; ends at once where the task is cancelled.
    @inlinable public static func sleep(nanoseconds duration: UInt64) async throws(CancellationError) {
        try await sleep(milliseconds: Double(duration) / 1e6)
    }

    /// Waits at least so long, by a timer of JavaScript's; ends at once where the task is cancelled.
    @inlinable public static func sleep(for duration: Duration) async throws(CancellationError) {
        let (seconds, attoseconds) = duration.components
        try await sleep(milliseconds: Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
    }
}
