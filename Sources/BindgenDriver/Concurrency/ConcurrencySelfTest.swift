import CarriedFiles
import Foundation

/// Whether modules of a compiler that nobody has tested run tasks as they should: a small one is built and run in Node, once for each such
/// compiler and package.
struct ConcurrencySelfTest {
    var compiler: ConcurrencyModule.Compiler
    var package: UserPackage
    var configuration: WasmCompile.Configuration

    private var folder: String { package.scratchFolder + "/concurrency/self-test" }
    /// Says of which compiler the last result is that was right.
    private var note: String { "right-\(configuration.rawValue).txt" }
    private static let moduleName = "SelfTest"
    private static let patience = 120.0

    /// Returns where the results are right; the error says what is wrong with the compiler, or why that cannot be told.
    func run(_ tell: @Sendable (String) -> Void) throws(BuildError) {
        let mark = Array("\(PackageVersion.number)\n\(compiler.version)\n".utf8)
        if FileSystem.read(folder + "/" + note) == mark { return }
        guard let node = Subprocess.find("node") else {
            throw refusal("there is no `node` in PATH to try it with")
        }
        guard let bindgen = package.bindgenFolder else {
            throw refusal("swift-bindgen is in no folder of this machine to try it with")
        }
        tell("\(compiler.version) is new to bindgen: a small module of tasks is built and tried, once")
        try FileWriter(folder: folder).write(files(bindgen))
        try build()
        let result = try Subprocess.run(node, [folder + "/self-test.mjs"], workingFolder: folder, seconds: Self.patience)
        let said = result.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if result.isLate { throw refusal("a small module of tasks does not end when it is built with it") }
        guard result.status == 0, said == "right" else {
            throw refusal("a small module of tasks goes wrong when it is built with it", details: said)
        }
        try FileWriter(folder: folder).write([OutputFile(path: note, contents: mark)])
    }

    private func build() throws(BuildError) {
        var build = ModuleBuild(packagePath: folder)
        build.configuration = configuration
        build.measuresSizes = false
        build.triesCompiler = false
        do {
            _ = try build.run()
        } catch {
            switch error {
            case .build(let fault):
                throw refusal("a small module of tasks does not compile with it", details: fault.details)
            case .input(let problems, _):
                throw refusal("a small module of tasks is refused", details: problems.joined(separator: "\n"))
            }
        }
    }

    private func files(_ bindgen: String) -> [OutputFile] {
        let source = "Sources/\(Self.moduleName)/"
        return [
            OutputFile(path: "Package.swift", text: manifest(bindgen)),
            OutputFile(path: source + "SelfTest.swift", text: CarriedFile(SelfTest_swift()).text),
            OutputFile(path: source + "self-test.idl", text: CarriedFile(self_test_idl()).text),
            OutputFile(path: source + "self-test-host.mjs", text: CarriedFile(self_test_host_mjs()).text),
            OutputFile(path: "self-test.mjs", text: CarriedFile(self_test_mjs()).text),
        ]
    }

    private func manifest(_ bindgen: String) -> String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(Self.moduleName)",
            dependencies: [\(BindgenDependency.checkout(bindgen).manifestEntry(in: folder))],
            targets: [
                .executableTarget(
                    name: "\(Self.moduleName)", dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
                    plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
            ]
        )

        """
    }

    private func refusal(_ reason: String, details: String = "") -> BuildError {
        let tested = ConcurrencyModule.testedCompilers.joined(separator: ", ")
        return BuildError(
            "this module has `async` code, and \(reason): \(compiler.version); build with \(tested), or without `async`",
            details: details)
    }
}

extension UserPackage {
    /// The swift-bindgen that the package is built with, where it is a folder or was fetched.
    fileprivate var bindgenFolder: String? {
        let folders = localDependencies + [scratchFolder + "/checkouts/swift-bindgen"]
        return folders.first { FileSystem.isFolder($0 + "/Sources/BindgenRuntime") }
    }
}
