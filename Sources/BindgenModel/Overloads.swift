import BindgenIDL

/// One of several operations or constructors that share a name.
struct Overload {
    var name: String
    var member: MemberModel
    var arguments: [ArgumentDecl]
    var result: ResolvedType?
    var origin: Origin { member.origin }
}

extension DeclarationSet {
    /// The names with several operations or factory functions, and the constructors if there are several. Mixins count where they are included, and by
    /// themselves.
    func findOverloads(of container: ContainerModel) -> [[Overload]] {
        var groups: [[Overload]] = []
        var groupOf: [String: Int] = [:]
        for member in foldedMembers[container.index] + container.factoryFunctions
        where member.kind == .operation || member.kind == .constructor {
            let overload: Overload
            let key: String
            switch member.resolved {
            case .operation(let decl):
                // A special operation with a name is a regular operation too.
                guard let name = decl.name else { continue }
                overload = Overload(name: name, member: member, arguments: decl.arguments, result: decl.result)
                key = (decl.isStatic ? "static " : "") + name
            case .constructor(let decl):
                overload = Overload(name: member.name ?? "constructor", member: member, arguments: decl.arguments, result: nil)
                key = (member.name ?? "") + "()"
            default: continue
            }
            if let group = groupOf[key] {
                groups[group].append(overload)
            } else {
                groupOf[key] = groups.count
                groups.append([overload])
            }
        }
        // A set that comes whole from a mixin is told about at the mixin.
        return groups.filter { group in
            guard group.count > 1 else { return false }
            guard container.kind != .mixin else { return true }
            return !group.allSatisfy {
                containers[$0.member.container].kind == .mixin && $0.member.container == group[0].member.container
            }
        }
    }
}
