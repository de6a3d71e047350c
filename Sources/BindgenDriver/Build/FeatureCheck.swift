import BindgenWasm

/// Holds a module to the `features` of bindgen.json.
struct FeatureCheck {
    /// The code that is published, with its names as far as there are any.
    var named: WasmModule

    /// So many functions are named of those that use a forbidden feature.
    private static let most = 10

    func hold(to rules: FeatureRules) throws(BuildError) {
        if rules.forbidden.isEmpty, rules.demanded.isEmpty { return }
        let code = CodeScan(named)
        if let failure = code.failure {
            throw BuildError("`features` of bindgen.json cannot be checked: the code is read only in part, \(failure.sentence)")
        }
        let broken = rules.forbidden.filter { code.features.contains($0) }
        let missing = rules.demanded.filter { !code.features.contains($0) }
        if broken.isEmpty, missing.isEmpty { return }
        let sentences =
            broken.map { "  `\($0.rawValue)` is forbidden, and the module uses it" }
            + missing.map { "  `\($0.rawValue)` is demanded, and the module does not use it" }
        throw BuildError(
            "the features of bindgen.json are not kept; nothing was written\n" + sentences.joined(separator: "\n"),
            details: (broken.flatMap { users(of: $0, code) } + missing.compactMap(advice)).joined(separator: "\n"))
    }

    /// Where a feature is used.
    private func users(of feature: WasmFeature, _ code: CodeScan) -> [String] {
        let names = FunctionNames(named).all
        let users = code.bodies.indices.filter { code.bodies[$0].features.contains(feature) }.map { names[$0] }
        let shown = users.prefix(Self.most)
        let demangle = Demangler(Array(shown))
        var lines = ["Used by, of `\(feature.rawValue)`:"] + shown.map { "  " + demangle($0) }
        if users.count > shown.count { lines.append("  and \(users.count - shown.count) more") }
        if code.featuresOutsideOfCode.contains(feature) {
            lines.append("  the module's types, memories, tables, globals or segments")
        }
        return lines
    }

    private func advice(_ feature: WasmFeature) -> String? {
        if feature != .simd { return nil }
        return "Build with --simd, which lets the compiler use it; the optimizer leaves out what nothing needs."
    }
}
