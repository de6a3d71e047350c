import BindgenRuntime

enum Rows: RowsExports {
    static func one() -> Row { Source.make(id: 1) }
    static func oneOrNull() -> Row? { Source.make(id: 2) }
    static func many() -> [Row] { [Source.make(id: 3), Source.make(id: 4)] }
    static func manyOrNull() -> [Row]? { [Source.make(id: 3), Source.make(id: 4)] }
    static func holes() -> [Row?] { [Source.make(id: 3), nil, Source.make(id: 4)] }
    static func nested() -> [[Row]] { [[Source.make(id: 3)], [], [Source.make(id: 4), Row(id: 5)]] }
    static func place() -> Place { Place(row: Row(id: 6), number: 7) }
    static func places() -> [Place] { [place(), place()] }
    static func table() -> Table { Table(rows: many(), head: Row(id: 8)) }
    static func tableOrNull() -> Table? { table() }
    static func tables() -> [Table] { [table(), table()] }
    static var all: [Row] { many() }
    static func maker() -> MakeRows { { many() } }
    static func tableMaker() -> MakeTable { { table() } }
    static func giveRow(take: @escaping TakeRow) { take(Row(id: 9)) }
    static func giveRows(take: @escaping TakeRows) { take(many()) }
    static func giveTable(take: @escaping TakeTable) { take(table()) }
    static func passed() -> [Int32] {
        Row(id: 20).tell()
        return [
            Source.idOf(row: Row(id: 10)), Source.sumOf(rows: many()),
            Source.numberOf(place: Place(row: Row(id: 11), number: 12)),
            Source.rowsOf(table: table()), Row(id: 13).id, Source.make(id: 14).id,
        ]
    }
    static func called(ask: @escaping Ask) -> Int32 {
        Int32(ask(Source.echo(text: String(repeating: "long enough for the heap ", count: 4))).count)
    }
    static func fails() throws(JSError) { throw JSError(Row(id: 21)) }
}

final class Door: DoorExports {
    let onClosed: Done
    var inner: Door?
    let shown = GuestBuffer<UInt8>([8, 9])
    init(onClosed: @escaping Done) { self.onClosed = onClosed }
    deinit { onClosed() }
    func name(during: @escaping Done) -> String { during(); return "oak" }
    func lengthy(during: @escaping Done) -> String { during(); return String(repeating: "oak ", count: 100) }
    func maybe(during: @escaping Done) -> String? { during(); return "oak" }
    func size(during: @escaping Done) -> Size { during(); return Size(w: 1, h: 2) }
    func sizeOrNull(during: @escaping Done) -> Size? { during(); return Size(w: 1, h: 2) }
    func label(during: @escaping Done) -> Label { during(); return Label(text: "oak", w: 1) }
    func words(during: @escaping Done) -> [String] { during(); return ["oak", "elm"] }
    func big(during: @escaping Done) -> UInt64? { during(); return 5 }
    func copy(during: @escaping Done) -> [UInt8] { during(); return [5, 6, 7] }
    func bytes(during: @escaping Done) -> GuestBuffer<UInt8> { during(); return GuestBuffer([5, 6, 7]) }
    func other(during: @escaping Done) -> Door { during(); return Door(onClosed: {}) }
    func fail(during: @escaping Done) throws(JSError) -> Size { during(); throw JSError("jammed") }
    func stuck(during: @escaping Done) throws(Trouble) -> Size { during(); throw .stuck }
    static func ask(onClosed: @escaping Done, during: @escaping Done) -> Ask {
        { [door = Door(onClosed: onClosed)] text in
            during()
            _ = door
            return "re:" + text
        }
    }
    static func sizeOf(door: Door, during: @escaping Done) -> Size { during(); return Size(w: 1, h: 2) }
    static func sizeOfKey(key: Key, during: @escaping Done) -> Size { during(); return Size(w: 1, h: Double(key.number)) }
    static func sizeOfAll(doors: [Door], during: @escaping Done) -> Size { during(); return Size(w: 1, h: Double(doors.count)) }
    static func nameOf(door: Door, during: @escaping Done) -> String { during(); return "oak" }
    static func failWith(door: Door, during: @escaping Done) throws(JSError) -> Size { during(); throw JSError("jammed") }
}

enum X: XExports {
    nonisolated(unsafe) static var kept: Door?
    static func brief() -> String { "12345" }
    static func lengthy() -> String { String(repeating: "elm ", count: 100) }
    static func size() -> Size { Size(w: 10, h: 20) }
    static func words() -> [String] { ["ash"] }
    static func fail() throws(JSError) { throw JSError("another") }
    static func ask(f: @escaping Ask) -> String { "got " + f("q") }
    static func label(f: @escaping OfLabel) -> Label { f() }
    static func labels(f: @escaping OfLabels) -> [Label] { f() }
    static func askMade(make: @escaping MakeAsk) -> String { make()("q") }
    static func imported() -> String { Broken.text() + Broken.label().text }
    static func keep(door: Door?) { kept = door }
    static func pass(f: @escaping Done) { f() }
}

enum Returns: ReturnsExports {
    static func outer(f: @escaping OfOuter) -> Double {
        let outer = f()
        return outer.inner.a * 100 + outer.inner.b * 10 + outer.last
    }
    static func outerText(f: @escaping OfOuterText) -> Double {
        let outer = f()
        return (outer.inner?.a ?? 0) * 100 + (outer.inner?.b ?? 0) * 10 + Double(outer.last.utf8.count)
    }
    nonisolated(unsafe) static var last = ""
    static func seen() -> String { last }
    static func borrow(text: UTF8Span, bytes: Span<UInt8>, f: @escaping OfNotes) {
        _ = f()
        var sum: UInt32 = 0
        for index in bytes.indices { sum += UInt32(bytes[index]) }
        last = "\(String(copying: text)) \(sum)"
    }
}

final class Picture: PictureExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    var width: UInt32
    init(width: UInt32) { self.width = width; Self.alive += 1 }
    deinit { width = 0xdead; Self.alive -= 1 }
}

enum Give: GiveExports {
    nonisolated(unsafe) static var last: [Picture] = []
    static func width(_ picture: Picture?) -> UInt32 {
        last = picture.map { [$0] } ?? []
        return picture?.width ?? 0
    }
    static func one(f: @escaping GiveOne) -> UInt32 { (try? f()).map { width($0.first) } ?? 1 }
    static func pair(f: @escaping GivePair) -> UInt32 { (try? f()).map { width($0.first) + $0.number } ?? 1 }
    static func twice(f: @escaping GiveTwice) -> UInt32 { (try? f()).map { width($0.one.first) + ($0.second?.width ?? 0) } ?? 1 }
    static func pictures(f: @escaping GivePictures) -> UInt32 { (try? f()).map { $0.reduce(0) { $0 + $1.width } } ?? 1 }
    static func picture(f: @escaping GivePicture) -> UInt32 { width(f()) }
    static func perhaps(f: @escaping GiveOnePicture) -> UInt32 { width(f().first) }
    static func flag(f: @escaping GiveFlag) -> Bool { f().on }
    static func mood(f: @escaping GiveMood) -> Trouble { f().trouble }
    static func letGo() { last = [] }
}

enum Get: GetExports {
    static func made(_ f: @escaping Done) -> Picture { f(); return Picture(width: 3) }
    static func picture(f: @escaping Done) -> Picture { made(f) }
    static func pictureOrNull(f: @escaping Done) -> Picture? { made(f) }
    static func one(f: @escaping Done) -> One { One(first: made(f)) }
    static func pair(f: @escaping Done) -> Pair { Pair(first: made(f), number: 4) }
    static func twice(f: @escaping Done) -> Twice { Twice(one: one(f: f), second: Picture(width: 4)) }
    static func pairOrError(f: @escaping Done) throws(JSError) -> Pair { f(); throw JSError("not now") }
    static func empty(f: @escaping GiveEmpty) -> UInt32 {
        _ = f()
        return 1
    }
    static func perhaps(f: @escaping Done) -> OptionalOne { OptionalOne(first: made(f)) }
    static func oneOrNull(f: @escaping Done) -> One? { one(f: f) }
    static func pairOrNull(f: @escaping Done) -> Pair? { pair(f: f) }
    static func pictures(f: @escaping Done) -> [Picture] { [made(f), Picture(width: 4)] }
    static func hook(f: @escaping Done) -> Hook { f(); return Hook(done: {}, number: 4) }
    static func closure(f: @escaping Done) -> Done { f(); return {} }
    static func closureOrNull(f: @escaping Done) -> Done? { f(); return {} }
}
