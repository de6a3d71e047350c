import Builtin

/// What every task has, whatever it results in: whether it is cancelled, and who is to be told of that.
public class _TaskState: @unchecked Sendable {
    @usableFromInline final var _isCancelled = false
    @usableFromInline final var handlers: [(id: Int, call: () -> Void)] = []
    @usableFromInline final var lastID = 0
    @inlinable public init() {}

    /// The task that runs; nil outside of any.
    @inlinable static var current: _TaskState? {
        _currentTask().map { Unmanaged<_TaskState>.fromOpaque($0).takeUnretainedValue() }
    }

    @inlinable public final func cancel() {
        if _isCancelled { return }
        _isCancelled = true
        let told = handlers
        handlers = []
        for handler in told { handler.call() }
    }
    @inlinable final func add(_ handler: @escaping () -> Void) -> Int {
        lastID += 1
        handlers.append((lastID, handler))
        return lastID
    }
    @inlinable final func remove(_ id: Int) {
        if let index = handlers.firstIndex(where: { $0.id == id }) { handlers.remove(at: index) }
    }
}

// EmbeddedSupport/Concurrency.c has these.

/// Lets a task run from the queue. A child's exceptions of JavaScript are those of the export in whose task it was started.
@_silgen_name("bindgen_task_start")
@usableFromInline func _start(_ state: _TaskState, _ isChild: Bool, _ body: @escaping () async -> Void)
/// Runs a task up to its first suspension; it answers for the promise of this number.
@_silgen_name("bindgen_task_run")
@usableFromInline func _run(_ state: _TaskState, _ promise: Int32, _ body: @escaping () async -> Void)
@_silgen_name("bindgen_task_current")
@usableFromInline func _currentTask() -> UnsafeMutableRawPointer?

/// Runs what an exported member that returns a promise does, up to its first suspension. For BindgenRuntime.
@inlinable public func _runExport(_ state: _TaskState, promise: Int32, _ body: @escaping () async -> Void) {
    _run(state, promise, body)
}

/// A task with its result.
@usableFromInline final class _Future<Success, Failure: Error>: _TaskState, @unchecked Sendable {
    @usableFromInline var result: Result<Success, Failure>?
    @usableFromInline var waiting: [UnsafeContinuation<Result<Success, Failure>, Never>] = []
    @usableFromInline override init() { super.init() }

    @inlinable func finish(_ result: Result<Success, Failure>) {
        self.result = result
        let waiting = self.waiting
        self.waiting = []
        for continuation in waiting {
            nonisolated(unsafe) let copy = result
            continuation.resume(returning: copy)
        }
    }
    @inlinable nonisolated(nonsending) func wait() async -> Result<Success, Failure> {
        if let result { return result }
        return await withUnsafeContinuation { waiting.append($0) }
    }
}

/// Kept for the sources' sake: jobs run in the order in which they came.
public enum TaskPriority: Sendable { case high, medium, low, userInitiated, utility, background }

/// A task was cancelled.
public struct CancellationError: Error {
    public init() {}
}

/// Work that goes on by itself, from microtasks of JavaScript.
public struct Task<Success, Failure: Error>: @unchecked Sendable {
    @usableFromInline let future: _Future<Success, Failure>
    @usableFromInline init(future: _Future<Success, Failure>) { self.future = future }

    // The closure is `@isolated(any)`, for such a one always has a context. Swift 6.3 compiles a call of one that has none, and throws an error
    // of a generic type, with its arguments in the wrong places on wasm: the error would be lost.

    /// Starts a task; its body begins in a later microtask.
    @discardableResult @inlinable public init(
        name: String? = nil, priority: TaskPriority? = nil,
        @_inheritActorContext @_implicitSelfCapture
        operation: sending @escaping @isolated(any) () async throws(Failure) -> Success
    ) {
        let future = _Future<Success, Failure>()
        self.future = future
        _start(future, false) {
            do throws(Failure) {
                future.finish(.success(try await operation()))
            } catch {
                future.finish(.failure(error))
            }
        }
    }

    /// The same; a task inherits nothing here in any case.
    @discardableResult @inlinable public static func detached(
        name: String? = nil, priority: TaskPriority? = nil,
        operation: sending @escaping @isolated(any) () async throws(Failure) -> Success
    ) -> Task { Task(operation: operation) }

    /// Starts a task whose body runs at once, up to its first suspension.
    @discardableResult @inlinable public static func immediate(
        name: String? = nil, priority: TaskPriority? = nil,
        @_inheritActorContext @_implicitSelfCapture
        operation: sending @escaping @isolated(any) () async throws(Failure) -> Success
    ) -> Task {
        let future = _Future<Success, Failure>()
        _run(future, 0) {
            do throws(Failure) {
                future.finish(.success(try await operation()))
            } catch {
                future.finish(.failure(error))
            }
        }
        return Task(future: future)
    }

    @inlinable public func cancel() { future.cancel() }
    @inlinable public var isCancelled: Bool { future._isCancelled }
    @inlinable public var result: Result<Success, Failure> { get async { await future.wait() } }
    @inlinable public var value: Success { get async throws(Failure) { try await future.wait().get() } }
}

extension Task where Failure == Never {
    // Of its own: where Failure is Never, the compiler crashes on the one above.
    @inlinable public var value: Success {
        get async {
            switch await future.wait() {
            case .success(let value): value
            }
        }
    }
}

extension Task: Hashable {
    @inlinable public static func == (first: Task, second: Task) -> Bool { first.future === second.future }
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(future)) }
}

extension Task where Success == Never, Failure == Never {
    @inlinable public static var isCancelled: Bool { _TaskState.current?._isCancelled ?? false }
    @inlinable public static func checkCancellation() throws(CancellationError) { if isCancelled { throw CancellationError() } }

    /// Lets the other jobs of this microtask run first.
    @inlinable public static func yield() async {
        await withUnsafeContinuation { (turn: UnsafeContinuation<Void, Never>) in _start(_TaskState(), true) { turn.resume() } }
    }
}

/// Runs `operation`, and `handler` where the task is cancelled meanwhile, or was before.
@inlinable public nonisolated(nonsending) func withTaskCancellationHandler<Value, Failure: Error>(
    operation: @isolated(any) () async throws(Failure) -> Value, onCancel handler: @escaping @Sendable () -> Void
) async throws(Failure) -> Value {
    guard let state = _TaskState.current else { return try await operation() }
    if state._isCancelled {
        handler()
        return try await operation()
    }
    let id = state.add(handler)
    defer { state.remove(id) }
    return try await operation()
}
