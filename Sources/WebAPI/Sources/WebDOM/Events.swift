import BindgenRuntime

/// The name of an event, with the class of the events that have it.
///
/// Those of the standards are members of this type: `.click`, `.keydown`. Others are made of a text:
///
///     extension EventName where Occurrence == CustomEvent {
///         static var saved: Self { EventName("saved", CustomEvent.init(unchecked:)) }
///     }
public struct EventName<Occurrence: Event> {
    /// As `addEventListener` takes it.
    public let text: String
    let make: (JSObject) -> Occurrence

    /// A name, and how an event of it is made of the object that JavaScript has: by `init(unchecked:)` of its class.
    public init(_ text: String, _ make: @escaping (JSObject) -> Occurrence) { (self.text, self.make) = (text, make) }
}

extension EventTarget {
    /// Calls a closure for each event of a name, until what is returned is released or stopped.
    ///
    /// - Parameters:
    ///   - name: the event's name, such as `.click`.
    ///   - capture: whether it is called before the listeners of what this object contains.
    ///   - once: whether it is called for the first event alone.
    ///   - passive: whether the closure never calls `preventDefault()`, so that a browser need not wait for it before it scrolls. Without
    ///     it, browsers decide.
    public func on<Occurrence: Event>(
        _ name: EventName<Occurrence>, capture: Bool = false, once: Bool = false, passive: Bool? = nil,
        _ body: @escaping (Occurrence) -> Void
    ) -> Listening {
        let make = name.make
        let callback = EventListener { event in body(make(event)) }
        let options = AddEventListenerOptions(capture: capture, passive: passive, once: once)
        addEventListener(type: name.text, callback: callback, options: .addEventListenerOptions(options))
        return Listening(self, name.text, callback, capture: capture)
    }

    /// Calls a closure for each event of a name that no member of ``EventName`` has.
    public func on(_ name: String, _ body: @escaping (Event) -> Void) -> Listening {
        on(EventName(name, Event.init(unchecked:)), body)
    }

    /// Waits for the next event of a name.
    public nonisolated(nonsending) func next<Occurrence: Event>(_ name: EventName<Occurrence>) async -> Occurrence {
        await withUnsafeContinuation { continuation in
            var listening: Listening?
            listening = on(name, once: true) { event in
                listening?.stop()
                nonisolated(unsafe) let event = event
                continuation.resume(returning: event)
            }
        }
    }
}

/// A closure that listens to events: it is called as long as this object lives.
///
/// Whoever wants to hear holds it, for instance in a property. The closure should not hold whoever holds it, as neither would go then: let it
/// hold the elements that it changes, or `stop()` it.
public final class Listening {
    private let target: EventTarget
    private let name: String
    private let callback: EventListener
    private let capture: Bool
    private var isStopped = false

    init(_ target: EventTarget, _ name: String, _ callback: EventListener, capture: Bool) {
        (self.target, self.name, self.callback, self.capture) = (target, name, callback, capture)
    }

    deinit { stop() }

    /// Lets the closure go: it hears nothing more. It may be called by the closure itself, and more than once.
    public func stop() {
        if isStopped { return }
        isStopped = true
        target.removeEventListener(
            type: name, callback: callback, options: .eventListenerOptions(EventListenerOptions(capture: capture)))
        callback.dispose()
    }

    /// Lets the closure listen as long as its object lives, whoever releases this one.
    public func forever() { _ = Unmanaged.passRetained(self) }
}
