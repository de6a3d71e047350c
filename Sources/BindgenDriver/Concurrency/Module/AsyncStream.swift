/// The values of a stream that nobody has asked for yet, and who waits for one.
@usableFromInline final class _StreamStorage<Element, Failure: Error> {
    @usableFromInline var values: [Element] = []
    @usableFromInline var end: Result<Void, Failure>?
    @usableFromInline var waiting: [UnsafeContinuation<Result<Element?, Failure>, Never>] = []
    @usableFromInline let policy: _BufferingPolicy
    @usableFromInline var onTermination: ((_Termination<Failure>) -> Void)?
    @usableFromInline init(_ policy: _BufferingPolicy) { self.policy = policy }

    @inlinable func yield(_ value: sending Element) -> AsyncStream<Element>.Continuation.YieldResult {
        if end != nil { return .terminated }
        if !waiting.isEmpty {
            waiting.removeFirst().resume(returning: .success(value))
            return .enqueued(remaining: remaining)
        }
        switch policy {
        case .unbounded: break
        case .bufferingOldest(let limit): if values.count >= limit { return .dropped(value) }
        case .bufferingNewest(let limit):
            if limit <= 0 { return .dropped(value) }
            if values.count >= limit {
                let dropped = values.removeFirst()
                values.append(value)
                return .dropped(dropped)
            }
        }
        values.append(value)
        return .enqueued(remaining: remaining)
    }
    @inlinable var remaining: Int {
        switch policy {
        case .unbounded: .max
        case .bufferingOldest(let limit), .bufferingNewest(let limit): limit - values.count
        }
    }
    @inlinable func finish(_ result: Result<Void, Failure>, _ reason: _Termination<Failure>) {
        if end != nil { return }
        end = result
        let handler = onTermination
        onTermination = nil
        let waiting = self.waiting
        self.waiting = []
        for continuation in waiting { continuation.resume(returning: takeEnd()) }
        handler?(reason)
    }
    /// How the stream ended, once; from then on it is over.
    @inlinable func takeEnd() -> Result<Element?, Failure> {
        defer { end = .success(()) }
        switch end {
        case .failure(let error)?: return .failure(error)
        case .success?, nil: return .success(nil)
        }
    }
    @inlinable nonisolated(nonsending) func next() async -> Result<Element?, Failure> {
        if !values.isEmpty { return .success(values.removeFirst()) }
        if end != nil { return takeEnd() }
        let task = _TaskState.current
        if task?._isCancelled == true { finish(.success(()), .cancelled) }
        if end != nil { return takeEnd() }
        let id = task?.add { self.finish(.success(()), .cancelled) }
        let result = await withUnsafeContinuation { waiting.append($0) }
        if let id { task?.remove(id) }
        return result
    }
    deinit { if end == nil { onTermination?(.cancelled) } }
}

@usableFromInline enum _BufferingPolicy { case unbounded, bufferingOldest(Int), bufferingNewest(Int) }
@usableFromInline enum _Termination<Failure: Error> { case finished(Failure?), cancelled }

/// Values that other code puts in, to be taken out by `for await`.
public struct AsyncStream<Element>: AsyncSequence, @unchecked Sendable {
    /// Puts values in, from anywhere.
    public struct Continuation: @unchecked Sendable {
        @usableFromInline let storage: _StreamStorage<Element, Never>
        @usableFromInline init(_ storage: _StreamStorage<Element, Never>) { self.storage = storage }

        public enum BufferingPolicy: Sendable {
            case unbounded
            /// Drops what comes when so many wait.
            case bufferingOldest(Int)
            /// Drops the oldest when so many wait.
            case bufferingNewest(Int)
        }
        public enum YieldResult { case enqueued(remaining: Int), dropped(Element), terminated }
        public enum Termination: Sendable { case finished, cancelled }

        @discardableResult @inlinable public func yield(_ value: sending Element) -> YieldResult { storage.yield(value) }
        @inlinable public func finish() { storage.finish(.success(()), .finished(nil)) }
        /// Is called when the stream has ended, or nobody can ask for its values any more.
        public var onTermination: (@Sendable (Termination) -> Void)? {
            get { nil }
            nonmutating set {
                storage.onTermination = newValue.map { handler in
                    { if case .cancelled = $0 { handler(.cancelled) } else { handler(.finished) } }
                }
            }
        }
    }
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline let storage: _StreamStorage<Element, Never>
        @usableFromInline init(_ storage: _StreamStorage<Element, Never>) { self.storage = storage }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async -> Element? {
            switch await storage.next() {
            case .success(let value): value
            }
        }
    }
    @usableFromInline let storage: _StreamStorage<Element, Never>

    @inlinable public init(
        _ elementType: Element.Type = Element.self, bufferingPolicy limit: Continuation.BufferingPolicy = .unbounded,
        _ build: (Continuation) -> Void
    ) {
        storage = _StreamStorage(limit.policy)
        build(Continuation(storage))
    }
    @inlinable public static func makeStream(
        of elementType: Element.Type = Element.self, bufferingPolicy limit: Continuation.BufferingPolicy = .unbounded
    ) -> (stream: AsyncStream<Element>, continuation: Continuation) {
        var made: Continuation?
        let stream = AsyncStream(bufferingPolicy: limit) { made = $0 }
        return (stream, made.unsafelyUnwrapped)
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(storage) }
}

extension AsyncStream.Continuation.BufferingPolicy {
    @usableFromInline var policy: _BufferingPolicy {
        switch self {
        case .unbounded: .unbounded
        case .bufferingOldest(let limit): .bufferingOldest(limit)
        case .bufferingNewest(let limit): .bufferingNewest(limit)
        }
    }
}

/// The same for values that may end with an error.
public struct AsyncThrowingStream<Element, Failure: Error>: AsyncSequence, @unchecked Sendable {
    /// Puts values in, from anywhere.
    public struct Continuation: @unchecked Sendable {
        @usableFromInline let storage: _StreamStorage<Element, Failure>
        @usableFromInline init(_ storage: _StreamStorage<Element, Failure>) { self.storage = storage }
        public enum Termination { case finished(Failure?), cancelled }

        @discardableResult @inlinable public func yield(
            _ value: sending Element
        ) -> AsyncStream<Element>.Continuation.YieldResult { storage.yield(value) }
        @inlinable public func finish(throwing error: Failure? = nil) {
            storage.finish(error.map { .failure($0) } ?? .success(()), .finished(error))
        }
        /// Is called when the stream has ended, or nobody can ask for its values any more.
        public var onTermination: ((Termination) -> Void)? {
            get { nil }
            nonmutating set {
                storage.onTermination = newValue.map { handler in
                    { reason in
                        switch reason {
                        case .finished(let error): handler(.finished(error))
                        case .cancelled: handler(.cancelled)
                        }
                    }
                }
            }
        }
    }
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline let storage: _StreamStorage<Element, Failure>
        @usableFromInline init(_ storage: _StreamStorage<Element, Failure>) { self.storage = storage }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> Element? {
            switch await storage.next() {
            case .success(let value): return value
            case .failure(let error): throw error
            }
        }
    }
    @usableFromInline let storage: _StreamStorage<Element, Failure>

    @inlinable public init(
        of elementType: Element.Type = Element.self, throwing _: Failure.Type = Failure.self,
        bufferingPolicy limit: AsyncStream<Element>.Continuation.BufferingPolicy = .unbounded, _ build: (Continuation) -> Void
    ) {
        storage = _StreamStorage(limit.policy)
        build(Continuation(storage))
    }
    @inlinable public static func makeStream(
        of elementType: Element.Type = Element.self, throwing _: Failure.Type = Failure.self,
        bufferingPolicy limit: AsyncStream<Element>.Continuation.BufferingPolicy = .unbounded
    ) -> (stream: AsyncThrowingStream<Element, Failure>, continuation: Continuation) {
        var made: Continuation?
        let stream = AsyncThrowingStream(bufferingPolicy: limit) { made = $0 }
        return (stream, made.unsafelyUnwrapped)
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(storage) }
}
