import Builtin

/// Gives the values of an `AsyncSequence` one after the other.
public protocol AsyncIteratorProtocol<Element, Failure> {
    associatedtype Element
    associatedtype Failure: Error
    mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> Element?
}

/// Values that come later, one after the other.
public protocol AsyncSequence<Element, Failure> {
    associatedtype AsyncIterator: AsyncIteratorProtocol
    associatedtype Element where AsyncIterator.Element == Element
    associatedtype Failure where AsyncIterator.Failure == Failure
    func makeAsyncIterator() -> AsyncIterator
}

extension AsyncIteratorProtocol {
    /// The next value, in code that names no isolation.
    @inlinable public mutating func next() async throws(Failure) -> Element? { try await next(isolation: nil) }
}

extension AsyncSequence {
    /// Each value changed.
    @inlinable public func map<Value>(_ transform: @escaping (Element) async -> Value) -> AsyncMapSequence<Self, Value> {
        AsyncMapSequence(base: self) { element in await transform(element) }
    }
    /// Each value changed; what becomes nil is left out.
    @inlinable public func compactMap<Value>(_ transform: @escaping (Element) async -> Value?) -> AsyncMapSequence<Self, Value> {
        AsyncMapSequence(base: self, transform: transform)
    }
    /// The values that fulfil a condition.
    @inlinable public func filter(_ isIncluded: @escaping (Element) async -> Bool) -> AsyncMapSequence<Self, Element> {
        AsyncMapSequence(base: self) { element in await isIncluded(element) ? element : nil }
    }
    /// The first value that fulfils a condition.
    @inlinable public func first(where isWanted: (Element) async -> Bool) async throws(Failure) -> Element? {
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next(isolation: nil) { if await isWanted(element) { return element } }
        return nil
    }
    /// Whether a value fulfils a condition.
    @inlinable public func contains(where isWanted: (Element) async -> Bool) async throws(Failure) -> Bool {
        try await first(where: isWanted) != nil
    }
    /// All values in one.
    @inlinable public func reduce<Value>(
        _ start: Value, _ combine: (Value, Element) async -> Value
    ) async throws(Failure) -> Value {
        var value = start
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next(isolation: nil) { value = await combine(value, element) }
        return value
    }
    /// The first values, of which there may be fewer.
    @inlinable public func prefix(_ count: Int) -> AsyncPrefixSequence<Self> { AsyncPrefixSequence(base: self, count: count) }
}

/// What `map`, `compactMap` and `filter` give.
public struct AsyncMapSequence<Base: AsyncSequence, Element>: AsyncSequence {
    @usableFromInline let base: Base
    @usableFromInline let transform: (Base.Element) async -> Element?
    @usableFromInline init(base: Base, transform: @escaping (Base.Element) async -> Element?) {
        self.base = base
        self.transform = transform
    }
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline var base: Base.AsyncIterator
        @usableFromInline let transform: (Base.Element) async -> Element?
        @usableFromInline init(base: Base.AsyncIterator, transform: @escaping (Base.Element) async -> Element?) {
            self.base = base
            self.transform = transform
        }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async throws(Base.Failure) -> Element? {
            while let element = try await base.next(isolation: nil) {
                if let value = await transform(element) { return value }
            }
            return nil
        }
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), transform: transform) }
}

/// What `prefix` gives.
public struct AsyncPrefixSequence<Base: AsyncSequence>: AsyncSequence {
    @usableFromInline let base: Base
    @usableFromInline let count: Int
    @usableFromInline init(base: Base, count: Int) {
        self.base = base
        self.count = count
    }
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline var base: Base.AsyncIterator
        @usableFromInline var left: Int
        @usableFromInline init(base: Base.AsyncIterator, left: Int) {
            self.base = base
            self.left = left
        }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async throws(Base.Failure) -> Base.Element? {
            if left == 0 { return nil }
            left -= 1
            return try await base.next(isolation: nil)
        }
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), left: count) }
}
