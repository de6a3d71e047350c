import Foundation

/// What `bindgen build` has to know about the package that it builds.
package struct UserPackage: Sendable {
    package struct Target: Sendable {
        package var name: String
        package var folder: String
        package var dependencies: [String]
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

    /// The folder of the nested build. It is not the package's own `.build`: an outer `swift run` may hold that one's lock.
    package var scratchFolder: String { ScratchFolder(package: folder).path }
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
        let arguments = [
            "package", "--package-path", folder, "--scratch-path", scratch.path, "describe", "--type", "json",
        ]
        let result = try Subprocess.run(toolchain.swift, arguments, output: .collectStandardOutput)
        // Progress of fetching dependencies may stand before the JSON.
        guard result.status == 0, let start = result.output.firstIndex(of: UInt8(ascii: "{")),
            let package = try? JSONDecoder().decode(Description.self, from: Data(result.output[start...]))
        else {
            let again = try Subprocess.run(toolchain.swift, arguments, output: .collect)
            throw BuildError("`swift package describe` failed in \(folder)", details: again.text)
        }
        var described = UserPackage(package, folder: folder)
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
            var target_dependencies: [String]?
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
            return Target(
                name: target.name, folder: path, dependencies: target.target_dependencies ?? [], isTest: target.type == "test")
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

    /// The target that holds the IDL files of a product.
    package func moduleTarget(of product: String) throws(BuildError) -> Target {
        let roots = executables.first { $0.name == product }?.targets ?? []
        let candidates = reachable(from: roots).filter { !$0.idlFiles.isEmpty }
        if candidates.count > 1 {
            throw BuildError(
                "the IDL files of \(product) stand in more than one target (\(candidates.map(\.name).joined(separator: ", "))); "
                    + "put them beside one target's sources")
        }
        guard let target = candidates.first else {
            throw BuildError("there is no .idl file beside the sources of \(product)")
        }
        return target
    }

    private func reachable(from roots: [String]) -> [Target] {
        var found: [Target] = []
        var waiting = roots
        while let next = waiting.popLast() {
            guard !found.contains(where: { $0.name == next }), let target = targets.first(where: { $0.name == next }) else {
                continue
            }
            found.append(target)
            waiting += target.dependencies
        }
        return found.sorted { $0.name < $1.name }
    }
}
