package import BindgenABI
import BindgenEmit
import BindgenIDL
package import BindgenModel

/// One state of a module's IDL.
package struct Revision: Sendable {
    let plan: BindingPlan
    let types: DeclaredTypes
    /// The range of each name, by where the name stands: `Image`, `Image.blur`, `Image.blur(radius)`.
    private let ranges: [String: SourceRange]

    package init(_ module: ResolvedModule, _ plan: BindingPlan) {
        self.plan = plan
        types = DeclaredTypes(plan)
        var index = RangeIndex()
        for declaration in module.declarations { index.add(declaration) }
        for declaration in module.declarations {
            if case .dictionary(let decl) = declaration { index.inherit(decl) }
        }
        ranges = index.ranges
    }

    /// The range of what `path` names, or of the nearest thing that holds it.
    func range(of path: [String]) -> SourceRange? {
        for count in stride(from: path.count, to: 0, by: -1) {
            if let range = ranges[path[..<count].joined(separator: "\n")] { return range }
        }
        return nil
    }

    func has(_ path: [String]) -> Bool { ranges[path.joined(separator: "\n")] != nil }

    /// What a side does with the values of an enum, a dictionary or a callback.
    func valueRoles(of name: String, for side: Side) -> Set<Role> {
        let (isGiven, isTaken) =
            side == .typeScript
            ? (plan.declared.toSwift.contains(name), plan.declared.toJavaScript.contains(name))
            : (plan.reach.toJavaScript.contains(name), plan.reach.toSwift.contains(name))
        return Set((isGiven ? [Role.gives] : []) + (isTaken ? [.takes] : []))
    }
}

private struct RangeIndex {
    var ranges: [String: SourceRange] = [:]
    private var dictionaries: [String: DictionaryDecl] = [:]

    init() {}

    private mutating func add(_ path: [String], _ origin: Origin) {
        ranges[path.joined(separator: "\n")] = origin.range
    }

    mutating func add(_ declaration: Declaration) {
        switch declaration {
        case .interface(let decl):
            add([decl.name], decl.origin)
            for member in decl.members {
                switch member {
                case .constructor(let member):
                    add([decl.name, "constructor"], member.origin)
                    add(member.arguments, in: [decl.name, "constructor"])
                case .attribute(let member): add([decl.name, member.name], member.origin)
                case .operation(let member): add(member, in: decl.name)
                case .constant(let member): add([decl.name, member.name], member.origin)
                case .iterable: break
                }
            }
        case .namespace(let decl):
            add([decl.name], decl.origin)
            for member in decl.members {
                switch member {
                case .attribute(let member): add([decl.name, member.name], member.origin)
                case .operation(let member): add(member, in: decl.name)
                case .constant(let member): add([decl.name, member.name], member.origin)
                }
            }
        case .dictionary(let decl):
            dictionaries[decl.name] = decl
            add([decl.name], decl.origin)
            for member in decl.members { add([decl.name, member.name], member.origin) }
        case .enumeration(let decl):
            add([decl.name], decl.origin)
            for value in decl.values { ranges["\(decl.name)\n\(value.text)"] = value.range }
        case .callbackFunction(let decl):
            add([decl.name], decl.origin)
            add(decl.arguments, in: [decl.name])
        case .callbackInterface(let decl):
            add([decl.name], decl.origin)
        }
    }

    private mutating func add(_ operation: OperationDecl, in owner: String) {
        guard let name = operation.name else { return }
        add([owner, name], operation.origin)
        add(operation.arguments, in: [owner, name])
    }

    private mutating func add(_ arguments: [ArgumentDecl], in path: [String]) {
        for argument in arguments { add(path + [argument.name], argument.origin) }
    }

    /// A plan's dictionary has its parents' members.
    mutating func inherit(_ decl: DictionaryDecl) {
        var ancestor = decl.parent
        while let name = ancestor, let parent = dictionaries[name] {
            for member in parent.members where ranges["\(decl.name)\n\(member.name)"] == nil {
                add([decl.name, member.name], member.origin)
            }
            ancestor = parent.parent
        }
    }
}
