public import EmbeddedSupport

// Work that several threads share, in builds with threads (`bindgen build --threads`). In all others, and on the host, the same functions do it in
// order, so that one source serves every build.

/// The number of threads that take part in `parallelFor`, the caller's own included; 1 in builds without threads.
public var threadCount: Int { bindgen_thread_count() }

/// Calls `body` with each number from 0 up to `count`, in several threads at once, and returns when all calls have.
///
/// Threads take the numbers one by one, so calls may take more or less time; a call should do work for some microseconds at least, such as
/// a row of an image. A call from inside of `body` does its numbers in order.
///
/// What `body` captures is shared by the threads, so it has to be `Sendable`, which the compiler checks: objects and closures of JavaScript's
/// are not, for they belong to the thread that made them.
///
/// ```swift
/// let hits = Atomic(0)
/// parallelFor(rows.count) { index in
///     if isInteresting(rows[index]) { hits.add(1) }
/// }
/// ```
///
/// - Throws: the error of one of the calls; numbers that no thread has taken by then are left out.
@inlinable public func parallelFor<Failure: Error>(
    _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Void
) throws(Failure) {
    let outcome = ParallelOutcome<Failure>()
    withoutActuallyEscaping(body) { body in
        let job = ParallelJob { index in
            if outcome.hasFailed { return }
            do throws(Failure) { try body(index) } catch { outcome.fail(error) }
        }
        job.run(count)
    }
    if let failure = outcome.failure { throw failure }
}

/// The same for work that cannot fail.
@inlinable public func parallelFor(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
        ParallelJob(body).run(count)
    }
}

/// What `transform` makes of each number from 0 up to `count`, in their order; it is called in several threads at once.
@inlinable public func parallelMap<Result: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
        let place = SharedPlace(start: buffer.baseAddress)
        parallelFor(count) { index in
            place.start.unsafelyUnwrapped.advanced(by: index).initialize(to: transform(index))
        }
        initialized = max(0, count)
    }
}

/// What `transform` makes of each element, in their order; it is called in several threads at once.
@inlinable public func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
    parallelMap(elements.count) { transform(elements[$0]) }
}

/// Calls `body` with each part of an array, `size` elements at a time (the last part may be shorter), in several threads at once. Each call
/// may change its own part.
///
/// ```swift
/// parallelFor(chunksOf: width, in: &pixels) { y, row in
///     for x in 0..<row.count { row[x] = colour(x, y) }
/// }
/// ```
@inlinable public func parallelFor<Element: Sendable>(
    chunksOf size: Int, in elements: inout [Element], _ body: @Sendable (Int, inout MutableSpan<Element>) -> Void
) {
    elements.withUnsafeMutableBufferPointer { parallelFor(chunksOf: size, of: $0, body) }
}

/// The same for storage that JavaScript may have views of.
@inlinable public func parallelFor<Element: BitwiseCopyable & Sendable>(
    chunksOf size: Int, in elements: GuestBuffer<Element>, _ body: @Sendable (Int, inout MutableSpan<Element>) -> Void
) {
    defer { withExtendedLifetime(elements) {} }
    parallelFor(chunksOf: size, of: elements.elements, body)
}

@inlinable func parallelFor<Element>(
    chunksOf size: Int, of elements: UnsafeMutableBufferPointer<Element>,
    _ body: @Sendable (Int, inout MutableSpan<Element>) -> Void
) {
    precondition(size > 0, "parallelFor: a chunk has at least one element")
    let (place, count) = (SharedPlace(start: elements.baseAddress), elements.count)
    parallelFor((count + size - 1) / size) { index in
        let start = index * size
        let part = UnsafeMutableBufferPointer(
            start: place.start.unsafelyUnwrapped + start, count: min(size, count - start))
        var span = part.mutableSpan
        body(index, &span)
    }
}

/// Where the threads write, each at a place of its own.
@usableFromInline struct SharedPlace<Element>: @unchecked Sendable {
    @usableFromInline let start: UnsafeMutablePointer<Element>?

    @inlinable init(start: UnsafeMutablePointer<Element>?) { self.start = start }
}

/// A body as C calls it.
@usableFromInline final class ParallelJob: Sendable {
    @usableFromInline let body: @Sendable (Int) -> Void

    @inlinable init(_ body: @escaping @Sendable (Int) -> Void) { self.body = body }

    @inlinable func run(_ count: Int) {
        defer { withExtendedLifetime(self) {} }
        bindgen_parallel(
            count,
            { job, index in
                Unmanaged<ParallelJob>.fromOpaque(job.unsafelyUnwrapped)._withUnsafeGuaranteedRef { $0.body(index) }
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}

/// The first error of the calls.
@usableFromInline final class ParallelOutcome<Failure: Error>: Sendable {
    @usableFromInline let first = Mutex<Failure?>(nil)
    @usableFromInline let isOver = Atomic(false)

    @inlinable init() {}

    @inlinable var hasFailed: Bool { isOver.load() }
    @inlinable var failure: Failure? { first.withLock { $0 } }

    @inlinable func fail(_ error: Failure) {
        first.withLock { first in
            if first == nil { first = error }
        }
        isOver.store(true)
    }
}
