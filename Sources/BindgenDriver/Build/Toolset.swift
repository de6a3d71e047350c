import BindgenEmit
import Foundation

/// What a stock Swift toolchain has to be told to compile a package for `wasm32-unknown-none-wasm`.
///
/// SwiftPM applies a toolset to every module of a build, so the user's manifest needs no settings of its own.
package struct Toolset: Equatable, Sendable {
    package static let triple = "wasm32-unknown-none-wasm"

    /// The archive of Unicode tables that belongs to the compiler; strings that are compared, hashed or case-mapped need it.
    package var unicodeTables: String
    /// The bytes of the stack. It stands below the data, so that an overflow traps instead of writing over it.
    package var stackSize = 256 * 1024

    /// Symbols to export besides those that the shims expose.
    package var exports: [String] = []

    /// Whether Swift compiles for small code rather than for speed (`-Osize`); release builds only.
    package var prefersSize = false

    /// Whether the module is for others. The compiler then leaves out the hashes by which it skips files whose code is as it was, 16 random
    /// bytes for each file of Swift; and it merges no functions of one body, as the calls that this takes cost 4 ns with each array that is
    /// released, and make no module smaller.
    package var isRelease = false

    /// Whether Swift and C may use 128-bit vectors (`-msimd128`). Swift takes the setting from its C compiler.
    package var usesSIMD = false

    /// Whether the linker optimizes the code of all modules.
    var optimizesLink = false
    /// Whether the module is one for several threads: its memory is shared and imported, and what threads share is counted by atomics.
    var hasThreads = false

    /// Whether the module is to be a component, where nothing is JavaScript's.
    var isComponent = false

    /// The compiler, which brings no module for `async` code.
    var compiler = ConcurrencyModule.Compiler(program: "", version: "", tag: "")
    /// The folder that has such a module.
    var concurrencyFolder: String?

    package init(unicodeTables: String) {
        self.unicodeTables = unicodeTables
    }

    /// The toolset of the toolchain whose resources are in `resourcePath`, or nil where it cannot compile for wasm.
    package init?(resourcePath: String) {
        let archive = resourcePath + "/embedded/\(Self.triple)/libswiftUnicodeDataTables.a"
        guard FileManager.default.fileExists(atPath: archive) else { return nil }
        self.init(unicodeTables: archive)
    }

    /// What a module must have been compiled with to be imported by others of the build.
    static let commonOptions = [
        "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern", "-wmo",
        // Embedded Swift's runtime checks no access; what is left of the checks would be calls of empty functions.
        "-enforce-exclusivity=unchecked", "-Xfrontend", "-disable-stack-protector", "-Xcc", "-mbulk-memory",
        // Otherwise the compiler runs twice, once for the module's interface and once for its code, each time over everything: of Embedded
        // Swift an interface has the code too.
        "-no-emit-module-separately-wmo",
    ]

    private var swiftOptions: [String] {
        Self.commonOptions + [
            "-Xclang-linker", "-nostdlib", "-Xlinker", "--no-entry", "-Xlinker", Self.tableOption,
        ] + (concurrencyFolder.map(Self.concurrencyOptions) ?? []) + (isRelease ? Self.releaseOptions : [])
            + (usesSIMD ? ["-Xcc", Self.simdOption] : [])
            + (hasThreads ? ["-Xcc", Self.atomicsOption] : []) + (prefersSize ? ["-Osize", "-D", "BINDGEN_SMALL"] : [])
            + (isComponent ? ["-D", "BINDGEN_COMPONENT"] : [])
    }

    private static let releaseOptions = [
        "-Xfrontend", "-disable-incremental-llvm-codegen", "-Xfrontend", "-disable-llvm-merge-functions-pass",
    ]
    /// The glue finds the functions that call closures in the table; of a module without closures it is no export in the end.
    static let tableOption = "--export-table"
    /// The table's name as an export.
    static let table = "__indirect_function_table"
    private static let simdOption = "-msimd128"
    /// All that makes reference counting atomic: Swift's functions for it are compiled along with the module.
    private static let atomicsOption = "-matomics"
    /// The most that a shared memory can grow to. Engines set so many addresses aside at once, and telephones have few.
    private static let mostSharedBytes = 512 * 1024 * 1024

    private var cOptions: [String] {
        ["-fno-stack-protector", "-mbulk-memory"] + (usesSIMD ? [Self.simdOption] : [])
            + (optimizesLink ? ["-DBINDGEN_LTO"] : [])
            + (hasThreads ? [Self.atomicsOption] : [])
    }

    /// C++ without its standard library: nothing there catches exceptions or asks for types at run time, one thread makes statics, and
    /// an instance has no end at which they would be destroyed.
    private static let cxxOptions = [
        "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-fno-c++-static-destructors",
    ]

    private var linkerOptions: [String] {
        ["-z", "stack-size=\(stackSize)", "--stack-first", unicodeTables]
            + HostRequirements.entryPoints.map { "--export-if-defined=\($0)" } + exports.map { "--export=\($0)" }
            + (hasThreads
                ? ["--shared-memory", "--import-memory", "--export-memory", "--max-memory=\(Self.mostSharedBytes)"] : [])
    }

    /// The JSON that `swift build --toolset` reads.
    package var json: String {
        func list(_ options: [String]) -> String {
            options.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }.joined(separator: ", ")
        }
        return """
            {
              "schemaVersion": "1.0",
              "swiftCompiler": { "extraCLIOptions": [\(list(swiftOptions))] },
              "cCompiler": { "extraCLIOptions": [\(list(cOptions))] },
              "cxxCompiler": { "extraCLIOptions": [\(list(cOptions + Self.cxxOptions))] },
              "linker": { "extraCLIOptions": [\(list(linkerOptions))] }
            }

            """
    }
}
