import BindgenRuntime

nonisolated(unsafe) var alive: Int32 = 0

final class Thing: ThingExports {
    let value: Int32
    init(value: Int32) {
        self.value = value
        alive += 1
    }
    deinit { alive -= 1 }

    func add(value: Int32, waits: Int32) async throws(JSError) -> Int32 {
        var sum = self.value
        for _ in 0..<waits { _ = try await Host.count(value: 1) }
        sum += value
        return sum
    }
    func itself() async -> Thing {
        await Task.yield()
        return self
    }
    static func made(value: Int32) async throws(JSError) -> Thing {
        if value < 0 { throw JSError("no such thing", kind: .rangeError) }
        return Thing(value: try await Host.count(value: value))
    }
}

enum Later: LaterExports {
    static var things: Int32 { alive }

    static func nothing() async throws(JSError) { try await Host.nothing() }
    static func flag(value: Bool) async throws(JSError) -> Bool { try await Host.flag(value: value) }
    static func count(value: Int32) async throws(JSError) -> Int32 { try await Host.count(value: value) }
    static func long_(value: Int64) async throws(JSError) -> Int64 { try await Host.long_(value: value) }
    static func number(value: Double) async throws(JSError) -> Double { try await Host.number(value: value) }
    static func text(value: String) async throws(JSError) -> String { try await Host.text(value: value) }
    static func maybe(value: String?) async throws(JSError) -> String? { try await Host.maybe(value: value) }
    static func maybeCount(value: Int64?) async throws(JSError) -> Int64? { try await Host.maybeCount(value: value) }
    static func maybeNumbers(value: [Double?]) async throws(JSError) -> [Double?] { try await Host.maybeNumbers(value: value) }
    static func level(value: Level) async throws(JSError) -> Level { try await Host.level(value: value) }
    static func point(value: Point) async throws(JSError) -> Point { try await Host.point(value: value) }
    static func person(value: Person) async throws(JSError) -> Person { try await Host.person(value: value) }
    static func words(value: [String]) async throws(JSError) -> [String] { try await Host.words(value: value) }
    static func people(value: [Person]) async throws(JSError) -> [Person] { try await Host.people(value: value) }
    static func table(value: JSRecord<String, Int32>) async throws(JSError) -> JSRecord<String, Int32> {
        try await Host.table(value: value)
    }
    static func bytes(value: [UInt8]) async throws(JSError) -> [UInt8] { try await Host.bytes(value: value) }
    static func mixed(value: Mixed) async throws(JSError) -> Mixed { try await Host.mixed(value: value) }
    static func anything(value: JSValue) async throws(JSError) -> JSValue { try await Host.anything(value: value) }
    static func something(value: JSObject) async throws(JSError) -> JSObject { try await Host.something(value: value) }
    static func thing(value: Thing) async throws(JSError) -> Thing { try await Host.thing(value: value) }
    static func remote(value: Remote) async throws(JSError) -> Remote { try await Host.remote(value: value) }
    static func change(value: @escaping Change) async throws(JSError) -> Change { try await Host.change(value: value) }

    static func atOnce(value: String) -> String { value + "!" }

    static func fail(how: String) async throws(JSError) -> String {
        defer { ended += 1 }
        switch how {
        case "before": throw JSError("before", kind: .typeError)
        case "after":
            _ = try await Host.text(value: "wait")
            throw JSError("after", kind: .rangeError)
        case "caught":
            do throws(JSError) { return try await Host.fail(how: "throw") } catch { return "caught \(error.message)" }
        default: return try await Host.fail(how: how)
        }
    }
    nonisolated(unsafe) static var ended = 0

    static func typed(trouble: Trouble) async throws(Trouble) -> String {
        await Task.yield()
        throw trouble
    }

    static func asked(name: String, question: String) async throws(JSError) -> String {
        let remote = try await Remote.open(name: name)
        return try await remote.ask(question: question)
    }

    static func thens(how: String) async throws(JSError) -> String {
        nonisolated(unsafe) var told = ""
        let promise: JSPromise<String> = how == "good" ? Host.text(value: how) : Host.fail(how: how)
        promise.then {
            told += "then \($0); "
        } catch: {
            told += "catch \($0.message); "
        }
        promise.catch { _ in told += "catch; " }
        promise.finally { told += "finally; " }
        switch await promise.result {
        case .success(let value): told += "awaited \(value)"
        case .failure(let error): told += "failed \(error.message)"
        }
        return told
    }

    static func never() async { await withUnsafeContinuation { waiting.append($0) } }
    nonisolated(unsafe) static var waiting: [UnsafeContinuation<Void, Never>] = []

    static func surprise(waits: Bool) async throws(JSError) -> String {
        if waits { _ = try await Host.text(value: "wait") }
        Host.throwNow()
        return "not this"
    }

    static func trap(waits: Bool) async throws(JSError) {
        if waits { _ = try await Host.text(value: "wait") }
        let none: [Int] = []
        ended = none[ended + 3]
    }

    /// Nested and interleaved tasks with strings, objects and arrays, some of which throw and some of which are cancelled.
    static func storm(seed: Int32, depth: Int32) async throws(JSError) -> Double {
        if depth == 0 {
            let text = try await Host.text(value: "a text that is long enough for the heap \(seed)")
            let words = try await Host.words(value: [text, "\(seed)"])
            let thing = try await Host.thing(value: Thing(value: seed))
            let sum = try await thing.add(value: 1, waits: 2)
            if seed % 5 == 0 { throw JSError("storm \(words[1])") }
            return Double(sum) + Double(words[0].utf8.count)
        }
        let cancelled = Task { () async throws(CancellationError) -> Int32 in
            try await Task.sleep(for: .seconds(100))
            return seed
        }
        let sum = await withTaskGroup(of: Double.self) { group in
            for index in 0..<3 {
                group.addTask {
                    do throws(JSError) {
                        return try await storm(seed: seed * 3 + Int32(index), depth: depth - 1)
                    } catch {
                        return error.message.hasPrefix("storm ") ? 1 : -100_000
                    }
                }
            }
            var sum = 0.0
            for await value in group { sum += value }
            return sum
        }
        cancelled.cancel()
        if case .success = await cancelled.result { return -1_000_000 }
        return sum
    }
}
