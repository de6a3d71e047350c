import BindgenRuntime

nonisolated(unsafe) var checks: Int32 = 0
nonisolated(unsafe) var failures = ""
nonisolated(unsafe) var alive = 0

func check(_ holds: Bool, line: Int = #line) {
    checks += 1
    if !holds { failures += "line \(line); " }
}

/// What JavaScript answers later.
func ask(_ value: Int32, _ when: When = .microtask) async -> Int32 {
    await withUnsafeContinuation { continuation in
        Host.later(value: value, when: when) { continuation.resume(returning: $0) }
    }
}

enum Bad: Error, Equatable { case negative(Int32), text(String), other }
struct Trouble: Error {
    var code: Int32
    var text: String
    var numbers: [Double]
}
final class Broken: Error, @unchecked Sendable {
    let text: String
    init(_ text: String) {
        self.text = text
        alive += 1
    }
    deinit { alive -= 1 }
}
final class Box: @unchecked Sendable {
    var value: Int32
    init(_ value: Int32) {
        self.value = value
        alive += 1
    }
    deinit { alive -= 1 }
}

enum Code: CodeExports {
    static var notes: String { noted }

    static func run(kind: String, times: Int32, done: @escaping Done) {
        checks = 0
        failures = ""
        nonisolated(unsafe) let done = done
        Task {
            await tests(kind, Int(times))
            done(checks, failures)
        }
    }

    static func tests(_ kind: String, _ times: Int) async {
        switch kind {
        case "errors": await testErrors()
        case "types": await testTypes()
        case "leaks": await testLeaks(times)
        case "tasks": await testTasks(times)
        case "recursion": await testRecursion(Int32(times))
        case "loop": await testLoop(Int32(times))
        case "suspensions": await testSuspensions(Int32(times))
        case "groups": await testGroups()
        case "cancellation": await testCancellation()
        case "sequences": await testSequences()
        case "streams": await testStreams()
        case "actors": await testActors()
        case "sleep": await testSleep()
        case "frames": await testFrames()
        default: check(false)
        }
    }

    static func startSleepers(count: Int32) {
        noted = ""
        for number in 0..<count {
            sleepers.append(
                Task {
                    defer { noted += "\(number) ended; " }
                    do throws(CancellationError) {
                        try await Task.sleep(for: .seconds(3600))
                    } catch {
                        noted += "\(number) cancelled; "
                    }
                })
        }
    }
    static func cancelSleepers() {
        for sleeper in sleepers { sleeper.cancel() }
        sleepers = []
    }

    static func startTimers() {
        (once, repeated) = (0, 0)
        timers = [
            JSTimer(after: .milliseconds(1)) { once += 1 }, JSTimer(every: .milliseconds(2)) { repeated += 1 },
            JSTimer(after: .seconds(3600)) { once += 100 },
        ]
        let dropped = JSTimer(after: .zero) { once += 1000 }
        dropped.stop()
        dropped.stop()
    }
    static func stopTimers() { timers = [] }
    static var ticks: String { "\(once) \(repeated)" }
    nonisolated(unsafe) static var (once, repeated) = (0, 0)
    nonisolated(unsafe) static var timers: [JSTimer] = []

    static func failInTask() { Task { Host.fail() } }
    static func trapInTask() {
        Task {
            let none: [Int32] = []
            let index = await ask(3)
            noted = "\(none[Int(index)])"
        }
    }
}

nonisolated(unsafe) var sleepers: [Task<Void, Never>] = []
nonisolated(unsafe) var noted = ""
