import BindgenEmit
import BindgenWasm

extension HostRequirements {
    /// Reads off a compiled module what its glue has to answer; an import that nothing answers is an error.
    init(_ module: WasmModule) throws(BuildError) {
        self.init()
        for item in module.imports where item.module != "bindgen" && item.module != Self.wasiModule {
            throw BuildError(
                "the compiled module imports `\(item.name)` from `\(item.module)`, which nobody provides; declare what JavaScript "
                    + "implements in the IDL, as an [Import] namespace or interface")
        }
        bindgenImports = module.bindgenImports
        usesWASI = module.imports.contains { $0.module == Self.wasiModule }
        hasEntryPoint = module.exports.contains { Self.entryPoints.contains($0.name) }
        isReactor = module.exports.contains { $0.name == "_initialize" }
    }
}

extension WasmModule {
    /// What it imports of the glue.
    var bindgenImports: Set<String> { Set(imports.filter { $0.module == "bindgen" }.map(\.name)) }
}
