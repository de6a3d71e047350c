final class Counter: CounterExports {
    nonisolated(unsafe) static var made: Int32 = 0
    var value: Int32
    init(start: Int32) {
        value = start
        Self.made += 1
    }
    static func of(text: String) -> Counter { Counter(start: Int32(text.utf8.count)) }
    func crash() { fatalError("counter") }
}

@main struct Program {
    static func main() { State.count += 1 }
}

enum State: StateExports {
    nonisolated(unsafe) static var count: Int32 = 0
    static func starts() -> Int32 { count }
    nonisolated(unsafe) static var total: Int32 = 0
    nonisolated(unsafe) static var kept: Work?
    nonisolated(unsafe) static var elements: [Int32] = [1, 2, 3]

    static func add(amount: Int32) -> Int32 {
        total += amount
        return total
    }
    static func text(text: String) -> String { text + "!" }
    static func sum(values: [Double]) -> Double { values.reduce(0, +) }
    static func length(point: Point) -> Double { (point.x * point.x + point.y * point.y).squareRoot() }
    static func bytes(values: Span<Double>) -> Double { Double(values.count) }
    static func keep(work: @escaping Work) { kept = work }
    static func run() { kept?() }
    static func closure() -> Work { { total += 1 } }
    static func trap(why: String) { fatalError("as asked") }
    static func element(index: Int32) -> Int32 { elements[Int(index)] }
    static func callThenTrap(work: @escaping Work) -> Int32 {
        work()
        return elements[Int(total) + 1000]
    }
    static func down(recurse: @escaping Recurse, depth: Int32) -> Int32 { depth <= 0 ? 0 : recurse(depth - 1) + 1 }
    static func endless(depth: Int32) -> Int32 { endless(depth: depth &+ 1) &+ elements[Int(depth & 1)] }
}
