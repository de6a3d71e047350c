import BindgenEmit
import BindgenWasm

/// The builds of a module besides the base: each is compiled and finished as the base is, and one glue serves all.
struct VariantBuild {
    /// What comes of them.
    struct Outcome {
        var variants: [ModuleVariant] = []
        var files: [OutputFile] = []
        /// What they import of the glue.
        var imports: Set<String> = []
        /// The memory of the build that has threads.
        var sharedMemory: HostRequirements.SharedMemory?
    }

    private let generator: Generator
    private var compiled: [(variant: ModuleVariant, wasm: String)] = []
    private var imports: Set<String> = []

    /// - Parameter compile: gives the path of the compiled module.
    init(
        _ variants: [ModuleVariant], _ generator: Generator, compile: (ModuleVariant) throws(BuildError) -> String
    ) throws(BuildError) {
        self.generator = generator
        if !variants.isEmpty, generator.exports("variants") {
            throw .taken("variants", by: "several builds")
        }
        if variants.contains(where: \.hasThreads), generator.exports("threads") {
            throw .taken("threads", by: "threads")
        }
        for variant in variants {
            let wasm = try compile(variant)
            compiled.append((variant, wasm))
            imports.formUnion(try WasmModule.read(wasm).bindgenImports)
        }
    }

    /// The exports that nobody calls, whichever build is loaded.
    func superfluousExports(imports own: Set<String>) -> Set<String> { generator.superfluousExports(imports: own.union(imports)) }

    func finish(
        _ steps: ModuleFinishing, besides base: WasmModule, moduleName: String
    ) throws(BuildError) -> Outcome {
        var outcome = Outcome()
        for (variant, path) in compiled {
            var steps = steps
            steps.mapsSources = false
            if steps.debugInfo == .split { steps.debugInfo = .none }
            let module = try steps.run(path) { superfluousExports(imports: $0.union(base.bindgenImports)) }.module
            let requirements = try HostRequirements(module)
            if variant.hasThreads, requirements.usesWASI {
                throw BuildError("a module that imports WASI has no build with threads yet; leave `threads` out")
            }
            outcome.sharedMemory = outcome.sharedMemory ?? requirements.sharedMemory
            outcome.variants.append(variant)
            outcome.imports.formUnion(module.bindgenImports)
            outcome.files.append(
                OutputFile(
                    path: OutputNames.wasmFile(moduleName: moduleName, variant: variant.name), contents: module.bytes))
        }
        return outcome
    }
}
