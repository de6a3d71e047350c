import BindgenRuntime

nonisolated(unsafe) private var logged = ""

final class Parser: ParserExports {
    let name: String
    private(set) var running: Int32 = 0
    init(name: String) { self.name = name }

    func parse(source: @escaping Source, count: Int32, depth: Int32) throws(JSError) -> Part {
        running += 1
        defer { running -= 1 }
        return try parse(source, count, depth, "\(name) \(count)")
    }

    /// Frames with contents of their own, so that a stack that others write to is found out.
    private func parse(_ source: Source, _ count: Int32, _ depth: Int32, _ text: String) throws(JSError) -> Part {
        if depth > 0 {
            let own = "\(text)\(depth)"
            let part = try parse(source, count, depth - 1, text)
            if own != "\(text)\(depth)" { throw JSError("a frame was written over") }
            return part
        }
        return try withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { (words) throws(JSError) -> Part in
            for index in 0..<64 { words[index] = count &* 1000 &+ Int32(index) }
            var result = Part(text: "", numbers: [])
            for turn in 0..<count {
                let part = try source(name, turn)
                result.text += part.text
                result.numbers?.append(contentsOf: part.numbers ?? [])
                for index in 0..<64 where words[index] != count &* 1000 &+ Int32(index) {
                    throw JSError("the stack was written over")
                }
            }
            return result
        }
    }

    func inOrder(source: @escaping Source, count: Int32) throws(JSError) -> String {
        var text = ""
        for turn in 0..<count { text += try source(name, turn).text }
        logged += "\(text); "
        return text
    }
}

enum Waiting: WaitingExports {
    static func twice(source: @escaping Source) -> Source {
        return { (name, turn) throws(JSError) -> Part in
            let first = try source(name, turn)
            let second = try source(name, turn + 1)
            return Part(text: first.text + second.text, numbers: [Double(turn)])
        }
    }
    static func text(text: JSPromise<String>, signal: AbortSignal?) throws(JSError) -> String {
        defer { logged += "text ends; " }
        return try text.wait()
    }
    static func add(numbers: [JSPromise<Double>]) throws(JSError) -> Double {
        var sum = 0.0
        for number in numbers { sum += try number.wait() }
        if sum < 0 { throw JSError("negative", kind: .rangeError) }
        return sum
    }
    static func never(text: JSPromise<String>) throws(JSError) -> String { try text.wait() }
    static func through(call: @escaping Plain) throws(JSError) -> String {
        call("now")
        return "over"
    }
    static func deep(text: JSPromise<String>, depth: Int32) throws(JSError) -> Int32 {
        if depth == 0 {
            _ = try text.wait()
            return 0
        }
        return try withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { (words) throws(JSError) -> Int32 in
            for index in 0..<256 { words[index] = depth }
            let below = try deep(text: text, depth: depth - 1)
            return below + words[255] - depth + 1
        }
    }
    static func beside(text: JSPromise<String>) async throws(JSError) -> String { try await text.value }
    static var log: String {
        defer { logged = "" }
        return logged
    }
}
