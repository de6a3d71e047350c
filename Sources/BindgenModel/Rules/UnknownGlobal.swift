import BindgenIDL

/// Web IDL 3.3.6: `[Exposed]` names globals that some `[Global]` defines, or those of the web platform.
enum UnknownGlobal: DeclarationRule {
    static let id = "unknown-global"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        let exposure = Exposure(set)
        for site in set.attributeLists {
            for attribute in site.list where attribute.name.text == "Exposed" {
                for name in attribute.identifiers where !exposure.isKnown(name.text) {
                    var message = "[Exposed] names `\(name.text)`, which no [Global] defines"
                    var fixIts: [Diagnostic.FixIt] = []
                    if let near = NearestName.find(name.text, in: exposure.knownNames) {
                        message += "; did you mean `\(near)`?"
                        if NearestName.isSlip(name.text, of: near) {
                            fixIts.append(
                                .init(message: "replace by `\(near)`", edits: [.init(range: name.range, replacement: near)]))
                        }
                    }
                    report.strict(id, message, at: name.range, in: site.breadcrumb, fixIts: fixIts)
                }
            }
        }
    }
}
