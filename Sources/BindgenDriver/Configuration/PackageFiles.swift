package import BindgenIDL

/// The user's own files that bindgen.json puts into the npm package, as they are named there.
package struct PackageFiles: Sendable {
    /// A text of bindgen.json with its place.
    package struct Named: Sendable {
        package var text: String
        package var range: SourceRange
    }

    /// Files and folders that are copied.
    package var files: [Named] = []
    /// Further subpaths, and the file of each.
    package var exports: [(subpath: Named, path: Named)] = []
    /// Scripts whose exports join those of the module.
    package var scripts: [Named] = []

    package init() {}

    /// Each key replaces what stood there before.
    mutating func read(_ section: inout ConfigurationSection) {
        files = section.named("files", expected: "an array of paths, such as [\"web/theme.css\"]", fault: Self.pathFault) ?? files
        scripts =
            section.named("scripts", expected: "an array of paths, such as [\"web/errors.js\"]", fault: Self.scriptFault)
            ?? scripts
        exports =
            section.named(
                "exports", expected: "an object of paths by subpath, such as {\"./worker\": \"web/worker.js\"}",
                keyFault: Self.subpathFault, fault: Self.pathFault) ?? exports
    }

    static func pathFault(_ text: String) -> String? {
        let leaves = text.hasPrefix("/") || text.split(separator: "/").contains("..")
        return leaves ? "must be a path below the folder of bindgen.json, such as `docs/npm.md`" : nil
    }

    private static func scriptFault(_ text: String) -> String? {
        if let fault = pathFault(text) { return fault }
        let isScript = text.hasSuffix(".js") || text.hasSuffix(".mjs")
        return isScript ? nil : "must be an ES module, a file that ends in .js or .mjs"
    }

    private static func subpathFault(_ text: String) -> String? {
        let isPlain = text.hasPrefix("./") && text.count > 2 && !text.contains("*") && !text.hasSuffix("/")
        return isPlain ? nil : "must be a subpath that begins with `./` and names one file, such as `./worker`"
    }
}

extension ConfigurationSection {
    /// An array of texts with their places.
    mutating func named(_ key: String, expected: String, fault: (String) -> String?) -> [PackageFiles.Named]? {
        let report = report
        let name = path + key
        return value(key, expected: expected) { syntax in
            guard case .array(let elements) = syntax.value else { return nil }
            return elements.compactMap { report.named($0, of: name, expected: "a path", fault: fault) }
        }
    }

    /// An object of texts, with their places and those of their keys.
    mutating func named(
        _ key: String, expected: String, keyFault: (String) -> String?, fault: (String) -> String?
    ) -> [(PackageFiles.Named, PackageFiles.Named)]? {
        let report = report
        let name = path + key
        return value(key, expected: expected) { syntax in
            guard case .object(let members) = syntax.value else { return nil }
            return members.compactMap { member in
                if let fault = keyFault(member.key) {
                    report.error("`\(member.key)` in `\(name)` \(fault)", at: member.keyOffsets)
                    return nil
                }
                let key = PackageFiles.Named(
                    text: member.key, range: SourceRange(file: report.file, offsets: member.keyOffsets))
                return report.named(member.value, of: "\(name).\(member.key)", expected: "a path", fault: fault).map { (key, $0) }
            }
        }
    }
}

extension ConfigurationReport {
    fileprivate func named(
        _ syntax: JSONSyntax, of name: String, expected: String, fault: (String) -> String?
    ) -> PackageFiles.Named? {
        guard case .string(let text) = syntax.value, !text.isEmpty else {
            error("`\(name)` must have \(expected) here, not \(syntax.kind)", at: syntax.offsets)
            return nil
        }
        if let fault = fault(text) {
            error("`\(text)` in `\(name)` \(fault)", at: syntax.offsets)
            return nil
        }
        return PackageFiles.Named(text: text, range: SourceRange(file: file, offsets: syntax.offsets))
    }
}
