import BindgenRuntime

/// The page's window. Each call makes an object of Swift's; hold it where it is used often.
public var window: Window { Window(unchecked: JSObject.global) }

/// The page's document.
public var document: Document { window.document }
