import BindgenRuntime

final class Page: PageExports {
    var content: [UInt8]
    var anything: [UInt8] = []
    var floats: [Float] = [1, 2]
    let shown = GuestBuffer<Double>(count: 4)
    let shownBytes = GuestBuffer<UInt8>(count: 4)
    init(content: Span<UInt8>) {
        self.content = bytes(content)
        for index in 0..<4 {
            shown[index] = 1.5
            shownBytes[index] = 7
        }
    }
}

func bytes(_ span: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for index in span.indices { result.append(span[index]) }
    return result
}

func text(_ bytes: [UInt8]) -> String {
    bytes.count > 8 ? "\(bytes.count):\(bytes.reduce(0) { $0 &+ UInt32($1) })" : bytes.map { String($0) }.joined(separator: ",")
}

func text(_ span: Span<UInt8>) -> String { text(bytes(span)) }

func ramp(_ count: UInt32) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

enum Sources: SourcesExports {
    static func buffer(bytes: Span<UInt8>) -> String { text(bytes) }
    static func view(bytes: Span<UInt8>) -> String { text(bytes) }
    static func anyView(bytes: Span<UInt8>) -> String { text(bytes) }
    static func source(bytes: Span<UInt8>) -> String { text(bytes) }
    static func shared(bytes: Span<UInt8>) -> String { text(bytes) }
    static func anyShared(bytes: Span<UInt8>) -> String { text(bytes) }
    static func resizable(bytes: Span<UInt8>) -> String { text(bytes) }
    static func growable(bytes: Span<UInt8>) -> String { text(bytes) }
    static func copied(bytes: [UInt8]) -> String { text(bytes) }
    static func maybe(bytes: [UInt8]?) -> String { bytes.map { text($0) } ?? "none" }
    static func left(bytes: [UInt8]?) -> String { bytes.map { text($0) } ?? "none" }
    static func undefinedOr(bytes: [UInt8]?) -> String { bytes.map { text($0) } ?? "none" }
    static func overwrite(bytes: inout MutableSpan<UInt8>, value: UInt8) {
        for index in bytes.indices { bytes[index] = value }
    }
    static func fillBuffer(bytes: inout MutableSpan<UInt8>, value: UInt8) { overwrite(bytes: &bytes, value: value) }
    static func fillDuring(bytes: inout MutableSpan<UInt8>, value: UInt8, work: @escaping Work) {
        work()
        overwrite(bytes: &bytes, value: value)
    }
    static func between(text title: String, bytes: Span<UInt8>, numbers: [Double]) -> String {
        "\(title) \(text(bytes)) \(numbers.count)"
    }
    static func two(a: Span<UInt8>, b: [UInt8]) -> String { "\(text(a)) \(text(b))" }
    static func after(texts: [String], bytes: Span<UInt8>) -> String { "\(texts.count) \(text(bytes))" }

    static func makeBuffer(count: UInt32) -> [UInt8] { ramp(count) }
    static func makeView(count: UInt32) -> [UInt8] { ramp(count) }
    static func makeShared(count: UInt32) -> [UInt8] { ramp(count) }
    static func makeSource(count: UInt32) -> [UInt8] { ramp(count) }
    static func maybeBuffer(wanted: Bool) -> [UInt8]? { wanted ? ramp(3) : nil }
    static func failing(fails: Bool) throws(JSError) -> [UInt8] {
        if fails { throw JSError("no bytes") }
        return ramp(2)
    }

    static func halves(values: Span<Float16>) -> [Float16] {
        var result: [Float16] = []
        for index in values.indices { result.append(values[index] * 2) }
        return result
    }
    static func halfSum(values: Span<Float16>) -> String {
        var sum: Float = 0
        for index in values.indices { sum += Float(values[index]) }
        return String(Int32(sum * 4))
    }
    static func halve(values: inout MutableSpan<Float16>) {
        for index in values.indices { values[index] /= 2 }
    }
    static func halfLists(values: [[Float16]]) -> [[Float16]] { values }

    static func chunk(chunk: Chunk) -> Chunk { chunk }
    static func chunks(chunks: [Chunk]) -> [Chunk] { chunks.reversed() }
    static func parts(parts: Parts) -> Parts { parts }
    static func list(list: [[UInt8]]) -> [[UInt8]] { list.reversed() }
    static func buffers(list: [[UInt8]]) -> [[UInt8]] { list }
    static func maybes(list: [[Double]?]) -> [[Double]?] { list }
    static func named(arrays: JSRecord<String, [UInt16]>) -> JSRecord<String, [UInt16]> { arrays }
    static func sources(arrays: JSRecord<String, [UInt8]>) -> JSRecord<String, [UInt8]> { arrays }
    static func nested(list: [[[Int32]]]) -> [[[Int32]]] { list }
    static func maybeChunk(chunk: Chunk, wanted: Bool) -> Chunk? { wanted ? chunk : nil }

    static func fold(fold: @escaping Fold, source: Span<UInt8>) -> [UInt8] { fold(bytes(source), [0.5, 1.5]) }
    static func joining() -> Fold { { source, floats in source + floats.map { UInt8($0) } } }
    static func read(key: Span<UInt8>) -> [UInt8] { Disk.read(key: bytes(key)) }
    static func first(list: [[UInt8]]) -> String {
        do { return text(try Disk.first(list: list)) } catch { return error.message }
    }
    static func turn(chunk: Chunk) -> Chunk { Disk.turn(chunk: chunk) }
    static func seen(view: Span<UInt8>) -> [UInt8] { Disk.view(view: bytes(view)) }
    static func grown(count: UInt32) -> UInt64 { UInt64(ramp(count).count) }
}
