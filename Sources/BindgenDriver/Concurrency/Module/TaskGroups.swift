/// The children of a group. `withTaskGroup` and its like end when all of them have ended.
@usableFromInline final class _Group<Child, Failure: Error> {
    @usableFromInline var running: [_TaskState] = []
    @usableFromInline var finished: [Result<Child, Failure>] = []
    /// How many children have not been asked for.
    @usableFromInline var count = 0
    @usableFromInline var waiting: UnsafeContinuation<Void, Never>?
    @usableFromInline var isCancelled: Bool
    @usableFromInline init() { isCancelled = _TaskState.current?._isCancelled ?? false }

    @inlinable func add(_ operation: @escaping @isolated(any) () async throws(Failure) -> Child) {
        count += 1
        let state = _TaskState()
        state._isCancelled = isCancelled
        running.append(state)
        _start(state, true) { [self] in
            do throws(Failure) {
                end(state, .success(try await operation()))
            } catch {
                end(state, .failure(error))
            }
        }
    }
    @inlinable func end(_ state: _TaskState, _ result: Result<Child, Failure>) {
        finished.append(result)
        if let index = running.firstIndex(where: { $0 === state }) { running.remove(at: index) }
        if let waiting {
            self.waiting = nil
            waiting.resume()
        }
    }
    @inlinable nonisolated(nonsending) func next() async -> Result<Child, Failure>? {
        while finished.isEmpty {
            if count == 0 { return nil }
            await withUnsafeContinuation { waiting = $0 }
        }
        count -= 1
        return finished.removeFirst()
    }
    @inlinable func cancelAll() {
        isCancelled = true
        let children = running
        for child in children { child.cancel() }
    }
    @inlinable nonisolated(nonsending) func drain() async { while await next() != nil {} }

    /// What cancels the task that has the group cancels its children. Gives what ends that.
    @inlinable func follow() -> (() -> Void)? {
        guard let task = _TaskState.current, !isCancelled else { return nil }
        let id = task.add { self.cancelAll() }
        return { task.remove(id) }
    }
}

/// Children that result in values and do not throw.
public struct TaskGroup<ChildTaskResult> {
    @usableFromInline let group: _Group<ChildTaskResult, Never>
    @usableFromInline init(_ group: _Group<ChildTaskResult, Never>) { self.group = group }

    @inlinable public mutating func addTask(
        priority: TaskPriority? = nil, operation: sending @escaping @isolated(any) () async -> ChildTaskResult
    ) { group.add(operation) }
    @inlinable public mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: sending @escaping @isolated(any) () async -> ChildTaskResult
    ) -> Bool {
        if !isCancelled { group.add(operation) }
        return !isCancelled
    }
    /// The result of a child, in the order in which they end; nil when all have been asked for.
    @inlinable public nonisolated(nonsending) mutating func next() async -> ChildTaskResult? {
        switch await group.next() {
        case .success(let value)?: value;
        case nil: nil
        }
    }
    @inlinable public nonisolated(nonsending) mutating func waitForAll() async { await group.drain() }
    @inlinable public func cancelAll() { group.cancelAll() }
    @inlinable public var isCancelled: Bool { group.isCancelled }
    @inlinable public var isEmpty: Bool { group.count == 0 }
}

extension TaskGroup: AsyncSequence {
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline let group: _Group<ChildTaskResult, Never>
        @usableFromInline init(_ group: _Group<ChildTaskResult, Never>) { self.group = group }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async -> ChildTaskResult? {
            switch await group.next() {
            case .success(let value)?: value;
            case nil: nil
            }
        }
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(group) }
}

/// Children that may throw errors of one type.
public struct ThrowingTaskGroup<ChildTaskResult, Failure: Error> {
    @usableFromInline let group: _Group<ChildTaskResult, Failure>
    @usableFromInline init(_ group: _Group<ChildTaskResult, Failure>) { self.group = group }

    @inlinable public mutating func addTask(
        priority: TaskPriority? = nil, operation: sending @escaping @isolated(any) () async throws(Failure) -> ChildTaskResult
    ) { group.add(operation) }
    @inlinable public mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: sending @escaping @isolated(any) () async throws(Failure) -> ChildTaskResult
    ) -> Bool {
        if !isCancelled { group.add(operation) }
        return !isCancelled
    }
    /// The result of a child, in the order in which they end; nil when all have been asked for.
    @inlinable public nonisolated(nonsending) mutating func next() async throws(Failure) -> ChildTaskResult? {
        switch await group.next() {
        case .success(let value)?: return value
        case .failure(let error)?: throw error
        case nil: return nil
        }
    }
    @inlinable public nonisolated(nonsending) mutating func waitForAll() async throws(Failure) {
        while true { guard try await next() != nil else { return } }
    }
    @inlinable public func cancelAll() { group.cancelAll() }
    @inlinable public var isCancelled: Bool { group.isCancelled }
    @inlinable public var isEmpty: Bool { group.count == 0 }
}

extension ThrowingTaskGroup: AsyncSequence {
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline let group: _Group<ChildTaskResult, Failure>
        @usableFromInline init(_ group: _Group<ChildTaskResult, Failure>) { self.group = group }
        @inlinable public mutating func next(isolation actor: isolated (any Actor)?) async throws(Failure) -> ChildTaskResult? {
            switch await group.next() {
            case .success(let value)?: return value
            case .failure(let error)?: throw error
            case nil: return nil
            }
        }
    }
    @inlinable public func makeAsyncIterator() -> Iterator { Iterator(group) }
}

@inlinable public nonisolated(nonsending) func withTaskGroup<Child, Value>(
    of _: Child.Type = Child.self, returning _: Value.Type = Value.self,
    body: @isolated(any) (inout TaskGroup<Child>) async -> Value
) async -> Value {
    let group = _Group<Child, Never>()
    let end = group.follow()
    var view = TaskGroup(group)
    let value = await body(&view)
    await group.drain()
    end?()
    return value
}

/// The group's error is the body's own type of error. See `Task.init` for why the body is `@isolated(any)`.
@inlinable public nonisolated(nonsending) func withThrowingTaskGroup<Child, Failure: Error, Value>(
    of _: Child.Type = Child.self, throwing _: Failure.Type = Failure.self, returning _: Value.Type = Value.self,
    body: @isolated(any) (inout ThrowingTaskGroup<Child, Failure>) async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let group = _Group<Child, Failure>()
    let end = group.follow()
    var view = ThrowingTaskGroup(group)
    do throws(Failure) {
        let value = try await body(&view)
        await group.drain()
        end?()
        return value
    } catch {
        group.cancelAll()
        await group.drain()
        end?()
        throw error
    }
}
