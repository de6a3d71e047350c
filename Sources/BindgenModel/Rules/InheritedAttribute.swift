import BindgenIDL

/// Web IDL 2.5.2: `inherit attribute` names a read-only attribute of an interface further up, of the same type.
enum InheritedAttribute: DeclarationRule {
    static let id = "inherited-attribute"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, decl.isInherited else { continue }
            let container = set.containers[member.container]
            let chain = set.table.chain(of: container.name.text)
            // An interface above that is in no file might have the attribute.
            if let top = chain.last, let parent = set.table.parent(of: top), set.table[parent.text] == nil { continue }
            guard let other = inherited(decl.name, chain.dropFirst(), set) else {
                tell("no interface that `\(container.name.text)` inherits from has an attribute `\(decl.name)`", decl, &report)
                continue
            }
            let note = Diagnostic.Note(message: "inherited from here", range: other.origin.range)
            if !other.isReadonly {
                tell("the attribute `\(decl.name)` that it inherits has a setter already; remove this one", decl, &report, note)
            } else if other.type != decl.type {
                tell(
                    "the attribute `\(decl.name)` that it inherits is `\(other.type.spelling)`; give this one the same type",
                    decl, &report, note)
            }
        }
    }

    private static func inherited(_ name: String, _ ancestors: ArraySlice<String>, _ set: DeclarationSet) -> AttributeDecl? {
        for ancestor in ancestors {
            guard let container = set.container(named: ancestor) else { continue }
            for member in set.members(of: container) {
                if case .attribute(let decl) = member.resolved, decl.name == name, !decl.isStatic { return decl }
            }
        }
        return nil
    }

    private static func tell(_ message: String, _ decl: AttributeDecl, _ report: inout Report, _ note: Diagnostic.Note? = nil) {
        report.error(id, message, at: decl.origin.range, in: decl.origin.breadcrumb, notes: note.map { [$0] } ?? [])
    }
}
