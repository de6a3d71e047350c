import Foundation

/// Targets that have IDL and no Swift file: SwiftPM leaves them out of a package, and warns of it where a build shows no warnings. Their types
/// would be unknown.
enum TargetsWithoutSwift {
    /// Asks for the manifest where a folder of sources with IDL is no target's, and nowhere else.
    static func refuse(in folder: String, besides targets: [UserPackage.Target], _ toolchain: SwiftToolchain) throws(BuildError) {
        let taken = targets.map { FileSystem.real($0.folder) }
        let roots = OtherPackages.sourceFolders.map { "\(folder)/\($0)" }.filter(FileSystem.isFolder)
        let left = roots.flatMap { root in
            ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().filter { name in
                let path = "\(root)/\(name)"
                return !taken.contains(FileSystem.real(path)) && !InputFiles.idlFiles(below: path).isEmpty
                    && FileSystem.files(below: path, suffix: ".swift").isEmpty
            }
        }
        if left.isEmpty { return }
        let manifest: Manifest = try toolchain.package(["--package-path", folder, "dump-package"])
        guard let name = left.first(where: { name in manifest.targets.contains { $0.name == name } }) else { return }
        throw BuildError(
            "the target \(name) has IDL and no Swift file, so SwiftPM leaves it out; "
                + "add a file such as \(name).swift to it, which may be empty")
    }

    private struct Manifest: Decodable {
        struct Target: Decodable { var name: String }
        var targets: [Target]
    }
}
