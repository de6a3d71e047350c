import Foundation

/// How a new package names its dependency on swift-bindgen.
package enum BindgenDependency: Equatable, Sendable {
    /// A folder on this machine.
    case checkout(String)
    /// What `bindgen install` has put into the user's home.
    case installation(version: String)
    case repository(url: String, version: String)

    /// Where this tool belongs to: the checkout that it was built in, or its installation.
    package static func own() -> BindgenDependency? {
        guard let tool = Subprocess.ownPath else { return nil }
        if let installation = Installation.holding(tool) { return .installation(version: installation.version) }
        return ownCheckout().map(BindgenDependency.checkout)
    }

    /// The folder of the checkout that this tool was built in.
    package static func ownCheckout() -> String? {
        guard let tool = Subprocess.ownPath else { return nil }
        var folder = URL(fileURLWithPath: tool).resolvingSymlinksInPath()
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            guard let manifest = FileSystem.read(folder.path + "/Package.swift") else { continue }
            let isOurs = String(decoding: manifest, as: UTF8.self).contains("name: \"swift-bindgen\",\n    products:")
            return isOurs ? folder.path : nil
        }
        return nil
    }

    /// What starts the tool in a package with this dependency.
    var command: String {
        switch self {
        case .installation: "bindgen"
        case .checkout, .repository: "swift run bindgen"
        }
    }

    /// The entry of a manifest's `dependencies`. It names no absolute path: a package is moved and copied with its checkout.
    /// - Parameter package: the folder of the manifest.
    func manifestEntry(in package: String) -> String {
        switch self {
        // A folder gives a package its identity; the name keeps it where the checkout is called something else.
        case .checkout(let path):
            ".package(name: \"swift-bindgen\", path: \(literal(FileSystem.relative(path, to: package))))"
        case .installation(let version):
            ".package(name: \"swift-bindgen\", path: \(literal(Installation(version: version).manifestPath)))"
        case .repository(let url, let version): ".package(url: \(literal(url)), from: \(literal(version)))"
        }
    }

    /// A Swift string literal.
    private func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { character in
            switch character {
            case "\"", "\\": "\\\(character)"
            case "\u{0}"..<" ", "\u{7F}": "\\u{\(String(character.value, radix: 16))}"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
