import BindgenWasm

/// The last steps of a build: from the module that the compiler wrote to the one that is published.
package struct ModuleFinishing: Sendable {
    /// What becomes of function names and DWARF.
    package enum DebugInfo: String, CaseIterable, Sendable {
        /// Nothing stays.
        case none
        /// The names of functions stay: engines show them in stack traces.
        case names
        /// Names and DWARF go into a file beside the module, which says where that is.
        case split
        /// Names and DWARF stay.
        case full
    }

    var configuration: WasmCompile.Configuration
    var goal: WasmOptimizer.Goal
    var debugInfo: DebugInfo
    /// Where files between the steps are kept.
    var scratchFolder: String
    var product: String
    /// The names of the files to publish.
    var moduleName: String
    /// Where the sources are.
    var places: SourcePlaces
    /// Whether a source map is written.
    var mapsSources: Bool

    struct Outcome {
        /// What is published.
        var module: WasmModule
        /// The same code with its names, as far as there are any.
        var named: WasmModule
        /// The file with names and DWARF, where that is one of its own.
        var debugFile: OutputFile?
        var sourceMap: OutputFile?
        var remarks: [String] = []
    }

    /// - Parameters:
    ///   - path: the module that the compiler wrote.
    ///   - superfluous: the exports that nobody calls, by the imports from `bindgen`. The optimizer drops what only they need.
    func run(_ path: String, superfluous: (Set<String>) -> Set<String>) throws(BuildError) -> Outcome {
        var remarks: [String] = []
        var module = try WasmModule.read(path)
        // Each later step is one over fewer bytes: of a debug build with WebDOM these are 22 MB of 24.
        if module.sections.contains(where: \.isForCompilers) { module = try read(module.dropping(\.isForCompilers)) }
        var names = superfluous(module.bindgenImports)
        if module.initializesNothing { names.insert(WasmModule.initializer) }
        if module.exports.contains(where: { names.contains($0.name) }) { module = try read(module.dropping(exports: names)) }
        if let started = module.startingProgram() { module = try read(started) }
        var map: SourceMapFile?
        if configuration == .release {
            if let optimizer = WasmOptimizer.find() {
                (module, map) = try optimize(module, with: optimizer)
                if keepsDWARF {
                    remarks.append(
                        "wasm-opt optimizes less where it has to keep DWARF right; --debug-info names has no such cost")
                }
            } else {
                remarks.append("wasm-opt is not installed, so the .wasm is as the compiler wrote it (install binaryen)")
            }
        }
        let table = try lineTable(of: module)
        if mapsSources, map == nil { map = table.map(SourceMapFile.init) }
        let published = try read(publishedBytes(of: module, table))
        var outcome = Outcome(module: published, named: module, remarks: remarks)
        if debugInfo == .split {
            outcome.debugFile = OutputFile(path: OutputNames.debugFile(moduleName: moduleName), contents: module.bytes)
        }
        if mapsSources, let map {
            let name = OutputNames.sourceMapFile(moduleName: moduleName)
            outcome.sourceMap = OutputFile(path: name, text: map.text(for: places))
        }
        return outcome
    }

    /// The lines of a module, where something is made of them.
    private func lineTable(of module: WasmModule) throws(BuildError) -> LineTable? {
        guard mapsSources || debugInfo == .full else { return nil }
        do {
            return try LineTable(module)
        } catch {
            throw BuildError("the lines of Swift in the compiled module cannot be read: \(error.sentence)")
        }
    }

    private var keepsDWARF: Bool { debugInfo == .split || debugInfo == .full }

    private func optimize(
        _ module: WasmModule, with optimizer: WasmOptimizer
    ) throws(BuildError) -> (module: WasmModule, map: SourceMapFile?) {
        // With DWARF in its input, the optimizer would keep it right and optimize less.
        let bytes = keepsDWARF ? module.bytes : module.dropping(\.isDWARF)
        let (unoptimized, optimized) = ("\(product).unoptimized.wasm", "\(product).optimized.wasm")
        var map: OutputFile?
        // The optimizer carries a source map along at no cost; what it is made of stands at the same places in its input.
        if mapsSources, !keepsDWARF, let table = try lineTable(of: module) {
            map = OutputFile(path: unoptimized + OutputNames.sourceMapSuffix, text: SourceMapFile(table).text)
        }
        let input = (module: OutputFile(path: unoptimized, contents: bytes), map: map)
        try optimizer.run(module, input: input, output: optimized, in: scratchFolder, goal: goal)
        let output = scratchFolder + "/" + optimized
        return (
            try WasmModule.read(output),
            try map.map { _ throws(BuildError) in try SourceMapFile(reading: output + OutputNames.sourceMapSuffix) }
        )
    }

    private func publishedBytes(of module: WasmModule, _ table: LineTable?) -> [UInt8] {
        var bytes: [UInt8]
        switch debugInfo {
        case .none, .split: bytes = module.dropping(\.isForTools)
        case .names:
            bytes = module.dropping(names: readableNames(of: module)) { $0.isForTools && $0.customName != "name" }
        case .full:
            bytes = module.dropping(names: readableNames(of: module)) { _ in false }
            if let table { bytes += places.lines(table, of: module) }
        }
        if debugInfo == .split { bytes += WasmModule.externalDebugInfo(OutputNames.debugFile(moduleName: moduleName)) }
        if mapsSources { bytes += WasmModule.sourceMappingURL(OutputNames.sourceMapFile(moduleName: moduleName)) }
        return bytes
    }

    /// The name section with names as people write them: engines show them in stack traces and profiles.
    private func readableNames(of module: WasmModule) -> [UInt8]? {
        let demangled = Demangler(module.nameSection.map { Array($0.functions.values) } ?? [])
        return module.renamingFunctions { demangled($0) }
    }

    /// A module that was put together here can be read; if not, that is a fault to be told and not to be published.
    private func read(_ bytes: [UInt8]) throws(BuildError) -> WasmModule {
        do {
            return try WasmModule(bytes)
        } catch {
            throw BuildError("the module that was to be published is broken: \(error.sentence)")
        }
    }
}

extension WasmSection {
    /// What Swift keeps for its own debugger: `.swift_ast`, the modules that a debug build was made of. No engine and no browser reads it, and
    /// the module in the scratch folder keeps it.
    fileprivate var isForCompilers: Bool { customName?.hasPrefix(".swift") == true }

    /// A custom section that no engine needs. Those of the user's own stay.
    fileprivate var isForTools: Bool {
        isDWARF || ["name", "producers", "target_features"].contains(customName)
    }
}
