package import BindgenIDL
package import BindgenModel

/// The IDL of a part of the web platform, for the sources of a package. Reads and writes nothing.
package struct WebAPIFile {
    /// The errors of the set's grammar, as warnings: what could not be read is not there, and the rest is.
    package let diagnostics: [Diagnostic]
    /// What is wrong with the request.
    package let faults: [String]
    package let leftOut: [Diagnostic]
    /// Nil where the request has a fault.
    package let text: String?
    package let summary: String

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
        let body = excerpt.text()
        faults = excerpt.faults
        leftOut = excerpt.leftOut
        text = body.map { Self.heading(request) + "\n" + Self.mended($0) }
        let counts = excerpt.counts
        summary =
            "\(counts.containers) interfaces and namespaces with members, \(counts.names) as names, \(counts.values) other definitions"
    }

    /// The same in today's form: what standards write in an earlier one, or against a rule, is told at every build otherwise.
    private static func mended(_ text: String) -> String {
        var file = SourceFile(path: "webapi.idl", text: text)
        for _ in 0..<4 {
            let told = Generator([file], moduleName: "WebAPI").diagnostics
            let (bytes, applied) = FixItApplication.apply(told, to: file)
            if applied == 0 { break }
            file = SourceFile(path: file.path, bytes: bytes)
        }
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// What was asked for, so that it can be asked for again.
    private static func heading(_ request: ExcerptRequest) -> String {
        func list(_ items: some Sequence<ExcerptRequest.Item>) -> String { items.map(\.text).joined(separator: ",") }
        var words = ["bindgen webapi --idl FOLDER"]
        if let standards = request.standards { words.append("--standards " + standards.joined(separator: ",")) }
        if let items = request.items { words.append("--only " + list(items)) }
        if !request.without.isEmpty { words.append("--without " + list(request.without.sorted { $0.text < $1.text })) }
        return "// Made by `\(words.joined(separator: " "))`: make it again rather than edit it.\n"
    }
}
