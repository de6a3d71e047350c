import BindgenABI
import BindgenEmit
package import BindgenIDL
import BindgenModel
import JSRuntime

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

package struct GeneratorOptions: Sendable {
    /// The name of the Swift module, from which all file names follow (`OutputNames`).
    package var moduleName: String
    /// Whether the Swift file gets an entry point for the host, so that an executable without a `main.swift` links there.
    package var hostMain = false
    /// What the compiled module imports from `bindgen`; the glue answers nothing else. Nil where there is no .wasm to look at:
    /// the glue then answers all that the Swift runtime can ask.
    package var wasmImports: Set<String>?
    /// Whether the glue is to be small rather than fast, where both cannot be had.
    package var prefersSize = false
    /// Whether the glue exports `inspect()`, for leak tests.
    package var inspects = false

    package init(moduleName: String) {
        self.moduleName = moduleName
    }
}

package struct GeneratorResult: Sendable {
    /// Exactly one file, named `OutputNames.swiftFile(moduleName:)`; empty where there are errors.
    package var swift: [OutputFile] = []
    /// The npm package without its wasm: `.js`, `.d.ts`, `package.json`.
    package var javaScript: [OutputFile] = []
    package var diagnostics: [Diagnostic] = []
    /// The binding plan, written for people.
    package var planText = ""
    /// The JavaScript files beside the IDL that `[Import="./file.js"]` names, to be copied beside the glue.
    package var scripts: [String] = []

    package init() {}

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// IDL in, files and diagnostics out. Reads and writes nothing.
package func generate(_ sources: [SourceFile], options: GeneratorOptions) -> GeneratorResult {
    var result = GeneratorResult()
    var trees: [FileSyntax] = []
    for source in sources {
        let (tree, diagnostics) = parse(source)
        trees.append(tree)
        result.diagnostics += diagnostics
    }
    let (module, diagnostics) = resolve(trees)
    result.diagnostics += diagnostics
    if result.hasErrors { return result }
    let (plan, planDiagnostics) = plan(module, moduleName: options.moduleName)
    result.diagnostics += planDiagnostics
    if result.hasErrors { return result }
    result.planText = plan.text
    emit(plan, sourceName: sourceName(of: sources), options: options, into: &result)
    return result
}

private func emit(_ plan: BindingPlan, sourceName: String, options: GeneratorOptions, into result: inout GeneratorResult) {
    let name = options.moduleName
    result.swift = [
        OutputFile(
            path: OutputNames.swiftFile(moduleName: name),
            text: emitSwift(plan, sourceName: sourceName, hostMain: options.hostMain))
    ]
    let javaScript = emitJavaScript(
        plan, sourceName: sourceName, wasmFile: OutputNames.wasmFile(moduleName: name),
        runtime: RuntimeLibrary(files: JSRuntime.files, prefersSize: options.prefersSize), wasmImports: options.wasmImports,
        inspects: options.inspects)
    let package = NPMPackage(moduleName: name, plan: plan)
    result.javaScript = [
        OutputFile(path: OutputNames.javaScriptFile(moduleName: name), text: javaScript),
        OutputFile(path: OutputNames.nodeFile(moduleName: name), text: package.nodeEntry(sourceName: sourceName)),
        OutputFile(
            path: OutputNames.declarationsFile(moduleName: name),
            text: emitTypeScript(plan, sourceName: sourceName, inspects: options.inspects)),
        OutputFile(path: "package.json", text: package.json),
    ]
    result.scripts = plan.importedScripts
}

/// The IDL files' names without their folders: generated code names no path of a machine.
private func sourceName(of sources: [SourceFile]) -> String {
    sources.map { String($0.path.split(separator: "/").last ?? "") }.joined(separator: ", ")
}
