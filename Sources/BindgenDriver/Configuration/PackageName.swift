/// npm's rules for the names of packages.
enum PackageName {
    /// What is wrong with a name and what to write, or nil. The sentence follows the key.
    static func fault(in name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if name.hasPrefix("@") {
            guard parts.count == 2, parts[0].count > 1, !parts[1].isEmpty else {
                return "is a scope without a name; write `@scope/name`"
            }
            return fault(inPart: String(parts[0].dropFirst())) ?? fault(inPart: parts[1]) ?? lengthFault(name)
        }
        if parts.count > 1 { return "must not hold a slash; a name in a scope is `@scope/name`" }
        if name == "node_modules" || name == "favicon.ico" { return "must not be `\(name)`, which npm keeps for itself" }
        if nodeModules.contains(name) {
            return "must not be the name of a module of Node, which `import \"\(name)\"` would give; "
                + "take another, or put it in a scope: `@scope/\(name)`"
        }
        return fault(inPart: name) ?? lengthFault(name)
    }

    private static func fault(inPart part: String) -> String? {
        if let first = part.first, first == "." || first == "_" || first == "-" {
            return "must not have a part that begins with `\(first)`"
        }
        if part.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
            return "must be lower-case: `\(OutputNames.packageName(moduleName: part))`"
        }
        let isAllowed = part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
        return isAllowed ? nil : "may hold lower-case letters, digits, `-`, `_` and `.` only"
    }

    /// The package of an ES module's name, `@scope/name` of `@scope/name/part`; nil where the name is a path, a URL or a module of
    /// the host.
    static func ofImport(_ specifier: String) -> String? {
        if specifier.contains(":") || specifier.hasPrefix(".") || specifier.hasPrefix("/") || specifier.hasPrefix("#") {
            return nil
        }
        let parts = specifier.split(separator: "/", omittingEmptySubsequences: false)
        let name = parts.prefix(specifier.hasPrefix("@") ? 2 : 1).joined(separator: "/")
        return nodeModules.contains(name) ? nil : name
    }

    private static func lengthFault(_ name: String) -> String? {
        name.utf8.count > 214 ? "must have at most 214 characters" : nil
    }

    /// The modules of Node that are found without `node:` (`module.builtinModules`, without those with an underscore or a slash).
    static let nodeModules: Set<String> = [
        "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram",
        "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net", "os",
        "path", "perf_hooks", "process", "punycode", "querystring", "readline", "repl", "stream", "string_decoder", "sys",
        "timers", "tls", "trace_events", "tty", "url", "util", "v8", "vm", "wasi", "worker_threads", "zlib",
    ]
}

/// The versions of https://semver.org, which npm wants.
enum SemanticVersion {
    static func fault(in text: String) -> String? {
        let fault = "must be a version such as `1.0.0` or `1.0.0-beta.1`"
        if text.hasPrefix("v"), Self.fault(in: String(text.dropFirst())) == nil { return fault + ", without the `v`" }
        let build = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        let pre = build[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = pre[0].split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy(isNumber) else { return fault }
        if pre.count == 2, !identifiers(pre[1]).allSatisfy({ isIdentifier($0) && (!isDigits($0) || isNumber($0)) }) {
            return fault
        }
        if build.count == 2, !identifiers(build[1]).allSatisfy(isIdentifier) { return fault }
        return nil
    }

    private static func identifiers(_ text: Substring) -> [Substring] {
        text.split(separator: ".", omittingEmptySubsequences: false)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isNumber(_ text: Substring) -> Bool {
        isDigits(text) && text.utf8.count <= 15 && (text == "0" || !text.hasPrefix("0"))
    }

    private static func isIdentifier(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || byte == UInt8(ascii: "-")
            }
    }
}
