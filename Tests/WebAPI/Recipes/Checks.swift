import BindgenRuntime
import JavaScript
import WebDOM

nonisolated(unsafe) private var kept: [Listening] = []

extension EventName where Occurrence == CustomEvent {
    static var saved: Self { EventName("saved", CustomEvent.init(unchecked:)) }
}

enum Checks: ChecksExports {
    static func events() -> [String] {
        var log: [String] = []
        let target = EventTarget()
        func fire(_ name: String) { _ = target.dispatchEvent(event: Event(type: name)) }

        // As long as it is held.
        var held: Listening? = target.on(.change) { log.append("held \($0.type)") }
        fire("change")
        held = nil
        fire("change")
        _ = held

        // It lets itself go while it runs.
        var own: Listening?
        own = target.on(.change) { _ in
            log.append("own")
            own?.stop()
            own = nil
        }
        fire("change")
        fire("change")

        // One lets the next one go, which is not called then.
        var second: Listening?
        let first = target.on(.change) { _ in
            log.append("first")
            second = nil
        }
        second = target.on(.change) { _ in log.append("second") }
        fire("change")
        first.stop()
        first.stop()
        fire("change")

        let once = target.on(.change, once: true) { _ in log.append("once") }
        fire("change")
        fire("change")
        once.stop()

        // It fires the event that it listens to.
        var depth = 0
        let nested = target.on(.change) { _ in
            depth += 1
            if depth < 3 { fire("change") }
            log.append("depth \(depth)")
        }
        fire("change")
        nested.stop()

        let saved = target.on(.saved) { log.append("saved \($0.detail.text ?? "")") }
        _ = target.dispatchEvent(event: CustomEvent(type: "saved", eventInitDict: CustomEventInit(detail: "well")))
        saved.stop()

        // Attributes take closures of the same kind.
        let controller = AbortController()
        controller.signal.onabort = { log.append("handler \($0.type)") }
        controller.abort()
        controller.signal.onabort = nil

        let capturing = target.on(.change, capture: true) { _ in log.append("capturing") }
        fire("change")
        capturing.stop()
        fire("change")
        return log
    }

    /// Leaves nothing behind.
    static func listen(times: UInt32) {
        let target = EventTarget()
        for _ in 0..<times {
            var count = 0
            let listening = target.on(.change) { _ in count += 1 }
            _ = target.dispatchEvent(event: Event(type: "change"))
            listening.stop()
        }
    }

    static func keep() {
        let target = EventTarget()
        kept = [target.on(.change) { _ in }, target.on(.error) { _ in }]
    }

    static func release() { kept = [] }

    static func next(target: EventTarget) async -> String { await target.next(.change).type }

    static func builtins() throws(JSError) -> [String] {
        let map = JSMapObject()
        let key = JSObject()
        map.set(key: .object(key), value: "object")
        map.set(key: 1, value: "one")
        let found = map.get(key: .object(key)).text ?? ""
        let removed = map.remove(key: 1)
        let set = JSSetObject()
        set.add(value: "a")
        set.add(value: "a")
        let date = JSDate(year: 2026, month: 10, day: 30)
        let utc = JSDate(text: "2026-11-30T12:00:00Z")
        let pattern = try JSRegExp(pattern: "(\\w+)@(\\w+)", flags: "i")
        let match = pattern.exec(text: "To ada@home")
        let parsed = try JSON.parse(text: "{\"a\":[1,2]}")
        let text = try JSON.stringify(value: parsed) ?? ""
        var wrong = ""
        do throws(JSError) { _ = try JSON.parse(text: "{") } catch { wrong = error.name ?? "" }
        var badPattern = ""
        do throws(JSError) { _ = try JSRegExp(pattern: "(") } catch { badPattern = error.name ?? "" }
        guard case .object(let object) = parsed else { return [] }
        let keys = try Reflect.ownKeys(target: object).compactMap { $0.text }
        let list = try ListFormat(locale: "en").format(list: ["a", "b", "c"])
        let plural = try PluralRules(locale: "en", options: PluralRulesOptions(type: .ordinal)).select(value: 2)
        let day = try DateTimeFormat(locale: "en-GB", options: DateTimeFormatOptions(dateStyle: .medium, timeZone: "UTC")).format(
            date: utc)
        let order = try Collator(locale: "de").compare(first: "ä", second: "z") < 0
        let soon = try RelativeTimeFormat(locale: "en").format(value: 3, unit: "day")
        return [
            found, "\(removed) \(map.size) \(set.size)", "\(Int(date.getFullYear())) \(Int(date.getMonth()))",
            try utc.toISOString(),
            "\(match?.index ?? 99) \(match?[2]?.text ?? "")", text, wrong, badPattern, keys.joined(separator: ","), list, plural,
            day,
            "\(order)", soon, "\(Math.max(values: [1, 7, 3]) == 7)", "\(performance.now() > 0)",
        ]
    }
}
