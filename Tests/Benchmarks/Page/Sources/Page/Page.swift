import BindgenRuntime
import WebDOM

nonisolated(unsafe) private var listening: Listening?
nonisolated(unsafe) private var sum = 0.0

enum Page: PageExports {
    static func get(context: CanvasRenderingContext2D, times: UInt32) -> Double {
        var sum = 0.0
        for _ in 0..<times { sum += context.lineWidth }
        return sum
    }

    static func set(context: CanvasRenderingContext2D, times: UInt32) {
        for index in 0..<times { context.lineWidth = Double(index & 7) + 1 }
    }

    static func call(node: Node, other: Node, times: UInt32) -> UInt32 {
        var count: UInt32 = 0
        for _ in 0..<times where node.contains(other: other) { count += 1 }
        return count
    }

    static func textIn(text: Text, times: UInt32) {
        for _ in 0..<times { text.data = "hello" }
    }

    static func textOut(text: Text, times: UInt32) -> UInt32 {
        var count = 0
        for _ in 0..<times { count &+= text.data.utf8.count }
        return UInt32(truncatingIfNeeded: count)
    }

    static func child(node: Node, times: UInt32) -> UInt32 {
        var count: UInt32 = 0
        for _ in 0..<times where node.firstChild != nil { count += 1 }
        return count
    }

    static func build(list: Element, times: UInt32) {
        let document = document
        for index in 0..<times {
            let item = document.createElement(localName: "li")
            item.textContent = String(index)
            _ = list.appendChild(node: item)
        }
    }

    static func draw(context: CanvasRenderingContext2D, times: UInt32) {
        for index in 0..<times { context.fillRect(x: Double(index & 63), y: 1, w: 2, h: 2) }
    }

    static func listen(target: EventTarget) {
        sum = 0
        listening = target.on(.click) { sum += Double($0.clientX) }
    }

    static func heard() -> Double {
        listening = nil
        return sum
    }
}
