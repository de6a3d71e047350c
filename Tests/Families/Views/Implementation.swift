import BindgenRuntime

final class Image: ImageExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    let pixels: GuestBuffer<UInt8>
    var depth: GuestBuffer<Float>?
    var bytes: GuestBuffer<UInt8> { pixels }

    init(count: UInt32) {
        pixels = GuestBuffer(count: Int(count))
        Self.alive += 1
    }
    deinit { Self.alive -= 1 }

    func rows(count: UInt32) -> GuestBuffer<Double> { GuestBuffer((0..<Int(count)).map(Double.init)) }
    func checked(works: Bool) throws(JSError) -> GuestBuffer<UInt8> {
        guard works else { throw JSError("not now") }
        return pixels
    }
    func fill(value: UInt8) {
        for index in 0..<pixels.count { pixels[index] = value }
    }
    func sum() -> UInt32 {
        var total: UInt32 = 0
        for index in 0..<pixels.count { total += UInt32(pixels[index]) }
        return total
    }
    func addDepth(count: UInt32) { depth = GuestBuffer(count: Int(count)) }
    private var work: Work?
    func watch(work: Work?) { self.work = work }
    var watched: GuestBuffer<UInt8> {
        work?()
        return bytes
    }
    func pixelsAfter(work: @escaping Work) -> GuestBuffer<UInt8> {
        work()
        return pixels
    }
}

enum Storage: StorageExports {
    static func int8() -> GuestBuffer<Int8> { GuestBuffer([-1, 2]) }
    static func int16() -> GuestBuffer<Int16> { GuestBuffer([-1, 2]) }
    static func uint16() -> GuestBuffer<UInt16> { GuestBuffer([65535, 2]) }
    static func int32() -> GuestBuffer<Int32> { GuestBuffer([-1, 2]) }
    static func uint32() -> GuestBuffer<UInt32> { GuestBuffer([4294967295, 2]) }
    static func bigInt64() -> GuestBuffer<Int64> { GuestBuffer([-1, 2]) }
    static func bigUint64() -> GuestBuffer<UInt64> { GuestBuffer([.max, 2]) }
    nonisolated(unsafe) static let none = GuestBuffer<UInt8>(count: 0)
    static func empty() -> GuestBuffer<UInt8> { none }
    static func maybe(wanted: Bool) -> GuestBuffer<UInt8>? { wanted ? GuestBuffer([1, 2, 3]) : nil }
    static func fresh(count: UInt32) -> GuestBuffer<UInt8> { GuestBuffer(count: Int(count)) }
    static func sum(values: Span<UInt8>) -> UInt32 {
        var total: UInt32 = 0
        for index in values.indices { total += UInt32(values[index]) }
        return total
    }
}
