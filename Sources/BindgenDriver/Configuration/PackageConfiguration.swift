package import BindgenEmit
package import BindgenIDL

/// What `bindgen.json` at the root of the user's package says. Everything in it is optional.
///
/// Each section is a stored property and a line in `read`; what `read` does not ask for is an error.
package struct PackageConfiguration: Sendable {
    /// The members of package.json that the user states, by npm's names.
    package struct Manifest: Sendable {
        package var name: String?
        package var version: String?
        package var description: String?
        package var keywords: [String]?
        package var license: String?
        package var author: JSONText?
        package var repository: JSONText?
        package var homepage: String?
        package var bugs: JSONText?
        /// Ranges of versions by the package's name.
        package var dependencies: [(key: String, text: String)]?
        package var peerDependencies: [(key: String, text: String)]?
    }

    package static let fileName = "bindgen.json"

    package var manifest = Manifest()
    /// The file that is the README of the npm package in place of the generated one, relative to bindgen.json.
    package var readme: String?
    package var budget = SizeBudget()
    package var features = FeatureRules()
    /// The bytes of the stack of each call that waits in place.
    package var suspendableStack: Int?
    /// Whether the module exports `onFatal`.
    package var tellsFatal = false
    /// The builds of the module besides the base that the package holds, the best first.
    package var variants: [ModuleVariant] = []
    /// `<package>/worker`
    package var worker: WorkerOptions?
    package var files = PackageFiles()
    /// What is said of one product, by its name; all that stands outside holds for it, too.
    package var products: [(key: String, range: SourceRange, value: PackageConfiguration)] = []

    package init() {}

    /// What holds for one product.
    package func product(_ name: String) -> PackageConfiguration { products.first { $0.key == name }?.value ?? self }

    /// Reads the file of a package; without one, everything is as if nothing was said.
    /// - Parameter path: the file's path as the user would write it; diagnostics name it.
    package static func read(_ path: String) -> (configuration: PackageConfiguration, diagnostics: [Diagnostic]) {
        guard FileSystem.exists(path) else { return (PackageConfiguration(), []) }
        let file = SourceFile(path: path, bytes: FileSystem.read(path) ?? [])
        return read(file)
    }

    package static func read(_ file: SourceFile) -> (configuration: PackageConfiguration, diagnostics: [Diagnostic]) {
        let report = ConfigurationReport(file: file)
        var configuration = PackageConfiguration()
        do {
            let syntax = try JSONSyntax(file.bytes)
            if case .object(let members) = syntax.value {
                var section = ConfigurationSection(path: "", members: members, report: report)
                configuration.read(&section)
                section.finish()
            } else {
                report.error(
                    "the file must hold an object, such as {\"version\": \"1.0.0\"}, not \(syntax.kind)", at: syntax.offsets)
            }
        } catch {
            report.error(error.message, at: error.offset..<min(error.offset + 1, file.bytes.count))
        }
        return (configuration, report.diagnostics)
    }

    private mutating func read(_ section: inout ConfigurationSection) {
        readOne(&section)
        let expected = "an object with a section for each product, such as {\"Words\": {\"name\": \"@acme/words\"}}"
        products =
            section.sections("products", expected: expected) { section in
                var product = self
                product.readOne(&section)
                return product
            } ?? []
    }

    /// What a package has that is made of one product. What is not stated stays what it was.
    private mutating func readOne(_ section: inout ConfigurationSection) {
        manifest.name = section.string("name", fault: PackageName.fault) ?? manifest.name
        manifest.version = section.string("version", fault: SemanticVersion.fault) ?? manifest.version
        manifest.description = section.string("description") ?? manifest.description
        manifest.keywords = section.strings("keywords") ?? manifest.keywords
        manifest.license = section.string("license", fault: LicenseExpression.fault) ?? manifest.license
        manifest.author =
            section.stringOrSection("author", short: JSONText.string) { section in
                Self.object([
                    ("name", section.string("name")), ("email", section.string("email")),
                    ("url", section.string("url", fault: Self.urlFault)),
                ])
            } ?? manifest.author
        manifest.repository =
            section.stringOrSection("repository", short: Self.repository) { section in
                Self.object([
                    ("type", section.string("type")), ("url", section.string("url")), ("directory", section.string("directory")),
                ])
            } ?? manifest.repository
        manifest.homepage = section.string("homepage", fault: Self.urlFault) ?? manifest.homepage
        manifest.bugs =
            section.stringOrSection("bugs", short: JSONText.string) { section in
                Self.object([("url", section.string("url", fault: Self.urlFault)), ("email", section.string("email"))])
            } ?? manifest.bugs
        let ranges = "an object of ranges of versions by the package's name, such as {\"zod\": \"^4.0.0\"}"
        manifest.dependencies = section.texts("dependencies", expected: ranges, fault: PackageName.fault) ?? manifest.dependencies
        manifest.peerDependencies =
            section.texts("peerDependencies", expected: ranges, fault: PackageName.fault) ?? manifest.peerDependencies
        readme = section.string("readme", fault: PackageFiles.pathFault) ?? readme
        budget = section.section("budget") { SizeBudget(&$0) } ?? budget
        features = section.section("features") { FeatureRules(&$0) } ?? features
        suspendableStack =
            section.string("suspendableStack", fault: SizeBudget.fault).flatMap(SizeBudget.bytes) ?? suspendableStack
        tellsFatal = section.boolean("onFatal") ?? tellsFatal
        worker = Self.worker(&section) ?? worker
        variants = ModuleVariants.read(&section) ?? variants
        files.read(&section)
    }

    /// `true`, or what is to be different.
    private static func worker(_ section: inout ConfigurationSection) -> WorkerOptions? {
        section.booleanOrSection("worker", example: "{\"pool\": true}") { isWanted in
            isWanted ? WorkerOptions() : nil
        } long: { section in
            WorkerOptions(hasPool: section.boolean("pool") ?? false, isPartial: section.boolean("partial") ?? false)
        } ?? nil
    }

    private static func object(_ members: [(String, String?)]) -> JSONText {
        .object(members.compactMap { key, value in value.map { (key, .string($0)) } })
    }

    private static func urlFault(_ text: String) -> String? {
        text.hasPrefix("https://") || text.hasPrefix("http://") ? nil : "must be a URL that starts with https://"
    }

    /// npm wants the long form with a URL that git understands, and warns when it has to write that itself; its short form
    /// `owner/name` stays as it is.
    private static func repository(_ text: String) -> JSONText {
        guard text.hasPrefix("https://") else { return .string(text) }
        let forges = ["https://github.com/", "https://gitlab.com/", "https://bitbucket.org/"]
        let isForge = forges.contains { text.hasPrefix($0) }
        let url = "git+" + text + (isForge && !text.hasSuffix(".git") ? ".git" : "")
        return .object([("type", .string("git")), ("url", .string(url))])
    }
}
