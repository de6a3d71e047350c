import Foundation

/// The files that are served: folders under prefixes of the path.
package struct FileTree: Sendable {
    package struct Mount: Sendable {
        /// Begins and ends with `/`.
        var prefix: String
        var folder: String

        package init(prefix: String, folder: String) {
            self.prefix = prefix
            self.folder = folder
        }
    }

    package enum Entry: Equatable, Sendable {
        case file(String)
        /// A folder that was asked for without the `/` at its end, which relative links need.
        case folderWithoutSlash
        case missing
        /// It is there and is not shown.
        case forbidden(String)
    }

    /// The longest prefix that fits counts.
    private var mounts: [Mount]

    package init(_ mounts: [Mount]) {
        self.mounts = mounts.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
    }

    /// What a decoded path names. Nothing outside the folders does: neither by `..` nor by a link.
    package func entry(_ path: String) -> Entry {
        guard let mount = mounts.first(where: { path.hasPrefix($0.prefix) }) else { return .missing }
        let parts = path.dropFirst(mount.prefix.count).split(separator: "/", omittingEmptySubsequences: false)
        // Hidden files are nobody's business: `.git`, `.env`, `.build`. `..` is among them.
        if parts.contains(where: { $0.hasPrefix(".") && $0 != ".well-known" }) || path.contains("\\") { return .missing }
        var file = mount.folder
        for part in parts where !part.isEmpty { file += "/" + part }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { return .missing }
        if isFolder.boolValue {
            if !path.hasSuffix("/") { return .folderWithoutSlash }
            file += "/index.html"
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
                return .missing
            }
        } else if path.hasSuffix("/") {
            return .missing
        }
        let root = Self.real(mount.folder) + "/"
        guard Self.real(file).hasPrefix(root) else {
            return .forbidden("\(path) is a link that leads out of the folder that is served")
        }
        return .file(file)
    }

    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
