/// Which Web IDL a file is held to.
package enum Dialect: Sendable {
    /// The standard of today, and the forms of its history with a warning and a fix-it.
    case bindgen
    /// The letter of the standard: history forms are errors.
    case standard
}
