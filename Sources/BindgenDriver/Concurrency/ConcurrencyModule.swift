import CarriedFiles
import Foundation

/// Swift's module `_Concurrency` for `wasm32-unknown-none-wasm`, of which toolchains have none: without it an `async` function makes the
/// compiler crash.
///
/// Its sources are the tool's own (`Module`). They are compiled once for each compiler, into a module without code: what a program uses of it is
/// compiled with the program. What the compiler calls besides is EmbeddedSupport's `Concurrency.c`. It is no target of the package, for such a one
/// would take the place of the real module in builds for the host.
struct ConcurrencyModule {
    /// The compilers whose layouts of frames, tasks and continuations are those of `Concurrency.c`; another one is tried
    /// (`ConcurrencySelfTest`). `Tests/Families/AsyncCode` tells whether it belongs here.
    static let testedCompilers = ["swift-6.3.1-RELEASE"]
    /// The import that every module has in which a task can run.
    static let schedule = "schedule"

    var compiler: Compiler
    /// The folder of the nested build.
    var scratchFolder: String

    /// What a compiler says of itself.
    struct Compiler: Equatable, Sendable {
        /// The path of `swiftc`.
        var program: String
        /// `Swift version 6.3.1 (swift-6.3.1-RELEASE)`
        var version: String
        /// `swift-6.3.1-RELEASE`
        var tag: String

        var isTested: Bool { ConcurrencyModule.testedCompilers.contains(tag) }
    }

    private var folder: String { scratchFolder + "/concurrency" }
    private static let name = "_Concurrency"

    /// In the order of emission.
    private static var sources: [OutputFile] {
        [
            ("Actors", CarriedFile(Actors_swift())), ("AsyncSequence", CarriedFile(AsyncSequence_swift())),
            ("AsyncStream", CarriedFile(AsyncStream_swift())), ("Continuations", CarriedFile(Continuations_swift())),
            ("Sleep", CarriedFile(Sleep_swift())), ("Task", CarriedFile(Task_swift())),
            ("TaskGroups", CarriedFile(TaskGroups_swift())),
        ].map { OutputFile(path: "\($0).swift", text: $1.text) }
    }

    /// The folder for the compiler's search path; nil where this compiler cannot compile the module, which only modules with `async` code miss.
    func prepare(options: [String]) throws(BuildError) -> String? {
        let note = folder + "/made-by.txt"
        let maker = ([compiler.version] + options).joined(separator: "\n")
        let changed = try FileWriter(folder: folder + "/Sources").write(Self.sources).written
        if changed.isEmpty, FileSystem.read(note) == Array(maker.utf8) {
            return FileSystem.exists(modulePath) ? folder : nil
        }
        try? FileManager.default.removeItem(atPath: modulePath)
        let files = Self.sources.map { "\(folder)/Sources/\($0.path)" }
        // A mode in which closures of any isolation may result in what is not Sendable.
        let own = ["-swift-version", "5", "-enable-builtin-module", "-parse-as-library", "-module-name", Self.name]
        let arguments = ["-target", Toolset.triple] + options + own + ["-emit-module", "-o", modulePath] + files
        let result = try Subprocess.run(compiler.program, arguments)
        if result.status != 0, compiler.isTested {
            throw BuildError("the module \(Self.name) does not compile with \(compiler.version)", details: result.text)
        }
        try FileWriter(folder: folder).write([OutputFile(path: "made-by.txt", text: maker)])
        return result.status == 0 ? folder : nil
    }

    private var modulePath: String { "\(folder)/\(Self.name).swiftmodule" }

    /// What the package's own sources have that the compiler gets wrong, where the module runs tasks.
    static func remarks(_ imports: Set<String>, on package: UserPackage) -> [String] {
        guard imports.contains(schedule) else { return [] }
        return package.targets.filter { !$0.isTest }.flatMap { FileSystem.files(below: $0.folder, suffix: ".swift") }.flatMap {
            file in
            let text = FileSystem.read(file).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return GenericThrows.find(in: text).map { $0.remark(file: FileSystem.shown(file)) }
        }
    }

    /// Whether a compiler has to be tried before a module that runs tasks may be made with it.
    static func hasToBeTried(_ imports: Set<String>, _ compiler: Compiler) -> Bool {
        imports.contains(schedule) && !compiler.isTested
    }
}

extension Toolset {
    /// What makes a compiler find the module, import it everywhere (as it does for other targets by itself), and keep each switch to an executor:
    /// where it leaves some out, functions that await each other without a suspension nest without bound.
    static func concurrencyOptions(folder: String) -> [String] {
        ["-I", folder, "-Xfrontend", "-import-module", "-Xfrontend", "_Concurrency", "-D", "BINDGEN_CONCURRENCY"] + keepSwitches
    }
    static let keepSwitches = ["-Xllvm", "-sil-disable-pass=optimize-hop-to-executor"]
}
