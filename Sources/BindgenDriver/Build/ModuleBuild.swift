package import BindgenEmit
package import BindgenIDL
import BindgenWasm
import Foundation

/// From a package with IDL and Swift to a folder that npm would take: `.wasm`, `.js`, `.d.ts`, `package.json`.
package struct ModuleBuild: Sendable {
    package var packagePath: String
    package var product: String?
    /// The output folder; nil means `dist` in the package, or a folder there for each of several modules.
    package var output: String?
    /// What stands in the place of `dist`.
    package var outputRoot: String?
    package var configuration = WasmCompile.Configuration.release
    package var swiftSDK: SwiftSDK?
    package var goal = WasmOptimizer.Goal.speed
    /// What becomes of names and DWARF; nil means all of it stays in a debug build, and none in a release build.
    package var debugInfo: ModuleFinishing.DebugInfo?
    /// Whether a source map is written, from the bytes of the module to the lines of Swift.
    package var mapsSources = false
    /// The folder in which pages find the module; nil means where it is written.
    package var servedFolder: String?
    /// Whether the compiler may use 128-bit vectors.
    package var usesSIMD = false
    /// Whether all code, Swift's and C's, is optimized once more as a whole while it is linked.
    package var optimizesLink = false
    /// Whether the package gets a build with threads besides.
    package var hasThreads = false
    /// `<package>/worker`, where it is asked for here and not in bindgen.json.
    package var worker: WorkerOptions?
    /// Whether the outcome tells where the bytes of the module are.
    package var reports = false
    /// Whether compressed copies are written of what a page loads.
    package var compresses = false
    /// The name of a package in WIT, where a component is to be made in place of an npm package; empty for one that follows from the module's.
    package var component: String?
    /// How much the module tells of what it holds.
    package var inspection = Inspection.none
    /// Is told what the compile says, line by line.
    package var progress: (@Sendable (String) -> Void)?
    /// Whether the sizes of what was written are wanted; to measure them takes a moment.
    package var measuresSizes = true
    /// Whether they are wanted of files that have not changed, too.
    package var measuresAll = false
    /// What earlier builds of this package have found out.
    package var memory = BuildMemory()

    /// Whether a compiler that nobody has tested is tried before it makes a module of tasks.
    var triesCompiler = true

    /// Is told, in a sentence, what a person who waits would like to know.
    package var tell: @Sendable (String) -> Void = { _ in }

    package init(packagePath: String) {
        self.packagePath = packagePath
    }

    package struct Outcome: Sendable {
        package var product: String
        package var moduleName: String
        package var folder: String
        /// Whether the package has tests in Swift.
        package var hasTestTargets: Bool
        package var sizes: [FileSize]
        package var written: [String]
        /// How many files are what they were.
        package var unchangedCount: Int
        /// What the compiler warns of in the package's own sources, as it said it.
        package var warnings: [String]
        /// Where the bytes of the module are, for people; nil where that was not asked for.
        package var report: String?
        /// Sentences about what could not be done, such as a missing `wasm-opt`.
        package var remarks: [String]
        package var diagnostics: [Diagnostic]
        /// What was skipped of the definitions that JavaScript implements, and why.
        package var skipped: [Diagnostic]
    }

    /// Why there is no module: what the user wrote, IDL or bindgen.json, is wrong, or something else is.
    package enum Failure: Error, Sendable {
        case input(problems: [String], diagnostics: [Diagnostic])
        case build(BuildError)
    }

    package func run() throws(Failure) -> Outcome {
        do {
            return try attempt()
        } catch let failure as Failure {
            throw failure
        } catch let error as BuildError {
            throw .build(error)
        } catch {
            throw .build(BuildError("\(error)"))
        }
    }

    private func attempt() throws -> Outcome {
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let configuration = try readConfiguration()
        if compresses, let missing = Compression.allCases.first(where: { !$0.isInstalled }) { throw missing.notInstalled }
        let toolchain = try SwiftToolchain.find()
        var package = try describe()
        package.isComponent = component != nil
        let product = try package.product(named: product)
        let target = try package.moduleTarget(of: product)
        let settings = try section(of: product, in: configuration, package)
        // A component is compiled for the world that its plan names.
        let early = component == nil ? EarlyCompile(wasmCompile(product, of: package, toolchain: toolchain)) : nil
        defer { early?.cancel() }
        // What the user wrote is told first: its errors should not wait for a compile.
        let generator = try plan(target, settings, package)
        memory.remember(files: generator.packageScripts.sources)
        try package.checkPlugins(of: target)
        if swiftSDK != nil, generator.usesPromises {
            throw BuildError(
                "an SDK's own module of tasks runs none in JavaScript, so a module with Promises is built without --swift-sdk")
        }
        let texts = try PackageTexts(settings, folder: package.folder)
        let folder = OutputFolder(outputFolder(of: target, in: package), moduleName: target.name)
        if folder.path.hasPrefix(package.scratchFolder + "/") { folder.giveWay() }
        try folder.checkModule()
        var remarks = memory.takeRemarks() + settings.remarks(moduleName: target.name, imports: generator.imports)
        let compiled =
            try early?.outcome() ?? wasmCompile(product, of: package, toolchain: toolchain, generator.component).run()
        // A component is one file.
        let wanted = ModuleVariant.adding(threads: hasThreads, simd: usesSIMD, to: settings.variants)
        let variants = try VariantBuild(component == nil ? wanted : [], generator) { variant throws(BuildError) in
            try wasmCompile(product, of: package, toolchain: toolchain, variant: variant).run().wasm
        }
        let steps = finishing(product, of: package, moduleName: target.name, in: folder.path)
        let finished = try steps.run(compiled.wasm, superfluous: variants.superfluousExports)
        remarks += finished.remarks
        try FeatureCheck(named: finished.named).hold(to: settings.features)
        if let compiler = compiled.compiler {
            if triesCompiler, ConcurrencyModule.hasToBeTried(finished.module.bindgenImports, compiler) {
                try ConcurrencySelfTest(compiler: compiler, package: package, configuration: self.configuration).run(tell)
            }
            remarks += ConcurrencyModule.remarks(finished.module.bindgenImports, on: package)
        }
        if let component = generator.component {
            let files = try component.files(core: finished.module, moduleName: target.name)
            return try write(files, of: product, target, generator, compiled, finished, remarks, to: folder)
        }
        let others = try variants.finish(steps, besides: finished.module, moduleName: target.name)
        var files = try packageFiles(finished, others, generator, of: target, in: package, settings, texts)
        let page = pageFiles(files, of: target, generator)
        let report = try checkSizes(of: page, finished, settings.budget, scratchFolder: package.scratchFolder, product: product)
        if compresses { files += try CompressedCopies.make(of: page, scratchFolder: package.scratchFolder) }
        let written = try Interruption.heldBack {
            let written = try folder.write(files)
            remarks += StaleFiles.remove(from: folder.path, changed: written.written, all: files)
            return written
        }
        let measured = files.filter { measuresAll || written.written.contains($0.path) }
        let compresses = measuresSizes && self.configuration == .release
        let sizes =
            measuresSizes
            ? try FileSize.measure(measured, compresses: compresses, scratchFolder: package.scratchFolder) : []
        if compresses, !Compression.gzip.isInstalled {
            remarks.append("gzip is not installed: sizes are shown uncompressed only")
        }
        return Outcome(
            product: product, moduleName: target.name, folder: folder.path,
            hasTestTargets: package.targets.contains(where: \.isTest),
            sizes: sizes, written: written.written, unchangedCount: written.unchanged.count, warnings: compiled.warnings,
            report: reports ? report?.text : nil, remarks: remarks,
            diagnostics: generator.diagnostics, skipped: generator.skipped)
    }

    /// Nothing is locked where there is no package, which is told when it is described.
    private func lock() throws(BuildError) -> BuildLock? {
        let root = FileSystem.real(packagePath)
        return FileSystem.exists(root + "/Package.swift") ? try BuildLock(package: root, waiting: tell) : nil
    }

    /// The products that have IDL files, in their order; or the one that was chosen.
    package func products() throws(BuildError) -> [String] {
        if let product { return [product] }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let package = try describe()
        let found = package.modules
        return found.count > 1 ? found : [try package.product(named: nil)]
    }

    private func describe() throws(BuildError) -> UserPackage {
        let toolchain = try SwiftToolchain.find()
        return try memory.package { () throws(BuildError) in
            try UserPackage.describe(folder: packagePath, toolchain: toolchain)
        }
    }

    /// A package with several modules has a folder for each: two packages in one folder would have one package.json.
    private func outputFolder(of target: UserPackage.Target, in package: UserPackage) -> String {
        if let output { return output }
        let root = outputRoot ?? package.folder + "/dist"
        return package.modules.count > 1 ? root + "/" + OutputNames.packageName(moduleName: target.name) : root
    }

    /// What bindgen.json says of a product.
    private func section(
        of product: String, in configuration: PackageConfiguration, _ package: UserPackage
    ) throws(Failure) -> PackageConfiguration {
        let known = package.executables.map(\.name)
        let unknown = configuration.products.filter { !known.contains($0.key) }.map { section in
            let nearest = NearestName.find(section.key, in: known).map { "; did you mean `\($0)`?" }
            return Diagnostic(
                .error, rule: "configuration",
                "package \(package.name) has no executable product `\(section.key)`"
                    + (nearest ?? "; it has \(known.map { "`\($0)`" }.joined(separator: ", "))"), at: section.range)
        }
        if !unknown.isEmpty { throw .input(problems: [], diagnostics: unknown) }
        var settings = configuration.product(product)
        // A name is that of one package.
        let isShared = settings.manifest.name == configuration.manifest.name && package.modules.count > 1
        if isShared { settings.manifest.name = nil }
        return settings
    }

    private func readConfiguration() throws(Failure) -> PackageConfiguration {
        let folder = packagePath == "." ? "" : packagePath + "/"
        let (configuration, faults) = PackageConfiguration.read(folder + PackageConfiguration.fileName)
        if !faults.isEmpty { throw .input(problems: [], diagnostics: faults) }
        return configuration
    }

    /// Reads the IDL of a target and decides everything about its module.
    private func plan(
        _ target: UserPackage.Target, _ settings: PackageConfiguration, _ package: UserPackage
    ) throws(Failure) -> Generator {
        let (sources, problems) = InputFiles.read(target.idlFiles.map(FileSystem.shown))
        let (libraries, faults) = InputFiles.read(package.libraries(of: target))
        if !(problems + faults).isEmpty { throw .input(problems: problems + faults, diagnostics: []) }
        let generator = Generator(
            sources, moduleName: target.name, libraries: libraries, scriptRoot: target.folder,
            files: (settings.files, package.folder), component: component, worker: worker ?? settings.worker,
            tellsFatal: settings.tellsFatal)
        if settings.tellsFatal, !generator.hasErrors, !generator.tellsFatal {
            throw .build(.taken("onFatal", by: "`onFatal` in bindgen.json"))
        }
        if generator.hasErrors { throw .input(problems: [], diagnostics: generator.diagnostics) }
        return generator
    }

    private func wasmCompile(
        _ product: String, of package: UserPackage, toolchain: SwiftToolchain, _ component: ComponentPackage? = nil,
        variant: ModuleVariant? = nil
    ) -> WasmCompile {
        var compile = WasmCompile(
            toolchain: toolchain, package: package, product: product, configuration: configuration, swiftSDK: swiftSDK)
        compile.progress = progress
        compile.memory = memory
        compile.inspects = inspection != .none
        compile.goal = goal
        compile.usesSIMD = usesSIMD
        compile.optimizesLink = optimizesLink
        compile.variant = variant
        compile.component = component?.name
        return compile
    }

    private func finishing(
        _ product: String, of package: UserPackage, moduleName: String, in folder: String
    ) -> ModuleFinishing {
        ModuleFinishing(
            configuration: configuration, goal: goal, debugInfo: debugInfo ?? (configuration == .release ? .none : .full),
            scratchFolder: package.scratchFolder, product: product, moduleName: moduleName,
            places: SourcePlaces(package: package.folder, module: servedFolder ?? folder), mapsSources: mapsSources)
    }

    /// Everything that is written.
    private func packageFiles(
        _ finished: ModuleFinishing.Outcome, _ others: VariantBuild.Outcome, _ generator: Generator,
        of target: UserPackage.Target, in package: UserPackage, _ settings: PackageConfiguration, _ texts: PackageTexts
    ) throws(BuildError) -> [OutputFile] {
        let wasm = OutputFile(path: OutputNames.wasmFile(moduleName: target.name), contents: finished.module.bytes)
        var options = try javaScriptOptions(for: finished.module)
        options.requirements.bindgenImports?.formUnion(others.imports)
        options.variants = others.variants
        options.requirements.sharedMemory = others.sharedMemory
        options.integrity = try Integrity.digest(of: wasm, scratchFolder: package.scratchFolder)
        if let bytes = settings.suspendableStack { options.requirements.suspendableStack = max(1024, bytes & ~15) }
        options.manifest = settings.manifest
        options.manifest.license = settings.manifest.license ?? texts.license?.expression
        options.worker = worker ?? settings.worker
        if options.worker != nil, options.requirements.usesWASI {
            throw BuildError(
                "a module that imports WASI cannot run in `<package>/worker` yet; leave `worker` out of bindgen.json")
        }
        options.readme = texts.readme
        options.sourceMap = finished.sourceMap?.path
        var files = [wasm] + others.files + generator.javaScript(options)
        files += try generator.scripts(beside: files)
        files += [finished.sourceMap, finished.debugFile].compactMap(\.self)
        if let license = texts.license { files.append(OutputFile(path: license.name, contents: license.contents)) }
        return files
    }

    /// The module, and after it the JavaScript that a page loads by default.
    private func pageFiles(_ files: [OutputFile], of target: UserPackage.Target, _ generator: Generator) -> [OutputFile] {
        let names = [
            OutputNames.wasmFile(moduleName: target.name), OutputNames.javaScriptFile(moduleName: target.name),
            OutputNames.glueFile(moduleName: target.name),
        ]
        return (names + generator.packageScripts.loaded).compactMap { name in files.first { $0.path == name } }
    }

    /// Measures a release build, and any build whose report is wanted, and holds a release build to the budget.
    private func checkSizes(
        of page: [OutputFile], _ finished: ModuleFinishing.Outcome, _ budget: SizeBudget, scratchFolder: String, product: String
    ) throws(BuildError) -> SizeReport? {
        guard configuration == .release || reports, let wasm = page.first else { return nil }
        let check = SizeCheck(
            finished: finished, wasm: wasm, scripts: Array(page.dropFirst()), scratchFolder: scratchFolder,
            product: "\(product)-\(configuration.rawValue)", goal: goal,
            keepsDebugInfo: debugInfo != nil && debugInfo != ModuleFinishing.DebugInfo.none)
        let report = try check.report(reports ? Compression.allCases : [.gzip])
        if configuration == .release { try check.hold(to: budget, report, tellsAll: reports) }
        return report
    }

    /// The glue answers what this module asks and nothing else.
    private func javaScriptOptions(for module: WasmModule) throws(BuildError) -> JavaScriptOptions {
        var options = JavaScriptOptions()
        options.requirements = try HostRequirements(module)
        options.prefersSize = configuration == .release && goal == .size
        options.keepsNames = module.nameSection != nil
        options.inspection = inspection
        options.module = module.bytes
        return options
    }
}
