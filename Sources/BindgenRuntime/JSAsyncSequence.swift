/// Values that come one after the other, from JavaScript or from Swift.
///
/// JavaScript gives an async iterable, such as a `ReadableStream`, or one that is not:
///
/// ```swift
/// for try await chunk in stream { total += chunk.count }
/// ```
///
/// The next value is asked for when Swift has done with the last. A loop that ends early ends the iterator in JavaScript, by its `return()`.
///
/// In turn Swift gives one that it makes of an `AsyncSequence`, or of a function that is asked for each value. JavaScript iterates over it once,
/// or reads it as a stream. Where it stops, the task that looks for the next value is cancelled, and the sequence is released.
///
/// ```swift
/// static func primes() -> JSAsyncSequence<Double> {
///     var primes = Primes()
///     return JSAsyncSequence { primes.next() }
/// }
/// ```
public final class JSAsyncSequence<Element>: JSObject, @unchecked Sendable {
    @usableFromInline let wait: (Int32, Int32) -> Void
    /// What Swift made it of; nil where JavaScript gave it.
    let work: AsyncWork?
    /// The work that takes what is written to a stream: it is cancelled where JavaScript aborts.
    var sink: AsyncWork?

    /// Takes over a handle. For generated code.
    /// - Parameters:
    ///   - handle: the object's.
    ///   - observe: the import by which an observer waits for promises of elements.
    public init(adopting handle: Int32, observe: @escaping (Int32, Int32) -> Void) {
        wait = observe
        work = nil
        super.init(adopting: handle)
    }

    #if BINDGEN_CONCURRENCY || !arch(wasm32)
    init(_ source: AsyncSource<Element>) {
        wait = { _, _ in }
        work = source
        super.init(adopting: bindgen_async_work(source.address, AsyncWork.call))
    }
    #endif
}

#if BINDGEN_CONCURRENCY || !arch(wasm32)
extension JSAsyncSequence {
    /// Values that a function gives, which is asked for one after the other; nil ends the sequence.
    public convenience init(_ next: @escaping () async throws(JSError) -> Element?) {
        self.init(
            AsyncSource { () async -> Result<Element?, JSError> in
                do throws(JSError) { return .success(try await next()) } catch { return .failure(error) }
            })
    }

    /// The values of another sequence, which begins when JavaScript asks for the first.
    public convenience init<Base: AsyncSequence>(_ base: Base) where Base.Element == Element, Base.Failure == JSError {
        var iterator: Base.AsyncIterator?
        self.init(
            AsyncSource { () async -> Result<Element?, JSError> in
                var open = iterator ?? base.makeAsyncIterator()
                defer { iterator = open }
                do throws(JSError) { return .success(try await open.next(isolation: nil)) } catch { return .failure(error) }
            })
    }

    /// The same for one that cannot fail.
    public convenience init<Base: AsyncSequence>(_ base: Base) where Base.Element == Element, Base.Failure == Never {
        var iterator: Base.AsyncIterator?
        self.init(
            AsyncSource { () async -> Result<Element?, JSError> in
                var open = iterator ?? base.makeAsyncIterator()
                defer { iterator = open }
                return .success(await open.next(isolation: nil))
            })
    }

    /// The handle, for a call that gives the sequence to JavaScript, with the function by which each element is lowered. For generated code.
    public func given(settle: @escaping (Int32, Element) -> Void) -> Int32 {
        if let work { unsafeDowncast(work, to: AsyncSource<Element>.self).settle = settle }
        return handle
    }
}

extension JSAsyncSequence: AsyncSequence {
    /// Asks for one value after the other.
    public struct Iterator: AsyncIteratorProtocol {
        let cursor: JSAsyncCursor?
        let source: AsyncSource<Element>?
        let wait: (Int32, Int32) -> Void
        var sink: AsyncWork?

        /// The next value; nil at the end.
        public mutating func next() async throws(JSError) -> Element? { try await next(isolation: nil) }

        /// The next value; nil at the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(JSError) -> Element? {
            if let source { return try await source.next().get() }
            guard let cursor else { return nil }
            let promise = JSPromise<Element>(adopting: cursor.next(), observe: wait)
            switch await promise.result {
            case .success(let value): return value
            // A handle that stands for nothing.
            case .failure(let error) where error.value?.handle == 0: return nil
            case .failure(let error):
                sink?.cancel()
                throw error
            }
        }
    }

    /// Begins from the start; the iterator in JavaScript is opened with the first `next`.
    public func makeAsyncIterator() -> Iterator {
        defer { extendLifetime(self) }
        if let work { return Iterator(cursor: nil, source: unsafeDowncast(work, to: AsyncSource<Element>.self), wait: wait) }
        return Iterator(cursor: JSAsyncCursor(JSObject(adopting: bindgen_iterate(handle))), source: nil, wait: wait, sink: sink)
    }
}

/// An iterator of JavaScript's, which ends when nobody asks for more. For generated code.
public final class JSAsyncCursor {
    /// What JavaScript knows of it.
    public let object: JSObject
    /// The iterator that this object stands for.
    public init(_ object: JSObject) { self.object = object }

    func next() -> Int32 {
        defer { extendLifetime(self) }
        return bindgen_next(object.handle)
    }
    deinit { bindgen_end_iterator(object.handle) }
}

/// Asks Swift for one value after the other.
final class AsyncSource<Element>: AsyncWork, @unchecked Sendable {
    let next: () async -> Result<Element?, JSError>
    var settle: (Int32, Element) -> Void = { _, _ in }

    init(_ next: @escaping () async -> Result<Element?, JSError>) { self.next = next }

    override func begin(_ promise: Int32, _ handle: Int32) {
        start(promise) { [self] in
            switch await next() {
            case .success(let value?): settle(promise, value)
            case .success(nil): bindgen_async_done(promise)
            case .failure(let error):
                error.lower()
                PromisedCall.reject(promise)
            }
        }
    }
}
#endif

/// What Swift does for an object of JavaScript's, again and again or once, in a task that the object can cancel. For generated code.
public class AsyncWork {
    #if BINDGEN_CONCURRENCY
    private var task: _TaskState?

    final func start(_ promise: Int32, _ body: @escaping () async -> Void) {
        let task = _TaskState()
        self.task = task
        _runExport(task, promise: promise, body)
    }
    #elseif !arch(wasm32)
    final func start(_ promise: Int32, _ body: @escaping () async -> Void) {}
    #endif

    func begin(_ promise: Int32, _ handle: Int32) {}

    final func cancel() {
        #if BINDGEN_CONCURRENCY
        task?.cancel()
        #endif
    }

    /// Its address, with a reference that JavaScript has.
    final var address: UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }

    /// What JavaScript calls: with the number of a promise to begin, with -1 to cancel the task, with 0 to give its reference back.
    static var call: @convention(c) (UnsafeMutableRawPointer, Int32, Int32) -> Void {
        { address, promise, handle in
            let work = Unmanaged<AsyncWork>.fromOpaque(address)
            switch promise {
            case 0: work.release()
            case -1: work.takeUnretainedValue().cancel()
            default: work.takeUnretainedValue().begin(promise, handle)
            }
        }
    }

    /// The next two values that a promise is settled with are the key and the value of a pair. For generated code.
    public static func beginPair(_ promise: Int32) { bindgen_async_pair(promise) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "asyncIterate") @_extern(c)
func bindgen_iterate(_ sequence: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncNext") @_extern(c)
func bindgen_next(_ iterator: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncEnd") @_extern(c)
func bindgen_end_iterator(_ iterator: Int32)
@_extern(wasm, module: "bindgen", name: "asyncWork") @_extern(c)
func bindgen_async_work(
    _ work: UnsafeMutableRawPointer, _ call: @convention(c) (UnsafeMutableRawPointer, Int32, Int32) -> Void
) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncPair") @_extern(c)
func bindgen_async_pair(_ promise: Int32)
@_extern(wasm, module: "bindgen", name: "asyncDone") @_extern(c)
func bindgen_async_done(_ promise: Int32)
#else
func bindgen_iterate(_ sequence: Int32) -> Int32 { sequence }
func bindgen_next(_ iterator: Int32) -> Int32 { Region.hostOnly("asyncNext") }
func bindgen_end_iterator(_ iterator: Int32) {}
func bindgen_async_work(
    _ work: UnsafeMutableRawPointer, _ call: @convention(c) (UnsafeMutableRawPointer, Int32, Int32) -> Void
) -> Int32 { Region.hostOnly("asyncWork") }
func bindgen_async_pair(_ promise: Int32) {}
func bindgen_async_done(_ promise: Int32) {}
#endif
