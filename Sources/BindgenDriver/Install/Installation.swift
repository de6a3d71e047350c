import Foundation

/// What `bindgen install` puts into the user's home: this tool, built, and beside it the part of swift-bindgen that packages depend
/// on. A package that depends on that part compiles nothing of the tool.
///
///     ~/.swift-bindgen/0.1.0/Package.swift              the manifest of swift-bindgen, with `isInstalled`
///                            Plugins, Sources           the plugins, the runtime
///                            Sources/WebAPI             the package with the web platform
///                            bindgen.artifactbundle     the tool, in the form in which SwiftPM takes built tools
///     ~/.local/bin/bindgen                              a link to the tool
package struct Installation: Sendable {
    /// In the user's home, which a manifest may call `~`: so a package names no path of one machine.
    private static let root = ".swift-bindgen"
    private static let bundle = "bindgen.artifactbundle"
    private static let manifestSwitch = "let isInstalled = "
    private static let copied = [
        "Plugins", "Sources/BindgenRuntime", "Sources/EmbeddedSupport", "Sources/WASI", "Sources/WASIPreview1", "Sources/WebAPI",
    ]

    package var version: String

    package init(version: String = PackageVersion.number) {
        self.version = version
    }

    /// The user's home as SwiftPM sees it, which need not be that of the shell.
    private static var home: String { FileManager.default.homeDirectoryForCurrentUser.path }

    /// As a manifest spells it.
    var manifestPath: String { "~/\(Self.root)/\(version)" }
    package var folder: String { "\(Self.home)/\(Self.root)/\(version)" }
    package var tool: String { "\(folder)/\(Self.bundle)/bindgen" }
    package static var defaultLinkFolder: String { home + "/.local/bin" }

    /// The installation that a file belongs to; nil for one that stands elsewhere.
    package static func holding(_ path: String) -> Installation? {
        let real = FileSystem.real(path)
        let prefix = FileSystem.real("\(home)/\(root)") + "/"
        guard real.hasPrefix(prefix), let version = real.dropFirst(prefix.count).split(separator: "/").first else { return nil }
        return Installation(version: String(version))
    }

    // MARK: - Versions

    /// Looks whether a package's dependency is an installation that fits this tool. Others are BindgenPlugin's to compare.
    static func check(_ dependency: String, of package: String) throws(BuildError) {
        guard let wanted = holding(dependency), FileSystem.real(wanted.folder) == FileSystem.real(dependency) else { return }
        let own = Installation()
        let isPresent = FileSystem.exists(wanted.folder + "/Package.swift")
        if isPresent, wanted.version == own.version { return }
        let installs = "`swift run bindgen install` in a checkout of \(wanted.version) puts it there"
        if wanted.version == own.version {
            throw BuildError("\(package) depends on swift-bindgen in \(wanted.manifestPath), where it is not: \(installs)")
        }
        throw BuildError(
            "\(package) depends on swift-bindgen \(wanted.version), and this is bindgen \(own.version), which does not fit: "
                + (isPresent ? "run \(wanted.tool)" : installs) + ", or name \(own.manifestPath) in Package.swift")
    }

    // MARK: - Installing

    /// Copies the tool that is running and the packages' part of its checkout.
    package func install(_ tool: String, checkout: String) throws(BuildError) {
        do {
            try Interruption.heldBack {
                let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
                try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
                let staging = try StagingFolder(in: parent)
                defer { staging.remove() }
                try copy(tool, checkout, to: staging.path + "/new")
                if FileSystem.exists(folder) {
                    try FileManager.default.moveItem(atPath: folder, toPath: staging.path + "/old")
                }
                try FileManager.default.moveItem(atPath: staging.path + "/new", toPath: folder)
            }
        } catch let error as BuildError {
            throw error
        } catch {
            throw BuildError("cannot install into \(folder): \(FileSystem.reason(error))")
        }
    }

    private func copy(_ tool: String, _ checkout: String, to target: String) throws {
        let manager = FileManager.default
        let manifest = FileSystem.read(checkout + "/Package.swift").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let installed = manifest.replacing(Self.manifestSwitch + "false", with: Self.manifestSwitch + "true")
        if installed == manifest {
            throw BuildError("\(checkout)/Package.swift has no `\(Self.manifestSwitch)false`: it is not that of this bindgen")
        }
        try FileWriter(folder: target).write([
            OutputFile(path: "Package.swift", text: installed),
            OutputFile(path: "\(Self.bundle)/info.json", text: bundleDescription),
        ])
        try manager.copyItem(atPath: tool, toPath: "\(target)/\(Self.bundle)/bindgen")
        for path in Self.copied {
            let files = FileSystem.files(below: "\(checkout)/\(path)", suffix: "").filter { !$0.contains(".docc/") }
            // Read and written, because the plugins have links to files of the tool.
            try FileWriter(folder: target).write(
                files.compactMap { file in
                    FileSystem.read(file).map { OutputFile(path: String(file.dropFirst(checkout.count + 1)), contents: $0) }
                })
        }
    }

    /// SwiftPM's description of a bundle with one built tool (SE-0305).
    private var bundleDescription: String {
        """
        {
          "schemaVersion": "1.0",
          "artifacts": {
            "bindgen": {
              "version": "\(version)",
              "type": "executable",
              "variants": [{ "path": "bindgen", "supportedTriples": ["\(Self.triple)"] }]
            }
          }
        }

        """
    }

    /// The machine that this program was built for.
    private static var triple: String {
        #if arch(arm64) && os(macOS)
        "arm64-apple-macosx"
        #elseif os(macOS)
        "x86_64-apple-macosx"
        #elseif arch(arm64)
        "aarch64-unknown-linux-gnu"
        #else
        "x86_64-unknown-linux-gnu"
        #endif
    }

    // MARK: - In PATH

    /// Makes the link by which a shell finds the tool.
    /// - Returns: The path of the link.
    package func link(in folder: String) throws(BuildError) -> String {
        let path = FileSystem.absolute(folder) + "/bindgen"
        let manager = FileManager.default
        let destination = try? manager.destinationOfSymbolicLink(atPath: path)
        let isOurs = destination?.contains("/\(Self.root)/") == true
        if !isOurs, destination != nil || FileSystem.exists(path) {
            throw BuildError("\(path) is there already and not of swift-bindgen; choose another folder with --bin")
        }
        do {
            try manager.createDirectory(atPath: FileSystem.absolute(folder), withIntermediateDirectories: true)
            if isOurs { try manager.removeItem(atPath: path) }
            try manager.createSymbolicLink(atPath: path, withDestinationPath: tool)
        } catch {
            throw BuildError("cannot make the link \(path): \(FileSystem.reason(error))")
        }
        return path
    }

    /// What keeps the shell from finding the tool by its name, as a sentence; nil where nothing does.
    package func remark(on link: String) -> String? {
        let folder = String(link.dropLast("/bindgen".count))
        guard let found = Subprocess.find("bindgen") else {
            return "\(folder) is not in PATH; a line for the profile of your shell: export PATH=\"\(folder):$PATH\""
        }
        if FileSystem.real(found) == FileSystem.real(tool) { return nil }
        return "`bindgen` in PATH is \(found), another program; put \(folder) before it in PATH"
    }
}
