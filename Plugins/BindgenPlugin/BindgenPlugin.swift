import Foundation
import PackagePlugin

/// Generates the Swift side of the IDL files that stand beside a target's sources.
///
/// The JavaScript is not made here: a declared output that is not Swift becomes a resource of the wasm module, with a generated
/// accessor that imports Foundation. `bindgen build` makes it from the same IDL.
@main
struct BindgenPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let files = idlFiles(of: module)
        let libraries = libraries(of: target).map { (module: $0, files: idlFiles(of: $0)) }.filter { !$0.files.isEmpty }
        // A program without IDL of its own is the module of what its libraries have.
        if files.isEmpty, libraries.isEmpty || module.kind != .executable {
            Diagnostics.warning(
                "BindgenPlugin: target \(target.name) has no .idl file beside its sources, so there is nothing to generate")
            return []
        }
        let uses = libraries.flatMap { library in
            library.files.flatMap { ["--uses", "\(library.module.moduleName)=\($0.path)"] }
        }
        let nested = nestedTool()
        if nested != nil, !fits(context) { return [] }
        let tool = try nested ?? context.tool(named: "bindgen").url
        let folder = context.pluginWorkDirectoryURL
        let output = folder.appending(path: OutputNames.swiftFile(moduleName: module.moduleName))
        // An executable without a `main.swift` gets an entry point for the host, where it would not link otherwise.
        let hasMain = module.sourceFiles(withSuffix: "main.swift").contains { $0.url.lastPathComponent == "main.swift" }
        let kind = module.kind == .generic ? ["--library"] : module.kind == .executable && !hasMain ? ["--executable"] : []
        // Within `bindgen build --component`.
        let component = ProcessInfo.processInfo.environment["BINDGEN_COMPONENT"].map { ["--component", $0] } ?? []
        return [
            .buildCommand(
                displayName: "Generating bindings for \(target.name)",
                executable: tool,
                arguments: ["plugin-generate", "--out", folder.path, "--module", module.moduleName] + kind + uses
                    + component + files.map(\.path),
                inputFiles: files + libraries.flatMap(\.files) + (nested.map { [$0] } ?? []),
                outputFiles: [output])
        ]
    }

    private func idlFiles(of module: any SourceModuleTarget) -> [URL] {
        OutputNames.idlSuffixes.flatMap { module.sourceFiles(withSuffix: $0).map(\.url) }.sorted { $0.path < $1.path }
    }

    /// The libraries that a target uses, of its package and of others: by name, and what one of them uses stands before it. The tool has the
    /// same order, since the plan follows it.
    private func libraries(of target: any Target) -> [any SourceModuleTarget] {
        var found: [any SourceModuleTarget] = []
        var seen: Set<String> = []
        func visit(_ target: any Target) {
            let used = target.dependencies.flatMap { (dependency: TargetDependency) -> [any Target] in
                switch dependency {
                case .target(let target): [target]
                case .product(let product): product.targets
                @unknown default: []
                }
            }
            for target in used.sorted(by: { $0.name < $1.name }) where seen.insert(target.name).inserted {
                visit(target)
                if let module = target as? any SourceModuleTarget, module.kind == .generic { found.append(module) }
            }
        }
        visit(target)
        return found
    }

    /// Within `bindgen build`: whether the bindgen that is running is of the version of the package that has the runtime. What one
    /// generates would fit another by chance alone.
    private func fits(_ context: PluginContext) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let running = environment["BINDGEN_VERSION"]
        if running == PackageVersion.number { return true }
        let folder = context.package.dependencies.map(\.package).first { $0.displayName == "swift-bindgen" }?.directoryURL.path
        Diagnostics.error(
            "\(context.package.displayName) depends on swift-bindgen \(PackageVersion.number) (\(folder ?? "where it is not known")), "
                + "and bindgen \(running ?? "of another version") (\(environment["BINDGEN_TOOL"] ?? "")) does not fit: "
                + "run the bindgen of \(PackageVersion.number), or let Package.swift name the other version")
        return false
    }

    /// Within `bindgen build`: the bindgen that is running. See Package.swift.
    private func nestedTool() -> URL? {
        ProcessInfo.processInfo.environment["BINDGEN_TOOL"].map { URL(fileURLWithPath: $0) }
    }
}
