import BindgenEmit
import BindgenIDL
import BindgenWIT
import BindgenWasm

/// A module as a component: what its shims follow, and the files of it.
struct ComponentPackage: Sendable {
    let model: WITModel
    let text: String

    /// The package's, such as `acme:words@1.0.0`.
    var name: String { model.package }

    /// The files of a component whose core was compiled with these shims.
    func files(core: WasmModule, moduleName: String) throws(BuildError) -> [OutputFile] {
        try check(core)
        var encoder = ComponentEncoder(core, model)
        return [
            OutputFile(path: OutputNames.componentFile(moduleName: moduleName), contents: encoder.encode()),
            OutputFile(path: OutputNames.witFile(moduleName: moduleName), text: text),
        ]
    }

    /// What is left of JavaScript or of another host is refused by its name: in a component nobody would answer it.
    private func check(_ core: WasmModule) throws(BuildError) {
        let known = Set(model.interfaces.map { model.name(of: $0) })
        var reasons: [String] = []
        for item in core.imports {
            if item.module.hasPrefix("[export]") || known.contains(item.module) { continue }
            reasons.append(Self.reason(item))
        }
        if core.exports.contains(where: { HostRequirements.entryPoints.contains($0.name) || $0.name == WasmModule.start }) {
            reasons.append("the program has an entry point, and a component is called by its host alone: take `@main` away")
        }
        if core.exports.contains(where: { $0.name == WasmModule.initializer }) {
            reasons.append("C or C++ has statics with constructors, which nobody runs in a component: make them on first use")
        }
        if reasons.isEmpty { return }
        throw BuildError("this module is no component yet", details: reasons.map { "  " + $0 }.joined(separator: "\n"))
    }

    private static func reason(_ item: WasmModule.Import) -> String {
        guard item.module == "bindgen" else {
            let isWASI = item.module == HostRequirements.wasiModule
            return "it imports `\(item.name)` from `\(item.module)`"
                + (isWASI ? ": preview 1 is for modules; declare what the host is to do as an [Import] namespace" : "")
        }
        return switch item.name {
        case "print": "it prints: declare a function of the host's for it in an [Import] namespace"
        case "random":
            "it hashes (Set, Dictionary) or asks for random numbers: use arrays, or declare a function of the host's for random numbers"
        case let name where name.hasPrefix("math "):
            "it calls `Math.\(name.dropFirst(5))`, which JavaScript has: declare it in an [Import] namespace"
        default: "it calls `\(item.name)` of JavaScript: declare what the host is to do as an [Import] namespace"
        }
    }

    /// How much larger the component is than its core, and why.
    static func report(core: Int, component: Int) -> String {
        let share = Double(component - core) * 100 / Double(max(core, 1))
        let tenths = Int((share * 10).rounded())
        return """
            Component
              core module  \(FileSize.format(core)) B
              types, and what connects them with the core  \(FileSize.format(component - core)) B, \(tenths / 10).\(tenths % 10) % of the core
            """
    }
}
