import BindgenABI

/// A build of a module besides the base, which every engine can run.
package enum ModuleVariant: Equatable, Sendable {
    /// With a memory that threads share; with vectors too, where the package has a build with vectors or every build has them.
    case threads(simd: Bool)
    /// With vectors of 128 bits.
    case simd

    /// Those that there are, the best first.
    package static let names = ["threads", "simd"]

    package static func all(named names: [String]) -> [ModuleVariant] {
        let hasSIMD = names.contains("simd")
        return (names.contains("threads") ? [.threads(simd: hasSIMD)] : []) + (hasSIMD ? [.simd] : [])
    }

    /// `--threads` and `--simd` beside what bindgen.json says: where every build has vectors, that with threads has them too.
    package static func adding(threads: Bool, simd: Bool, to variants: [ModuleVariant]) -> [ModuleVariant] {
        let others = variants.filter { !$0.hasThreads }
        guard threads || others.count < variants.count else { return others }
        return [.threads(simd: simd || !others.isEmpty)] + others
    }

    package var name: String {
        switch self {
        case .threads: "threads"
        case .simd: "simd"
        }
    }

    package var hasThreads: Bool { self != .simd }

    package var usesSIMD: Bool {
        switch self {
        case .threads(let simd): simd
        case .simd: true
        }
    }

    /// Where it is compiled.
    package var folder: String { hasThreads && usesSIMD ? "threads-simd" : name }

    /// A module that an engine compiles only where it can run the build.
    var probe: String {
        switch self {
        // A function that makes a vector of an i32 and counts its bits.
        case .simd:
            "[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]"
        // A shared memory, and a function with a fence.
        case .threads(simd: false):
            "[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 7, 1, 5, 0, 254, 3, 0, 11]"
        // Both: the function fences before it makes the vector.
        case .threads(simd: true):
            "[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 13, 1, 11, 0, 254, 3, 0, 65, 0, 253, 15, 253, 98, 11]"
        }
    }
}

extension JavaScriptEntry {
    /// `variants`: the builds that the entry finds, which of them the engine can run, and where they are.
    func variantsText(_ variants: [ModuleVariant], wasmFile: String) -> String {
        let stem = wasmFile.dropLast(".wasm".count)
        let found = findsFiles ? variants : []
        let builds = found.map { variant in
            let test =
                variant.hasThreads
                ? "why: $threads.why, supports: () => $threads.why() === undefined"
                : "supports: () => WebAssembly.validate(new Uint8Array(\(variant.probe)))"
            return """
                  \(variant.name): { \(test), source: () => new URL("./\(stem).\(variant.name).wasm", import.meta.url) },

                """
        }
        let names = (found.map(\.name) + ["base"]).map(jsLiteral).joined(separator: ", ")
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
              },\(variants.contains(where: \.hasThreads) ? Self.why : "")
            };
            """
    }

    private static let why = """

          why(name) {
            const build = $builds[name];
            if (!build) return `this entry finds no build "${name}"`;
            return build.why ? build.why() : build.supports() ? undefined : "the engine cannot run it";
          },
        """
}
