import BindgenServe

/// What one build of a package found out and the next one need not ask again, for a tool that goes on running: each answer is a
/// program to start. `forget` when the manifest has changed.
package final class BuildMemory: Sendable {
    private struct Answers {
        var package: UserPackage?
        /// What was noticed when it was described, and is not told yet.
        var remarks: [String] = []
        var toolset: Toolset?
        var binaryFolders: [[String]: String] = [:]
        var files: Set<String> = []
    }

    private let answers = Locked(Answers())

    package init() {}

    package func forget() {
        answers.withLock { $0.package = nil }
    }

    /// The folders of the packages on this machine that the package depends on, as far as they are known.
    var localDependencies: [String] { answers.withLock { $0.package?.localDependencies ?? [] } }

    func remember(files: Set<String>) { answers.withLock { $0.files = files } }

    /// Whether a file goes into the npm package as it is, by its absolute path.
    func copies(_ path: String) -> Bool { answers.withLock { $0.files.contains(path) } }

    func package(orElse ask: () throws(BuildError) -> UserPackage) throws(BuildError) -> UserPackage {
        if let known = answers.withLock({ $0.package }) { return known }
        var package = try ask()
        let remarks = package.remarks
        package.remarks = []
        answers.withLock { answers in
            answers.package = package
            answers.remarks += remarks
        }
        return package
    }

    /// What was noticed when the package was described, for whoever tells it first.
    func takeRemarks() -> [String] {
        answers.withLock { answers in
            defer { answers.remarks = [] }
            return answers.remarks
        }
    }

    func toolset(orElse ask: () throws(BuildError) -> Toolset) throws(BuildError) -> Toolset {
        if let known = answers.withLock({ $0.toolset }) { return known }
        let toolset = try ask()
        answers.withLock { $0.toolset = toolset }
        return toolset
    }

    /// - Parameter arguments: those of the `swift build` that writes into the folder.
    func binaryFolder(of arguments: [String], orElse ask: () throws(BuildError) -> String) throws(BuildError) -> String {
        if let known = answers.withLock({ $0.binaryFolders[arguments] }) { return known }
        let folder = try ask()
        answers.withLock { $0.binaryFolders[arguments] = folder }
        return folder
    }
}
