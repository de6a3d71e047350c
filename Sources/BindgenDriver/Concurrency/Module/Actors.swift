import Builtin

// An instance has one thread, and a task leaves it at an `await` alone: an actor needs no lock, and a switch to its executor is a jump.

/// What runs the jobs of an actor; all of them are one.
@frozen public struct UnownedSerialExecutor: Sendable {
    public let _executor: Builtin.Executor
    public init(_ executor: Builtin.Executor) { _executor = executor }
}

/// The compiler looks for it; nothing makes one.
@frozen public struct UnownedTaskExecutor: Sendable { public let _executor: Builtin.Executor }

/// The compiler looks for it; nothing makes one.
@frozen public struct UnownedJob: Sendable { let context: Builtin.Job }

public protocol Executor: AnyObject, Sendable {}
public protocol SerialExecutor: Executor { func asUnownedSerialExecutor() -> UnownedSerialExecutor }
public protocol TaskExecutor: Executor {}

/// What every `actor` is.
public protocol Actor: AnyObject, Sendable {
    nonisolated var unownedExecutor: UnownedSerialExecutor { get }
}

public protocol GlobalActor: Sendable {
    associatedtype ActorType: Actor
    static var shared: ActorType { get }
}

/// The actor of the instance's one thread.
@globalActor public final actor MainActor: GlobalActor {
    public static let shared = MainActor()
    private init() {}
}

extension MainActor {
    /// Runs `body` where members of `@MainActor` may be called without `await`. All code runs there.
    public static func assumeIsolated<Value>(_ body: @MainActor () -> Value) -> Value {
        withoutActuallyEscaping(body) { body in unsafeBitCast(body, to: (() -> Value).self)() }
    }
}

@freestanding(expression) public macro isolation<Value>() -> Value = Builtin.IsolationMacro

@_silgen_name("swift_task_deinitOnExecutor")
@usableFromInline func _deinitOnExecutor(
    _ object: __owned AnyObject, _ work: @convention(thin) (__owned AnyObject) -> Void, _ executor: Builtin.Executor,
    _ flags: Builtin.Word)
