import BindgenRuntime

final class Rewriter: RewriterExports {
    private var handlers: [Handler] = []

    init() {}
    var kept: JSPromise<String> { last.unsafelyUnwrapped }
    func keep(promise: JSPromise<String>) { last = promise }
    private var last: JSPromise<String>?
    func on(handler: @escaping Handler) { handlers.append(handler) }
    func write(text: String) async throws(JSError) -> String {
        var count = 0
        for word in text.split(separator: " ") {
            for handler in handlers {
                try await handler(String(word))
                count += 1
            }
        }
        return "\(count) calls"
    }
}

enum Calls: CallsExports {
    static func ask(answer: @escaping Answer, text: String) async throws(JSError) -> String {
        do throws(JSError) {
            return try await answer(Note(text: text, marks: [1, 2.5]), 3)
        } catch {
            return "error: \(error.message)"
        }
    }

    static func answer(answer: @escaping Answer) -> Answer {
        return { (note, count) async throws(JSError) -> String in
            let text = try await answer(note, count + 1)
            do throws(CancellationError) { try await Task.sleep(for: .milliseconds(1)) } catch { throw JSError("cancelled") }
            return text + text
        }
    }

    static func handler(how: String) -> Handler {
        return { (text) async throws(JSError) -> Void in
            if how == "waits" { await Task.yield() }
            if how == "throws" { throw JSError(text, kind: .rangeError) }
            logged += text
        }
    }

    static func wait(text: JSPromise<String>, number: JSPromise<Double>) async throws(JSError) -> String {
        let number = try await number.value
        return "\(try await text.value) \(number)"
    }

    static func options(options: Options) async throws(JSError) -> String {
        if let onText = options.onText { try await onText("told") }
        let later = try await options.later?.value
        return "\(later ?? "nothing") \(options.signal?.aborted == true)"
    }

    static func same(note: JSPromise<Note>) async throws(JSError) -> Note { try await note.value }

    static func sleep(name: String, signal: AbortSignal?) async throws(JSError) -> String {
        logged += "\(name) begins; "
        defer { logged += "\(name) ends; " }
        do throws(CancellationError) {
            try await Task.sleep(for: .seconds(3600))
        } catch {
            logged += "\(name) cancelled \(Task.isCancelled); "
            throw JSError("too late to be heard")
        }
        return name
    }

    static func load(name: String, signal: AbortSignal) async throws(JSError) -> String {
        defer { logged += "load ends; " }
        return try await withThrowingTaskGroup(of: String.self, throwing: JSError.self) { group throws(JSError) in
            group.addTask { () async throws(JSError) -> String in try await Slow.load(name: name) }
            return try await group.next() ?? ""
        }
    }

    static func until(text: JSPromise<String>, signal: AbortSignal) async throws(JSError) -> String {
        defer { logged += "until ends; " }
        return try await text.value
    }

    static func untilAfter(
        call: @escaping Plain, text: JSPromise<String>, signal: AbortSignal
    ) async throws(JSError) -> String {
        call("now")
        return try await text.value
    }

    static var log: String {
        defer { logged = "" }
        return logged
    }
    nonisolated(unsafe) static var logged = ""

    static func sum(numbers: JSAsyncSequence<Double>, most: Int32) async throws(JSError) -> String {
        var (count, sum) = (0, 0.0)
        for try await number in numbers {
            count += 1
            sum += number
            if count == Int(most) { break }
        }
        return "\(count): \(sum)"
    }
    static func texts(notes: JSAsyncSequence<Note>) async throws(JSError) -> String {
        var joined = ""
        for try await note in notes { joined += note.text }
        return joined
    }
    static func bytes(chunks: JSAsyncSequence<[UInt8]>) async throws(JSError) -> Int32 {
        var count: Int32 = 0
        for try await chunk in chunks { count += Int32(chunk.count) }
        return count
    }

    static func deferred(dropped: Bool) async throws(JSError) -> String {
        try await withDeferred { answer in waiting = dropped ? nil : answer }
    }
    static func finish(text: String) -> Bool { waiting?.resolve(text) ?? false }
    nonisolated(unsafe) static var waiting: Deferred<String>?
}
