import BindgenRuntime

final class Node: Sendable {
    let value: Int
    init(_ value: Int) { self.value = value }
}

let table: [Int] = (0..<1000).map { $0 &* $0 }
let names: [String: Int] = Dictionary(uniqueKeysWithValues: (0..<64).map { ("name \($0) of some length", $0) })

/// What takes long enough for other threads to come.
@inline(never) func spin(_ rounds: Int) -> Double {
    var value = 1.0
    for index in 0..<rounds { value = value * 1.0000001 + Double(index & 1) }
    return value
}

func churn(_ rounds: Int, _ shared: Node) -> Int {
    var sum = 0
    for index in 0..<rounds {
        let node = Node(index)
        let numbers = [Int](repeating: index, count: index % 200)
        let text = "number \(index) is more than 16 bytes long"
        let kept = [Node](repeating: shared, count: 4)
        var counts: [Int: Int] = [:]
        for key in 0..<8 { counts[key &* index, default: 0] += 1 }
        let large = index % 16 == 0 ? [UInt8](repeating: 1, count: 3000 + index) : []
        sum &+= node.value &+ numbers.count &+ text.utf8.count &+ kept.count &+ counts.values.reduce(0, +) &+ large.count
        sum &+= table[index % 1000] &+ (names["name \(index % 64) of some length"] ?? -1_000_000)
    }
    return sum
}

enum Storm: StormExports {
    static func threadCount() -> UInt32 { UInt32(BindgenRuntime.threadCount) }

    static func participants() -> UInt32 {
        let (arrived, wanted) = (Atomic(0), BindgenRuntime.threadCount)
        // Nobody leaves before all are there, or it has taken very long.
        parallelFor(wanted) { _ in
            arrived.add(1)
            for _ in 0..<2_000_000 where arrived.load() < wanted { _ = spin(20) }
        }
        return UInt32(arrived.load())
    }

    static func squares(count: UInt32) -> [Double] { parallelMap(Int(count)) { Double($0) * Double($0) } }
    static func lengths(texts: [String]) -> [UInt32] { parallelMap(texts) { UInt32($0.unicodeScalars.count) } }

    static func sums(count: UInt32) -> [Double] {
        let (atomic, mutex) = (Atomic<Int64>(0), Mutex(Int64(0)))
        parallelFor(Int(count)) { index in
            atomic.add(Int64(index))
            mutex.withLock { $0 += Int64(index) }
        }
        return [Double(atomic.load()), Double(mutex.withLock { $0 }), Double((0..<Int64(count)).reduce(0, +))]
    }

    static func chunks(count: UInt32, size: UInt32) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: Int(count))
        parallelFor(chunksOf: Int(size), in: &numbers) { number, part in
            for index in 0..<part.count { part[index] = Int32(number) }
        }
        return numbers
    }

    static func failing(count: UInt32, which: UInt32) throws(JSError) {
        try parallelFor(Int(count)) { index throws(JSError) in
            if index == Int(which) { throw JSError("number \(index) failed", kind: .rangeError) }
        }
    }

    static func atomics() -> String {
        let (small, flag) = (Atomic<Int8>(127), Atomic(false))
        let before = small.add(1)
        let exchanged = small.exchange(5)
        let missed = small.compareExchange(expected: 4, desired: 9)
        let met = small.compareExchange(expected: 5, desired: -9)
        let wasSet = flag.exchange(true)
        return "\(before) \(exchanged) \(missed) \(met) \(small.load()) \(wasSet) \(flag.load()) \(Atomic<UInt16>(1).subtract(2))"
    }

    static func nested(count: UInt32) -> Double {
        let sum = Atomic(0)
        parallelFor(Int(count)) { outer in
            parallelFor(Int(count)) { inner in sum.add(outer &* inner) }
        }
        return Double(sum.load())
    }

    static func storm(jobs: UInt32, rounds: UInt32) -> Double {
        let (total, shared) = (Atomic(0), Node(7))
        parallelFor(Int(jobs)) { _ in total.add(churn(Int(rounds), shared)) }
        return Double(total.load())
    }

    static func handOver(jobs: UInt32, rounds: UInt32) -> Double {
        var total = 0
        for round in 0..<Int(rounds) {
            let made = parallelMap(Int(jobs)) { job in (0..<50).map { [Int](repeating: job, count: $0 + round % 7) } }
            let nodes = parallelMap(Int(jobs)) { Node($0) }
            total &+= made.reduce(0) { $0 &+ $1.reduce(0) { $0 &+ $1.count } } &+ nodes.reduce(0) { $0 &+ $1.value }
        }
        return Double(total)
    }

    static func `repeat`(text: String, times: UInt32) -> String { String(repeating: text, count: Int(times)) }
    static func randomBits() -> UInt32 {
        let bits = Atomic<UInt32>(0)
        parallelFor(64) { _ in
            let value = UInt32.random(in: 0 ... .max)
            for _ in 0..<100 {
                let old = bits.load()
                if bits.compareExchange(expected: old, desired: old | value) == old { break }
            }
        }
        return bits.load()
    }
    static func bytes(given: Span<UInt8>) -> [UInt8] { parallelMap(given.indices.map { given[$0] }) { 255 - $0 } }

    static func grow(pages: UInt32) -> UInt32 {
        let sizes = parallelMap(BindgenRuntime.threadCount) { _ in [UInt8](repeating: 1, count: Int(pages) * 65536).count }
        return UInt32(sizes.reduce(0, +) / sizes.count)
    }

    static func print(jobs: UInt32) {
        parallelFor(Int(jobs)) { index in Swift.print("line \(index) of a thread") }
    }

    static func trapAt(which: UInt32) {
        parallelFor(64) { index in
            let value = spin(20_000)
            if index == Int(which) || value < 0 { fatalError("number \(index) stops") }
        }
    }

    static func trapInLock() {
        let (lock, begun) = (Mutex(0), Atomic(0))
        parallelFor(64) { index in
            // The caller's own thread has the number 0, or comes when another has the lock.
            let mine = begun.add(1)
            if mine == 1 { while begun.load() < 2 { _ = spin(10) } }
            lock.withLock { value in
                value += 1
                if mine == 2 { fatalError("the lock is taken with me") }
            }
        }
    }

    @inline(never) static func recurse(_ depth: Int) -> Int {
        var here = (depth, depth, depth, depth)
        return withUnsafeMutablePointer(to: &here) { place in
            depth < 0 ? 0 : recurse(depth + 1) &+ place.pointee.3
        }
    }

    static func overflow() {
        let begun = Atomic(0)
        parallelFor(64) { _ in
            if !isCaller() { begun.add(1 + recurse(0)) }
            // The caller leaves a number for another thread. It waits for a while only: that one may write over what is looked at here.
            for _ in 0..<20_000 where begun.load() == 0 { _ = spin(20) }
        }
    }

    static func lockTwice() {
        let lock = Mutex(0)
        lock.withLock { $0 = lock.withLock { $0 } }
    }
}

/// Whether the caller's stack is the first one, which lies before all data.
@inline(never) func isCaller() -> Bool {
    var here = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) < 256 * 1024 }
}

final class Picture: PictureExports {
    let (width, pixels): (Int, GuestBuffer<UInt8>)

    init(width: UInt32, height: UInt32) {
        self.width = Int(width)
        pixels = GuestBuffer(count: Int(width * height) * 4)
    }

    func paint(shift: Double) {
        parallelFor(chunksOf: width * 4, in: pixels) { y, row in
            for x in 0..<row.count { row[x] = UInt8(truncatingIfNeeded: x &+ y &+ Int(shift)) }
        }
    }

    func sum(bytes: Span<UInt8>) -> Double {
        var sum = 0
        for index in bytes.indices { sum += Int(bytes[index]) }
        return Double(sum)
    }
}
