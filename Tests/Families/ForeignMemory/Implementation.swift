import BindgenRuntime

/// The number of bytes and their sum, as text.
private func described(_ bytes: Span<UInt8>) -> String {
    var sum = 0
    for index in bytes.indices { sum += Int(bytes[index]) }
    return "\(bytes.count):\(sum)"
}

private func described(_ bytes: [UInt8]) -> String { described(bytes.span) }

final class Tape: TapeExports {
    let bytes: GuestBuffer<UInt8>, doubles: GuestBuffer<Double>
    var same: GuestBuffer<UInt8> { bytes }
    var copy: [UInt8] = []
    nonisolated(unsafe) static var hogged: [[UInt8]] = []
    init(size: UInt32) {
        bytes = GuestBuffer(count: Int(size))
        doubles = GuestBuffer(count: Int(size) / 8)
        bytes.elements.update(repeating: 1)
        doubles.elements.update(repeating: 1)
    }
    func bytesAfter(done: @escaping Done) -> GuestBuffer<UInt8> { done(); return GuestBuffer([5, 6, 7]) }
    func bytesOrError(done: @escaping Done) throws(JSError) -> GuestBuffer<UInt8> { done(); throw JSError("not now") }
    static func label(text: String, bytes: Span<UInt8>) -> String { described(bytes) }
    static func between(first: Span<UInt8>, text: String, last: Span<UInt8>) -> String {
        described(first) + " " + described(last)
    }
    static func pair(a: Span<UInt8>, b: Span<UInt8>) -> String { described(a) + " " + described(b) }
    static func copied(bytes: [UInt8]) -> String { described(bytes) }
    static func copiedAfter(text: String, bytes: [UInt8]) -> String { described(bytes) }
    static func copiedDoubles(doubles: [Double]) -> String { "\(doubles.count):\(Int(doubles.reduce(0, +)))" }
    static func maybe(bytes: [UInt8]?) -> String { bytes.map { described($0) } ?? "none" }
    static func after(values: [Double], bytes: Span<UInt8>) -> String { described(bytes) }
    static func before(bytes: Span<UInt8>, values: [Double]) -> String { described(bytes) }
    static func beside(box: Box, bytes: Span<UInt8>) -> String { described(box.bytes) + " " + described(bytes) }
    static func number(number: Int32, bytes: Span<UInt8>) -> String { described(bytes) }
    static func into(text: String, bytes: inout MutableSpan<UInt8>) -> String {
        for index in bytes.indices { bytes[index] += 1 }
        return described(bytes.span)
    }
    static func intoDuring(bytes: inout MutableSpan<UInt8>, done: @escaping Done) -> String {
        done()
        for index in bytes.indices { bytes[index] += 1 }
        return described(bytes.span)
    }
    static func list(values: [UInt8]) -> String { described(values) }
    static func lists(values: [[UInt8]]) -> String { values.map { described($0) }.joined(separator: " ") }
    static func box(box: Box) -> String { described(box.bytes) }
    static func boxes(boxes: Boxes) -> String { described(boxes.bytes ?? []) }
    static func sum(values: [Double]) -> Double { values.reduce(0, +) }
    static func sumInts(values: [Int32]) -> Double { values.reduce(0) { $0 + Double($1) } }
    static func sumPoints(values: [Point]) -> Double { values.reduce(0) { $0 + $1.x + $1.y } }
    static func feed(f: @escaping Feed) -> String { described(f()) }
    static func feedList(f: @escaping FeedList) -> String { described(f()) }
    static func feedBox(f: @escaping FeedBox) -> String { described(f().bytes) }
    static func hog(bytes: UInt32) { hogged.append([UInt8](repeating: 0, count: Int(bytes))) }
    static func echo(text: String) -> String { text }
}

final class Pot: PotExports {
    var name: String
    let bytes = GuestBuffer<UInt8>(count: 64)
    init(name: String) { self.name = name }
    static func total(bytes: Span<UInt8>) -> UInt32 {
        var sum: UInt32 = 0
        for index in bytes.indices { sum += UInt32(bytes[index]) }
        return sum
    }
    static func totalAll(bytes: [UInt8]) -> UInt32 { total(bytes: bytes.span) }
    static func doubled(bytes: inout MutableSpan<UInt8>) -> UInt32 {
        for index in bytes.indices { bytes[index] &*= 2 }
        return UInt32(bytes.count)
    }
    static func totalTracked(bytes: Span<UInt8>) -> UInt32 { total(bytes: bytes) }
}

enum Large: LargeExports {
    nonisolated(unsafe) static var reachedCount: UInt32 = 0
    static func pair(a: Span<UInt8>, b: Span<UInt8>) -> UInt32 { UInt32(a.count + b.count) }
    static func mixed(a: String, b: String, c: [UInt8]) -> UInt32 { UInt32(a.utf8.count + b.utf8.count + c.count) }
    static func listed(a: String, b: [UInt8], c: Span<UInt8>) -> UInt32 { UInt32(a.utf8.count + b.count + c.count) }
    static func twice(text: String, times: UInt32) -> String { String(repeating: text, count: Int(times)) }
    static func twiceOrNull(text: String, times: UInt32) -> String? { twice(text: text, times: times) }
    static func both(text: String, times: UInt32) -> [String] { [text, twice(text: text, times: times)] }
    static func fail(text: String, times: UInt32) throws(JSError) -> String { throw JSError(twice(text: text, times: times)) }
    static func tell(f: @escaping Tell, text: String, times: UInt32) { f(twice(text: text, times: times)) }
    static func ask(f: @escaping Feed) -> UInt32 { UInt32(f().count) }
    static func trap() -> String { fatalError() }
    static func nested(f: @escaping Done) -> String { f(); reachedCount += 1; return "went on" }
    static func nestedText(f: @escaping AskText) -> String { let text = f(); reachedCount += 1; return text }
    static func reached() -> UInt32 { reachedCount }
    static func nestedThrows(f: @escaping Risky) throws(JSError) -> String {
        do { try f() } catch {}
        reachedCount += 1
        return "went on"
    }
}

final class Bomb: BombExports {
    init() {}
    deinit { fatalError() }
}
