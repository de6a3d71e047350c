package import BindgenABI

/// A module of the package that programs import: it binds the glue's `$create` to a way of finding the .wasm.
package enum JavaScriptEntry: Sendable {
    /// By its URL beside the script: browsers, Deno, and bundlers, which know this form.
    case url
    /// Read from disk: Node, whose `fetch` has no `file:`, and Bun.
    case disk
    /// Imported as a `WebAssembly.Module`, for hosts that compile nothing at run time. `suffix` follows the file's name.
    case module(suffix: String)
    /// As base64 in the script itself.
    case inline(base64: String)
    /// From the caller alone: the script names no .wasm and has no state. `readsDisk` as for `disk`.
    case instance(readsDisk: Bool)

    fileprivate var readsDisk: Bool {
        switch self {
        case .disk: true
        case .instance(let readsDisk): readsDisk
        default: false
        }
    }
}

/// The text of an entry.
/// - Parameters:
///   - sourceName: the IDL file's name, for the header.
///   - glueFile: the file that `emitJavaScript` made.
///   - wasmFile: the .wasm file's name.
///   - declarationsFile: the .d.ts of this entry.
///   - usesWASI: whether `init` takes a WASI implementation.
///   - scripts: the modules of the user's whose exports are this one's too.
package func emitEntry(
    _ entry: JavaScriptEntry, of plan: BindingPlan, sourceName: String, glueFile: String, wasmFile: String,
    declarationsFile: String, usesWASI: Bool, inspection: Inspection, scripts: [String] = [], variants: [ModuleVariant] = []
) -> String {
    var out = CodePrinter(unit: "  ")
    out.print("\(generatedHeader(sourceName))")
    // For Deno, which does not look for declarations beside a script.
    out.print("/* @ts-self-types=\"./\(declarationsFile)\" */")
    if entry.readsDisk { out.print("import { readFile as $readFile } from \"node:fs/promises\";") }
    if case .module(let suffix) = entry { out.print("import $module from \"./\(wasmFile)\(suffix)\";") }
    if let threads = entry.threadsFile(stem: wasmFile), plan.hasThreads {
        out.print("import { $threads } from \"./\(threads)\";")
    }
    let isShown = entry.readsDisk && plan.containers.contains { $0.kind == .interface && !$0.isImported }
    out.print("import { $create\(isShown ? " as $glue" : "") } from \"./\(glueFile)\";")
    for script in scripts { out.print("export * from \"\(script)\";") }
    out.print()
    if isShown {
        let given = entry.findsFiles && plan.hasThreads ? "($source, $threads)" : "($source)"
        out.print(shownObjects.replacing("($source)", with: given) + "\n")
    }
    if !variants.isEmpty, entry.knowsPlace { out.print(entry.variantsText(variants, wasmFile: wasmFile)) }
    out.print(entry.source(wasmFile: wasmFile, choosing: !variants.isEmpty))
    if case .instance = entry {
        // A state of the module's own would be an instance that nobody asked for.
    } else {
        out.print()
        out.print(plan.exportStatements(inspection, by: entry.findsFiles && plan.hasThreads ? "$source, $threads" : "$source"))
        if let container = plan.defaultExport { out.print(container.defaultExport) }
    }
    let parameters = usesWASI || plan.hasThreads ? "source, options" : "source"
    let arguments = entry.findsFiles && plan.hasThreads ? "$source, $threads" : "$source"
    out.print(
        """

        /**
         * Makes a separate instance, with memory and classes of its own.
         * @param source where the .wasm is\(entry.knowsPlace ? "; without it, as for `init`" : ": a URL, a Response, bytes or a Module")\(
            usesWASI || plan.hasThreads ? "\n * @param options as for `init`" : "")
         */
        export const instantiate = async (\(parameters)) => {
          const instance = $create(\(arguments));
          await instance.init(\(parameters));
          return instance;
        };
        """)
    return out.text
}

/// Hooks of the consoles of Node, Deno and Bun, whose entries alone have them: an object's class and attributes. `$create` adds them to the
/// classes of an instance.
private let shownObjects = """
    const $shown = function (depth, options, inspect) {
      const { name } = this.constructor;
      if (depth < 0) return `[${name}]`;
      const found = { ...this };
      for (let place = Object.getPrototypeOf(this); place && place !== Object.prototype; place = Object.getPrototypeOf(place)) {
        for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(place))) {
          if (!get || Object.hasOwn(found, key)) continue;
          try {
            found[key] = this[key];
          } catch (error) {
            const message = String(error?.message);
            if (message.endsWith("has been disposed")) return `${name} (disposed)`;
            if (message.includes("must be called on")) return `[${name}]`;
            found[key] = error;
          }
        }
      }
      return `${name} ${inspect(found, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
    };
    const $shownByDeno = function (inspect, options) {
      return $shown.call(this, options.depth, options, inspect);
    };
    const $create = ($source) => {
      const instance = $glue($source);
      for (const { prototype } of Object.values(instance)) {
        if (!prototype || !Object.hasOwn(prototype, "dispose")) continue;
        const hooks = { "nodejs.util.inspect.custom": $shown, "Deno.customInspect": $shownByDeno };
        for (const key of Object.keys(hooks)) Object.defineProperty(prototype, Symbol.for(key), { value: hooks[key], writable: true, configurable: true });
      }
      return instance;
    };
    """

extension JavaScriptEntry {
    fileprivate var knowsPlace: Bool {
        if case .instance = self { false } else { true }
    }

    /// The module that makes threads for it.
    func threadsFile(stem wasmFile: String) -> String? {
        let stem = wasmFile.dropLast(".wasm".count)
        switch self {
        case .url: return "\(stem).threads.js"
        case .disk: return "\(stem).threads.node.js"
        case .module, .inline, .instance: return nil
        }
    }

    /// Whether it has the files of all builds, and may choose.
    var findsFiles: Bool {
        switch self {
        case .url, .disk: true
        case .module, .inline, .instance: false
        }
    }

    /// The .wasm itself, or where it is.
    func ownSource(wasmFile: String) -> String {
        switch self {
        case .url, .disk: "new URL(\"./\(wasmFile)\", import.meta.url)"
        case .module: "$module"
        case .inline: "$decode()"
        case .instance: "undefined"
        }
    }

    /// `$source`: what the caller gave, or where the .wasm is. It is called when something is to be loaded, and not before.
    fileprivate func source(wasmFile: String, choosing: Bool) -> String {
        let own = choosing ? "variants.source(variants.best)" : ownSource(wasmFile: wasmFile)
        switch self {
        case .url, .module:
            return "const $source = (source = \(own)) => source;"
        case .disk:
            return """
                const $source = async (source = \(own)) => {
                  \(Self.readFile)
                };
                """
        case .inline(let base64):
            return """
                const $base64 = "\(base64)";
                const $decode = () => Uint8Array.fromBase64?.($base64) ?? Uint8Array.from(atob($base64), (byte) => byte.charCodeAt(0));
                const $source = (source = \(own)) => source;
                """
        case .instance(let readsDisk):
            return """
                const $source = \(readsDisk ? "async " : "")(source) => {
                  if (source === undefined) throw new TypeError("instantiate(source): name the .wasm: a URL, a Response, bytes or a Module");
                  \(readsDisk ? Self.readFile : "return source;")
                };
                """
        }
    }

    private static let readFile = """
        source = await source;
          const url = typeof source === "string" && source.startsWith("file:") ? new URL(source) : source;
          return url instanceof URL && url.protocol === "file:" ? $readFile(url) : url;
        """
}

extension ContainerPlan {
    /// The names of a namespace's members, each once.
    var exportedMembers: [String] {
        var names = constants.map(\.jsName)
        for function in functions where !names.contains(function.jsName) { names.append(function.jsName) }
        return names
    }
}

extension ContainerPlan {
    /// The default export: the form in which Cloudflare Workers, Deno and Bun take handlers. They have nothing that would wait for `init`.
    fileprivate var defaultExport: String {
        let name = Naming.jsBinding(jsName)
        let members = exportedMembers.map { member in
            // Deno hands a handler no request that has no parameter for one.
            let count = functions.first { $0.jsName == member }?.requiredCount ?? 0
            let values = ((0..<count).map { "value\($0)" } + ["...others"]).joined(separator: ", ")
            return "  \(jsPropertyName(member)): (\(values)) => $loaded(() => \(jsMember(name, member))(\(values))),"
        }
        return """

            let $isLoaded = false;
            const $loaded = (call) => {
              if ($isLoaded) return call();
              return init().then(() => {
                $isLoaded = true;
                return call();
              });
            };
            export default {
            \(members.joined(separator: "\n"))
            };
            """
    }
}

extension BindingPlan {
    /// The namespace whose operations the default export has.
    var defaultExport: ContainerPlan? { containers.first { $0.isDefaultExport } }

    /// What programs import, and the variable that holds it inside.
    var exportedNames: [(js: String, local: String)] {
        definitions.flatMap { definition -> [(js: String, local: String)] in
            switch definition {
            case .container(let plan) where plan.hasNamedExports && !plan.isImported:
                return plan.exportedMembers.map { ($0, Naming.jsBinding($0)) }
            case .container(let plan): return plan.isImported ? [] : [(plan.jsName, Naming.jsBinding(plan.jsName))]
            case .enumeration, .dictionary: return definition.error.map { [($0.name, Naming.jsBinding($0.name))] } ?? []
            case .callback(let callback):
                return callback.isExported && isDeclared(callback.name) ? [(callback.name, Naming.jsBinding(callback.name))] : []
            case .union: return []
            }
        }
    }

    /// What every entry exports besides members, `init` and `instantiate`.
    var ownExports: [String] {
        support.ownExports + (hasThreads ? ["threads"] : []) + (tellsFatal ? ["onFatal"] : [])
    }

    /// Every name that an entry exports.
    package var entryExports: Set<String> {
        Set(exportedNames.map(\.js)).union(["init", "inspect", "assertNoLeaks", "instantiate"] + ownExports)
    }

    /// The same as members of an object, or of a pattern.
    var exportedBindings: [String] {
        exportedNames.map { $0.js == $0.local ? $0.js : "\($0.js): \($0.local)" }
    }

    /// The exports of the instance that `init` loads.
    fileprivate func exportStatements(_ inspection: Inspection, by arguments: String) -> String {
        let own = inspection.exports + ownExports
        let names = ["init"] + exportedBindings + own
        let statement = "const { \(names.joined(separator: ", ")) } = /* @__PURE__ */ $create(\(arguments));"
        if exportedNames.allSatisfy({ $0.js == $0.local }) { return "export \(statement)" }
        let list =
            ["init"] + exportedNames.map { $0.js == $0.local ? $0.js : "\($0.local) as \($0.js)" } + own
        return "\(statement)\nexport { \(list.joined(separator: ", ")) };"
    }
}
