import BindgenRuntime
import EmbeddedSupport

final class Counter: CounterExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    var count: Int32
    var notes: [String] = []
    init(start: Int32) { count = start; Counter.alive += 1 }
    deinit { Counter.alive -= 1 }
    func add(amount: Int32) -> Int32 { count += amount; return count }
    func note(text: String, volume: Volume) { notes.append("\(text)/\(volume.rawValue)") }
    func twin() -> Counter { self }
    static func live() -> UInt32 { alive }
    static func merge(a: Counter, b: Counter) -> Counter { Counter(start: a.count + b.count) }
    static func sum(all: [Counter]) -> UInt32 { UInt32(all.reduce(0) { $0 + $1.count }) }
}

enum Words: WordsExports {
    static func greet(name: String, who: Person?) -> String {
        guard let who else { return "Hello, \(name)!" }
        return
            "Hello, \(name) and \(who.name), \(who.age), \(who.volume.map { "\($0.rawValue)" } ?? "-"), \(who.friends?.joined(separator: "+") ?? "none")"
    }
    static func flip(value: Bool) -> Bool { !value }
    static func b(value: Int8) -> Int8 { value }
    static func ob(value: UInt8) -> UInt8 { value }
    static func s(value: Int16) -> Int16 { value }
    static func us(value: UInt16) -> UInt16 { value }
    static func l(value: Int32) -> Int32 { value }
    static func ul(value: UInt32) -> UInt32 { value }
    static func ll(value: Int64) -> Int64 { value }
    static func ull(value: UInt64) -> UInt64 { value }
    static func f(value: Float) -> Float { value }
    static func d(value: Double) -> Double { value }
    static func twice(list: [String]) -> [String] { list + list }
    static func doubles(data: Span<Double>) -> [Double] { data.indices.map { data[$0] * 2 } }
    static func reversed(data: Span<UInt8>) -> [UInt8] { data.indices.reversed().map { data[$0] } }
    static func nested(points: [[Point]]) -> [[Point]] { points.map { $0.reversed() } }
    static func louder(volume: Volume) -> Volume { volume == .quiet ? .veryLoud : .x2 }
    static func older(person: Person) -> Person { var p = person; p.age += 1; return p }
    static func widen(value: Wide) -> Wide { value }
    static func reply(value: Answer) -> Answer {
        switch value {
        case .string(let text): .number(Double(text.utf8.count))
        case .number(let number): .string("\(Int(number))")
        case .person(let person): .person(person)
        }
    }
    static func either(value: StringOrBool?) -> StringOrBool? { value }
    static func maybe(value: Int32?) -> Int32? { value.map { $0 + 1 } }
    static func maybeText(value: String?) -> String? { value.map { $0 + "!" } }
    static func table(table: JSRecord<String, Double>) -> JSRecord<String, Double> { table }
    static func parse(text: String) throws(JSError) -> UInt32 {
        guard let number = UInt32(text) else { throw JSError("\(text) is no number") }
        return number
    }
    static func check(value: Int32) throws(Volume) { if value > 0 { throw value > 1 ? .x2 : .veryLoud } }
    static func find(name: String) throws(Volume) -> Person {
        if name.isEmpty { throw .veryLoud }
        return Person(name: name)
    }
    static func many(
        a: String, b: String, c: String, d: String, e: String, f: String, g: String, h: String, i: Double, rest: [Int32]
    ) -> String {
        a + b + c + d + e + f + g + h + "\(Int(i))" + rest.map { "\($0)" }.joined()
    }
    static func access(flags: UInt32) -> UInt32 { Access(rawValue: flags).contains(.WRITE) ? Access.READ.rawValue : flags }
    static func i8(v: Span<Int8>) -> [Int8] { v.indices.map { v[$0] } }
    static func u8c(v: Span<UInt8>) -> [UInt8] { v.indices.map { v[$0] } }
    static func i16(v: Span<Int16>) -> [Int16] { v.indices.map { v[$0] } }
    static func u16(v: Span<UInt16>) -> [UInt16] { v.indices.map { v[$0] } }
    static func i32(v: Span<Int32>) -> [Int32] { v.indices.map { v[$0] } }
    static func u32(v: Span<UInt32>) -> [UInt32] { v.indices.map { v[$0] } }
    static func f32(v: Span<Float>) -> [Float] { v.indices.map { v[$0] } }
    static func i64(v: Span<Int64>) -> [Int64] { v.indices.map { v[$0] } }
    static func u64(v: Span<UInt64>) -> [UInt64] { v.indices.map { v[$0] } }
    static func bytes(v: [UInt8]) -> [UInt8] { v }
    static func scalars(v: String) -> String { v }
    static func some(v: Double?) -> Double? { v }
    static func lists(v: [Int32]?) -> [Int32]? { v }
    static func holes(v: [String?]) -> [String?] { v.reversed() }
    static func volumes(v: [Volume]) -> [Volume] { v.reversed() }
    static func deep(v: Depth) -> Depth { v }
    static func rows(v: JSRecord<String, [Bool]>) -> JSRecord<String, [Bool]> { v }
    static func nobody(v: Person, isThere: Bool) -> Person? { isThere ? v : nil }
    nonisolated(unsafe) private static var page: Page?
    static func bind(title: String) -> String {
        let page = Page(title: title)
        let other = Page(title: "other", lines: 5)
        page.title += "!"
        let twin = page.twin()
        let parts = other.parts(sizes: [1, 4, 0])
        var text = "\(page.title) \(page.lines) \(twin.title) \(parts.map { "\($0.lines)" }.joined(separator: "+"))"
        // wasmtime 50 lends one object in a call: it stops where there are two.
        text += " \(Page.longest(pages: [page]).lines) \(Desk.weigh(page: other))"
        if title.isEmpty { text += " \(page.isLonger(other: other))" }
        var next = page.next()
        var count = 0
        while let page = next { (next, count) = (page.next(), count + 1) }
        text += " \(count)"
        for index in [0, 9] as [UInt32] {
            do { text += try " \(other.line(index: index))" } catch {
                text += " \(error.message) \(Refusal(error)?.line ?? -1) \(Fault(error) == nil)"
            }
        }
        return text
    }
    static func fault(what: String) -> String {
        do { return try Desk.fetch(what: what) } catch {
            let fault: Fault? = Fault(error)
            return "\(error.message) \(fault == .tooLong) \(Refusal(error) == nil)"
        }
    }
    static func read(page: Page, others: [Page]) -> String {
        ([page] + others).map { "\($0.title) \($0.lines)" }.joined(separator: ", ")
    }
    static func keep(page: Page?) { Self.page = page }
    static func kept() -> String? { page?.title }
    static func viaHost(question: String) -> String {
        Desk.log(line: "asked: \(question)")
        return Desk.ask(question: question, volume: .x2) + " \(Int(Desk.scale(value: 1.5, by: 4)))"
    }
    static func hostNumbers(name: String) -> Double {
        let middle = Desk.middle(points: [Point(x: 1, y: 2), Point(x: 3, y: 4)])
        do {
            return try Double(Desk.numbers(who: Person(name: name, friends: ["a"]), place: middle).reduce(0, +)) + middle.y
        } catch { return -Double(error.message.utf8.count) }
    }
    static func heap() -> UInt64 { UInt64(bindgen_heap_bytes()) }
    static var title: String { "Wörter 🎈" }
}
