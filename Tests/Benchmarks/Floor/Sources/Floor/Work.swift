// The work itself, the same as in ../../../Generated/Sources/Benchmark/Implementation.swift: what is left when the glue is taken away.

struct Vec4 {
    var x, y, z, w: Double
}

struct Point {
    var x, y: Double
}

struct Person {
    var age, height: Double
    var name: String
}

final class Counter {
    var value: Int32

    init(start: Int32) {
        value = start
    }

    func increment(by amount: Int32) -> Int32 {
        value &+= amount
        return value
    }
}

final class Samples {
    let values: UnsafeMutableBufferPointer<Double>

    init(count: Int) {
        values = .allocate(capacity: count)
        for index in 0..<count { values[index] = Double(index) }
    }

    deinit {
        values.deallocate()
    }
}

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
