/// A JavaScript promise that Swift holds.
///
/// Asynchronous code awaits it; other code gives it functions to call:
///
/// ```swift
/// let text = try await response.text()
///
/// let promise: JSPromise<String> = response.text()
/// promise.then { print($0) } catch: { print($0.message) }
/// ```
public final class JSPromise<Value>: JSObject, @unchecked Sendable {
    @usableFromInline let observation: (Int32, Int32) -> Void

    /// Takes over a handle. For generated code.
    /// - Parameters:
    ///   - handle: the promise's.
    ///   - observe: the import by which an observer waits for promises of this type.
    public init(adopting handle: Int32, observe: @escaping (Int32, Int32) -> Void) {
        observation = observe
        super.init(adopting: handle)
    }

    @usableFromInline func observe(
        _ fulfilled: @escaping (Value) -> Void, _ rejected: @escaping (JSError) -> Void
    ) {
        defer { extendLifetime(self) }
        let observer = PromiseObserver(fulfilled, rejected)
        observation(handle, Region.address(UnsafeRawPointer(Unmanaged.passRetained(observer).toOpaque())))
    }

    /// Has a function called with the value, later; an error goes to `rejected`, or is reported as any that nobody catches.
    ///
    /// The functions are kept until the promise is settled.
    public func then(_ fulfilled: @escaping (Value) -> Void, catch rejected: ((JSError) -> Void)? = nil) {
        observe(fulfilled, rejected ?? { $0.report() })
    }

    /// Has a function called with the error, where there is one.
    public func `catch`(_ rejected: @escaping (JSError) -> Void) { observe({ _ in }, rejected) }

    /// Has a function called when the promise is settled in either way.
    public func finally(_ settled: @escaping () -> Void) { observe({ _ in settled() }, { _ in settled() }) }
}

#if BINDGEN_CONCURRENCY || !arch(wasm32)
extension JSPromise {
    /// What the promise is fulfilled with, or the error that it is rejected with. Where the task is cancelled meanwhile, it goes on at once with
    /// an error that says so.
    public nonisolated(nonsending) var result: Result<Value, JSError> {
        get async {
            let wait = PromiseWait<Value>()
            return await withTaskCancellationHandler {
                await withUnsafeContinuation { continuation in
                    // In a task that was cancelled, too: a rejection that nobody looks at would be reported.
                    observe({ wait.end(.success($0)) }, { wait.end(.failure($0)) })
                    _ = wait.begin(continuation)
                }
            } onCancel: {
                wait.end(.failure(JSError("the task was cancelled")))
            }
        }
    }

    /// What the promise is fulfilled with.
    public nonisolated(nonsending) var value: Value {
        get async throws(JSError) { try await result.get() }
    }
}
#endif

#if BINDGEN_CONCURRENCY || !arch(wasm32)
/// A function that waits for one result, of which there may be several: the first counts.
final class PromiseWait<Value>: @unchecked Sendable {
    private var continuation: UnsafeContinuation<Result<Value, JSError>, Never>?
    private var result: Result<Value, JSError>?

    /// Whether there is something to wait for: the result may be there already.
    func begin(_ continuation: UnsafeContinuation<Result<Value, JSError>, Never>) -> Bool {
        guard let result else {
            self.continuation = continuation
            return true
        }
        nonisolated(unsafe) let first = result
        continuation.resume(returning: first)
        return false
    }

    @discardableResult func end(_ result: Result<Value, JSError>) -> Bool {
        if self.result != nil { return false }
        self.result = result
        nonisolated(unsafe) let first = result
        continuation?.resume(returning: first)
        continuation = nil
        return true
    }
}

/// What comes later, from whichever function knows it; see ``withDeferred(_:_:)``.
public final class Deferred<Value>: @unchecked Sendable {
    private let wait: PromiseWait<Value>
    private let name: StaticString

    init(_ wait: PromiseWait<Value>, _ name: StaticString) {
        self.wait = wait
        self.name = name
    }

    /// Lets who waits go on with a value. False where it was settled already: the first time counts.
    @discardableResult public func resolve(_ value: Value) -> Bool { wait.end(.success(value)) }

    /// Lets who waits go on with an error.
    @discardableResult public func reject(_ error: JSError) -> Bool { wait.end(.failure(error)) }

    deinit { wait.end(.failure(JSError("\(name) was dropped and will never be settled"))) }
}

extension Deferred where Value == Void {
    /// Lets who waits go on.
    @discardableResult public func resolve() -> Bool { resolve(()) }
}

/// Waits until somebody settles what `body` is given, once: keep it in closures, or in an object, and settle it from there. Where the last
/// reference goes and nobody has, the error says so.
///
/// ```swift
/// let name = try await withDeferred { answer in
///     dialog.onClose { answer.resolve($0) }
/// }
/// ```
public nonisolated(nonsending) func withDeferred<Value>(
    _ name: StaticString = #function, _ body: (Deferred<Value>) -> Void
) async throws(JSError) -> Value {
    let wait = PromiseWait<Value>()
    body(Deferred(wait, name))
    let result = await withTaskCancellationHandler {
        await withUnsafeContinuation { _ = wait.begin($0) }
    } onCancel: {
        wait.end(.failure(JSError("the task was cancelled")))
    }
    return try result.get()
}
#endif

/// Who waits for a promise, whatever its type. For generated code.
public class AnyPromiseObserver {
    @usableFromInline let rejected: (JSError) -> Void
    @usableFromInline init(_ rejected: @escaping (JSError) -> Void) { self.rejected = rejected }

    /// The promise of an observer was rejected, with what a handle stands for.
    @inlinable public static func reject(_ observer: Int32, _ error: Int32) {
        let observer = Unmanaged<AnyPromiseObserver>.fromOpaque(Region.pointer(observer)).takeRetainedValue()
        observer.rejected(JSError(JSObject(adopting: error)))
    }
}

/// Who waits for a promise. JavaScript has a reference until the promise is settled. For generated code.
public final class PromiseObserver<Value>: AnyPromiseObserver {
    @usableFromInline let fulfilled: (Value) -> Void
    @usableFromInline init(_ fulfilled: @escaping (Value) -> Void, _ rejected: @escaping (JSError) -> Void) {
        self.fulfilled = fulfilled
        super.init(rejected)
    }

    /// The observer at an address, with the reference that JavaScript had.
    @inlinable public static func take(_ observer: Int32) -> PromiseObserver {
        Unmanaged<PromiseObserver>.fromOpaque(Region.pointer(observer)).takeRetainedValue()
    }

    /// The promise was fulfilled.
    @inlinable public func fulfill(_ value: Value) { fulfilled(value) }
}

/// An exported member that returns a promise. For generated code.
public enum PromisedCall {
    #if BINDGEN_CONCURRENCY
    /// Runs what the member does, up to its first suspension. JavaScript knows the promise by its number.
    @inlinable public static func start(_ promise: Int32, _ body: @escaping () async -> Void) {
        _runExport(_TaskState(), promise: promise, body)
    }

    /// The same for one that a signal cancels, which has the handle `signal`; 0 is none.
    public static func start(_ promise: Int32, signal: Int32, _ body: @escaping () async -> Void) {
        let state = _TaskState()
        if signal != 0 {
            // JavaScript has a reference until the promise is settled.
            let end: @convention(c) (UnsafeMutableRawPointer, Int32) -> Void = { pointer, isCancelled in
                let state = Unmanaged<_TaskState>.fromOpaque(pointer)
                if isCancelled == 0 { state.release() } else { state.takeUnretainedValue().cancel() }
            }
            bindgen_follow(promise, signal, end, Unmanaged.passRetained(state).toOpaque())
        }
        _runExport(state, promise: promise, body)
    }
    #endif

    /// Rejects the promise with the error that was lowered last.
    @inlinable public static func reject(_ promise: Int32) { bindgen_reject(promise) }
}

extension JSError {
    /// Reports an error that nobody catches.
    @usableFromInline func report() {
        lower()
        bindgen_report()
    }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "reject") @_extern(c)
@usableFromInline func bindgen_reject(_ promise: Int32)
@_extern(wasm, module: "bindgen", name: "follow") @_extern(c)
@usableFromInline func bindgen_follow(
    _ promise: Int32, _ signal: Int32, _ end: @convention(c) (UnsafeMutableRawPointer, Int32) -> Void,
    _ task: UnsafeMutableRawPointer)
@_extern(wasm, module: "bindgen", name: "report") @_extern(c)
@usableFromInline func bindgen_report()
#else
@usableFromInline func bindgen_reject(_ promise: Int32) {}
@usableFromInline func bindgen_report() {}
#endif
