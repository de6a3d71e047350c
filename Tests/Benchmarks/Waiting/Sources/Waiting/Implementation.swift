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

    static func counted(times: Int32) -> JSAsyncSequence<Int32> {
        var value: Int32 = 0
        return JSAsyncSequence { () async throws(JSError) -> Int32? in
            if value == times { return nil }
            value += 1
            return value
        }
    }
    static func streamed(times: Int32) -> JSAsyncSequence<Int32> { counted(times: times) }

    static func waits(times: Int32) throws(JSError) -> Int32 {
        var sum: Int32 = 0
        for index in 0..<times {
            let promise: JSPromise<Int32> = Host.later(value: index)
            sum &+= try promise.wait()
        }
        return sum
    }
    static func atOnceInPlace(value: Int32) -> Int32 { value + 1 }

    static func elements(values: JSAsyncSequence<Int32>) async throws(JSError) -> Int32 {
        var sum: Int32 = 0
        for try await value in values { sum &+= value }
        return sum
    }
}
