import BindgenABI
package import BindgenEmit
package import BindgenIDL
import BindgenModel
import BindgenWIT

/// A file that the generator made, not yet written.
package struct OutputFile: Equatable, Sendable {
    /// Relative to the output folder, with `/` between its parts.
    package var path: String
    package var contents: [UInt8]

    package init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    package init(path: String, text: String) {
        self.init(path: path, contents: Array(text.utf8))
    }
}

/// What the JavaScript of a module depends on besides its IDL.
package struct JavaScriptOptions: Sendable {
    /// What the compiled module asks for.
    package var requirements = HostRequirements()
    /// Whether the glue is to be small rather than fast, where both cannot be had.
    package var prefersSize = false
    /// Whether the module keeps the names of its functions, so that the glue can tell where in Swift it trapped.
    package var keepsNames = false
    /// Whether the module tells what it holds.
    package var inspection = Inspection.none
    /// The .wasm, for the entry that carries it; nil where there is none yet.
    package var module: [UInt8]?
    /// The file with the source map of the .wasm, where there is one.
    package var sourceMap: String?
    /// The digest of the .wasm, as `Integrity` writes it.
    package var integrity: String?
    /// The paths of the scripts that come along.
    package fileprivate(set) var scripts: [String] = []
    /// What bindgen.json makes of them.
    package fileprivate(set) var packageScripts = PackageScripts()
    /// The builds of the module besides the base, the best first.
    package var variants: [ModuleVariant] = []
    /// Whether, and how, programs find the module in a worker, too.
    package var worker: WorkerOptions?
    /// The user's README for the npm package; the generated one is then called API.md.
    package var readme: [UInt8]?
    /// What the user says about the npm package.
    package var manifest = PackageConfiguration.Manifest()

    package init() {}
}

/// What is asked for of `<package>/worker`.
package struct WorkerOptions: Equatable, Sendable {
    /// Whether there may be several workers.
    package var hasPool = false
    /// Whether members that cannot be reached from another thread are left out, with a warning in the place of an error.
    package var isPartial = false

    package init(hasPool: Bool = false, isPartial: Bool = false) {
        self.hasPool = hasPool
        self.isPartial = isPartial
    }
}

/// IDL in, diagnostics and files out: read, resolved and planned once, then emitted as often as it takes. It reads the scripts that
/// the IDL imports and no other file, and writes nothing.
package struct Generator: Sendable {
    /// What was skipped of the definitions that JavaScript implements, and why: a note each.
    package private(set) var skipped: [Diagnostic] = []
    /// The errors and warnings of the IDL. Where there is an error, nothing is emitted.
    package private(set) var diagnostics: [Diagnostic] = []
    private let moduleName: String
    private let sourceName: String
    private var plan: BindingPlan?
    /// What programs find of it in a worker; the same for every link, which has no part in what Swift implements.
    private var remote: RemotePlan?
    /// What the module is as a component; nil for one that JavaScript loads.
    private(set) var component: ComponentPackage?
    /// The JavaScript files that `[Import="./file.js"]` names, and those that they import, to be copied beside the glue.
    package private(set) var scripts: [OutputFile] = []
    private var packagesOfScripts: [ImportedScripts.PackageImport] = []
    private(set) var packageScripts = PackageScripts()

    /// Whatever is wrong is told at once: where a file has errors, the rest of it is looked at all the same.
    ///
    /// - Parameters:
    ///   - sources: the files of one module.
    ///   - moduleName: the name of the Swift module, from which all file names follow (`OutputNames`).
    ///   - libraries: what the module uses of others, each after those that it uses itself.
    ///   - isLibrary: whether other modules use this one, so that what is generated is public.
    ///   - scriptRoot: the folder below which scripts may lie that the IDL imports, and from which their places in the package
    ///     are counted; nil where no JavaScript will be made.
    ///   - files: what bindgen.json puts into the package, and the folder of that file.
    ///   - allowed: the ids of rules about which nothing is said, by whoever emits nothing.
    ///   - component: the name of a package in WIT, where the module is to be a component; empty for one that follows from the module's.
    ///   - importsAll: whether JavaScript implements every interface and namespace, marked or not.
    ///   - worker: whether, and how, programs find the module in a worker, too.
    ///   - tellsFatal: whether the module exports `onFatal`.
    package init(
        _ sources: [SourceFile], moduleName: String, libraries: [IDLLibrary] = [], isLibrary: Bool = false,
        scriptRoot: String? = nil,
        files named: (named: PackageFiles, folder: String)? = nil, allowing allowed: Set<String> = [], component: String? = nil,
        importsAll: Bool = false, worker: WorkerOptions? = nil, tellsFatal: Bool = false
    ) {
        self.moduleName = moduleName
        // Generated code names no path of a machine.
        sourceName = (sources.isEmpty ? libraries.flatMap(\.sources) : sources).map {
            String($0.path.split(separator: "/").last ?? "")
        }.joined(separator: ", ")
        let own = sources.map { parse($0) }
        let used = libraries.map { library in (library: library, parsed: library.sources.map { parse($0) }) }
        let parsed = used.flatMap(\.parsed) + own
        let trees = parsed.map(\.tree)
        let foreign = ForeignDefinitions(trees, all: importsAll)
        let (resolved, faults) = resolve(trees, allowing: allowed)
        let (module, told, faulty) = (importsAll ? resolved.asImports : resolved).settingAside(
            parsed.flatMap(\.diagnostics) + faults, of: foreign)
        diagnostics = sources.compactMap(Self.emptiness) + told
        let known = LibraryDefinitions(used.map { ($0.library, $0.parsed.map(\.tree)) }, allowing: allowed)
        var scope = known.scope
        scope.isLibrary = isLibrary
        var (plan, planFaults, incomplete) = BindgenABI.plan(module, moduleName: moduleName, scope: scope)
        plan.tellsFatal = tellsFatal && !plan.entryExports.contains("onFatal")
        let files = libraries.flatMap(\.sources) + sources
        diagnostics += LaterDiagnostics.unsaid(planFaults.filter { !allowed.contains($0.rule) }, after: diagnostics, in: files)
        diagnostics += known.faults(own.map(\.tree))
        skipped = faulty + incomplete
        if let worker, !hasErrors {
            let (remote, told) = planRemote(plan)
            self.remote = remote
            diagnostics += told.map { diagnostic in
                var diagnostic = diagnostic
                if worker.isPartial { diagnostic.severity = .warning }
                return diagnostic
            }
        }
        if !libraries.isEmpty {
            // Of a library, the build of its own target tells everything; here an error alone matters.
            diagnostics.removeAll { $0.severity != .error && known.holds($0) }
            skipped.removeAll(where: known.holds)
        }
        self.plan = plan
        if let component, !hasErrors { makeComponent(component, module, plan, libraries) }
        if let scriptRoot {
            var options = JavaScriptOptions()
            options.worker = worker
            findScripts(trees, below: scriptRoot, libraries, named, options)
        }
        if hasErrors { self.plan = nil }
    }

    /// Of a file without text, no module could be made.
    private static func emptiness(of source: SourceFile) -> Diagnostic? {
        guard source.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        return Diagnostic(
            .error, rule: "empty-file", "the file is empty; write at least one definition, such as `interface Name {};`",
            at: SourceRange(file: source, offsets: 0..<0))
    }

    private mutating func makeComponent(
        _ name: String, _ module: ResolvedModule, _ plan: BindingPlan, _ libraries: [IDLLibrary]
    ) {
        let document = wit(module, moduleName: moduleName, package: name.isEmpty ? nil : name)
        diagnostics += document.diagnostics.isEmpty ? componentFaults(plan, document.model) : document.diagnostics
        if let library = libraries.first(where: { !$0.sources.isEmpty }), let source = library.sources.first {
            diagnostics.append(
                Diagnostic(
                    .error, rule: "component",
                    "the IDL of a component stands beside its program: move that of `\(library.moduleName)` there",
                    at: SourceRange(file: source, offsets: 0..<0)))
        }
        component = ComponentPackage(model: document.model, text: document.text)
    }

    private mutating func findScripts(
        _ trees: [FileSyntax], below root: String, _ libraries: [IDLLibrary], _ named: (named: PackageFiles, folder: String)?,
        _ options: JavaScriptOptions
    ) {
        guard let plan else { return }
        var found = ImportedScripts(
            of: plan, in: trees, root: root, libraries: libraries.map { ($0.folder, $0.moduleName) },
            generated: GeneratedNames(moduleName: moduleName))
        found.package.loaded = found.files.map(\.path)
        if let named {
            let package = NPMPackage(moduleName: moduleName, plan: plan, sourceName: sourceName, options: options)
            found.add(
                named.named, below: named.folder, mainFile: OutputNames.javaScriptFile(moduleName: moduleName),
                exports: plan.entryExports, subpaths: package.ownSubpaths)
        }
        diagnostics += found.diagnostics
        scripts = found.files
        packagesOfScripts = found.packages
        packageScripts = found.package
        self.plan?.definitions = plan.definitions.map { definition in
            found.specifiers[definition.name].map(definition.imported) ?? definition
        }
    }

    /// How much of the definitions that JavaScript implements is bound; nil after an error.
    package var importCensus: ImportCensus? { plan.map { ImportCensus($0, skipped: skipped) } }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The binding plan, written for people.
    package var planText: String { plan?.text ?? "" }

    /// What the glue and its scripts import, as it is written, and the script that says so; nil for the IDL.
    package var imports: [(specifier: String, script: String?)] {
        (plan?.importedModules ?? []).map { ($0, nil) } + packagesOfScripts.map { ($0.specifier, $0.script) }
    }

    /// The Swift that the module is compiled with: one file, named `OutputNames.swiftFile(moduleName:)`.
    /// - Parameter hostMain: whether it gets an entry point for the host, so that an executable without a `main.swift` links
    ///   there.
    package func swift(hostMain: Bool = false) -> [OutputFile] {
        guard let plan else { return [] }
        return [
            OutputFile(
                path: OutputNames.swiftFile(moduleName: moduleName),
                text: emitSwift(
                    plan, sourceName: sourceName, hostMain: hostMain,
                    component: component.map { ComponentContext($0.model) }))
        ]
    }

    /// The scripts, where none of them has the name of another file.
    package func scripts(beside files: [OutputFile]) throws(BuildError) -> [OutputFile] {
        let names = Set(files.map(\.path))
        if let script = scripts.first(where: { names.contains($0.path) }) {
            throw BuildError("\(script.path): bindgen writes a file of that name itself; rename the script")
        }
        return scripts
    }

    /// The npm package without its wasm: `.js`, `.d.ts`, `package.json`.
    package func javaScript(_ options: JavaScriptOptions = JavaScriptOptions()) -> [OutputFile] {
        guard let plan else { return [] }
        var options = options
        options.scripts = scripts.map(\.path)
        options.packageScripts = packageScripts
        var linked = options.requirements.bindgenImports.map(plan.linked) ?? plan
        linked.hasThreads = options.requirements.sharedMemory != nil
        let package = NPMPackage(
            moduleName: moduleName, plan: linked, sourceName: sourceName, options: options, remote: remote)
        return package.files()
    }

    /// Whether the module's Swift runs tasks by what the IDL says.
    package var usesPromises: Bool { plan?.support.usesPromises ?? false }

    /// Whether the module exports `onFatal`, which no definition of that name does.
    var tellsFatal: Bool { plan?.tellsFatal ?? false }

    /// Whether programs import something of that name.
    func exports(_ name: String) -> Bool { plan?.entryExports.contains(name) ?? false }

    /// The exports of a compiled module that its glue does not call.
    /// - Parameter imports: what the module imports from `bindgen`.
    func superfluousExports(imports: Set<String>) -> Set<String> {
        guard let plan else { return [] }
        let linked = plan.linked(to: imports)
        var names = Set(plan.supportSymbols).subtracting(linked.supportSymbols)
        // Tasks and timers tell JavaScript by its place in the table which function to call.
        let tasks: Set = ["schedule", "timer", "follow", "frame"]
        if !linked.support.releasesClosures, imports.isDisjoint(with: tasks) { names.insert(Toolset.table) }
        return names
    }
}
