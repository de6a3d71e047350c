import BindgenEmit
import BindgenWasm

extension HostRequirements {
    /// Reads off a compiled module what its glue has to answer; an import that nothing answers is an error.
    init(_ module: WasmModule) throws(BuildError) {
        self.init()
        sharedMemory = module.importedMemory
        for item in module.imports where item.module != "bindgen" && item.module != Self.wasiModule {
            if case .memory = item.type, sharedMemory != nil { continue }
            throw BuildError(
                "the compiled module imports `\(item.name)` from `\(item.module)`, which nobody provides; declare what JavaScript "
                    + "implements in the IDL, as an [Import] namespace or interface")
        }
        bindgenImports = module.bindgenImports
        usesWASI = module.usesWASI
        hasEntryPoint = module.exports.contains { Self.entryPoints.contains($0.name) || $0.name == WasmModule.start }
        isReactor = module.exports.contains { $0.name == "_initialize" }
    }
}

extension WasmModule {
    /// Whether it calls the operating system.
    fileprivate var usesWASI: Bool { imports.contains { $0.module == HostRequirements.wasiModule } }

    /// A module that calls the operating system and has an entry point is a program: it begins by `_start`, as WASI has it.
    func startingProgram() -> [UInt8]? {
        guard usesWASI, !exports.contains(where: { $0.name == Self.start }) else { return nil }
        let main = exports.first { $0.kind == .function && HostRequirements.entryPoints.contains($0.name) }
        return main.flatMap { starting(at: $0.index, named: $0.name) }
    }

    /// The memory that it shares with other instances.
    fileprivate var importedMemory: HostRequirements.SharedMemory? {
        for item in imports {
            if case .memory(let memory) = item.type, memory.limits.isShared, let maximum = memory.limits.maximum {
                return HostRequirements.SharedMemory(pages: Int(memory.limits.minimum), most: Int(maximum))
            }
        }
        return nil
    }

    /// What it imports of the glue.
    var bindgenImports: Set<String> { Set(imports.filter { $0.module == "bindgen" }.map(\.name)) }
}
