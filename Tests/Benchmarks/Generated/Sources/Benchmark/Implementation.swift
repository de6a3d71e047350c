// The work itself, the same as in ../../../Floor/Sources/Floor/Work.swift and its neighbours.

import BindgenRuntime

let texts: [String] = [
    makeText("abcde", 1), makeText("0123456789", 10), makeText("01234567", 128), makeText("0123456789", 1024),
    makeText("漢字かな", 256), makeText("0123456789", 3),
]

func makeText(_ piece: String, _ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += piece }
    return text
}

/// First and last: proof that the values arrived, and next to no work beside the crossing.
func ends(_ values: Span<Double>) -> Double {
    values.count == 0 ? 0 : values[0] + values[values.count - 1]
}

func makeDoubles(_ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        for index in 0..<count { buffer[index] = Double(index) }
        filled = count
    }
}

enum Bench: BenchExports {
    static func noop() {}
    static func add(a: Int32, b: Int32) -> Int32 { a &+ b }

    static func stringIn(text: String) -> UInt32 { UInt32(truncatingIfNeeded: text.utf8.count) }
    static func stringInBorrowed(text: UTF8Span) -> UInt32 { UInt32(truncatingIfNeeded: text.count) }
    static func stringOut(kind: UInt32) -> String { texts[Int(kind)] }
    static func greet(name: String) -> String { "Hello, " + name + "!" }

    static func takeSequence(values: [Double]) -> Double { ends(values.span) }
    static func takeAny(values: [Double]) -> Double { ends(values.span) }
    static func takeTyped(values: Span<Double>) -> Double { ends(values) }
    static func makeSequence(count: UInt32) -> [Double] { makeDoubles(Int(count)) }
    static func makeTyped(count: UInt32) -> [Double] { makeDoubles(Int(count)) }
    static func fill(out: inout MutableSpan<Double>) {
        for index in 0..<out.count { out[index] = Double(index) }
    }

    static func sumVec4(vector: Vec4) -> Double { vector.x + vector.y + vector.z + vector.w }
    static func makeVec4(seed: Double) -> Vec4 { Vec4(x: seed, y: seed + 1, z: seed + 2, w: seed + 3) }
    static func measurePerson(person: Person) -> Double { person.age + person.height + Double(person.name.utf8.count) }
    static func echoPerson(person: Person) -> Person { Person(age: person.age + 1, height: person.height, name: person.name) }
    static func takePoints(points: [Point]) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        return first.x + last.y
    }
    static func makePoints(count: UInt32) -> [Point] {
        [Point](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            for index in 0..<Int(count) { buffer[index] = Point(x: Double(index), y: Double(index) * 2) }
            filled = Int(count)
        }
    }

    static func nextShade(shade: Shade) -> Shade {
        switch shade {
        case .red: .orange
        case .orange: .yellow
        case .yellow: .green
        case .green: .blue
        case .blue: .violet
        case .violet: .red
        }
    }
    static func halve(value: Int32?) -> Int32? { value.map { $0 / 2 } }

    static func applyTransform(transform: @escaping Transform, times: UInt32) -> Double {
        var value = 0.0
        for _ in 0..<times { value = transform(value) }
        return value
    }
    static func feed(sink: @escaping Sink, times: UInt32) {
        for _ in 0..<times { sink("hello") }
    }
    static func makeAdder(amount: Double) -> Transform { { $0 + amount } }

    static func checked(value: Int32) throws(JSError) -> Int32 {
        guard value >= 0 else { throw JSError("the value is negative") }
        return value
    }

    static func echoCounter(counter: Counter) -> Counter { counter }

    static func callHostAdd(times: UInt32) -> Int32 {
        var value: Int32 = 0
        for _ in 0..<times { value = Host.add(a: value, b: 1) }
        return value
    }
    static func callHostTakeString(kind: UInt32, times: UInt32) {
        let text = texts[Int(kind)]
        for _ in 0..<times { Host.takeString(text: text) }
    }
    static func callHostReturnString(kind: UInt32, times: UInt32) -> UInt32 {
        var total = 0
        for _ in 0..<times { total &+= Host.returnString(kind: kind).utf8.count }
        return UInt32(truncatingIfNeeded: total)
    }
    static func touchCell(cell: Cell, times: UInt32) -> Double {
        for _ in 0..<times { cell.value += 1 }
        return cell.value
    }
    static func makeCells(times: UInt32) {
        for _ in 0..<times { _ = Cell(value: 1) }
    }
}

final class Counter: CounterExports {
    var value: Int32

    init(start: Int32) {
        value = start
    }

    func increment(by: Int32) -> Int32 {
        value &+= by
        return value
    }
}

final class Samples: SamplesExports {
    let values: GuestBuffer<Double>

    init(count: UInt32) {
        values = GuestBuffer(makeDoubles(Int(count)))
    }
}
