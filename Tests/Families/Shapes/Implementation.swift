import BindgenRuntime

final class Builder: BuilderExports {
    private var text = ""
    init() {}
    func add(text: String) { self.text += text }
    func `repeat`(text: String, times: Int32) { for _ in 0..<times { self.text += text } }
    func check(isRight: Bool) throws(JSError) { if !isRight { throw JSError("not right") } }
    func build() -> String { text }
}

final class Connection: ConnectionExports {
    private(set) var isOpen = true
    init(name: String) {}
    func close() { isOpen = false }
}

final class Channel: ChannelExports {
    private(set) var isOpen = true
    init() {}
    func end() async { isOpen = false }
}

class Pinned: PinnedExports {
    nonisolated(unsafe) static var count: UInt32 = 0
    init() { Self.count += 1 }
    deinit { Pinned.count -= 1 }
    func same() -> Pinned { self }
}
final class PinnedToo: Pinned, PinnedTooExports {}

class Point: PointExports {
    var x: Double
    var y: Double
    var label: Label? { nil }
    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
    func reset() {
        x = 0
        y = 0
    }
}

final class Point3: Point, Point3Exports {
    var z: Double
    init(x: Double, y: Double, z: Double) {
        self.z = z
        super.init(x: x, y: y)
    }
}

final class Label: LabelExports {
    var text = "none"
    init() {}
}

final class Tag: TagExports {
    let label = Label()
    init() {}
    var none: Label? { nil }
    var size: Int32 { 5 }
}

enum Codec: CodecExports {
    static func encode(text: String) -> String { "<\(text)>" }
    static func encode(number: Int32) -> String { "#\(number)" }
    static func delete(number: Int32) -> Int32 { -number }
    static func fail(why: String) throws(JSError) { throw JSError(why) }
}

enum Uses: UsesExports {
    static func library() -> String { "\(Library.twice(number: 4)) \(Library.greet(name: "Ada"))" }
}

enum Direction: DirectionExports {}

final class Body: BodyExports {
    private(set) var place: Origin
    init(start: Origin?) { place = start ?? Origin(x: 0, y: 0) }
    func move(place: Origin) { self.place = place }
    func path(points: [Origin]) -> [Origin] { points.reversed() }
    func nearest(to: Origin?) -> Origin? { to.map { Origin(x: $0.x.rounded(), y: $0.y.rounded(), note: $0.note) } }
    func row(row: Row) -> Row { Row(name: row.name + "!", values: row.values.reversed(), start: row.start) }
    func turned(direction: UInt32) -> UInt32 { direction == Direction.LTR ? Direction.RTL : Direction.LTR }
    func told(options: UInt16) -> String {
        let options = Options(rawValue: options)
        return "\(options.contains(.SLOW) ? "slow" : "fast") \(options.isSuperset(of: [.LOUD, .TWICE]))"
    }
}

final class Bodies: BodiesExports {
    private let bodies: [Body]
    init(bodies: [Body]) { self.bodies = bodies }
    var length: UInt32 { UInt32(bodies.count) }
    subscript(index: UInt32) -> Body { bodies[Int(index)] }
}

enum Lengths: LengthsExports {
    static func box(nonce: Span<UInt8>, names: [String], seed: [Float]?) -> UInt32 {
        UInt32(nonce[3]) + UInt32(names.count) + (seed == nil ? 0 : 100)
    }
    static func write(out: inout MutableSpan<UInt16>) { out[1] = 7 }
}

enum Bells: BellsExports {
    nonisolated(unsafe) static var ring: Ring?
    static func hang(ring: @escaping Ring) { self.ring = ring }
    static func hangMaybe(ring: Ring?) { self.ring = ring }
    static func pull(text: String) -> String { ring?(text) ?? "nothing rings" }
    static func drop() { ring = nil }
}
