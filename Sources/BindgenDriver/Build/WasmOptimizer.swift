import BindgenWasm

/// `wasm-opt` of Binaryen, used where it is installed.
package struct WasmOptimizer: Sendable {
    /// What the optimizer aims at.
    package enum Goal: String, Sendable {
        case speed, size

        var option: String { self == .speed ? "-O3" : "-Oz" }
    }

    package var program: String

    package static func find() -> WasmOptimizer? {
        Subprocess.find("wasm-opt").map { WasmOptimizer(program: $0) }
    }

    package init(program: String) {
        self.program = program
    }

    /// Writes the optimized module to `output`. It keeps its names: they cost nothing until they are dropped, and the code is the
    /// same without them. DWARF that the input has is kept right too, for which the optimizer leaves out what would lose it.
    /// - Parameter maps: a source map of the input, and where that of the output is to be written.
    func run(
        _ module: WasmModule, input: String, output: String, goal: Goal, maps: (input: String, output: String)?
    ) throws(BuildError) {
        var arguments = [input, "-o", output, goal.option, "-g"] + Self.features(of: module)
        if let maps { arguments += ["--input-source-map", maps.input, "--output-source-map", maps.output] }
        let result = try Subprocess.run(program, arguments)
        if result.status != 0 {
            throw BuildError("\(program) could not optimize \(input)", details: result.text)
        }
    }

    /// The options for exactly those features that the compiler was allowed to use or did use: with more, the optimizer might use
    /// what the engines of the module's users do not have.
    static func features(of module: WasmModule) -> [String] {
        let code = CodeScan(module)
        if code.failure != nil { return ["--all-features"] }
        let allowed = Set(module.targetFeatures?.compactMap { WasmFeature(rawValue: $0) } ?? [])
        let features = WasmFeature.allCases.filter { allowed.contains($0) || code.features.contains($0) }
        return ["--mvp-features"] + features.compactMap(\.optimizerOption)
    }
}

extension WasmFeature {
    /// What Binaryen calls it; nil where it has no option.
    fileprivate var optimizerOption: String? {
        switch self {
        case .nontrappingConversion: "--enable-nontrapping-float-to-int"
        case .simd: "--enable-simd"
        case .atomics: "--enable-threads"
        case .functionReferences: "--enable-typed-function-references"
        case .wideArithmetic: nil
        default: "--enable-\(rawValue)"
        }
    }
}
