import BindgenIDL

/// Web IDL 2.12: a typedef does not refer to itself, directly or through others. In our dialect one of a union may, where a sequence or a
/// record lies between.
enum TypedefCycle: Rule {
    static let id = "typedef-cycle"

    static func report(_ node: TypedefSyntax, in breadcrumb: [String], _ report: inout Report) {
        let advice =
            report.dialect == .standard
            ? "a type that contains itself needs a dictionary or an interface"
            : "let it be a union that contains itself in a sequence or a record, as `(DOMString or sequence<\(node.name.text)>)`"
        report.error(id, "typedef `\(node.name.text)` stands for itself; \(advice)", at: node.name.range, in: breadcrumb)
    }

    /// The members of a union are those of the unions in it, which are not known there.
    static func report(_ name: String, asMemberAt range: SourceRange, in breadcrumb: [String], _ report: inout Report) {
        report.error(
            id, "typedef `\(name)` is a member of another union inside itself; write the types of its members there", at: range,
            in: breadcrumb)
    }
}
