// Properties by index, iteration, overloads, unions, records and buffers.

final class Series {
    let values: [Double]
    init(count: Int) { values = (0..<count).map { Double($0) + 0.5 } }
}

@_expose(wasm, "seriesNew") @_cdecl("floor_seriesNew")
func exportSeriesNew(_ count: UInt32) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(Series(count: Int(count))).toOpaque()
}

@_expose(wasm, "seriesCount") @_cdecl("floor_seriesCount")
func exportSeriesCount(_ series: UnsafeMutableRawPointer) -> Int32 {
    Unmanaged<Series>.fromOpaque(series)._withUnsafeGuaranteedRef { Int32(truncatingIfNeeded: $0.values.count) }
}

@_expose(wasm, "seriesAt") @_cdecl("floor_seriesAt")
func exportSeriesAt(_ series: UnsafeMutableRawPointer, _ index: UInt32) -> Double {
    Unmanaged<Series>.fromOpaque(series)._withUnsafeGuaranteedRef { $0.values[Int(index)] }
}

@_expose(wasm, "keyAt") @_cdecl("floor_keyAt")
func exportKeyAt(_ series: UnsafeMutableRawPointer, _ index: UInt32) -> Double {
    Unmanaged<Series>.fromOpaque(series)._withUnsafeGuaranteedRef { _ in Double(index) }
}

@_expose(wasm, "sizeOfNumber") @_cdecl("floor_sizeOfNumber")
func exportSizeOfNumber(_ value: Double) -> Double { value * 2 }

@_expose(wasm, "sizeOfText") @_cdecl("floor_sizeOfText")
func exportSizeOfText(_ address: UnsafePointer<UInt8>, _ tag: Int) -> Double { Double(makeString(address, tag).utf8.count) }

enum NumberOrText {
    case number(Double)
    case text(String)
}

/// A number comes back in the result area, and the answer is the least integer; of a text it is that of every text.
@_expose(wasm, "next") @_cdecl("floor_next")
func exportNext(_ isText: Int32, _ number: Double, _ address: UnsafePointer<UInt8>, _ tag: Int) -> Int32 {
    switch next(isText != 0 ? .text(makeString(address, tag)) : .number(number)) {
    case .number(let number):
        results.assumingMemoryBound(to: Double.self)[0] = number
        return .min
    case .text(let text): return returnString(text)
    }
}

@inline(never)
func next(_ value: NumberOrText) -> NumberOrText {
    switch value {
    case .number(let number): .number(number + 1)
    case .text(let text): .text(text)
    }
}

/// Entries of 16 bytes: the address of the key, its tag, the value.
@_expose(wasm, "sum") @_cdecl("floor_sum")
func exportSum(_ entries: UnsafeRawPointer, _ count: Int) -> Double {
    let pairs = (0..<count).map { index in
        let entry = entries + index * 16
        let key = makeString(UnsafePointer(bitPattern: entry.load(as: Int.self))!, entry.load(fromByteOffset: 4, as: Int.self))
        return (key, entry.load(fromByteOffset: 8, as: Double.self))
    }
    return sum(pairs)
}

@inline(never)
func sum(_ pairs: [(String, Double)]) -> Double {
    var sum = 0.0
    for (_, value) in pairs { sum += value }
    return sum
}

@_expose(wasm, "byteCount") @_cdecl("floor_byteCount")
func exportByteCount(_ address: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    byteCount(Span(_unsafeStart: address, count: count))
}

@inline(never)
func byteCount(_ bytes: borrowing Span<UInt8>) -> UInt32 { UInt32(bytes.count) }
