public import EmbeddedSupport

/// A value that several threads may change, one at a time.
///
/// Whoever finds the lock taken waits. On a page's main thread, where nothing may sleep, it spins: keep the work inside short there. In builds
/// without threads there is nobody to wait for.
///
/// ```swift
/// let found = Mutex<[String]>([])
/// parallelFor(files.count) { index in
///     let name = search(files[index])
///     found.withLock { $0.append(name) }
/// }
/// ```
public final class Mutex<Value>: @unchecked Sendable {
    @usableFromInline var value: Value
    @usableFromInline let lock: UnsafeMutablePointer<BindgenLock>

    /// A lock that is free, and the value behind it.
    public init(_ value: sending Value) {
        self.value = value
        lock = .allocate(capacity: 1)
        // No thread's data stand at the lock's own address.
        lock.initialize(to: BindgenLock(word: 0, owner: UnsafeRawPointer(lock)))
    }

    deinit { lock.deallocate() }

    /// Calls `body` with the value, which is nobody else's meanwhile. To ask for the same lock again inside of `body` traps.
    @inlinable public func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        precondition(bindgen_lock_for_program(lock), "Mutex: this thread has the lock already")
        defer { bindgen_unlock_for_program(lock) }
        return try body(&value)
    }
}
