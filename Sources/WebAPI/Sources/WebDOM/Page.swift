import BindgenRuntime

/// The page's window. Each call makes an object of Swift's; hold it where it is used often.
public var window: Window { Window(unchecked: JSObject.global) }

/// The page's document.
public var document: Document { window.document }

extension JSObject {
    /// Whether the object has a member, which browsers may lack that are older than it: `document.supports("startViewTransition")`.
    public func supports(_ member: String) -> Bool {
        guard let value = try? get(member) else { return true }
        return value != .undefined
    }
}
