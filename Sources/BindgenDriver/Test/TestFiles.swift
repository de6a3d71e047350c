/// The tests in JavaScript that a package has: `test.mjs`, and `*.test.mjs` anywhere outside of what is built.
package struct TestFiles: Equatable, Sendable {
    /// Relative to the package, sorted.
    package var inNode: [String] = []
    package var inBrowsers: [String] = []

    /// `*.node.test.mjs` runs in Node alone, `*.browser.test.mjs` in browsers alone, all others in both.
    package init(package folder: String) {
        for suffix in ["test.mjs", "test.js"] {
            for path in FileSystem.files(below: folder, suffix: suffix) {
                let relative = String(path.dropFirst(folder.count + 1))
                let parts = relative.split(separator: "/")
                let name = parts.last ?? ""
                let isMade = parts.dropLast().contains("node_modules") || parts.first == "dist"
                guard !isMade, name == suffix || name.hasSuffix("." + suffix) else { continue }
                if !name.hasSuffix(".browser." + suffix) { inNode.append(relative) }
                if !name.hasSuffix(".node." + suffix) { inBrowsers.append(relative) }
            }
        }
        inNode.sort()
        inBrowsers.sort()
    }

    package var isEmpty: Bool { inNode.isEmpty && inBrowsers.isEmpty }
}
