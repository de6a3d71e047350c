import BindgenABI

/// A build of a module besides the base, which every engine can run.
package enum ModuleVariant: String, CaseIterable, Sendable {
    /// With vectors of 128 bits.
    case simd

    /// A module that an engine compiles only where it can run the build.
    var probe: String {
        switch self {
        // A function that makes a vector of an i32 and counts its bits.
        case .simd:
            "[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]"
        }
    }
}

extension JavaScriptEntry {
    /// `variants`: the builds that the entry finds, which of them the engine can run, and where they are.
    func variantsText(_ variants: [ModuleVariant], wasmFile: String) -> String {
        let stem = wasmFile.dropLast(".wasm".count)
        let found = findsFiles ? variants : []
        let builds = found.map { variant in
            """
              \(variant.rawValue): { supports: () => WebAssembly.validate(new Uint8Array(\(variant.probe))), source: () => new URL("./\(stem).\(variant.rawValue).wasm", import.meta.url) },

            """
        }
        let names = (found.map(\.rawValue) + ["base"]).map(jsLiteral).joined(separator: ", ")
        return """
            const $builds = {
            \(builds.joined())  base: { supports: () => true, source: () => \(ownSource(wasmFile: wasmFile)) },
            };
            /** The builds of the module, the best first. */
            export const variants = {
              names: [\(names)],
              supports: (name) => $builds[name]?.supports() ?? false,
              get best() {
                return variants.names.find(variants.supports);
              },
              source(name) {
                if (!Object.hasOwn($builds, name)) throw new TypeError(`variants.source: there is no build "${name}", but ${variants.names.join(", ")}`);
                return $builds[name].source();
              },
            };
            """
    }
}
