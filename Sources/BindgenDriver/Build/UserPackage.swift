import Foundation

/// What `bindgen build` has to know about the package that it builds.
package struct UserPackage: Sendable {
    package struct Target: Sendable {
        package var name: String
        /// As Swift spells it.
        package var moduleName: String
        /// The folder of its package.
        var package: String
        package var folder: String
        /// The targets of its package that it depends on.
        package var dependencies: [String]
        /// The products of other packages that it depends on.
        var products: [String] = []
        /// Whether BindgenPlugin generates its Swift.
        var usesPlugin = false
        var isLibrary = false
        var isTest = false

        /// The IDL files beside its sources at this moment, absolute and sorted.
        package var idlFiles: [String] { InputFiles.idlFiles(below: folder) }
    }

    package var folder: String
    package var name: String
    /// The executable products, each with the names of its targets.
    package var executables: [(name: String, targets: [String])]
    package var targets: [Target]
    /// The folders of the packages on this machine that it depends on.
    package var localDependencies: [String]
    private var others = OtherPackages()

    /// The folder of the nested build. It is not the package's own `.build`: an outer `swift run` may hold that one's lock.
    package var scratchFolder: String { ScratchFolder(package: folder).path + (isComponent ? "/component" : "") }
    /// Whether the build is of a component, whose generated Swift is another: each kind keeps what it has compiled.
    var isComponent = false
    /// What was noticed on the way, for the user.
    package var remarks: [String] = []

    package static func describe(folder: String, toolchain: SwiftToolchain) throws(BuildError) -> UserPackage {
        // What the compiler caches names paths as they are spelled: by whichever link a package is named, it is built at one path.
        let folder = FileSystem.real(folder)
        guard FileSystem.isFolder(folder) else { throw BuildError("\(folder): there is no such folder") }
        guard FileSystem.exists(folder + "/Package.swift") else {
            throw BuildError("\(folder): there is no Package.swift here; name the package with --package-path")
        }
        let scratch = ScratchFolder(package: folder)
        let remark = try scratch.claim()
        if let sign = folder.first(where: { "\"\\\n".contains($0) }) {
            let name = sign == "\n" ? "\\n" : String(sign)
            throw BuildError("\(folder): SwiftPM cannot build a package whose path has `\(name)`; move it")
        }
        let package: Description = try toolchain.package(
            ["--package-path", folder, "--scratch-path", scratch.path, "describe", "--type", "json"])
        var described = UserPackage(package, folder: folder)
        try TargetsWithoutSwift.refuse(in: folder, besides: described.targets, toolchain)
        if OtherPackages.areUsed(by: described.targets) {
            described.others = try OtherPackages(of: folder, scratchFolder: scratch.path, toolchain: toolchain)
        }
        for dependency in described.localDependencies { try Installation.check(dependency, of: described.name) }
        if let remark { described.remarks.append(remark) }
        return described
    }

    private struct Description: Decodable {
        struct Product: Decodable {
            var name: String
            var targets: [String]
            var type: [String: Ignored?]
        }
        struct Target: Decodable {
            var name: String
            var path: String
            var type: String
            var c99name: String?
            var target_dependencies: [String]?
            var product_dependencies: [String]?
        }
        struct Dependency: Decodable {
            var path: String?
        }
        struct Ignored: Decodable {
            init(from decoder: any Decoder) {}
        }
        var name: String
        var products: [Product]
        var targets: [Target]
        var dependencies: [Dependency]
    }

    private init(_ description: Description, folder: String) {
        self.folder = folder
        name = description.name
        executables = description.products.filter { $0.type.keys.contains("executable") }.map { ($0.name, $0.targets) }
        targets = description.targets.map { target in
            let path = target.path.hasPrefix("/") ? target.path : folder + "/" + target.path
            let products = target.product_dependencies ?? []
            return Target(
                name: target.name, moduleName: target.c99name ?? Self.moduleName(of: target.name), package: folder, folder: path,
                dependencies: target.target_dependencies ?? [], products: products,
                usesPlugin: products.contains("BindgenPlugin"), isLibrary: target.type == "library",
                isTest: target.type == "test")
        }
        localDependencies = description.dependencies.compactMap(\.path)
    }

    /// The executable products that have IDL files, by name: SwiftPM names them in no order.
    package var modules: [String] {
        executables.filter { !reachable(from: $0.targets).allSatisfy(\.idlFiles.isEmpty) }.map(\.name).sorted()
    }

    /// The product to build: the one that is named, or the only one that has IDL files.
    package func product(named wanted: String?) throws(BuildError) -> String {
        let list = executables.map(\.name).joined(separator: ", ")
        if let wanted {
            if executables.contains(where: { $0.name == wanted }) { return wanted }
            throw BuildError(
                "package \(name) has no executable product `\(wanted)`" + (list.isEmpty ? "" : "; it has: \(list)"))
        }
        let candidates = modules
        switch candidates.count {
        case 1: return candidates[0]
        case 0:
            throw BuildError(
                list.isEmpty
                    ? "package \(name) has no executable target; a wasm module is made from an `.executableTarget`"
                    : "no executable of package \(name) has an .idl file beside its sources (\(list))")
        default:
            throw BuildError(
                "package \(name) has more than one module; choose one with --product: \(candidates.joined(separator: ", "))")
        }
    }

    /// The target that is the module of a product: the executable, whose IDL is its own and that of the libraries that it uses.
    package func moduleTarget(of product: String) throws(BuildError) -> Target {
        let roots = executables.first { $0.name == product }?.targets ?? []
        let used = reachable(from: roots).filter { !$0.idlFiles.isEmpty }
        guard !used.isEmpty, let root = targets.first(where: { roots.contains($0.name) && !$0.isLibrary }) else {
            throw BuildError("there is no .idl file beside the sources of \(product)")
        }
        return root
    }

    /// Looks whether the targets with IDL that a module is made of are generated for.
    func checkPlugins(of root: Target) throws(BuildError) {
        for target in libraries(of: root) + [root] where !target.usesPlugin {
            throw BuildError(
                "the target \(target.name) is part of the module \(root.name), and does not use BindgenPlugin; write "
                    + "`plugins: [.plugin(name: \"BindgenPlugin\", package: \"swift-bindgen\")]` for it in Package.swift")
        }
    }

    /// The libraries with IDL that a target uses, of this package or of others; what one of them uses stands before it.
    package func libraries(of target: Target) -> [Target] {
        reachable(from: [target.name]).filter { $0.isLibrary && !$0.idlFiles.isEmpty }
    }

    /// What the names say and what these targets depend on, each once: by name, and what a target depends on stands before it.
    /// BindgenPlugin has the same order, since the plan follows it.
    private func reachable(from roots: [String]) -> [Target] {
        var found: [Target] = []
        var seen: Set<String> = []
        func visit(_ list: [Target]) {
            for target in list.sorted(by: { $0.name < $1.name }) where seen.insert(target.name).inserted {
                visit(dependencies(of: target))
                found.append(target)
            }
        }
        visit(roots.flatMap { name in targets.filter { $0.name == name } })
        return found
    }

    private func dependencies(of target: Target) -> [Target] {
        if target.package != folder { return others.dependencies(of: target) }
        return target.dependencies.flatMap { name in targets.filter { $0.name == name } }
            + target.products.flatMap { others.products[$0] ?? [] }
    }

    /// The module of a target: what no identifier can have is `_` there.
    static func moduleName(of target: String) -> String {
        var name = String(target.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        if name.first?.isNumber ?? false { name = "_" + name }
        return name
    }
}
