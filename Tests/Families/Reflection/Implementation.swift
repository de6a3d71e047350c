import BindgenRuntime

final class Node: EventTarget, NodeExports {
    let nodeName: String
    init(_ name: String) {
        nodeName = name
        super.init()
    }
    var nodeType: UInt16 { Self.ELEMENT_NODE }
}

final class NodeList: NodeListExports {
    private let nodes: [Node]
    init(_ nodes: [Node]) { self.nodes = nodes }
    var length: UInt32 { UInt32(nodes.count) }
    func item(index: UInt32) -> Node? { index < length ? nodes[Int(index)] : nil }
}

enum Documents: DocumentsExports {
    static func nodes(names: [String]) -> NodeList { NodeList(names.map { Node($0) }) }
}

final class Event: EventExports {
    let type: String
    fileprivate(set) var target: EventTarget?
    fileprivate(set) var currentTarget: EventTarget?
    let bubbles: Bool
    let cancelable: Bool
    let composed: Bool
    private(set) var defaultPrevented = false
    fileprivate var isStopped = false
    fileprivate var isPassive = false

    init(type: String, eventInitDict: EventInit) {
        self.type = type
        (bubbles, cancelable, composed) = (eventInitDict.bubbles, eventInitDict.cancelable, eventInitDict.composed)
    }
    func stopPropagation() {}
    func stopImmediatePropagation() { isStopped = true }
    func preventDefault() { if cancelable, !isPassive { defaultPrevented = true } }
    var eventPhase: UInt16 { currentTarget == nil ? Self.NONE : Self.AT_TARGET }
}

class EventTarget: EventTargetExports {
    private struct Entry {
        var number: Int
        var type: String
        var listener: EventListener
        var capture: Bool
        var once = false
        var passive = false
    }
    private var entries: [Entry] = []
    private var count = 0

    init() {}

    func addEventListener(type: String, callback: EventListener?, options: AddEventListenerOptionsOrBool) {
        guard let callback else { return }
        count += 1
        var entry = Entry(number: count, type: type, listener: callback, capture: false)
        switch options {
        case .addEventListenerOptions(let options):
            (entry.capture, entry.once, entry.passive) = (options.capture, options.once, options.passive ?? false)
        case .boolean(let capture): entry.capture = capture
        }
        if !entries.contains(where: { matches($0, type, callback, entry.capture) }) { entries.append(entry) }
    }

    func removeEventListener(type: String, callback: EventListener?, options: EventListenerOptionsOrBool) {
        guard let callback else { return }
        let capture =
            switch options {
            case .eventListenerOptions(let options): options.capture
            case .boolean(let capture): capture
            }
        entries = entries.filter { !matches($0, type, callback, capture) }
    }

    /// Those that capture run first (DOM 2.9).
    func dispatchEvent(event: Event) throws(JSError) -> Bool {
        if event.currentTarget != nil { throw JSError(domException: "InvalidStateError", "the event is being dispatched") }
        (event.target, event.currentTarget, event.isStopped) = (self, self, false)
        for capture in [true, false] {
            for entry in entries where entry.capture == capture && same(entry.type, event.type) {
                // A listener may have removed it, or stopped the event.
                if event.isStopped || !entries.contains(where: { $0.number == entry.number }) { continue }
                if entry.once { entries = entries.filter { $0.number != entry.number } }
                event.isPassive = entry.passive
                entry.listener(event)
                event.isPassive = false
            }
        }
        event.currentTarget = nil
        return !event.defaultPrevented
    }

    private func matches(_ entry: Entry, _ type: String, _ listener: EventListener, _ capture: Bool) -> Bool {
        same(entry.type, type) && entry.listener == listener && entry.capture == capture
    }
}
