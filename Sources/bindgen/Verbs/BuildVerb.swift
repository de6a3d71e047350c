import BindgenDriver
import BindgenEmit

enum BuildVerb: Verb {
    static let name = "build"
    static let summary = "compile a package for wasm and write the npm module"
    static let help = """
        bindgen build: compile a package for wasm and write the npm module

          bindgen build [--package-path DIR] [--product NAME] [--out DIR] [-c debug|release]
                        [--optimize speed|size] [--simd] [--threads] [--lto] [--debug-info none|names|split|full] [--source-map]
                        [--swift-sdk ID] [--swift-sdks-path DIR] [--report] [--report-skipped] [--compress]
                        [--component [--package NAME]] [--inspect[=usage]] [--worker[=pool|=partial]] [--quiet | --verbose]

        Finds the .idl files beside the sources of an executable target, generates the bindings, compiles the package with
        Embedded Swift for wasm32-unknown-none-wasm, and writes .wasm, .js, .d.ts and package.json. It needs Swift 6.3 and
        nothing else; where `wasm-opt` (binaryen) is installed, a release build is optimized with it.

          --package-path DIR   the package to build (the current folder)
          --product NAME       the executable product, where the package has more than one with .idl files; without it, all of
                               them are built
          --out DIR            where to write (DIR of the package/dist, and a folder there for each of several products); only
                               files whose bytes change are touched
          -c, --configuration  `release` (the default) or `debug`: unoptimized, with names in stack traces
          --optimize GOAL      what a release build aims at: `speed` (the default) or `size`
          --simd               let the compiler use WebAssembly's 128-bit vectors (Chrome 91, Firefox 89, Safari 16.4 and later)
          --lto                optimize Swift and C as one program while they are linked: a release build that takes longer, and is smaller or
                               not (measure with --report)
          --threads            add a build with threads to the package, which `init` takes where a page may share memory; in Swift,
                               `parallelFor` and its like use them. `"variants": ["base", "threads"]` in bindgen.json says the same
          --debug-info KIND    what becomes of function names and DWARF. `none` (the default in release builds) keeps nothing,
                               `names` keeps the names for stack traces, `split` puts names and DWARF into NAME.debug.wasm beside
                               the .wasm, which names that file to debuggers, and `full` (the default in debug builds) keeps all
          --source-map         write NAME.wasm.map, from the bytes of the .wasm to the lines of Swift, with the text of the package's
                               own sources; the .wasm names it to developer tools. A release build may differ by some bytes
          --report             tell where the bytes of the module are, by section and by function, what keeps each function, and
                               what has changed since the last build that differed
          --report-skipped     tell which members of [Import] definitions were skipped, and why: what cannot be bound there stops
                               nothing else
          --compress           write copies beside what a page loads that gzip (.gz) and brotli (.br) have compressed, for servers
                               that send such files; both tools have to be installed
          --component          make a WebAssembly component in place of an npm package, for hosts without JavaScript: NAME.component.wasm,
                               and NAME.wit as `bindgen wit` prints it. What a component cannot have is an error
          --package NAME       the component's package in WIT, such as acme:words@1.0.0 (local:MODULE)
          --swift-sdk ID       build with an installed Swift SDK for Wasm instead (`swift sdk list` names them). A module that
                               imports WASI then takes an implementation of it: `init(source, { wasi })`
          --swift-sdks-path DIR
                               the folder of installed SDKs, where it is not SwiftPM's own
          --inspect            add `inspect()` and `assertNoLeaks()` to the module: what is alive, by class, and where it was made;
                               with `--inspect=usage` counts alone, and the rest of the module as it ships
          --worker             add `<package>/worker`, by which programs call the module in a worker: the same names, each member
                               promised; with `--worker=pool`, in several workers; with `--worker=partial`, without the members
                               that cannot go there, which are errors otherwise. `"worker": true` in bindgen.json says the same
          --quiet              say nothing but errors
          --verbose            show every command that is run, what the compiler says, and all files with their sizes

        What `bindgen.json` beside Package.swift says goes into package.json; every key is optional: name, version,
        description, keywords, license, author, repository, homepage, bugs, dependencies, peerDependencies. `readme` names
        a README to take in place of the generated one. `budget` limits sizes: {"wasm": "60 kB", "js": {"gzip": "4 kB"}}; a
        release build that exceeds it fails and writes nothing. `features` forbids and demands features of WebAssembly:
        {"forbid": ["tail-call"], "demand": ["simd"]}. `"worker": true` is `--worker`, `"worker": {"pool": true, "partial": true}` is
        both of its forms; `"variants": ["base", "simd", "threads"]` puts several builds into the package, of which `init` takes the best. A LICENSE file there comes along.

        The package needs this in its Package.swift, where swift-bindgen is installed (`bindgen install`):

          dependencies: [.package(name: "swift-bindgen", path: "~/.swift-bindgen/\(CommandLineTool.version)")],
          targets: [
              .executableTarget(
                  name: "Greeter",
                  dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
                  plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
          ]
        """

    /// `--worker`, `--worker=pool`, `--worker=partial`, or both of these.
    static func workerOptions(_ arguments: inout Arguments) -> WorkerOptions? {
        let isWanted = arguments.flag("--worker")
        let hasPool = arguments.flag("--worker=pool")
        let isPartial = arguments.flag("--worker=partial")
        return isWanted || hasPool || isPartial ? WorkerOptions(hasPool: hasPool, isPartial: isPartial) : nil
    }

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        var build = ModuleBuild(packagePath: try arguments.option("--package-path") ?? ".")
        try readOptions(of: &build, from: &arguments)
        build.inspection = arguments.flag("--inspect") ? .leaks : arguments.flag("--inspect=usage") ? .usage : .none
        build.worker = workerOptions(&arguments)
        build.reports = arguments.flag("--report")
        let reportsSkipped = arguments.flag("--report-skipped")
        build.compresses = arguments.flag("--compress")
        try readComponent(of: &build, from: &arguments)
        try arguments.finish()
        build.measuresSizes = Terminal.loudness != .quiet
        build.measuresAll = build.reports || Terminal.loudness == .verbose
        // To ask for the products waits for another build already.
        build.tell = tell
        do throws(BuildError) {
            // With --out there is one folder, and so one product.
            let products: [String?] = build.output == nil ? try build.products() : [build.product]
            for product in products {
                build.product = product
                guard let outcome = perform(build, reportsSkipped: reportsSkipped) else { return .wrongInput }
                if Terminal.loudness != .quiet || build.reports { Terminal.print(summary(of: outcome)) }
            }
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }

    /// The options that `build` and `run` share.
    static func readOptions(of build: inout ModuleBuild, from arguments: inout Arguments) throws(UsageError) {
        build.product = try arguments.option("--product")
        build.output = try arguments.option("--out")
        let folder = try arguments.option("--swift-sdks-path")
        build.swiftSDK = try arguments.option("--swift-sdk").map { SwiftSDK(id: $0, folder: folder) }
        if folder != nil, build.swiftSDK == nil { throw UsageError("`--swift-sdks-path` needs `--swift-sdk ID`") }
        if let choice = try arguments.choice("-c", "--configuration", among: [WasmCompile.Configuration.debug, .release]) {
            build.configuration = choice
        }
        if let goal = try arguments.choice("--optimize", among: [WasmOptimizer.Goal.speed, .size]) { build.goal = goal }
        build.debugInfo = try arguments.choice("--debug-info", among: ModuleFinishing.DebugInfo.allCases)
        build.mapsSources = arguments.flag("--source-map")
        build.usesSIMD = arguments.flag("--simd")
        build.optimizesLink = arguments.flag("--lto")
        if build.optimizesLink, build.configuration == .debug { throw UsageError("`--lto` is for release builds") }
        build.hasThreads = arguments.flag("--threads")
        let (isQuiet, isVerbose) = (arguments.flag("--quiet"), arguments.flag("--verbose"))
        if isQuiet, isVerbose { throw UsageError("`--quiet` and `--verbose` exclude each other") }
        Terminal.loudness = isQuiet ? .quiet : isVerbose ? .verbose : .normal
    }

    private static func readComponent(of build: inout ModuleBuild, from arguments: inout Arguments) throws(UsageError) {
        let name = try arguments.option("--package")
        if arguments.flag("--component") { build.component = name ?? "" }
        if let name, let fault = WITPackage.fault(inName: name) { throw UsageError("`--package`: \(fault)") }
        if name != nil, build.component == nil {
            throw UsageError("`--package` names the package of a component: add `--component`")
        }
        guard build.component != nil else { return }
        if build.inspection != .none || build.compresses || build.mapsSources || build.worker != nil {
            throw UsageError("`--inspect`, `--compress`, `--source-map` and `--worker` are for modules that JavaScript loads")
        }
        if build.swiftSDK != nil { throw UsageError("`--component` is for builds without an SDK") }
    }

    @Sendable private static func tell(_ text: String) {
        if Terminal.loudness != .quiet { Terminal.printError(text) }
    }

    /// Builds, and says what was noticed on the way; nil after an error, which is reported.
    static func perform(_ build: ModuleBuild, reportsSkipped: Bool = false) -> ModuleBuild.Outcome? {
        var build = build
        build.tell = tell
        build.progress = Terminal.progress
        do {
            let outcome = try build.run()
            Terminal.endProgress()
            if Terminal.loudness == .quiet { return outcome }
            Terminal.report(outcome.diagnostics)
            Terminal.report(skipped: outcome.skipped, each: reportsSkipped)
            for warning in outcome.warnings { Terminal.printError(warning) }
            for remark in outcome.remarks { Terminal.printError("note: \(remark)") }
            return outcome
        } catch {
            Terminal.endProgress()
            switch error {
            case .input(let problems, let diagnostics):
                for problem in problems { Terminal.printError(problem) }
                Terminal.report(diagnostics)
            case .build(let error):
                Terminal.printError(error)
            }
            return nil
        }
    }

    private static func summary(of outcome: ModuleBuild.Outcome) -> String {
        let width = outcome.sizes.map(\.path.count).max() ?? 0
        let lines = outcome.sizes.map { size in
            let raw = pad("\(FileSize.format(size.bytes)) B", to: 12)
            let gzipped = size.gzippedBytes.map { pad(FileSize.format($0), to: 10) + " B gzipped" } ?? ""
            let state = outcome.written.contains(size.path) ? "" : "   unchanged"
            return "  " + size.path + String(repeating: " ", count: width - size.path.count) + raw + gzipped + state
        }
        let rest = outcome.written.count + outcome.unchangedCount - lines.count
        let isUnchanged = outcome.written.isEmpty && lines.isEmpty
        let head = "\(outcome.product) is in \(outcome.folder)" + (isUnchanged ? ", unchanged" : "")
        let others = rest > 0 && !isUnchanged ? ["  and \(rest) unchanged"] : []
        let report = outcome.report.map { ["", $0] } ?? []
        return ([head] + lines + others + report).joined(separator: "\n")
    }

    private static func pad(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
