import Builtin

/// A function that waits for a value. To resume it twice is undefined; `CheckedContinuation` stops there.
@frozen public struct UnsafeContinuation<Value, Failure: Error>: @unchecked Sendable {
    @usableFromInline let context: Builtin.RawUnsafeContinuation
    @usableFromInline init(_ context: Builtin.RawUnsafeContinuation) { self.context = context }

    // What crosses is always a Result: a typed error needs no box then.
    @inlinable public func resume(with result: consuming sending Result<Value, Failure>) {
        Builtin.resumeNonThrowingContinuationReturning(context, result)
    }
    @inlinable public func resume(returning value: consuming sending Value) { resume(with: .success(value)) }
    @inlinable public func resume(throwing error: consuming Failure) { resume(with: .failure(error)) }
}

extension UnsafeContinuation where Value == Void {
    @inlinable public func resume() { resume(returning: ()) }
}

/// Waits until the continuation that `body` is given is resumed, once.
@inlinable public nonisolated(nonsending) func withUnsafeContinuation<Value>(
    _ body: (UnsafeContinuation<Value, Never>) -> Void
) async -> sending Value {
    let result: Result<Value, Never> = await Builtin.withUnsafeContinuation { body(UnsafeContinuation($0)) }
    switch consume result {
    case .success(let value): return value
    }
}

/// The same for a continuation that may be resumed with an error.
@inlinable public nonisolated(nonsending) func withUnsafeThrowingContinuation<Value, Failure: Error>(
    throwing _: Failure.Type = Failure.self, _ body: (UnsafeContinuation<Value, Failure>) -> Void
) async throws(Failure) -> sending Value {
    let result: Result<Value, Failure> = await Builtin.withUnsafeContinuation { body(UnsafeContinuation($0)) }
    switch consume result {
    case .success(let value): return value
    case .failure(let error): throw error
    }
}

/// Goes with the last copy of a continuation, and tells whether somebody resumed it.
@usableFromInline final class _ContinuationCanary {
    @usableFromInline var isPending = true
    @usableFromInline let function: StaticString
    @usableFromInline init(_ function: StaticString) { self.function = function }
    deinit {
        if isPending { print("SWIFT TASK CONTINUATION MISUSE: \(function) leaked its continuation: it never goes on") }
    }
}

/// A continuation that traps where it is resumed twice, and says so where it is dropped without having been resumed.
public struct CheckedContinuation<Value, Failure: Error>: @unchecked Sendable {
    @usableFromInline let continuation: UnsafeContinuation<Value, Failure>
    @usableFromInline let canary: _ContinuationCanary

    @inlinable public init(continuation: UnsafeContinuation<Value, Failure>, function: StaticString = #function) {
        self.continuation = continuation
        canary = _ContinuationCanary(function)
    }
    @inlinable public func resume(with result: consuming sending Result<Value, Failure>) {
        guard canary.isPending else { fatalError("\(canary.function) resumed its continuation twice") }
        canary.isPending = false
        continuation.resume(with: result)
    }
    @inlinable public func resume(returning value: consuming sending Value) { resume(with: .success(value)) }
    @inlinable public func resume(throwing error: consuming Failure) { resume(with: .failure(error)) }
}

extension CheckedContinuation where Value == Void {
    @inlinable public func resume() { resume(returning: ()) }
}

@inlinable public nonisolated(nonsending) func withCheckedContinuation<Value>(
    function: StaticString = #function, _ body: (CheckedContinuation<Value, Never>) -> Void
) async -> sending Value {
    await withUnsafeContinuation { body(CheckedContinuation(continuation: $0, function: function)) }
}

@inlinable public nonisolated(nonsending) func withCheckedThrowingContinuation<Value, Failure: Error>(
    function: StaticString = #function, throwing _: Failure.Type = Failure.self,
    _ body: (CheckedContinuation<Value, Failure>) -> Void
) async throws(Failure) -> sending Value {
    try await withUnsafeThrowingContinuation(throwing: Failure.self) {
        body(CheckedContinuation(continuation: $0, function: function))
    }
}
