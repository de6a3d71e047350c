import BindgenRuntime

// Loops, groups, cancellation, sequences, streams, actors, sleep.

@inline(never) func recurse(_ count: Int32, suspends: Bool) async -> Int32 {
    if count == 0 { return suspends ? await ask(1) : 1 }
    return await recurse(count - 1, suspends: suspends) + 1
}
func testRecursion(_ count: Int32) async {
    check(await recurse(count, suspends: true) == count + 1)
    check(await recurse(count, suspends: false) == count + 1)
}

@inline(never) func last(_ value: Int32) async -> Int32 { value & 1 }
@inline(never) func mayThrow(_ value: Int32) async throws(Bad) -> Int32 {
    if value < 0 { throw .other }
    return value & 1
}
/// A frame that is large in debug builds.
@inline(never) func large(_ value: Int32) async -> Int32 {
    var wide = [Wide(), Wide(), Wide()]
    let (first, second, third) = (Wide(), Wide(), Wide())
    wide[Int(value) % 3].b += Double(await last(value)) + first.a + second.b + third.c
    return Int32(wide[Int(value) % 3].b) & 1
}
/// None of these awaits suspends.
func testLoop(_ count: Int32) async {
    var sum: Int32 = 0
    for index in 0..<count { sum &+= await last(index) }
    for index in 0..<count { sum &+= await withUnsafeContinuation { $0.resume(returning: index & 1) } }
    do throws(Bad) { for index in 0..<count { sum &+= try await mayThrow(index) } } catch { check(false) }
    check(sum == 3 * (count / 2))
    let quick = loader(false)
    sum = 0
    for _ in 0..<count { sum &+= Int32(await quick.size()) }
    check(sum == 9 * count)
    sum = 0
    for index in 0..<(count / 10) { sum &+= await large(index) }
    check(sum == count / 20)
}
func testSuspensions(_ count: Int32) async {
    var sum: Int32 = 0
    for index in 0..<count { sum &+= await ask(index & 1) }
    check(sum == count / 2)
}

func testGroups() async {
    let sum = await withTaskGroup(of: Int32.self) { group in
        for index in 0..<20 { group.addTask { await ask(Int32(index)) } }
        var sum: Int32 = 0
        for await value in group { sum += value }
        return sum
    }
    check(sum == 190)
    nonisolated(unsafe) var cancelled = 0
    do throws(Bad) {
        _ = try await withThrowingTaskGroup(of: Int32.self, throwing: Bad.self) { group async throws(Bad) -> Int32 in
            for index in 0..<10 {
                group.addTask { () async throws(Bad) -> Int32 in
                    let value = await ask(Int32(index), index == 5 ? .microtask : .timer)
                    if value == 5 { throw .negative(value) }
                    if Task.isCancelled { cancelled += 1 }
                    return value
                }
            }
            var sum: Int32 = 0
            while let value = try await group.next() { sum += value }
            return sum
        }
        check(false)
    } catch { check(error == .negative(5)) }
    check(cancelled == 9)
    await withTaskGroup(of: Void.self) { group in
        group.addTask { cancelled += 1 }
        await group.waitForAll()
        check(group.isEmpty)
    }
    check(cancelled == 10)
}

func testCancellation() async {
    nonisolated(unsafe) var handled = 0
    let sleeping = Task { () async throws(CancellationError) -> Int32 in
        defer { handled += 1 }
        try await Task.sleep(for: .seconds(1000))
        return 1
    }
    _ = await ask(1)
    sleeping.cancel()
    do throws(CancellationError) {
        _ = try await sleeping.value
        check(false)
    } catch { check(handled == 1) }
    let asked = Task { () async -> Bool in
        _ = await ask(1, .timer)
        return Task.isCancelled
    }
    asked.cancel()
    check(await asked.value)
    check(asked.isCancelled && !Task.isCancelled)
    let checked = Task { () async throws(CancellationError) -> Int32 in
        _ = await ask(1)
        try Task.checkCancellation()
        return 1
    }
    checked.cancel()
    if case .success = await checked.result { check(false) }
    // A handler, and cancellation that goes down into groups.
    let outer = Task { () async -> Int in
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    await withTaskCancellationHandler {
                        do throws(CancellationError) { try await Task.sleep(nanoseconds: 1_000_000_000_000) } catch { return 1 }
                        return 100
                    } onCancel: {
                        handled += 1
                    }
                }
            }
            var sum = 0
            for await one in group { sum += one }
            check(group.isCancelled)
            return sum
        }
    }
    _ = await ask(1, .timer)
    outer.cancel()
    check(await outer.value == 3)
    check(handled == 4)
}

struct Countdown: AsyncSequence {
    var from: Int32
    struct AsyncIterator: AsyncIteratorProtocol {
        var left: Int32
        mutating func next(isolation: isolated (any Actor)?) async throws(Bad) -> Int32? {
            if left == 0 { return nil }
            left -= 1
            if await ask(left) == 13 { throw .other }
            return left
        }
    }
    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: from) }
}
func testSequences() async {
    do throws(Bad) {
        var sum: Int32 = 0
        for try await value in Countdown(from: 5) { sum += value }
        check(sum == 10)
        sum = 0
        for try await value in Countdown(from: 10).filter({ $0 % 2 == 0 }).map({ $0 * 10 }).prefix(3) { sum += value }
        check(sum == 180)
        check(try await Countdown(from: 5).reduce(0) { $0 + $1 } == 10)
        check(try await Countdown(from: 5).first { $0 < 3 } == 2)
        check(try await !Countdown(from: 5).contains { $0 == 9 })
    } catch { check(false) }
    do throws(Bad) {
        for try await _ in Countdown(from: 20) {}
        check(false)
    } catch { check(error == .other) }
}

func testStreams() async {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    nonisolated(unsafe) var ended = false
    continuation.onTermination = { _ in ended = true }
    Task {
        for index in 0..<3 {
            continuation.yield("v\(await ask(Int32(index)))")
        }
        continuation.finish()
    }
    var joined = ""
    for await value in stream { joined += value }
    check(joined == "v0v1v2" && ended)
    let newest = AsyncStream(Int32.self, bufferingPolicy: .bufferingNewest(2)) { continuation in
        for index in 0..<5 { continuation.yield(Int32(index)) }
        continuation.finish()
    }
    check(await newest.reduce(0) { $0 * 10 + $1 } == 34)
    let failing = AsyncThrowingStream(of: Int32.self, throwing: Bad.self) { continuation in
        continuation.yield(1)
        continuation.finish(throwing: .text("over"))
    }
    do throws(Bad) {
        for try await value in failing { check(value == 1) }
        check(false)
    } catch { check(error == .text("over")) }
    let endless = AsyncStream<Int32> { $0.onTermination = { _ in ended = false } }
    let reader = Task { for await _ in endless { check(false) } }
    _ = await ask(1)
    reader.cancel()
    await reader.value
    check(!ended)
}

actor Counter {
    var count: Int32 = 0
    func add(_ value: Int32) async -> Int32 {
        count += await ask(value)
        return count
    }
}
@MainActor var state: Int32 = 0
@MainActor func onMain(_ value: Int32) async -> Int32 {
    state += value
    state += await ask(1)
    return state
}
func testActors() async {
    let counter = Counter()
    let tasks = (0..<50).map { index in Task { await counter.add(Int32(index)) } }
    for task in tasks { _ = await task.value }
    check(await counter.count == 1225)
    let before = await state
    check(await onMain(3) == before + 4)
    check(MainActor.assumeIsolated { state } == before + 4)
}

func testSleep() async {
    do throws(CancellationError) {
        try await Task.sleep(for: .milliseconds(2))
        try await Task.sleep(nanoseconds: 1)
        nonisolated(unsafe) var order = ""
        let slow = Task { () async throws(CancellationError) -> Void in
            try await Task.sleep(for: .milliseconds(60))
            order += "slow"
        }
        try await Task.sleep(for: .milliseconds(1))
        order += "quick "
        try await slow.value
        check(order == "quick slow")
    } catch { check(false) }
}

func testFrames() async {
    var times: [Double] = []
    for await time in animationFrames() {
        times.append(time)
        if times.count == 3 { break }
    }
    check(times[0] <= times[1] && times[1] <= times[2] && times[2] > 0)
    let endless = Task { for await _ in animationFrames() {} }
    _ = await ask(1)
    endless.cancel()
    await endless.value
}
