import BindgenIDL

/// Web IDL 2.5.2, 2.5.3: classes have a property `prototype` already, so no static member takes that name.
enum ReservedStaticName: DeclarationRule {
    static let id = "reserved-static-name"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.isStatic && member.name == "prototype" {
            report.error(
                id, "a static member cannot be named `prototype`, which every class has already; rename it",
                at: member.origin.range, in: member.origin.breadcrumb)
        }
    }
}
