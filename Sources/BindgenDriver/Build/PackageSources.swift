package import BindgenIDL

/// What the user wrote of a package that a build looks at before it compiles: the IDL files of its module, and bindgen.json.
package struct PackageSources: Sendable {
    /// The IDL files, as the user would write their paths.
    package var files: [String]
    package var moduleName: String
    /// The IDL of the libraries that the module uses.
    package var libraries: [IDLLibrary] = []
    /// The folder of the target, below which scripts may lie.
    package var folder: String
    /// The faults of bindgen.json.
    package var diagnostics: [Diagnostic]
    /// What else keeps the package from being built, in sentences.
    package var problems: [String] = []

    /// - Throws: why nobody can say which files these are.
    package init(packagePath: String, product: String?) throws(BuildError) {
        let toolchain = try SwiftToolchain.find()
        let root = FileSystem.real(packagePath)
        let lock = FileSystem.exists(root + "/Package.swift") ? try BuildLock(package: root, waiting: { _ in }) : nil
        defer { withExtendedLifetime(lock) {} }
        let package = try UserPackage.describe(folder: packagePath, toolchain: toolchain)
        let target = try package.moduleTarget(of: try package.product(named: product))
        files = target.idlFiles.map(FileSystem.shown)
        moduleName = target.name
        folder = target.folder
        let (libraries, unread) = InputFiles.read(package.libraries(of: target))
        self.libraries = libraries
        problems = unread
        let (configuration, faults) = PackageConfiguration.read(
            (packagePath == "." ? "" : packagePath + "/") + PackageConfiguration.fileName)
        diagnostics = faults
        if !faults.isEmpty { return }
        do {
            _ = try PackageTexts(configuration, folder: package.folder)
        } catch {
            problems.append("error: \(error.message)")
        }
    }
}
