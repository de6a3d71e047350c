package import BindgenIDL
package import BindgenModel

/// The IDL of a part of the web platform, for the sources of a package. Reads and writes nothing.
package struct WebAPIFile {
    /// The errors of the set's grammar, as warnings: what could not be read is not there, and the rest is.
    package let diagnostics: [Diagnostic]
    /// What is wrong with the request.
    package let faults: [String]
    package let leftOut: [Diagnostic]
    /// The IDL of each standard; nil where the request has a fault.
    private let sections: [Excerpt.Section]?
    private let heading: String
    package let summary: String

    /// All of it as one file; nil where the request has a fault.
    package var text: String? { sections.map { heading + "\n" + $0.map(\.text).joined(separator: "\n") } }

    /// A file for each standard; nil where the request has a fault.
    package var files: [OutputFile]? {
        sections.map { $0.map { OutputFile(path: "\($0.name).idl", text: heading + $0.text) } }
    }

    package init(_ sources: [SourceFile], _ request: ExcerptRequest) {
        // Drafts repeat what standards have, and the first definition counts.
        let isDraft = { (file: SourceFile) in file.path.contains(".tentative.") }
        let parsed = (sources.filter { !isDraft($0) } + sources.filter(isDraft)).map { parse($0) }
        diagnostics = parsed.flatMap(\.diagnostics).filter { $0.severity == .error }.map { error in
            var warning = error
            warning.severity = .warning
            return warning
        }
        var excerpt = Excerpt(parsed.map(\.tree), request)
        sections = excerpt.sections().map(Self.mended)
        heading = Self.heading(request)
        faults = excerpt.faults
        leftOut = excerpt.leftOut
        let counts = excerpt.counts
        summary =
            "\(counts.containers) interfaces and namespaces with members, \(counts.names) as names, \(counts.values) other definitions"
    }

    /// The same in today's form: what standards write in an earlier one, or against a rule, is told at every build otherwise.
    private static func mended(_ sections: [Excerpt.Section]) -> [Excerpt.Section] {
        var sections = sections
        for _ in 0..<4 {
            let files = sections.map { SourceFile(path: $0.name, text: $0.text) }
            let told = Generator(files, moduleName: "WebAPI").diagnostics
            var count = 0
            for (index, file) in files.enumerated() {
                let (bytes, applied) = FixItApplication.apply(told, to: file)
                sections[index].text = String(decoding: bytes, as: UTF8.self)
                count += applied
            }
            if count == 0 { break }
        }
        return sections
    }

    /// What was asked for, so that it can be asked for again.
    private static func heading(_ request: ExcerptRequest) -> String {
        func list(_ items: some Sequence<ExcerptRequest.Item>) -> String { items.map(\.text).joined(separator: ",") }
        var words = ["bindgen webapi --idl FOLDER"]
        if let standards = request.standards { words.append("--standards " + standards.joined(separator: ",")) }
        if let items = request.items { words.append("--only " + list(items)) }
        if !request.throwing.isEmpty { words.append("--throws …") }
        if !request.without.isEmpty { words.append("--without " + list(request.without.sorted { $0.text < $1.text })) }
        return "// Made by `\(words.joined(separator: " "))`: make it again rather than edit it.\n"
    }
}
