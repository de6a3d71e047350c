import BindgenRuntime

@inline(never) func last(_ value: Int32) async -> Int32 { value & 1 }

enum Waiting: WaitingExports {
    static func atOnce(value: Int32) -> Int32 { value + 1 }

    static func awaits(times: Int32) async throws(JSError) -> Int32 {
        var sum: Int32 = 0
        for index in 0..<times { sum &+= try await Host.later(value: index) }
        return sum
    }

    static func functions(times: Int32) async -> Int32 {
        var sum: Int32 = 0
        for index in 0..<times { sum &+= await last(index) }
        return sum
    }

    static func tasks(times: Int32) async -> Int32 {
        var sum: Int32 = 0
        for index in 0..<times { sum &+= await Task { index & 1 }.value }
        return sum
    }

    static func deferred(times: Int32) async throws(JSError) -> Int32 {
        var sum: Int32 = 0
        for index in 0..<times { sum &+= try await withDeferred { $0.resolve(index & 1) } }
        return sum
    }

    static func handlers(handler: @escaping Handler, times: Int32) async throws(JSError) -> Int32 {
        for index in 0..<times { try await handler(index) }
        return times
    }

    static func elements(values: JSAsyncSequence<Int32>) async throws(JSError) -> Int32 {
        var sum: Int32 = 0
        for try await value in values { sum &+= value }
        return sum
    }
}
