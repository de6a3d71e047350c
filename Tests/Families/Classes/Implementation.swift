final class Counter: CounterExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    nonisolated(unsafe) static var lastID: UInt32 = 0
    var value: Int32
    var mode = Mode.up
    var label = ""
    var next: Counter?
    let id: UInt32

    init(start: Int32) {
        value = start
        Self.alive += 1
        Self.lastID += 1
        id = Self.lastID
    }

    deinit { Self.alive -= 1 }

    static func parse(text: String) -> Counter { Counter(start: Int32(text) ?? -1) }
    func increment(by: Int32) { value += mode == .up ? by : -by }
    func same() -> Counter { self }
    func copy() -> Counter { Counter(start: value) }
    func orNull(wanted: Bool) -> Counter? { wanted ? self : nil }
    func plus(other: Counter) -> Int32 { value + other.value }
    func plusAll(label: String, others: [Counter]) -> Int32 { others.reduce(value) { $0 + $1.value } }
    func plusNumber(number: Int32) -> Int32 { value + number }
    func plusNumbers(numbers: [Double]) -> Int32 { numbers.reduce(value) { $0 + Int32($1) } }
    func sameAfter(action: @escaping Action) -> Counter {
        action()
        return self
    }
    func copyAfter(action: @escaping Action) -> Counter? {
        action()
        return copy()
    }
    func valueAfter(action: @escaping Action) -> Int32 {
        value += 1
        action()
        return value
    }
}

final class Other: OtherExports {
    var name: String { "other" }
}

final class Sealed: SealedExports {
    let id: Int32
    init(id: Int32) { self.id = id }
    func idAfter(action: @escaping Action) -> Int32 {
        action()
        return id
    }
}

enum Objects: ObjectsExports {
    nonisolated(unsafe) static var keptCounter: Counter?
    /// Laid out as data by optimizing builds: it has no block of the heap.
    nonisolated(unsafe) static let forever = Sealed(id: 42)

    static func echo(Counter: Counter) -> Counter { Counter }
    static func echoOrNull(counter: Counter?) -> Counter? { counter }
    static func optionalValue(counter: Counter?) -> Int32 { counter?.value ?? -1 }
    static func make(count: Int32) -> [Counter] { (0..<count).map { Counter(start: $0) } }
    static func everySecond(counters: [Counter]) -> [Counter?] {
        counters.indices.map { $0 % 2 == 0 ? counters[$0] : nil }
    }
    static func sum(counters: [Counter]) -> Int32 { counters.reduce(0) { $0 + $1.value } }
    static func pairSum(pair: Pair) -> Int32 { pair.left.value + (pair.right?.value ?? 0) }
    static func pair(left: Counter, right: Counter?) -> Pair { Pair(left: left, right: right, note: "made") }
    static func keep(counter: Counter?) { keptCounter = counter }
    static func kept() -> Counter? { keptCounter }
    static func seal(id: Int32) -> Sealed { Sealed(id: id) }
    static func sealedForever() -> Sealed { forever }
    static func other() -> Other { Other() }
    static func pick(picker: @escaping Picker, counter: Counter) -> Counter? { picker(counter) }
}
