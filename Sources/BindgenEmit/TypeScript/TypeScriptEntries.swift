package import BindgenABI

/// The declarations of the package's other subpaths. Types stand in one file, the main entry's; these refer to it.
package enum TypeScriptEntry: Sendable {
    /// Exports the same as the main entry.
    case same
    /// Exports `instantiate` and the types.
    case instance
    /// The .wasm itself, in hosts that import it as a module.
    case module
    /// The digest of the .wasm.
    case integrity
}

/// The text of an entry's declarations.
/// - Parameters:
///   - sourceName: the IDL file's name, for the header.
///   - mainFile: the .js beside the main declarations.
///   - usesWASI: whether `instantiate` takes a WASI implementation.
package func emitTypeScriptEntry(
    _ entry: TypeScriptEntry, of plan: BindingPlan, sourceName: String, mainFile: String, usesWASI: Bool
) -> String {
    let header = "\(generatedHeader(sourceName))\n"
    switch entry {
    case .same:
        let handler = plan.defaultExport == nil ? "" : "export { default } from \"./\(mainFile)\";\n"
        return header + "export * from \"./\(mainFile)\";\n" + handler
    case .instance:
        let options = usesWASI ? ["InitOptions"] : []
        let used = (["InitInput"] + options + ["Instance"]).joined(separator: ", ")
        let types =
            (["InitInput"] + (usesWASI ? ["InitOptions", "WASI"] : []) + ["Instance"] + plan.typeNames + plan.inputNames
            + (plan.support.allocatesArrays ? ["Allocated"] : [])).joined(
                separator: ", ")
        return header + """
            import type { \(used) } from "./\(mainFile)";
            export type { \(types) } from "./\(mainFile)";

            /**
             * Makes an instance, with memory and classes of its own.
             * @param source where the .wasm is\(usesWASI ? "\n * @param options the WASI implementation" : "")
             */
            export declare function instantiate(source: InitInput | Promise<InitInput>\(usesWASI ? ", options: InitOptions" : "")): Promise<Instance>;

            """
    case .module:
        return header + """
            /** The compiled module, in hosts that import a .wasm as one (Cloudflare Workers, and bundlers that are told to). */
            declare const module: WebAssembly.Module;
            export default module;

            """
    case .integrity:
        return header + """
            /** The digest of the .wasm, for `fetch(url, { integrity })` (Subresource Integrity). */
            export declare const integrity: string;

            """
    }
}

extension BindingPlan {
    /// The types that the main declarations export, in their order.
    fileprivate var typeNames: [String] {
        definitions.compactMap { definition in
            switch definition {
            case .container(let plan):
                plan.kind == .interface && (!plan.isImported || isDeclared(plan.name)) ? plan.jsName : nil
            case .union(let plan): plan.crossing.isNamed && isDeclared(plan.name) ? plan.name : nil
            case .enumeration, .dictionary, .callback: isDeclared(definition.name) ? definition.name : nil
            }
        }
    }
}

extension BindingPlan {
    /// The second names of types that go both ways.
    fileprivate var inputNames: [String] {
        let emitter = TypeScriptEmitter(plan: self)
        return definitions.map(\.name).filter(emitter.wideInputs.contains).map(emitter.inputName)
    }
}
