/// What JavaScript's errors say besides their message, and errors that say it.
extension JSError {
    /// The name: `TypeError`, or `AbortError` of a DOMException. Empty for a value that has none.
    ///
    /// It is read from JavaScript each time, so keep it where it is used more than once.
    public var name: String {
        switch storage {
        case .swift(let kind, _): kind.className
        case .javaScript: property("name").text ?? ""
        }
    }

    /// What led to the error; nil where there is no `cause`.
    public var cause: JSError? {
        guard case .javaScript = storage else { return nil }
        let value = property("cause")
        if case .undefined = value { return nil }
        return JSError(value)
    }

    /// An error of Swift's own with a `cause`.
    ///
    /// - Parameters:
    ///   - message: the `message` of the exception.
    ///   - kind: the class of the exception.
    ///   - cause: any value, which is the exception's `cause`.
    public init(_ message: String, kind: Kind = .error, cause: JSValue) {
        let options = JSObject()
        try? options.set("cause", cause)
        self = Self.made(kind.className, JSValue(message), .object(options)) ?? JSError(message, kind: kind)
    }

    /// An error of Swift's own that another one has led to.
    public init(_ message: String, kind: Kind = .error, cause: JSError) {
        let value: JSValue =
            switch cause.storage {
            case .swift(let kind, let message): Self.made(kind.className, JSValue(message), .undefined)?.thrown ?? .undefined
            case .javaScript: cause.thrown ?? .undefined
            }
        self.init(message, kind: kind, cause: value)
    }

    /// A `DOMException`, as the platform's own functions throw it.
    ///
    /// - Parameters:
    ///   - name: one of the names that the Web IDL standard lists, such as `AbortError` or `NotFoundError`.
    ///   - message: the `message` of the exception.
    public init(domException name: String, _ message: String) {
        self = Self.made("DOMException", JSValue(message), JSValue(name)) ?? JSError(message)
    }

    /// What the global class of a name makes; nil where there is no such class.
    private static func made(_ className: String, _ message: JSValue, _ argument: JSValue) -> JSError? {
        guard let constructor = try? JSObject.global.get(className).function else { return nil }
        return (try? constructor.construct(message, argument)).map { JSError($0) }
    }

    private func property(_ name: String) -> JSValue {
        guard case .object(let object)? = thrown else { return .undefined }
        return (try? object.get(name)) ?? .undefined
    }
}

extension JSError.Kind {
    /// The name of the class.
    var className: String {
        switch self {
        case .error: "Error"
        case .typeError: "TypeError"
        case .rangeError: "RangeError"
        }
    }
}
