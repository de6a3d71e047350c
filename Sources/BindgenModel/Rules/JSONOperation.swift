import BindgenIDL

/// Web IDL 2.5.3.1: `toJSON` takes nothing, has no overloads and returns a JSON type; with `[Default]` it returns `object`.
enum JSONOperation: DeclarationRule {
    static let id = "json-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        let facts = JSONTypes.Facts(
            dictionaryMemberTypes: { set.allMembers(ofDictionary: $0).map(\.type) }, interfaceHasToJSON: { hasToJSON($0, set) })
        for container in set.containers where container.kind == .interface || container.kind == .mixin {
            var first: OperationDecl?
            for member in container.ownMembers {
                guard case .operation(let decl) = member.resolved, !decl.isStatic else { continue }
                if member.attributes.first(named: "Default") != nil, decl.name != "toJSON" {
                    tell(
                        "[Default] stands on `toJSON` only: no other operation has steps of its own in the standard", decl,
                        &report)
                }
                guard decl.name == "toJSON" else { continue }
                if let first {
                    tell(
                        "`toJSON` has no overloads; keep one", decl, &report,
                        notes: [.init(message: "the first is here", range: first.origin.range)])
                    continue
                }
                first = decl
                check(decl, member, facts, &report)
            }
        }
    }

    private static func check(_ decl: OperationDecl, _ member: MemberModel, _ facts: JSONTypes.Facts, _ report: inout Report) {
        if !decl.arguments.isEmpty { tell("`toJSON` takes no arguments", decl, &report) }
        if member.attributes.first(named: "Default") != nil {
            guard decl.result != .object else { return }
            tell("[Default] `toJSON` returns `object`; this returns `\(decl.result.spelling)`", decl, &report)
        } else if !JSONTypes.isJSONType(decl.result, facts) {
            tell("`toJSON` returns a type that JSON can hold; `\(decl.result.spelling)` is none", decl, &report)
        }
    }

    private static func hasToJSON(_ name: String, _ set: DeclarationSet) -> Bool {
        set.table.chain(of: name).contains { ancestor in
            guard let container = set.container(named: ancestor) else { return true }
            return set.members(of: container).contains { $0.name == "toJSON" && !$0.isStatic }
        }
    }

    private static func tell(
        _ message: String, _ decl: OperationDecl, _ report: inout Report, notes: [Diagnostic.Note] = []
    ) {
        report.strict(id, message, at: decl.origin.range, in: decl.origin.breadcrumb, notes: notes)
    }
}
