import BindgenRuntime

extension console {
    /// Prints values: `console.log("width", 5)`.
    public static func log(_ values: JSValue...) { log(data: values) }
    /// Prints a text.
    public static func log(_ text: String) { log(data: [JSValue(text)]) }
    /// Prints values as an error.
    public static func error(_ values: JSValue...) { error(data: values) }
    /// Prints values as a warning.
    public static func warn(_ values: JSValue...) { warn(data: values) }
}
