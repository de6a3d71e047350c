import BindgenIDL

/// A name refers to a definition that is in no file.
enum UnknownName: Rule {
    static let id = "unknown-name"

    /// Beyond this many messages no near name is looked for: it takes a walk over all names, and the first ones tell the story.
    private static let greatestSuggestions = 100

    /// - Parameter role: what the name stands for: "type", "interface", "mixin".
    static func report(
        _ name: NameSyntax, as role: String, _ table: DefinitionTable, in breadcrumb: [String], _ report: inout Report
    ) {
        if table.unreadNames.contains(name.text) {
            return report.followUp(id, "the \(role) `\(name.text)` could not be read", at: name.range, in: breadcrumb)
        }
        var message = "unknown \(role) `\(name.text)`"
        var fixIts: [Diagnostic.FixIt] = []
        let names = table.entries.lazy.filter { role != "type" || $0.kind.isType }.map(\.name.text)
        let ownNear = report.diagnostics.count < greatestSuggestions ? NearestName.find(name.text, in: names) : nil
        let builtins = role == "type" ? TypeSyntax.Builtin.allCases.map(\.rawValue) : []
        let isSlip = report.diagnostics.count < greatestSuggestions && NearestName.find(name.text, in: builtins) != nil
        // A name that only looks like one of the platform's is rather a type of Web IDL, misspelled.
        if role == "type", let answer = ForeignType.answer(to: name.text), answer.isOne || ownNear == nil,
            !isSlip || answer.isKnown(name.text)
        {
            if case .one(let type) = answer {
                fixIts.append(.init(message: "replace by `\(type)`", edits: [.init(range: name.range, replacement: type)]))
            }
            report.error(id, ForeignType.sentence(name.text, answer), at: name.range, in: breadcrumb, fixIts: fixIts)
            return
        }
        if report.diagnostics.count < greatestSuggestions,
            let near = NearestName.find(name.text, in: [ownNear].compactMap { $0 } + builtins)
        {
            message += "; did you mean `\(near)`?"
            if NearestName.isSlip(name.text, of: near) {
                fixIts.append(
                    .init(message: "replace by `\(near)`", edits: [.init(range: name.range, replacement: near)]))
            }
        }
        report.error(id, message, at: name.range, in: breadcrumb, fixIts: fixIts)
    }
}

extension DefinitionKind {
    /// Whether a type may refer to such a definition.
    var isType: Bool {
        switch self {
        case .mixin, .namespace: false
        case .interface, .dictionary, .enumeration, .typedef, .callbackFunction, .callbackInterface: true
        }
    }
}
