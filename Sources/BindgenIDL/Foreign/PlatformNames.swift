/// Interfaces that JavaScript and the web platform have. An IDL file that uses one declares what it needs of it.
enum PlatformNames {
    static func isListed(_ name: String) -> Bool { members[name] != nil || others.contains(name) }

    /// A member of the interface as an example, empty where none is better known than the others; nil for a name that is none of the
    /// platform's.
    static func member(of name: String) -> String? {
        if let member = members[name] { return member }
        if others.contains(name) { return "" }
        let isCapitalized = name.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
        guard isCapitalized, !name.utf8.contains(UInt8(ascii: "_")) else { return nil }
        if prefixes.contains(where: { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }) { return "" }
        return suffixes.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count } ? "" : nil
    }

    private static let members: [String: String] = [
        "AbortController": "constructor(); undefined abort();",
        "AbortSignal": "readonly attribute boolean aborted;",
        "Blob": "readonly attribute unsigned long long size;",
        "CanvasRenderingContext2D": "undefined fillRect(double x, double y, double w, double h);",
        "Document": "readonly attribute DOMString title;",
        "Element": "attribute DOMString id;",
        "Event": "readonly attribute DOMString type;",
        "EventTarget": "constructor();",
        "File": "readonly attribute DOMString name;",
        "FormData": "constructor();",
        "HTMLCanvasElement": "attribute unsigned long width;",
        "HTMLElement": "attribute DOMString innerText;",
        "HTMLInputElement": "attribute DOMString value;",
        "Headers": "DOMString? get(DOMString name);",
        "ImageData": "readonly attribute unsigned long width;",
        "KeyboardEvent": "readonly attribute DOMString key;",
        "MouseEvent": "readonly attribute long clientX;",
        "Node": "attribute DOMString? textContent;",
        "RegExp": "boolean test(DOMString text);",
        "Request": "readonly attribute USVString url;",
        "Response": "readonly attribute unsigned short status;",
        "Storage": "DOMString? getItem(DOMString key);",
        "TextDecoder": "constructor();",
        "TextEncoder": "constructor();",
        "URLSearchParams": "DOMString? get(DOMString name);",
        "WebSocket": "undefined send(DOMString data);",
        "Window": "readonly attribute double innerWidth;",
        "Worker": "undefined terminate();",
    ]

    private static let others: Set<String> = [
        "AggregateError", "Attr", "BroadcastChannel", "Cache", "Clipboard", "CloseEvent", "Comment", "CompressionStream",
        "Console", "Crypto", "CryptoKey", "CustomEvent", "DataTransfer", "DecompressionStream", "DocumentFragment", "EvalError",
        "EventSource", "FileList", "FileReader", "FontFace", "Gamepad", "Geolocation", "History", "ImageBitmap",
        "IntersectionObserver",
        "Intl", "Location", "MediaRecorder", "MediaSource", "MediaStream", "MessageChannel", "MessagePort", "MutationObserver",
        "NamedNodeMap", "Navigator", "NodeList", "Notification", "OffscreenCanvas", "Path2D", "Performance", "Plugin", "Proxy",
        "Range", "RangeError", "ReadableStream", "ReferenceError", "ResizeObserver", "Screen", "Selection", "ServiceWorker",
        "ShadowRoot", "SharedWorker", "SubtleCrypto", "SyntaxError", "Temporal", "Text", "Touch", "TransformStream", "TreeWalker",
        "TypeError", "URIError", "WeakMap", "WeakRef", "WeakSet", "WritableStream", "XMLHttpRequest",
    ]

    private static let prefixes = [
        "AudioWorklet", "Audio", "Canvas", "CSS", "DOM", "GPU", "HTML", "IDB", "MIDI", "Media", "RTC", "SVG", "Service", "Speech",
        "USB",
        "WebGL", "WebTransport", "XPath", "XR",
    ]
    private static let suffixes = ["Element", "Event", "Observer"]
}
