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
