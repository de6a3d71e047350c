import BindgenRuntime

final class Mixer: MixerExports {
    let output = GuestBuffer<Float>(count: 4)
    init() {}

    static func total(_ samples: Span<Float>) -> Double {
        var total = 0.0
        for index in samples.indices { total += Double(samples[index]) }
        return total
    }
    func sum(samples: Span<Float>) -> Double { Self.total(samples) }
    func scale(samples: inout MutableSpan<Float>, factor: Double) {
        for index in samples.indices { samples[index] *= Float(factor) }
        for index in 0..<min(samples.count, 4) { output[index] = samples[index] }
    }
    func sumDuring(samples: Span<Float>, work: @escaping Work) -> Double {
        work()
        return Self.total(samples)
    }
    func both(first: Span<Double>, text: String, second: Span<UInt8>) -> Double {
        var total = Double(text.utf8.count)
        for index in first.indices { total += first[index] }
        for index in second.indices { total += Double(second[index]) }
        return total
    }
    func copied(samples: [Float]) -> Double { samples.reduce(0) { $0 + Double($1) } }
    static func place(bytes: Span<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(UInt(bitPattern: $0.baseAddress)) }
    }
    static func bytes(source: Span<UInt8>) -> UInt32 { UInt32(source.count) }
    static func shade(pixels: [UInt8]??) -> UInt32 { (pixels ?? nil).map { $0.reduce(0) { $0 + UInt32($1) } } ?? 0 }
}
