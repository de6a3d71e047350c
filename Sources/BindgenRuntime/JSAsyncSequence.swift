/// Values that JavaScript gives one after the other: an async iterable, such as a `ReadableStream`, or one that is not.
///
/// ```swift
/// for try await chunk in stream { total += chunk.count }
/// ```
///
/// The next value is asked for when Swift has done with the last. A loop that ends early ends the iterator in JavaScript, by its `return()`.
public final class JSAsyncSequence<Element>: JSObject, @unchecked Sendable {
    @usableFromInline let wait: (Int32, Int32) -> Void

    /// Takes over a handle. For generated code.
    /// - Parameters:
    ///   - handle: the object's.
    ///   - observe: the import by which an observer waits for promises of elements.
    public init(adopting handle: Int32, observe: @escaping (Int32, Int32) -> Void) {
        wait = observe
        super.init(adopting: handle)
    }
}

#if BINDGEN_CONCURRENCY || !arch(wasm32)
extension JSAsyncSequence: AsyncSequence {
    /// Asks JavaScript for one value after the other.
    public struct Iterator: AsyncIteratorProtocol {
        let cursor: JSAsyncCursor
        let wait: (Int32, Int32) -> Void

        /// The next value; nil at the end.
        public mutating func next() async throws(JSError) -> Element? { try await next(isolation: nil) }

        /// The next value; nil at the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(JSError) -> Element? {
            let promise = JSPromise<Element>(adopting: cursor.next(), observe: wait)
            switch await promise.result {
            case .success(let value): return value
            // A handle that stands for nothing.
            case .failure(let error) where error.value?.handle == 0: return nil
            case .failure(let error): throw error
            }
        }
    }

    /// Begins from the start; the iterator in JavaScript is opened with the first `next`.
    public func makeAsyncIterator() -> Iterator {
        defer { extendLifetime(self) }
        return Iterator(cursor: JSAsyncCursor(adopting: bindgen_iterate(handle)), wait: wait)
    }
}

/// An iterator of JavaScript's, which ends when nobody asks for more.
final class JSAsyncCursor: JSObject {
    func next() -> Int32 {
        defer { extendLifetime(self) }
        return bindgen_next(handle)
    }
    deinit { bindgen_end_iterator(handle) }
}

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "asyncIterate") @_extern(c)
func bindgen_iterate(_ sequence: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncNext") @_extern(c)
func bindgen_next(_ iterator: Int32) -> Int32
@_extern(wasm, module: "bindgen", name: "asyncEnd") @_extern(c)
func bindgen_end_iterator(_ iterator: Int32)
#else
func bindgen_iterate(_ sequence: Int32) -> Int32 { sequence }
func bindgen_next(_ iterator: Int32) -> Int32 { Region.hostOnly("asyncNext") }
func bindgen_end_iterator(_ iterator: Int32) {}
#endif
#endif
