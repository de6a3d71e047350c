import BindgenRuntime

/// An observer that observes as long as this object lives.
public final class Observing {
    private var disconnect: (() -> Void)?

    init(_ disconnect: @escaping () -> Void) { self.disconnect = disconnect }

    deinit { stop() }

    /// Ends it. More than once is allowed.
    public func stop() {
        disconnect?()
        disconnect = nil
    }

    /// Lets it observe as long as the page is there.
    public func forever() { _ = Unmanaged.passRetained(self) }
}

extension Element {
    /// Calls a closure with the size of this element now, and when that changes.
    public func onResize(_ body: @escaping (ResizeObserverEntry) -> Void) -> Observing {
        let observer = ResizeObserver(callback: { entries, _ in entries.forEach(body) })
        observer.observe(target: self)
        return Observing { observer.disconnect() }
    }

    /// Calls a closure when this element comes into view, or leaves it.
    public func onIntersection(_ body: @escaping (IntersectionObserverEntry) -> Void) -> Observing {
        let observer = IntersectionObserver(callback: { entries, _ in entries.forEach(body) })
        observer.observe(target: self)
        return Observing { observer.disconnect() }
    }
}

extension Node {
    /// Calls a closure with what has changed in this node: its children, or what the options name.
    public func onMutation(
        _ options: MutationObserverInit = MutationObserverInit(childList: true), _ body: @escaping ([MutationRecord]) -> Void
    ) -> Observing {
        let observer = MutationObserver(callback: { records, _ in body(records) })
        observer.observe(target: self, options: options)
        return Observing { observer.disconnect() }
    }
}
