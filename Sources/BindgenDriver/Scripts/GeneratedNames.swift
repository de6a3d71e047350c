/// The names of the files of a package that bindgen writes itself, which no script can have.
struct GeneratedNames {
    private let stem: String

    init(moduleName: String) {
        stem = OutputNames.packageName(moduleName: moduleName) + "."
    }

    /// Files of these names begin with the package's name and a dot.
    private static let suffixes: Set<String> = [
        "bundler.d.ts", "bundler.js", "d.ts", "debug.wasm", "edge-light.d.ts", "edge-light.js", "glue.js", "inline.d.ts",
        "inline.js", "instance.d.ts", "instance.js", "instance.node.d.ts", "instance.node.js", "integrity.d.ts", "integrity.js",
        "js", "node.d.ts", "node.js", "simd.wasm", "thread-glue.js", "thread.js", "thread.node.js", "wasm", "wasm.d.ts",
        "worker.d.ts", "worker-glue.js", "worker.js", "worker.node.js", "workerd.d.ts", "workerd.js",
    ]
    private static let others: Set<String> = ["API.md", "README.md", "package.json"]

    /// Whether a path in the package is that of a file which every build writes.
    func holds(_ path: String) -> Bool {
        path.hasPrefix(stem) ? Self.suffixes.contains(String(path.dropFirst(stem.count))) : Self.others.contains(path)
    }

    /// Whether a path looks like one of such a file.
    func mayHold(_ path: String) -> Bool { path.hasPrefix(stem) && !path.contains("/") }
}
