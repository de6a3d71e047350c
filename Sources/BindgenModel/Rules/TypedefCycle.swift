import BindgenIDL

/// Web IDL 2.12: a typedef does not refer to itself, directly or through others.
enum TypedefCycle: Rule {
    static let id = "typedef-cycle"

    static func report(_ node: TypedefSyntax, in breadcrumb: [String], _ report: inout Report) {
        report.error(
            id, "typedef `\(node.name.text)` stands for itself; a type that contains itself needs a dictionary or an interface",
            at: node.name.range, in: breadcrumb)
    }
}
