import Foundation

/// How a new package names its dependency on swift-bindgen.
package enum BindgenDependency: Equatable, Sendable {
    /// A folder on this machine.
    case checkout(String)
    case repository(url: String, version: String)

    /// The checkout that this tool was built in, where it was built in one.
    package static func ownCheckout() -> BindgenDependency? {
        guard let tool = Subprocess.ownPath else { return nil }
        var folder = URL(fileURLWithPath: tool).resolvingSymlinksInPath()
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            guard let manifest = FileSystem.read(folder.path + "/Package.swift") else { continue }
            let isOurs = String(decoding: manifest, as: UTF8.self).contains("name: \"swift-bindgen\",\n    products:")
            return isOurs ? .checkout(folder.path) : nil
        }
        return nil
    }

    /// The entry of a manifest's `dependencies`.
    var manifestEntry: String {
        switch self {
        // A folder gives a package its identity; the name keeps it where the checkout is called something else.
        case .checkout(let path): ".package(name: \"swift-bindgen\", path: \(literal(path)))"
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
