/// Why a build stopped, in words for the user.
package struct BuildError: Error, Sendable {
    package var message: String
    /// Output of another program that explains it, printed as it is.
    package var details: String

    package init(_ message: String, details: String = "") {
        self.message = message
        self.details = details
    }

    /// Of a definition that is called as an export that the package has for a feature.
    static func taken(_ name: String, by feature: String) -> BuildError {
        BuildError("a package with \(feature) exports `\(name)` itself; give the definition `\(name)` a [JSName]")
    }
}
