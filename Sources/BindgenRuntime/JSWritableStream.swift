#if BINDGEN_CONCURRENCY || !arch(wasm32)
/// A `WritableStream`: one of JavaScript's, to which Swift writes, or one that Swift gives, from which it reads.
///
/// ```swift
/// try await output.write(chunk)     // until the stream has taken it
/// try await output.close()
///
/// return JSWritableStream { chunks throws(JSError) in
///     for try await chunk in chunks { hash.update(chunk) }
/// }
/// ```
///
/// What JavaScript writes to one of Swift's is written when the loop asks for the next value, and closed when the function has returned. Where
/// JavaScript aborts, the loop throws its reason and the task is cancelled; an error that the function throws is the stream's.
public final class JSWritableStream<Element>: JSObject, @unchecked Sendable {
    private let settle: (Int32, Element) -> Void
    private let sink: AsyncSink<Element>?

    /// Takes over a handle. For generated code.
    /// - Parameters:
    ///   - handle: the object's.
    ///   - settle: lowers an element for the promise of a number.
    public init(adopting handle: Int32, settle: @escaping (Int32, Element) -> Void) {
        self.settle = settle
        sink = nil
        super.init(adopting: handle)
    }

    /// A stream whose values `body` takes; it begins with the first.
    public init(_ body: @escaping (JSAsyncSequence<Element>) async throws(JSError) -> Void) {
        let sink = AsyncSink { (values: JSAsyncSequence<Element>) async -> JSError? in
            do throws(JSError) { try await body(values) } catch { return error }
            return nil
        }
        settle = { _, _ in }
        self.sink = sink
        super.init(adopting: bindgen_async_sink(sink.address, AsyncWork.call))
    }

    /// The handle, for a call that gives the stream to JavaScript, with the import by which elements are waited for. For generated code.
    public func given(observe: @escaping (Int32, Int32) -> Void) -> Int32 {
        sink?.observe = observe
        return handle
    }

    /// Writes a value, and waits until the stream has taken it.
    public func write(_ value: Element) async throws(JSError) { try await Self.end(beginWriting(value)) }

    private func beginWriting(_ value: Element) -> Int32 {
        defer { extendLifetime(self) }
        settle(bindgen_async_write(handle), value)
        return bindgen_async_written()
    }

    /// Ends the stream, when all that was written is taken.
    public func close() async throws(JSError) { try await Self.end(bindgen_async_close(handle)) }

    /// Ends the stream with an error; what was not taken is lost.
    public func abort(_ reason: JSError) async throws(JSError) {
        reason.lower()
        try await Self.end(bindgen_async_abort(handle))
    }

    /// Waits for a promise without a value, which ends as a sequence does.
    private static func end(_ promise: Int32) async throws(JSError) {
        let promise = JSPromise<Void>(adopting: promise, observe: bindgen_async_settled)
        if case .failure(let error) = await promise.result, error.value?.handle != 0 { throw error }
    }
}

/// Takes what JavaScript writes.
final class AsyncSink<Element>: AsyncWork, @unchecked Sendable {
    let body: (JSAsyncSequence<Element>) async -> JSError?
    var observe: (Int32, Int32) -> Void = { _, _ in }

    init(_ body: @escaping (JSAsyncSequence<Element>) async -> JSError?) { self.body = body }

    override func begin(_ promise: Int32, _ handle: Int32) {
        let values = JSAsyncSequence<Element>(adopting: handle, observe: observe)
        values.sink = self
        start(promise) { [self] in
            guard let error = await body(values) else { return bindgen_async_done(promise) }
            error.lower()
            PromisedCall.reject(promise)
        }
    }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "asyncSink") @_extern(c)
func bindgen_async_sink(
    _ work: UnsafeMutableRawPointer, _ call: @convention(c) (UnsafeMutableRawPointer, Int32, Int32) -> Void
) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncWrite") @_extern(c)
func bindgen_async_write(_ stream: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncWritten") @_extern(c)
func bindgen_async_written() -> Int32
@_extern(wasm, module: "bindgen", name: "asyncClose") @_extern(c)
func bindgen_async_close(_ stream: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncAbort") @_extern(c)
func bindgen_async_abort(_ stream: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncSettled") @_extern(c)
func bindgen_async_settled(_ promise: Int32, _ observer: Int32)
#else
func bindgen_async_sink(
    _ work: UnsafeMutableRawPointer, _ call: @convention(c) (UnsafeMutableRawPointer, Int32, Int32) -> Void
) -> Int32 { Region.hostOnly("asyncSink") }
func bindgen_async_write(_ stream: Int32) -> Int32 { Region.hostOnly("asyncWrite") }
func bindgen_async_written() -> Int32 { Region.hostOnly("asyncWritten") }
func bindgen_async_close(_ stream: Int32) -> Int32 { Region.hostOnly("asyncClose") }
func bindgen_async_abort(_ stream: Int32) -> Int32 { Region.hostOnly("asyncAbort") }
func bindgen_async_settled(_ promise: Int32, _ observer: Int32) { Region.hostOnly("asyncSettled") }
#endif
#endif
