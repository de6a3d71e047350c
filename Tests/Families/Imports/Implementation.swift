import BindgenRuntime

final class Local: LocalExports {
    let value: Int32
    init(value: Int32) { self.value = value }
}

enum Calls: CallsExports {
    nonisolated(unsafe) static var keptShelf: Shelf?

    static func max(a: Double, b: Double) -> Double { Math.max(Math: a, other: b) }
    static func hypot(x: Double) -> Double { Math.hypot(x: x) + Math.hypot(x: x, y: 0) }
    static func date(milliseconds: Double) -> String {
        let date = Date(milliseconds: 0)
        date.setTime(milliseconds: milliseconds)
        return date.getTime() == milliseconds && Date.UTC(year: 1970, month: 0) == 0 ? "same" : "another"
    }
    static func isoString(milliseconds: Double) throws(JSError) -> String { try Date(milliseconds: milliseconds).toISOString() }
    static func parse(text: String) throws(JSError) -> Bool { try JSON.parse(text: text) }
    static func parseCaught(text: String) -> String {
        do throws(JSError) {
            return try JSON.parse(text: text) ? "true" : "false"
        } catch {
            return "caught"
        }
    }
    static func url(text: String, hash: String) throws(JSError) -> String {
        let url = try URL(url: text)
        url.hash = hash
        return url.href
    }
    static func urlCaught(text: String) -> String {
        do throws(JSError) {
            return try URL(url: text).href
        } catch {
            return "caught"
        }
    }
    static func query(url: String, name: String) -> String {
        guard let url = try? URL(url: url) else { return "no URL" }
        let parameters = url.searchParams
        parameters.append(name: "more", value: "1")
        return (parameters.get(name: name) ?? "nil") + " in " + url.href
    }
    static func relative(path: String, base: String) throws(JSError) -> String { try URL(url: path, base: base).href }
    static func count() -> Int32 {
        Host.counter + 0
    }
    static func name() -> String { Host.name }
    static func guarded(shelf: Shelf, value: String) throws(JSError) -> String {
        try shelf.setGuarded(value: value)
        return try shelf.guarded
    }
    static func greet(name: String) -> String { Host.greet(name: name) }
    static func tell(text: String) { Host.tell(text: text) }
    static func opposite(side: Side) -> Side { Host.opposite(side: side) }
    static func larger(size: Size) -> Size? { Host.larger(size: size) }
    static func stamp(note: Note, count: Int32) -> Note { Host.stamp(note: note, count: count) }
    static func doubled(numbers: [Double]) -> [Double] { Host.doubled(numbers: numbers) }
    static func shout(words: [String]) -> [String] { Host.shout(words: words) }
    static func widths(count: Int32) -> Double { Host.sizes(count: count).reduce(0) { $0 + $1.width + ($1.height ?? 100) } }
    static func invert(bytes: Span<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        for index in bytes.indices { copy.append(bytes[index]) }
        return Host.invert(bytes: copy)
    }
    static func flag(value: Bool) -> Bool { Host.flag(value: value) }
    static func big(value: UInt64) -> UInt64 { Host.big(value: value) }
    static func maybe(text: String?) -> String? { Host.maybe(text: text) }
    static func joined(words: [String]) -> String {
        var result = ""
        Host.forEach(words: words) { result += $0 + ";" }
        return result
    }
    static func twice(factor: Double, value: Double) -> Double { Host.twice(factor: factor)(value) }
    static func roundTrip(local: Local?) -> Local? { Host.roundTrip(local: local) }
    static func fail(message: String) -> Int32 {
        Host.fail(message: message)
        Host.tell(text: "after the failure")
        return 1
    }
    static func caught(message: String) -> String {
        do throws(JSError) {
            return try Host.failing(message: message)
        } catch {
            return "caught " + error.message
        }
    }
    static func uncaught(message: String) throws(JSError) -> String { try Host.failing(message: message) }
    static func caughtNote(works: Bool) -> String {
        do throws(JSError) {
            return try Host.failingNote(works: works).title
        } catch {
            return "caught " + error.message
        }
    }
    static func throwWhatever() throws(JSError) { try Host.throwWhatever() }
    static func caughtMade() -> String {
        do throws(JSError) {
            return try Host.made().value == 7 ? "seven" : "another"
        } catch {
            return "caught " + error.message
        }
    }
    static func missing() { Host.missing() }
    static func reserved() -> String { Host.reserved(default: "a", function: "b") }
    static func shelf(label: String) -> Double {
        let shelf = Shelf(label: label)
        shelf.label += "!"
        let value = shelf.put(key: "a", value: 1).put(key: "b", value: 2).take(key: "b") ?? -1
        let missing = shelf.take(key: "c") ?? 100
        var keys = 0
        shelf.each { _ in keys += 1 }
        return value + missing + Double(shelf.size) + Double(keys) * 1000 + (shelf.neighbour() == nil ? 0.5 : 0)
    }
    static func shelfOf(label: String) -> Shelf { Shelf(label: label) }
    static func labelOf(shelf: Shelf) -> String { shelf.label }
    static func total(shelves: [Shelf]) -> Double { shelves.reduce(0) { $0 + Double($1.size) } }
    static func burn(shelf: Shelf) throws(JSError) { try shelf.burn() }
    static func keep(shelf: Shelf?) { keptShelf = shelf }
    static func kept() -> Shelf? { keptShelf }
    static func ok(value: Int32) -> Int32 { value }
    static func asksOfClasses() -> [Bool] { [URL.supports(.canParse), URL.supports(.fly), Date.supports(.UTC)] }
    static func newer(from: Newer, index: UInt32) -> String {
        switch index {
        case 0: from.text
        case 1: String(from.bytes.count)
        case 2: from.side == .left ? "left" : "right"
        case 3: String(from.number)
        case 4: String(from.wide)
        case 5: String(from.small)
        case 6: String(from.tiny)
        case 7: String(from.clamped)
        case 8: String(from.enforced)
        case 9: String(from.large)
        case 10: String(from.flag)
        case 11: if case .string(let text) = from.either { text } else { "a number" }
        case 12: from.inner.text
        case 13: String(from.words.count)
        case 14: from.maybe ?? "nil"
        case 15: from.absent ?? "nil"
        default: from.whatever == .undefined ? "undefined" : "a value"
        }
    }
}
