import BindgenRuntime

nonisolated(unsafe) private var logged = ""

final class Countdown: CountdownExports {
    let from: UInt32
    init(from: UInt32) { self.from = from }

    func values(step: UInt32) -> JSAsyncSequence<UInt32> {
        var next = from
        return JSAsyncSequence { () async throws(JSError) -> UInt32? in
            await Task.yield()
            if next < step { return nil }
            next -= step
            return next
        }
    }
}

final class Headers: HeadersExports {
    init() {}
    func entries() -> JSAsyncSequence<(key: String, value: Line)> {
        JSAsyncSequence(
            AsyncStream { values in
                for (number, name) in ["accept", "host"].enumerated() {
                    values.yield((name, Line(text: "\(name)!", number: UInt32(number))))
                }
                values.finish()
            })
    }
}

enum Sequences: SequencesExports {
    static func numbers(count: UInt32, how: String) -> JSAsyncSequence<Double> {
        var last = 0.0
        return JSAsyncSequence { () async throws(JSError) -> Double? in
            if how == "later" { await Task.yield() }
            if last == Double(count) {
                if how == "wrong" { throw JSError("no more numbers", kind: .rangeError) }
                return nil
            }
            last += 1
            return last
        }
    }

    static func lines(text: String) -> JSAsyncSequence<Line> {
        let lines = text.split(separator: "\n").map { Line(text: String($0), number: nil) }
        return JSAsyncSequence(
            AsyncStream { values in
                for line in lines { values.yield(line) }
                values.finish()
            })
    }

    static func endless() -> JSAsyncSequence<String> {
        var isFirst = true
        return JSAsyncSequence { () async throws(JSError) -> String? in
            if isFirst {
                isFirst = false
                return "first"
            }
            defer { logged += "ended; " }
            do throws(CancellationError) { try await Task.sleep(for: .seconds(3600)) } catch { logged += "cancelled; " }
            throw JSError("nobody hears this")
        }
    }

    static func same(numbers: JSAsyncSequence<Double>) -> JSAsyncSequence<Double> { numbers }

    static func own() async throws(JSError) -> Double {
        var sum = 0.0
        for try await number in Self.numbers(count: 4, how: "later") { sum += number }
        return sum
    }

    static func chunks(count: UInt32, size: UInt32) -> JSAsyncSequence<[UInt8]> {
        var number: UInt8 = 0
        return JSAsyncSequence { () async throws(JSError) -> [UInt8]? in
            if number == UInt8(count) { return nil }
            number += 1
            logged += "\(number); "
            return [UInt8](repeating: number, count: Int(size))
        }
    }

    static func words(text: String) -> JSAsyncSequence<String> {
        let (stream, values) = AsyncStream<String>.makeStream()
        values.onTermination = { _ in logged += "terminated; " }
        for word in text.split(separator: " ") { values.yield(String(word)) }
        if !text.isEmpty { values.finish() }
        return JSAsyncSequence(stream)
    }

    static func size(chunks: JSAsyncSequence<[UInt8]>) async throws(JSError) -> UInt32 {
        var size: UInt32 = 0
        for try await chunk in chunks {
            size += UInt32(chunk.count)
            if chunk.isEmpty { break }
        }
        return size
    }

    static func until(chunks: JSAsyncSequence<[UInt8]>, signal: AbortSignal) async throws(JSError) -> UInt32 {
        try await size(chunks: chunks)
    }

    static let news = words(text: "old news")

    static func write(text: String, stream: JSWritableStream<String>, how: String) async throws(JSError) {
        for word in text.split(separator: " ") {
            try await stream.write(String(word))
            logged += "\(word); "
        }
        if how == "close" { try await stream.close() }
        if how == "abort" { try await stream.abort(JSError("enough", kind: .rangeError)) }
    }

    static func collector(most: UInt32, wrong: String) -> JSWritableStream<String> {
        JSWritableStream { (words: JSAsyncSequence<String>) async throws(JSError) -> Void in
            var left = most
            defer { logged += "ended; " }
            do throws(JSError) {
                for try await word in words {
                    if word == wrong { throw JSError("wrong word", kind: .typeError) }
                    await Task.yield()
                    logged += "\(word); "
                    left -= 1
                    if left == 0 { break }
                }
            } catch {
                logged += "\(error.message) \(Task.isCancelled); "
                throw error
            }
        }
    }

    static var log: String {
        defer { logged = "" }
        return logged
    }
}

enum Readers: ReadersExports {
    static func feed(feed: Feed, most: UInt32) async throws(JSError) -> String {
        var text = ""
        var left = most
        for try await line in feed {
            text += line.text
            left -= 1
            if left == 0 { break }
        }
        return text
    }
    static func reversed(feed: Feed) async throws(JSError) -> String {
        var text = ""
        for try await line in feed.values(options: FeedOptions(isReversed: true)) { text += line.text }
        return text
    }
    static func table(table: Table) async throws(JSError) -> String {
        var text = ""
        for try await (key, value) in table { text += "\(key)=\(value);" }
        return text
    }
    static func source(count: UInt32) async throws(JSError) -> String {
        var lines: [Line] = []
        for try await number in Source.numbers(count: count) { lines.append(Line(text: "\(number)", number: nil)) }
        var rest = lines[...]
        return try await Source.join(
            lines: JSAsyncSequence { () async throws(JSError) -> Line? in rest.isEmpty ? nil : rest.removeFirst() })
    }
}
