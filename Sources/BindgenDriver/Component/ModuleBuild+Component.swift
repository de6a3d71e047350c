import BindgenEmit
import BindgenWasm

extension ModuleBuild {
    /// Writes a component, which has no npm package.
    func write(
        _ files: [OutputFile], of product: String, _ target: UserPackage.Target, _ generator: Generator,
        _ compiled: WasmCompile.Outcome, _ finished: ModuleFinishing.Outcome, _ remarks: [String], to folder: OutputFolder
    ) throws(BuildError) -> Outcome {
        let written = try folder.write(files)
        let sizes = files.map { FileSize(path: $0.path, bytes: $0.contents.count) }
        let report = ComponentPackage.report(core: finished.module.bytes.count, component: files[0].contents.count)
        return Outcome(
            product: product, moduleName: target.name, folder: folder.path, hasTestTargets: false,
            sizes: measuresSizes ? sizes : [], written: written.written, unchangedCount: written.unchanged.count,
            warnings: compiled.warnings, report: reports ? report : nil, remarks: remarks, diagnostics: generator.diagnostics,
            skipped: generator.skipped)
    }
}
