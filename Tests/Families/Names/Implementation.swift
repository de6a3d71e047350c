import BindgenRuntime

// Types of the program's own that are called like the runtime's.
struct JSError {}
struct GuestBuffer {}
struct ClosureBox {}
struct Span {}

final class JobBox: JobBoxExports {
    init() {}
    var job: Job { { 42 } }
}

final class Slot: SlotExports {
    init() {}
    func close() {}
}

final class Map: MapExports {
    init() {}
    func size() -> Int32 { 3 }
}

final class Iterable: IterableExports {
    init() {}
    var count: Int32 { 4 }
}

enum Jobs: JobsExports {
    static func run(r: @escaping release) { r(7) }
    static func hash(r: @escaping fingerprint) -> Int32 { r(20) + 1 }
    static func text(d: @escaping drop) -> String { d("a") + "!" }
    static func adder(c: @escaping cb_call) -> cb { { c($0) + 100 } }
    static func around(r: @escaping region) { r() }
    static func tried(c: @escaping `catch`) throws(BindgenRuntime.JSError) { try c("text") }
}

final class Keywords: KeywordsExports {
    var `init`: Int32 = 5
    init() {}
    static func Type_() -> Int32 { 1 }
    static func Protocol_() -> Int32 { 2 }
    func self_() -> Int32 { 3 }
}

enum Shapes: ShapesExports {
    static func region(r: Region) -> Region { r }
    static func arena(a: Arena) -> Arena { a }
    static func regions(list: [Region]) -> [Region] { list }
    static func length(points: [Lift]) -> Double { points.reduce(0) { $0 + $1.x + $1.y } }
    static func sum(numbers: [Number]) -> Double { numbers.reduce(0) { $0 + $1.x } }
    static func lower(l: Lower) -> Lower { l }
    static func middle(l: Lift) -> Lift { Lift(x: l.x / 2, y: l.y / 2) }
    static func isSame(first: Slot, second: Slot) -> Bool { first === second }
    static func swap(n: number) -> string { string(a: n.b) }
    static func only(value: never) -> never { value }
    static func all(value: unknown) -> [unknown] { [value, .größe, .français, .日, .本, ._1st, .empty] }
    static func total(values: [Int32]) -> Int32 { values.reduce(0, &+) }
    static func Protocol_(`Type`: Int32) throws(BindgenRuntime.JSError) -> Int32 { `Type` }
}
