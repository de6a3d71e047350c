import BindgenABI
import BindgenIDL
import BindgenModel
import Foundation

/// The scripts that `[Import="./file.js"]` names and all that they import: their places in the package, or what is wrong.
///
/// A script keeps the place that it has below the root, so that what it imports by a relative path is found in the package too,
/// and two of one name in two folders are two files.
struct ImportedScripts {
    /// What a script imports that stands elsewhere than in a file.
    struct PackageImport: Sendable {
        var script: String
        var specifier: String
    }

    /// Where an import of a script leads in the package.
    struct Target {
        var reference: ScriptReferences.Reference
        var place: String
    }

    /// In the order in which they are found.
    var files: [OutputFile] = []
    /// What bindgen.json makes of the scripts that it names.
    var package = PackageScripts()
    /// How the glue imports what a definition comes from, by the definition's name.
    private(set) var specifiers: [String: String] = [:]
    private(set) var packages: [PackageImport] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The folder below which scripts may lie, absolute.
    private let root: String
    /// Those of libraries, and the folder of the package in which what lies there has its place.
    private let libraries: [(root: String, place: String)]
    /// The folder of bindgen.json, below which files may lie that it names; empty before those are added.
    var packageRoot = ""
    /// The files of the package that bindgen writes itself.
    let generated: GeneratedNames
    private(set) var references: [String: ScriptReferences] = [:]
    /// The imports of each script.
    private(set) var targets: [String: [Target]] = [:]

    /// - Parameters:
    ///   - root: the folder of the sources.
    ///   - libraries: the folders of the libraries' sources, each with the name of the module.
    init(
        of plan: BindingPlan, in trees: [FileSyntax], root: String, libraries: [(folder: String, name: String)] = [],
        generated: GeneratedNames
    ) {
        self.root = FileSystem.absolute(root)
        self.libraries = libraries.map { (FileSystem.absolute($0.folder), $0.name + "/") }
        self.generated = generated
        for tree in trees {
            for definition in tree.definitions {
                guard let name = definition.name?.text, let planned = plan.definition(named: name),
                    let attribute = definition.node.extendedAttributes.first(named: "Import"),
                    case .string(let literal) = attribute.value
                else { continue }
                add(literal, of: planned, beside: Self.folder(of: tree.file.path))
            }
        }
    }

    /// The folder of a file, absolute.
    static func folder(of path: String) -> String {
        URL(fileURLWithPath: FileSystem.absolute(path)).deletingLastPathComponent().path
    }

    mutating func report(_ message: String, at range: SourceRange, severity: Diagnostic.Severity = .error) {
        diagnostics.append(Diagnostic(severity, rule: "imported-script", message, at: range))
    }

    // MARK: - From the IDL

    private mutating func add(_ literal: LiteralSyntax, of definition: DefinitionPlan, beside folder: String) {
        let text = literal.text
        guard text.hasPrefix("./") || text.hasPrefix("../") else { return checkModule(literal, beside: folder) }
        let path = FileSystem.absolute(folder + "/" + text)
        guard let place = place(of: path) else {
            return report(
                "`\(text)` lies outside of \(shown(root)), from which scripts are copied into the package; move it there",
                at: literal.range)
        }
        if generated.mayHold(place), !FileSystem.exists(path) || FileSystem.isFolder(path) {
            return report("bindgen writes \(place) itself; name a script of your own", at: literal.range)
        }
        if generated.holds(place) { return reportGenerated(place, at: literal.range) }
        if let problem = problem(with: path) {
            return report("`\(text)`: \(problem); [Import=\"./file.js\"] names a script beside the IDL", at: literal.range)
        }
        specifiers[definition.name] = "./" + Self.escaped(place)
        copy(path, to: place)
        checkExport(of: definition, from: place, at: literal.range)
    }

    private mutating func reportGenerated(_ place: String, at range: SourceRange) {
        report("bindgen writes a file with the name \(place) itself; rename the script", at: range)
    }

    /// A name that is no path is that of a package, or a URL.
    private mutating func checkModule(_ literal: LiteralSyntax, beside folder: String) {
        let text = literal.text
        if text.isEmpty {
            report(
                "this names no module; write `[Import]` for what the global object has, or name a script or a package",
                at: literal.range)
        } else if !text.contains(":"), !text.hasPrefix("/"), FileSystem.exists(folder + "/" + text),
            !FileSystem.isFolder(folder + "/" + text)
        {
            report("`\(text)` is the name of a package; the script beside this file is `./\(text)`", at: literal.range)
        }
    }

    /// Where the JavaScript of a definition is looked up, there has to be an export.
    private mutating func checkExport(of definition: DefinitionPlan, from place: String, at range: SourceRange) {
        for name in definition.exportsWanted.sorted() { checkExport(name, from: place, at: range) }
    }

    private mutating func checkExport(_ name: String, from place: String, at range: SourceRange) {
        guard let script = references[place], script.faultOffset == nil, !script.exportsOthers, !script.exports.contains(name)
        else {
            return
        }
        let nearest = NearestName.find(name, in: script.exports.sorted()).map { "; did you mean `\($0)`?" }
        report(
            "\(place) has no export `\(name)`"
                + (nearest ?? "; write `export const \(name) = …` there, or rename the definition"),
            at: range)
    }

    // MARK: - From script to script

    private static let scannedSuffixes = [".js", ".mjs", ".jsx", ".ts", ".mts"]

    mutating func copy(_ path: String, to place: String) {
        if files.contains(where: { $0.path == place }) { return }
        guard let bytes = FileSystem.read(path) else { return }
        files.append(OutputFile(path: place, contents: bytes))
        package.sources.insert(path)
        guard Self.scannedSuffixes.contains(where: place.hasSuffix) else { return }
        let script = ScriptReferences(bytes)
        references[place] = script
        let file = SourceFile(path: shown(path), bytes: bytes)
        for reference in script.references { follow(reference, from: path, at: place, in: file) }
        for offsets in script.computed {
            report(
                "which file this imports is known only when it runs, so it is not copied into the package; name it literally",
                at: SourceRange(file: file, offsets: offsets), severity: .warning)
        }
        if let offset = script.faultOffset {
            report(
                "what this script imports cannot be read beyond this place, and is not copied into the package",
                at: SourceRange(file: file, offsets: offset..<min(offset + 1, bytes.count)), severity: .warning)
        }
    }

    private mutating func follow(
        _ reference: ScriptReferences.Reference, from script: String, at origin: String, in file: SourceFile
    ) {
        let range = SourceRange(file: file, offsets: reference.offsets)
        let text = reference.specifier
        guard text.hasPrefix("./") || text.hasPrefix("../") else {
            if reference.kind == .module { followModule(text, from: file, at: range) }
            return
        }
        // A specifier is a URL: what follows `?` or `#` is no part of the file's name.
        let name = text.prefix { $0 != "?" && $0 != "#" }
        let path = FileSystem.absolute(Self.folder(of: script) + "/" + (name.removingPercentEncoding ?? String(name)))
        guard let place = place(of: path) else {
            if reference.kind == .resource { return }
            return report(
                "`\(text)` lies outside of \(shown(root)), from which scripts are copied into the package; move it there",
                at: range)
        }
        let target = Target(reference: reference, place: place)
        if generated.mayHold(place), !FileSystem.exists(path) {
            targets[origin, default: []].append(target)
            return
        }
        if generated.holds(place) { return reportGenerated(place, at: range) }
        if let problem = problem(with: path) {
            // A URL need not be that of a file.
            if reference.kind == .resource { return }
            return report("`\(text)`: \(problem)", at: range)
        }
        // Files beside the IDL stand at the package's root, others where bindgen.json has them.
        let found = FileSystem.absolute(Self.folder(of: "/" + origin) + "/" + (name.removingPercentEncoding ?? String(name)))
        if found != "/" + place {
            return report(
                "`\(text)` leads elsewhere in the package, where this script is \(origin) and that file \(place); keep both below "
                    + "\(shown(root)), or both outside of it", at: range)
        }
        targets[origin, default: []].append(target)
        copy(path, to: place)
    }

    private mutating func followModule(_ specifier: String, from file: SourceFile, at range: SourceRange) {
        if specifier.hasPrefix("#") {
            return report(
                "`\(specifier)` is looked up in a package.json with `imports`, which the package will not have", at: range)
        }
        packages.append(PackageImport(script: file.path, specifier: specifier))
    }

    // MARK: - Paths

    /// The path in the package; nil for what lies outside of the roots.
    func place(of path: String) -> String? {
        for (root, place) in libraries + [(root, ""), (packageRoot, "")] where !root.isEmpty {
            let prefix = root.hasSuffix("/") ? root : root + "/"
            if path.hasPrefix(prefix) { return place + path.dropFirst(prefix.count) }
        }
        return nil
    }

    func problem(with path: String) -> String? {
        if FileSystem.isFolder(path) { return "\(shown(path)) is a folder" }
        if !FileSystem.exists(path) { return "there is no \(shown(path))" }
        return FileSystem.read(path) == nil ? "\(shown(path)) cannot be read" : nil
    }

    func shown(_ path: String) -> String { FileSystem.shown(path) }

    /// A path as a URL relative to the package: what would end the path, or be read as an escape, is escaped.
    static func escaped(_ path: String) -> String {
        var text = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%", "?", "#", "\\", "\u{0}"..."\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension DefinitionPlan {
    /// The export that imports of this definition look up; nil where its members are reached from a value alone.
    fileprivate var exportsWanted: Set<String> {
        switch self {
        case .container(let plan) where plan.hasNamedExports: Set(plan.functions.map(\.jsName))
        case .container(let plan): plan.isNamedByMembers ? [plan.jsName] : []
        case .enumeration, .dictionary, .union, .callback: []
        }
    }

    /// The same definition, imported from another module.
    func imported(from specifier: String) -> DefinitionPlan {
        guard var plan = importedContainer else { return self }
        plan.importSource = .module(specifier)
        return .container(plan)
    }
}
