package import BindgenEmit
import BindgenWasm
import Foundation

/// The nested `swift build` that turns the user's package into wasm.
package struct WasmCompile: Sendable {
    package enum Configuration: String, Sendable {
        case debug, release
    }

    package var toolchain: SwiftToolchain
    package var package: UserPackage
    package var product: String
    package var configuration: Configuration
    /// Nil means Embedded Swift with the stock toolchain.
    package var swiftSDK: SwiftSDK?
    /// Is told what `swift build` says, line by line.
    package var progress: (@Sendable (String) -> Void)?
    /// Whether the module exports the allocator's count of bytes.
    package var inspects = false
    package var goal = WasmOptimizer.Goal.speed
    package var usesSIMD = false
    package var optimizesLink = false
    /// Which of several builds of the module it is: each is compiled in a folder of its own, where it stays compiled.
    package var variant: ModuleVariant?
    /// The name of a component's package in WIT; nil for a module that JavaScript loads.
    var component: String?
    var memory = BuildMemory()
    var cancellation: Cancellation?

    package init(
        toolchain: SwiftToolchain, package: UserPackage, product: String, configuration: Configuration, swiftSDK: SwiftSDK?
    ) {
        self.toolchain = toolchain
        self.package = package
        self.product = product
        self.configuration = configuration
        self.swiftSDK = swiftSDK
    }

    package struct Outcome {
        /// The path of the .wasm.
        package var wasm: String
        /// What the compiler warns of in the package's own sources, as it said it.
        package var warnings: [String]
        /// Who compiled it without an SDK.
        var compiler: ConcurrencyModule.Compiler?
    }

    private static let linkOption = "--experimental-lto-mode"

    private var scratchFolder: String { package.scratchFolder + (variant.map { "/variants/\($0.folder)" } ?? "") }

    package func run() throws(BuildError) -> Outcome {
        var arguments = [
            "build", "--package-path", package.folder, "--scratch-path", scratchFolder, "--product", product,
            "--configuration", configuration.rawValue,
        ]
        arguments += try targetArguments()
        var environment = Subprocess.nestedEnvironment
        if let component { environment["BINDGEN_COMPONENT"] = component }
        let start = Date()
        let (result, crashed) = try build(arguments, environment)
        if result.hasCrashed { throw crash(result) }
        if result.status != 0 {
            if optimizesLink, result.text.contains(Self.linkOption) {
                throw BuildError("this toolchain's `swift build` has no \(Self.linkOption): leave out --lto")
            }
            if optimizesLink, result.text.contains("undefined symbol: swift_task_") {
                throw BuildError("--lto optimizes no asynchronous code, which \(product) has: leave it out")
            }
            throw failure(result.text)
        }
        let folder = try memory.binaryFolder(of: arguments) { () throws(BuildError) in
            if let linked = linkedFolder(since: start) { return linked }
            let place = try Subprocess.run(
                toolchain.swift, arguments + ["--show-bin-path"], environment: environment, output: .collectStandardOutput)
            return place.text.split(separator: "\n").last.map(String.init) ?? ""
        }
        let wasm = "\(folder)/\(product).wasm"
        guard FileSystem.exists(wasm) else { throw BuildError("`swift build` succeeded, but \(wasm) is not there") }
        let toolset = try swiftSDK == nil ? memory.toolset { () throws(BuildError) in try toolchain.embeddedToolset() } : nil
        return Outcome(
            wasm: wasm, warnings: warnings(result, after: crashed), compiler: toolset?.compiler)
    }

    /// SwiftPM leaves a link to the folder of a configuration, and makes it anew at each build: one that is older is of a toolchain that has
    /// it elsewhere. To ask `swift build` takes half a second.
    private func linkedFolder(since start: Date) -> String? {
        let link = "\(scratchFolder)/\(configuration.rawValue)"
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: link),
            attributes[.type] as? FileAttributeType == .typeSymbolicLink,
            // Some file systems know whole seconds alone.
            let made = attributes[.modificationDate] as? Date, made >= start.addingTimeInterval(-1)
        else { return nil }
        return FileSystem.real(link)
    }

    /// `swift build` itself dies now and then on Linux, of a race in libdispatch where plugins run (swiftlang/swift#87033). It goes
    /// on where it stopped when it is called again.
    ///
    /// - Returns: the outcome, and that which crashed before it.
    private func build(
        _ arguments: [String], _ environment: [String: String]
    ) throws(BuildError) -> (Subprocess.Result, crashed: Subprocess.Result?) {
        let attempt = { () throws(BuildError) in
            try Subprocess.run(
                toolchain.swift, arguments, environment: environment, cancellation: cancellation, line: progress)
        }
        let first = try attempt()
        guard first.hasCrashed else { return (first, nil) }
        return (try attempt(), first)
    }

    /// What the compiler warned of before SwiftPM crashed it does not say again.
    private func warnings(_ result: Subprocess.Result, after crashed: Subprocess.Result?) -> [String] {
        guard let crashed else { return CompilerOutput.warnings(result.text, package: package.folder) }
        return ["warning: `swift build` itself crashed (signal \(crashed.status)) and was called once more"]
            + CompilerOutput.warnings(crashed.text + "\n" + result.text, package: package.folder)
    }

    private func crash(_ result: Subprocess.Result) -> BuildError {
        BuildError(
            "`swift build` itself crashed twice (signal \(result.status)): a fault of the toolchain, not of this package; build "
                + "again, or remove \(scratchFolder) first", details: result.text)
    }

    /// What the package is compiled for, and with which options.
    private func targetArguments() throws(BuildError) -> [String] {
        let path = scratchFolder + "/toolset.json"
        let prefersSize = goal == .size && configuration == .release
        let json: String
        if let swiftSDK {
            if variant != nil { throw BuildError("`variants` are for builds without an SDK; with one, its toolset decides") }
            if optimizesLink { throw BuildError("--lto is for builds without an SDK; with one, its toolset decides") }
            if usesSIMD { throw BuildError("--simd is for builds without an SDK; with one, its toolset decides") }
            if inspects {
                throw BuildError("--inspect is for builds without an SDK: it counts the bytes of bindgen's own allocator")
            }
            try swiftSDK.check(toolchain)
            json = swiftSDK.toolsetJSON(prefersSize: prefersSize)
        } else {
            var toolset = try memory.toolset { () throws(BuildError) in try toolchain.embeddedToolset() }
            toolset.exports = [WasmModule.initializer] + (inspects ? ["bindgen_heap_bytes"] : [])
            toolset.isRelease = configuration == .release
            toolset.prefersSize = prefersSize
            toolset.usesSIMD = usesSIMD || variant?.usesSIMD ?? false
            toolset.hasThreads = variant?.hasThreads ?? false
            toolset.isComponent = component != nil
            toolset.optimizesLink = optimizesLink
            let concurrency = ConcurrencyModule(compiler: toolset.compiler, scratchFolder: package.scratchFolder)
            toolset.concurrencyFolder = try concurrency.prepare(options: Toolset.commonOptions + Toolset.keepSwitches)
            json = toolset.json
        }
        let written = try FileWriter(folder: scratchFolder).write([OutputFile(path: "toolset.json", text: json)])
        // SwiftPM plans a build anew where the package has changed, and does not see that a toolset has.
        if !written.written.isEmpty {
            try? FileManager.default.removeItem(atPath: "\(scratchFolder)/\(configuration.rawValue).yaml")
        }
        if let swiftSDK { return swiftSDK.arguments(toolset: path) }
        return ["--triple", Toolset.triple, "--toolset", path] + (optimizesLink ? [Self.linkOption, "full"] : [])
    }

    private func failure(_ output: String) -> BuildError {
        let told = CompilerOutput(output, package: package.folder)
        var hints = told.hints
        // Of a crash the compiler prints pages, and the place is hard to find in them.
        if CompilerCrash(output) != nil { hints = told.problems.map(\.text) }
        let details = [explain(output)] + hints
        return BuildError("compiling \(product) for wasm failed", details: details.joined(separator: "\n"))
    }

    /// The build's own output, without the lines that only show progress.
    private func explain(_ output: String) -> String {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !(line.hasPrefix("[") && line.dropFirst().first?.isNumber == true && !line.contains("error"))
                && !line.hasPrefix("Building for ")
        }
        return lines.joined(separator: "\n")
    }
}
