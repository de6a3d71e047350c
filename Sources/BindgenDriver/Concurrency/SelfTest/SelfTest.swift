import BindgenRuntime

func ask(_ value: Int32) async -> Int32 {
    await withUnsafeContinuation { continuation in
        Host.later(value: value) { continuation.resume(returning: $0) }
    }
}

struct Wide {
    var numbers: (Double, Double, Double, Double)
    var text: String
}

@inline(never) func wide(_ value: Int32) async -> Wide {
    let answer = Double(await ask(value))
    return Wide(numbers: (answer, answer * 2, answer * 3, answer * 4), text: "a text that has no room in a string itself")
}

@inline(never) func deep(_ value: Int32) async throws(Fault) -> Int32 {
    if value == 0 { throw .expected }
    return try await deep(await ask(value) - 1)
}

actor Counter {
    private var count: Int32 = 0
    func add(_ value: Int32) async -> Int32 {
        count += await ask(value)
        return count
    }
}

enum SelfTest: SelfTestExports {
    static func values(count: Int32) async -> Int32 {
        var sum: Int32 = 0
        for index in 0..<count {
            let value = await wide(index)
            if value.text.utf8.count == 42, value.numbers.3 == Double(index) * 4 { sum += Int32(value.numbers.0) }
        }
        return sum
    }

    static func fault(value: Int32) async throws(Fault) -> Int32 { try await deep(value) }

    static func group(count: Int32) async -> Double {
        await withTaskGroup(of: Double.self) { group in
            for index in 0..<count { group.addTask { await wide(index).numbers.1 } }
            var sum = 0.0
            for await value in group { sum += value }
            return sum
        }
    }

    static func stream(count: Int32) async -> Int32 {
        let stream = AsyncStream<Int32> { continuation in
            Task {
                for index in 0..<count { continuation.yield(await ask(index)) }
                continuation.finish()
            }
        }
        var sum: Int32 = 0
        for await value in stream { sum += value }
        return sum
    }

    static func actor(count: Int32) async -> Int32 {
        let counter = Counter()
        var last: Int32 = 0
        for index in 0..<count { last = await counter.add(index) }
        return last
    }

    static func cancellation() async -> String {
        let task = Task { () async -> String in
            do throws(CancellationError) {
                try await Task.sleep(for: .seconds(60))
                return "slept"
            } catch {
                return Task.isCancelled ? "cancelled" : "ended"
            }
        }
        await Task.yield()
        task.cancel()
        return await task.value
    }
}
