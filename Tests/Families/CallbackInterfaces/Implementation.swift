import BindgenRuntime

final class Source: SourceExports {
    private var listeners: [Listener] = []
    init() {}
    var count: UInt32 { UInt32(listeners.count) }
    var last: Listener? { listeners.last }
    func add(listener: Listener) {
        if !listeners.contains(listener) { listeners.append(listener) }
    }
    func remove(listener: Listener?) -> Bool {
        guard let place = listeners.firstIndex(where: { $0 == listener }) else { return false }
        listeners.remove(at: place)
        return true
    }
    func whenEmpty(note: @escaping Note, other: Note?) {
        note("empty")
        other?("other")
    }
    func fire(event: String, placed: Bool) {
        for listener in listeners {
            if placed { listener(event, Point(x: 1, y: 2)) } else { listener(event) }
        }
    }
}

enum Calls: CallsExports {
    nonisolated(unsafe) static var listener: Listener?
    nonisolated(unsafe) static var hook: Hook?

    static func accepts(filter: Filter, words: [String]) -> Bool { (try? filter(words)) ?? false }
    static func caught(filter: Filter) -> String {
        do throws(JSError) { return try filter(["a"]) ? "yes" : "no" } catch { return "\(error.name): \(error.message)" }
    }
    static func longer(than: UInt32) -> Filter {
        Filter { (words: [String]) throws(JSError) -> Bool in
            if words.isEmpty { throw JSError("no words", kind: .rangeError) }
            return words.count > Int(than)
        }
    }
    static func twice(listeners: [Listener]) -> [Listener] { listeners + listeners }
    static func either(value: ListenerOrString) -> String {
        switch value {
        case .listener(let listener):
            listener("either")
            return "listener"
        case .string(let text): return text
        }
    }
    static func handled(handler: Handler) -> String {
        handler.onOpen?("opened")
        handler.loose?("loose")
        return "\(handler.size()) \(handler.onOpen == nil ? "no" : "yes")"
    }
    static func hook(hook: Hook) -> Hook { hook }
    static func called(hook: Hook, text: String) -> String { hook(text) }

    static func listen(bus: Bus, log: @escaping Note) {
        let listener = Listener { event, point in log("\(event) \(point?.x ?? -1)") }
        let hook = Hook { text in "hooked \(text)" }
        bus.addEventListener(type: "change", listener: listener)
        bus.addEventListener(type: "change", listener: listener)
        bus.addHook(hook: hook)
        (Self.listener, Self.hook) = (listener, hook)
    }
    static func unlisten(bus: Bus) {
        bus.removeEventListener(type: "change", listener: listener)
        if let hook { bus.removeHook(hook: hook) }
        end()
        (listener, hook) = (nil, nil)
    }
    static func end() {
        listener?.dispose()
        hook?.dispose()
        hook?.dispose()
    }
    static func callEnded() -> String { hook?("again") ?? "none" }
    static func loud() -> UInt32 { UInt32(Listener.LOUD) + UInt32(Listener.QUIET) }
}
