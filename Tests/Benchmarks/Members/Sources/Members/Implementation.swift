import BindgenRuntime

final class Series: SeriesExports {
    private let values: [Double]
    required init(count: UInt32) { values = (0..<count).map { Double($0) + 0.5 } }
    var length: UInt32 { UInt32(values.count) }
    subscript(index: UInt32) -> Double { values[Int(index)] }
}

final class Table: TableExports {
    private let values: [Double]
    required init(count: UInt32) { values = (0..<count).map { Double($0) + 0.5 } }
    var pairCount: Int { values.count }
    func pair(at index: Int) -> (key: Double, value: Double) { (Double(index), values[index]) }
}

enum Forms: FormsExports {
    static func size(value: Double) -> Double { value * 2 }
    static func size(text: String) -> Double { Double(text.utf8.count) }

    static func next(value: DoubleOrString) -> DoubleOrString {
        switch value {
        case .number(let number): .number(number + 1)
        case .string(let text): .string(text)
        }
    }

    static func sum(values: JSRecord<String, Double>) -> Double {
        var sum = 0.0
        for (_, value) in values { sum += value }
        return sum
    }

    static func byteCount(bytes: Span<UInt8>) -> UInt32 { UInt32(bytes.count) }
}
