import BindgenRuntime

class Node: NodeExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    nonisolated(unsafe) static var lastID: UInt32 = 0
    var name: String
    let id: UInt32
    var next: Node?
    var size: Int32 = 0
    let pixels = GuestBuffer<UInt8>([UInt8](repeating: 0, count: 1024))

    init(name: String) throws(JSError) {
        self.name = name
        Self.lastID += 1
        id = Self.lastID
        Self.alive += 1
        if name.utf8.count > 20 { throw JSError("the name \(name) is too long", kind: .rangeError) }
    }

    init(short name: String) {
        self.name = name
        Self.lastID += 1
        id = Self.lastID
        Self.alive += 1
    }

    deinit { Self.alive -= 1 }

    class func parse(text: String) -> Node { Node(short: text) }
    var me: Node { self }
    func child(name: String) -> Node { Node(short: name) }
    func isSame(other: Node) -> Bool { other === self }
    func grow(by: Int32) { size += by }
    func fill(steps: UInt32, onProgress: Progress?) throws(JSError) {
        for step in 0..<steps {
            pixels[Int(step) % pixels.count] = UInt8(truncatingIfNeeded: step &+ 1)
            if let onProgress { try onProgress(Double(step + 1) / Double(steps)) }
        }
    }
}

final class Leaf: Node, LeafExports {
    let weight: Int32
    init(name: String, weight: Int32) {
        self.weight = weight
        super.init(short: name)
    }
}

final class Door: DoorExports {
    nonisolated(unsafe) static var closed: UInt32 = 0
    init() {}
    func close() { Self.closed += 1 }
}

final class Pairs: PairsExports {
    private var pairs: [(key: String, value: Node)] = []
    init() {}
    func add(key: String, node: Node) { pairs.append((key, node)) }
    var pairCount: Int { pairs.count }
    func pair(at index: Int) -> (key: String, value: Node) { pairs[index] }
}

final class Tags: TagsExports {
    var set = JSSet<String>()
    init(tags: [String]) { for tag in tags { set.insert(tag) } }
}

enum Work: WorkExports {
    nonisolated(unsafe) static var kept: Progress?
    static let stamp: UInt32 = 7

    static func hello(name: String) -> String { "Hello, \(name)!" }
    static func sum(numbers: [Double]) -> Double { numbers.reduce(0, +) }
    static func kindOf(kind: Kind) -> String { kind == .oddOne ? "odd" : "plain" }
    static func total(points: [Point]) -> Double { points.reduce(0) { $0 + $1.x + $1.y } }
    static func nodes(count: UInt32) -> [Node] { (0..<count).map { Node(short: "n\($0)") } }
    static func heavy(nodes: [Node]) -> Double { nodes.reduce(0) { $0 + Double(($1 as? Leaf)?.weight ?? 1) } }
    static func find(node: Node) -> Found { Found(node: node, all: [node, Node(short: "other"), node], bytes: [1, 2, 3]) }
    static func handle(handlers: Handlers) -> String {
        try? handlers.onProgress?(0.5)
        return "\(handlers.first?.name ?? "none") \(handlers.bytes?.count ?? 0)"
    }
    static func item(item: Item) -> String {
        switch item {
        case .node(let node): "node \(node.name)"
        case .string(let text): "text \(text)"
        case .number(let number): "number \(number)"
        }
    }
    static func itemBack(which: UInt32) -> Item {
        which == 0 ? .node(Node(short: "zero")) : which == 1 ? .string("one") : .number(2)
    }
    static func area(shape: Shape) -> Double {
        switch shape {
        case .point(let point): point.x * point.y
        case .sequence(let numbers): numbers.reduce(1, *)
        }
    }
    static func named(named: Named) -> Named { Named(name: named.name + "!", node: named.node) }
    static func byName(names: [String]) -> JSRecord<String, Node> {
        JSRecord(pairs: names.map { (key: $0, value: Node(short: $0)) })
    }
    static func reversed(bytes: Span<UInt8>) -> [UInt8] { bytes.indices.reversed().map { bytes[$0] } }
    static func moved(bytes: Span<UInt8>) -> [UInt8] { reversed(bytes: bytes) }
    static func fill(bytes: inout MutableSpan<UInt8>, value: UInt8) { for index in bytes.indices { bytes[index] = value } }
    static func echo(value: JSValue) -> JSValue { value }
    static func visit(node: Node, visit: Visit) { visit(node, Point(x: 1, y: 2)) }
    static func parse(text: String) throws(ParseError) -> Double {
        if text.isEmpty { throw .empty }
        if text.utf8.count > 3 { throw .tooLong }
        return Double(text) ?? 0
    }
    static func fail(text: String) throws(JSError) { throw JSError(text, kind: .rangeError) }
    static func survives(onProgress: Progress) throws(JSError) -> Bool {
        for _ in 0..<10_000 {
            do throws(JSError) { try onProgress(0) } catch { return true }
        }
        return false
    }
    static func ask(text: String, ask: Ask) async throws(JSError) -> String { try await ask(text) + "?" }
    static func wait(turns: Int32, signal: AbortSignal) async throws(JSError) -> Int32 {
        for _ in 0..<turns {
            do throws(CancellationError) { try await Task.sleep(for: .milliseconds(1)) } catch { throw JSError("cancelled") }
        }
        return turns
    }
    static func countdown(from: Int32) -> JSAsyncSequence<Node> {
        var left = from
        return JSAsyncSequence { () async throws(JSError) -> Node? in
            await Task.yield()
            if left == 0 { return nil }
            left -= 1
            return Node(short: "t\(left)")
        }
    }
    static func keep(listener: Progress?) { kept = listener }
    static func tellKept(fraction: Double) { try? kept?(fraction) }
    static func added(numbers: JSAsyncSequence<Double>) async throws(JSError) -> Double {
        var sum = 0.0
        for try await number in numbers { sum += number }
        return sum
    }
    static func joined(texts: JSAsyncSequence<String>) async throws(JSError) -> String {
        var all = ""
        for try await text in texts {
            if text == "end" { break }
            all += text
        }
        return all
    }
    static func words(text: String) -> JSAsyncSequence<String> {
        let words = text.split(separator: " ").map(String.init)
        return JSAsyncSequence(
            AsyncStream { values in
                for word in words { values.yield(word) }
                values.finish()
            })
    }
    static func sameBlob(blob: Blob) -> String { blob.type }
    static func blobBack(blob: Blob) -> Blob { blob }
    static func post(port: MessagePort, text: String) { port.postMessage(message: JSValue(text)) }
    static func widen(canvas: OffscreenCanvas, width: UInt32) -> UInt32 {
        canvas.width += width
        return canvas.width
    }
    static func trap() { fatalError("on purpose") }
}
