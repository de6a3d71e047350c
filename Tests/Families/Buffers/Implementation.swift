import BindgenRuntime

private func sum<Value: BinaryInteger & BitwiseCopyable>(_ values: Span<Value>) -> Double {
    var total = 0.0
    for index in values.indices { total += Double(values[index]) }
    return total
}

private func add<Value: FixedWidthInteger & BitwiseCopyable>(_ values: inout MutableSpan<Value>, _ amount: Int32) {
    for index in values.indices { values[index] &+= Value(truncatingIfNeeded: amount) }
}

enum Arrays: ArraysExports {
    static func sumInt8(values: Span<Int8>) -> Double { sum(values) }
    static func sumUint8(values: Span<UInt8>) -> Double { sum(values) }
    static func sumClamped(values: Span<UInt8>) -> Double { sum(values) }
    static func sumInt16(values: Span<Int16>) -> Double { sum(values) }
    static func sumUint16(values: Span<UInt16>) -> Double { sum(values) }
    static func sumInt32(values: Span<Int32>) -> Double { sum(values) }
    static func sumUint32(values: Span<UInt32>) -> Double { sum(values) }
    static func sumFloat32(values: Span<Float>) -> Double {
        var total = 0.0
        for index in values.indices { total += Double(values[index]) }
        return total
    }
    static func sumFloat64(values: Span<Double>) -> Double {
        var total = 0.0
        for index in values.indices { total += Double(values[index]) }
        return total
    }
    static func sumBigInt64(values: Span<Int64>) -> Int64 {
        var total: Int64 = 0
        for index in values.indices { total &+= values[index] }
        return total
    }
    static func sumBigUint64(values: Span<UInt64>) -> UInt64 {
        var total: UInt64 = 0
        for index in values.indices { total &+= values[index] }
        return total
    }

    static func addInt8(values: inout MutableSpan<Int8>, amount: Int32) { add(&values, amount) }
    static func addUint8(values: inout MutableSpan<UInt8>, amount: Int32) { add(&values, amount) }
    static func addClamped(values: inout MutableSpan<UInt8>, amount: Int32) { add(&values, amount) }
    static func addInt16(values: inout MutableSpan<Int16>, amount: Int32) { add(&values, amount) }
    static func addUint16(values: inout MutableSpan<UInt16>, amount: Int32) { add(&values, amount) }
    static func addInt32(values: inout MutableSpan<Int32>, amount: Int32) { add(&values, amount) }
    static func addUint32(values: inout MutableSpan<UInt32>, amount: Int32) { add(&values, amount) }
    static func addFloat32(values: inout MutableSpan<Float>, amount: Int32) {
        for index in values.indices { values[index] += Float(amount) }
    }
    static func addFloat64(values: inout MutableSpan<Double>, amount: Int32) {
        for index in values.indices { values[index] += Double(amount) }
    }
    static func addBigInt64(values: inout MutableSpan<Int64>, amount: Int32) { add(&values, amount) }
    static func addBigUint64(values: inout MutableSpan<UInt64>, amount: Int32) { add(&values, amount) }

    static func copyInt8(values: [Int8]) -> [Int8] { values }
    static func copyUint8(values: [UInt8]) -> [UInt8] { values }
    static func copyClamped(values: [UInt8]) -> [UInt8] { values }
    static func copyInt16(values: [Int16]) -> [Int16] { values }
    static func copyUint16(values: [UInt16]) -> [UInt16] { values }
    static func copyInt32(values: [Int32]) -> [Int32] { values }
    static func copyUint32(values: [UInt32]) -> [UInt32] { values }
    static func copyFloat32(values: [Float]) -> [Float] { values }
    static func copyFloat64(values: [Double]) -> [Double] { values }
    static func copyBigInt64(values: [Int64]) -> [Int64] { values }
    static func copyBigUint64(values: [UInt64]) -> [UInt64] { values }
}

enum Bytes: BytesExports {
    nonisolated(unsafe) static let numbers = GuestBuffer<Double>((0..<1000).map(Double.init))
    nonisolated(unsafe) static let octets = GuestBuffer<UInt8>(count: 4096)

    static func count(values: Span<UInt8>) -> UInt32 { UInt32(values.count) }
    static func shared(values: Span<UInt8>) -> Double { sum(values) }
    static func resizable(values: Span<UInt8>) -> Double { sum(values) }
    static func both(values: Span<Double>) -> Double { Arrays.sumFloat64(values: values) }
    static func fillShared(values: inout MutableSpan<UInt8>, value: UInt8) {
        for index in values.indices { values[index] = value }
    }
    static func sumTwo(first: Span<UInt8>, second: Span<Double>) -> Double {
        sum(first) + Arrays.sumFloat64(values: second)
    }
    static func swap(first: inout MutableSpan<UInt8>, second: inout MutableSpan<UInt8>) {
        for index in 0..<min(first.count, second.count) {
            let value = first[index]
            first[index] = second[index]
            second[index] = value
        }
    }
    static func scale(name: String, values: Span<Double>, factors: [Double]) -> Double {
        Double(name.utf8.count) + Arrays.sumFloat64(values: values) * factors.reduce(1, *)
    }
    static func nullable(values: [Double]?) -> Double { values?.reduce(0, +) ?? -1 }
    static func maybeSum(values: [Double]?) -> Double { values?.reduce(0, +) ?? -1 }
    static func maybe(wanted: Bool) -> [UInt8]? { wanted ? [1, 2, 3] : nil }
    static func fillDuring(values: inout MutableSpan<Double>, work: @escaping Work, value: Double) {
        work()
        for index in values.indices { values[index] = value }
        work()
    }
    static func sumDuring(values: Span<Double>, work: @escaping Work) -> Double {
        work()
        return Arrays.sumFloat64(values: values)
    }
    static func fail(values: inout MutableSpan<Double>) throws(JSError) {
        for index in values.indices { values[index] = 9 }
        throw JSError("failed after writing")
    }
    static func failing(values: Span<UInt8>) throws(JSError) -> [UInt8] { throw JSError("failed") }
    static func made(count: UInt32) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0) } }
    static func storage() -> GuestBuffer<Double> { numbers }
    static func byteStorage() -> GuestBuffer<UInt8> { octets }
}
