package import BindgenIDL
import BindgenServe
import Foundation

/// Builds a package again and again, as its files change, and tells the pages that show it.
package struct DevLoop {
    /// What happens, for the terminal.
    package enum Message {
        case built(seconds: Double, pages: Int, diagnostics: [Diagnostic], remarks: [String])
        case failed([BuildProblem], seconds: Double)
        case changed([String])
        case reloaded(pages: Int)
    }

    package var build: ModuleBuild
    package var status: DevStatus
    private let folder: String

    /// The folder that is served in the place of `dist`. A debug build never stands where a release build belongs.
    package static func moduleFolder(package folder: String) -> String { ScratchFolder(package: folder).path + "/dev" }

    package init(build: ModuleBuild, status: DevStatus) {
        self.build = build
        self.status = status
        folder = FileSystem.real(build.packagePath)
        self.build.outputRoot = Self.moduleFolder(package: folder)
        self.build.servedFolder = folder + "/dist"
        self.build.measuresSizes = false
    }

    /// Goes on until the process ends.
    package func run(_ tell: (Message) -> Void) -> Never {
        var watcher = SourceWatcher(root: folder, excluded: folder + "/dist")
        perform(tell)
        var beat = Date()
        while true {
            for dependency in build.memory.localDependencies { watcher.add(root: dependency + "/Sources") }
            let started = Date()
            let changes = watcher.changes()
            if !changes.isEmpty {
                tell(.changed(changes.map(relative)))
                respond(to: changes, tell)
            }
            if beat.timeIntervalSinceNow < -10 {
                status.hub.beat()
                beat = Date()
            }
            // A large tree takes long to look through, and then it is looked at less often.
            let pause = max(0.1, -started.timeIntervalSinceNow * 4)
            if changes.isEmpty { usleep(UInt32(min(pause, 2) * 1_000_000)) }
        }
    }

    private func respond(to changes: [String], _ tell: (Message) -> Void) {
        let names = changes.map { $0.split(separator: "/").last.map(String.init) ?? "" }
        if names.contains(where: { $0 == "Package.swift" || $0.hasPrefix("Package@") }) { build.memory.forget() }
        let isPart = { (path: String, name: String) in
            let suffixes = [".swift", ".idl", ".webidl", ".c", ".cc", ".cpp", ".h", ".m", ".s", ".S"]
            return name == PackageConfiguration.fileName || suffixes.contains(where: name.hasSuffix)
                || path.hasPrefix(folder + "/Sources/") || build.memory.copies(path)
        }
        let sources = zip(changes, names).filter(isPart)
        let others = zip(changes, names).filter { !isPart($0, $1) && !$1.hasSuffix(".test.mjs") && !$1.hasSuffix(".md") }
        if !sources.isEmpty { perform(alsoReloads: !others.isEmpty, tell) }
        if sources.isEmpty, !others.isEmpty {
            if others.allSatisfy({ $0.1.hasSuffix(".css") }) { status.reloadStyles() } else { status.reloadPages() }
            tell(.reloaded(pages: status.hub.count))
        }
    }

    private func perform(alsoReloads: Bool = false, _ tell: (Message) -> Void) {
        let start = Date()
        status.begin()
        do {
            let outcome = try build.run()
            let reloads = !outcome.written.isEmpty || alsoReloads
            status.finish([], reloads: reloads)
            tell(
                .built(
                    seconds: -start.timeIntervalSinceNow, pages: reloads ? status.hub.count : 0,
                    diagnostics: outcome.diagnostics, remarks: outcome.remarks))
        } catch {
            let problems = BuildProblem.all(in: error, package: folder)
            status.finish(problems, reloads: alsoReloads)
            tell(.failed(problems, seconds: -start.timeIntervalSinceNow))
        }
    }

    private func relative(_ path: String) -> String {
        path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }
}
