/// What bindgen.json puts into a package beside the generated files: scripts whose exports are the module's too, further subpaths.
///
/// An entry for each runtime makes an instance of its own. A script that imports the module is therefore written once for each entry,
/// with the import of that one: `web/errors.js` for `words.js`, `web/errors.node.js` for `words.node.js`.
package struct PackageScripts: Sendable {
    /// What the names of an entry and its scripts have before their end; none for the one that finds the .wasm by its URL.
    package enum Entry: String, CaseIterable, Sendable {
        case url = ""
        case node = ".node"
        case workerd = ".workerd"
        case edgeLight = ".edge-light"
        case inline = ".inline"
    }

    package struct Subpath: Sendable {
        /// Without `./`.
        package var name: String
        package var path: String
        /// The declarations beside it.
        package var types: String?
    }

    /// Scripts whose exports are the module's too, by their places in the package.
    package var namespace: [String] = []
    package var subpaths: [Subpath] = []
    /// The scripts that reach the module.
    var variants: Set<String> = []
    /// What a page loads with the module: the scripts that the IDL imports, and those of the namespace with what they import.
    var loaded: [String] = []
    /// Where every file stands that was copied, absolute.
    var sources: Set<String> = []
    /// The scripts that have declarations beside them.
    var declared: Set<String> = []

    /// The place of a script for an entry.
    package func place(_ path: String, for entry: Entry) -> String {
        variants.contains(path) ? Self.inserting(entry.rawValue, into: path) : path
    }

    /// What an entry exports beside its own.
    func namespace(of entry: Entry) -> [String] { namespace.map { "./" + ImportedScripts.escaped(place($0, for: entry)) } }

    /// What the declarations export beside their own.
    var declaredNamespace: [String] { namespace.filter(declared.contains).map { "./" + ImportedScripts.escaped($0) } }

    /// `web/errors.js` becomes `web/errors.node.js`.
    static func inserting(_ suffix: String, into path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return path + suffix }
        return path[..<dot] + suffix + path[dot...]
    }

    /// Where the declarations of a script stand.
    static func declarations(of path: String) -> String? {
        if path.hasSuffix(".mjs") { return path.dropLast(4) + ".d.mts" }
        return path.hasSuffix(".js") ? path.dropLast(3) + ".d.ts" : nil
    }
}
