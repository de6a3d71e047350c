import BindgenIDL

/// Web IDL 2.5.9: `iterable<T>` walks over the indexed properties, so the interface has an indexed getter and an integer `length`.
enum ValueIteratorGetter: DeclarationRule {
    static let id = "value-iterator-getter"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .interface {
            guard let decl = container.ownMembers.lazy.compactMap({ $0.iterable }).first(where: { $0.kind == .iterable }) else {
                continue
            }
            let getter = indexedGetter(container, set)
            if decl.key == nil, getter == nil || !hasLength(container, set) {
                let what =
                    getter == nil ? "an indexed getter (`getter T item(unsigned long index);`)" : "an integer attribute `length`"
                report.error(
                    id, "`iterable` with one type needs \(what) in the interface", at: decl.origin.range,
                    in: decl.origin.breadcrumb)
            }
            if decl.key != nil, let getter {
                report.error(
                    id, "`iterable` with two types excludes an indexed getter; remove one of them", at: decl.origin.range,
                    in: decl.origin.breadcrumb, notes: [.init(message: "the getter is here", range: getter.range)])
            }
        }
    }

    private static func indexedGetter(_ container: ContainerModel, _ set: DeclarationSet) -> Origin? {
        for owner in set.table.chain(of: container.name.text) {
            guard let ancestor = set.container(named: owner) else { continue }
            for member in set.members(of: ancestor) {
                if case .operation(let decl) = member.resolved, decl.special == .getter,
                    case .integer? = decl.arguments.first?.type
                {
                    return decl.origin
                }
            }
        }
        return nil
    }

    private static func hasLength(_ container: ContainerModel, _ set: DeclarationSet) -> Bool {
        set.table.chain(of: container.name.text).contains { owner in
            guard let ancestor = set.container(named: owner) else { return false }
            return set.members(of: ancestor).contains { member in
                if case .attribute(let decl) = member.resolved, decl.name == "length", case .integer = decl.type { return true }
                return false
            }
        }
    }
}
