import BindgenIDL

/// Web IDL 3.3.9 to 3.3.11, 3.4.3: `[PutForwards]`, `[Replaceable]` and `[LegacyLenientSetter]` say what assigning to a read-only attribute does:
/// one of them at most, and only where assigning would otherwise fail.
enum ForwardingAttribute: DeclarationRule {
    static let id = "forwarding-attribute"

    private static let names = ["PutForwards", "Replaceable", "LegacyLenientSetter"]

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, !member.attributes.isEmpty else { continue }
            let found = names.compactMap { member.attributes.first(named: $0) }
            guard let attribute = found.first else { continue }
            let name = attribute.canonicalName
            if found.count > 1 {
                tell("[\(name)] and [\(found[1].canonicalName)] exclude each other; keep one", found[1], decl, &report)
            }
            if !decl.isReadonly {
                tell("[\(name)] stands on `readonly` attributes: this one can be assigned already", attribute, decl, &report)
            }
            if decl.type.isPromise {
                tell("[\(name)] does not stand on an attribute that is a Promise", attribute, decl, &report)
            }
            if name == "PutForwards" { checkTarget(attribute, decl, set, &report) }
        }
    }

    private static func checkTarget(
        _ attribute: ExtendedAttributeSyntax, _ decl: AttributeDecl, _ set: DeclarationSet, _ report: inout Report
    ) {
        guard case .interface(let name) = decl.type.innermost else {
            if !decl.type.isPromise {
                tell(
                    "[PutForwards] stands on an attribute whose type is an interface; `\(decl.type.spelling)` is none", attribute,
                    decl, &report)
            }
            return
        }
        guard let wanted = attribute.identifiers.first?.text else { return }
        let chain = set.table.chain(of: name)
        guard set.table[name] != nil, chain.allSatisfy({ set.table.parent(of: $0).map { set.table[$0.text] != nil } ?? true })
        else { return }
        for ancestor in chain {
            guard let container = set.container(named: ancestor) else { continue }
            for member in set.members(of: container) where member.name == wanted && !member.isStatic {
                guard case .attribute(let target) = member.resolved else { continue }
                if let start = cycle(from: decl, to: target, member, set) {
                    tell("[PutForwards] leads back to `\(start)`: assigning would never end", attribute, decl, &report)
                }
                return
            }
        }
        tell("[PutForwards] names `\(wanted)`, and interface `\(name)` has no such attribute", attribute, decl, &report)
    }

    /// The attribute at which a walk along `[PutForwards]` arrives for the second time, where that is the first one.
    private static func cycle(from first: AttributeDecl, to second: AttributeDecl, _ member: MemberModel, _ set: DeclarationSet)
        -> String?
    {
        let start = first.origin.breadcrumb
        var (decl, member) = (second, member)
        var seen: Set<[String]> = []
        while true {
            if decl.origin.breadcrumb == start { return first.name }
            guard seen.insert(decl.origin.breadcrumb).inserted,
                let wanted = member.attributes.first(named: "PutForwards")?.identifiers.first?.text,
                case .interface(let name) = decl.type.innermost,
                let next = set.table.chain(of: name).lazy.compactMap({ set.container(named: $0) })
                    .flatMap({ set.members(of: $0) }).first(where: { $0.name == wanted && !$0.isStatic }),
                case .attribute(let target) = next.resolved
            else { return nil }
            (decl, member) = (target, next)
        }
    }

    private static func tell(
        _ message: String, _ attribute: ExtendedAttributeSyntax, _ decl: AttributeDecl, _ report: inout Report
    ) {
        report.strict(id, message, at: attribute.range, in: decl.origin.breadcrumb)
    }
}
