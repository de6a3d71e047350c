import BindgenIDL

/// Web IDL 2.5.9 to 2.5.12: an interface and those it inherits from have at most one `iterable`, `async_iterable`, `maplike` or `setlike`,
/// and no members of the names that it brings along.
enum IterableConflict: DeclarationRule {
    static let id = "iterable-conflict"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .interface {
            checkOne(container, set, &report)
            checkNames(container, set, &report)
        }
    }

    /// The nearest iterable declaration of the interfaces that `container` inherits from.
    private static func inherited(_ container: ContainerModel, _ set: DeclarationSet) -> IterableDecl? {
        guard container.parent != nil else { return nil }
        for ancestor in set.table.chain(of: container.name.text).dropFirst() {
            for member in set.container(named: ancestor)?.ownMembers ?? [] {
                if case .iterable(let decl) = member.resolved { return decl }
            }
        }
        return nil
    }

    private static func checkOne(_ container: ContainerModel, _ set: DeclarationSet, _ report: inout Report) {
        var first: IterableDecl?
        for member in container.ownMembers {
            guard case .iterable(let decl) = member.resolved else { continue }
            if let first {
                report.error(
                    id,
                    "`\(container.name.text)` has `\(first.kind.rawValue)` already and can have no `\(decl.kind.rawValue)`; keep one",
                    at: decl.origin.range, in: decl.origin.breadcrumb,
                    notes: [.init(message: "the first is here", range: first.origin.range)])
                continue
            }
            first = decl
            guard let other = inherited(container, set) else { continue }
            report.error(
                id,
                "`\(container.name.text)` inherits `\(other.kind.rawValue)` and can have no `\(decl.kind.rawValue)` of its own",
                at: decl.origin.range, in: decl.origin.breadcrumb,
                notes: [.init(message: "inherited from here", range: other.origin.range)])
        }
    }

    private static func checkNames(_ container: ContainerModel, _ set: DeclarationSet, _ report: inout Report) {
        guard let decl = container.ownMembers.lazy.compactMap({ $0.iterable }).first else { return }
        for owner in set.table.chain(of: container.name.text) {
            guard let ancestor = set.container(named: owner), ancestor.kind == .interface else { continue }
            for member in set.members(of: ancestor) {
                guard let name = member.name,
                    conflicts(name, member, decl, owner == container.name.text)
                else { continue }
                report.error(
                    id, "`\(name)` clashes with the member of that name that `\(decl.kind.rawValue)` brings along; rename it",
                    at: member.origin.range, in: member.origin.breadcrumb,
                    notes: [.init(message: "`\(decl.kind.rawValue)` is declared here", range: decl.origin.range)])
            }
        }
    }

    private static func conflicts(_ name: String, _ member: MemberModel, _ decl: IterableDecl, _ isOwn: Bool) -> Bool {
        // Static and regular operations may share a name, and all that is brought along is an operation, save `size`.
        if member.isStatic, name != "size", case .operation = member.resolved { return false }
        if decl.reservedNames.contains(name) { return true }
        guard decl.replaceableNames.contains(name) else { return false }
        // An interface may declare its own `set`, `add`, `delete` and `clear`, as operations, in place of those of the declaration.
        if isOwn, case .operation = member.resolved { return false }
        return true
    }
}

extension MemberModel {
    var iterable: IterableDecl? {
        if case .iterable(let decl) = resolved { return decl }
        return nil
    }

    var isConstant: Bool {
        if case .constant = resolved { return true }
        return false
    }
}

extension IterableDecl {
    /// The names that the declaration defines for good.
    var reservedNames: Set<String> {
        switch kind {
        case .iterable, .asyncIterable:
            // A value iterator brings the functions of Array, which an interface may have under its own indexed getter.
            kind == .iterable || key != nil ? ["entries", "forEach", "keys", "values"] : ["values"]
        case .maplike: ["entries", "forEach", "get", "has", "keys", "size", "values"]
        case .setlike: ["entries", "forEach", "has", "keys", "size", "values"]
        }
    }

    /// The names that a declaration which is not read-only defines unless the interface does.
    var replaceableNames: Set<String> {
        if isReadonly { return [] }
        switch kind {
        case .iterable, .asyncIterable: return []
        case .maplike: return ["clear", "delete", "set"]
        case .setlike: return ["add", "clear", "delete"]
        }
    }
}
