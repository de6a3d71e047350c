import Foundation

/// The targets of other packages that a package uses: their IDL goes into the same module.
struct OtherPackages {
    /// By the name of a product, which SwiftPM wants to be one in all packages of a build.
    private(set) var products: [String: [UserPackage.Target]] = [:]
    /// The targets of each package, which name one another: those of a package follow the place of its folder.
    private var targets: [String: [UserPackage.Target]] = [:]

    /// What packages have of swift-bindgen itself, where there is no IDL.
    private static let ownProducts: Set = ["BindgenRuntime", "BindgenPlugin", "BindgenCommand", "WASI", "bindgen"]

    /// Whether any of the targets uses what another package than swift-bindgen has.
    static func areUsed(by targets: [UserPackage.Target]) -> Bool {
        targets.contains { !$0.isTest && !ownProducts.isSuperset(of: $0.products) }
    }

    init() {}

    /// Asks SwiftPM where the packages are, and what they have. Manifests alone are read, and nothing is fetched that is there.
    init(of folder: String, scratchFolder: String, toolchain: SwiftToolchain) throws(BuildError) {
        let root: Dependency = try toolchain.package(
            ["--package-path", folder, "--scratch-path", scratchFolder, "show-dependencies", "--format", "json"])
        var seen: Set<String> = [root.path]
        var waiting = root.dependencies
        while let next = waiting.popLast() {
            guard seen.insert(next.path).inserted, next.name != "swift-bindgen" else { continue }
            waiting += next.dependencies
            let scratch = scratchFolder + "/manifests"
            let manifest: Manifest = try toolchain.package(
                ["--package-path", next.path, "--scratch-path", scratch, "dump-package"])
            add(manifest, in: next.path)
        }
    }

    /// The targets that a target of one of the packages depends on.
    func dependencies(of target: UserPackage.Target) -> [UserPackage.Target] {
        let siblings = targets[target.package] ?? []
        return target.dependencies.flatMap { name in siblings.filter { $0.name == name } }
            + target.products.flatMap { products[$0] ?? [] }
    }

    private mutating func add(_ manifest: Manifest, in folder: String) {
        let found = manifest.targets.filter { ["regular", "executable"].contains($0.type) }.map { target in
            // A name without a kind is that of a target where there is one.
            let names = target.dependencies.compactMap(\.name)
            let isSibling = { (name: String) in manifest.targets.contains { $0.name == name } }
            return UserPackage.Target(
                name: target.name, moduleName: UserPackage.moduleName(of: target.name), package: folder,
                folder: folder + "/" + (target.path ?? Self.defaultFolder(of: target.name, in: folder)),
                dependencies: names.filter(isSibling), products: names.filter { !isSibling($0) },
                usesPlugin: (target.pluginUsages ?? []).contains { $0.name == "BindgenPlugin" },
                isLibrary: target.type == "regular")
        }
        targets[folder] = found
        for product in manifest.products {
            products[product.name] = found.filter { product.targets.contains($0.name) }
        }
    }

    /// Where SwiftPM looks for a target's folder.
    static let sourceFolders = ["Sources", "Source", "src", "srcs"]

    private static func defaultFolder(of target: String, in package: String) -> String {
        let folders = sourceFolders.map { "\($0)/\(target)" }
        return folders.first { FileSystem.isFolder("\(package)/\($0)") } ?? folders[0]
    }

    private struct Dependency: Decodable {
        var name: String
        var path: String
        var dependencies: [Dependency]
    }

    private struct Manifest: Decodable {
        struct Product: Decodable {
            var name: String
            var targets: [String]
        }
        struct Target: Decodable {
            var name: String
            var type: String
            var path: String?
            var dependencies: [Reference]
            var pluginUsages: [Reference]?
        }
        var products: [Product]
        var targets: [Target]
    }

    /// `{"product": ["Name", "package", …]}`, and in the same way `target`, `byName`, `plugin`.
    private struct Reference: Decodable {
        var name: String?

        init(from decoder: any Decoder) throws {
            let kinds = try decoder.singleValueContainer().decode([String: Words].self)
            name = kinds.first?.value.first
        }
    }

    /// A list of which the first word counts; what else is in it may be anything.
    private struct Words: Decodable {
        var first: String?

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            first = try list.decodeIfPresent(String.self)
        }
    }
}
