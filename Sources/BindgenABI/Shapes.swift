import BindgenModel

/// What extended attributes make of members in JavaScript alone: chains, disposers, named exports, `toJSON`.
extension Planner {
    mutating func checkShape(of function: FunctionPlan, _ origin: Origin) {
        let site = TypeSite(.nested, origin)
        if function.returnsReceiver, !function.result.crossing.isNothing || !function.hasReceiver {
            refuse(
                "[ReturnsThis] on a static operation, or one with a result",
                "declare the operation of an object and its result `undefined`",
                at: site.ofAttribute("ReturnsThis"))
        }
        guard function.isDisposer else { return }
        if function.direction == .import {
            refuse(
                "[Dispose] on an imported operation", "call it from Swift like any operation", at: site.ofAttribute("Dispose"))
        } else if !function.hasReceiver {
            refuse(
                "[Dispose] on a static operation or one of a namespace", "put it on an operation of the object that it ends",
                at: site.ofAttribute("Dispose"))
        }
    }

    /// `[NoFinalizer]`: the root's fields hold the objects of all classes below it, so it decides.
    mutating func checkLifetime(of decl: InterfaceDecl, _ plan: inout ContainerPlan) {
        plan.hasNoFinalizer = decl.origin.annotations.hasNoFinalizer
        plan.hasOverridable = decl.hasOverridable
        checkOverridable(decl)
        guard plan.hasNoFinalizer else { return }
        let site = TypeSite(.nested, decl.origin).ofAttribute("NoFinalizer")
        if plan.isImported {
            refuse("[NoFinalizer] on an imported interface", "Swift releases its objects; leave it out", at: site)
        } else if let root = plan.ancestors.last {
            refuse(
                "[NoFinalizer] on an interface that inherits", "put it on \(root.name), for all that inherit from it", at: site)
        }
    }

    /// An export has one value: an attribute that changes could not be told.
    mutating func checkNamedExports(_ plan: ContainerPlan, _ origin: Origin) {
        guard plan.hasNamedExports else { return }
        let site = TypeSite(.nested, origin)
        if plan.importSource == .global {
            refuse(
                "[NamedExports] on a global namespace", "name the ES module: [Import=\"module\"]",
                at: site.ofAttribute("NamedExports"))
        }
        guard !plan.isImported else { return }
        for member in plan.members {
            guard case .attribute = member else { continue }
            refuse(
                "an attribute of a namespace whose members are exports", "declare an operation",
                at: TypeSite(.nested, member.origin))
        }
    }

    /// The default export loads the module, so all that it gives is a promise.
    mutating func checkDefaultExport(_ plan: ContainerPlan, _ origin: Origin) {
        guard plan.isDefaultExport else { return }
        let site = TypeSite(.nested, origin)
        if plan.isImported {
            refuse(
                "[DefaultExport] on an imported namespace", "put it on one that Swift implements",
                at: site.ofAttribute("DefaultExport"))
        }
        if plan.hasNamedExports {
            refuse("[DefaultExport] beside [NamedExports]", "keep one of the two", at: site.ofAttribute("DefaultExport"))
        }
        for member in plan.members where member.function?.isPromised != true {
            refuse(
                "a member of the default export that gives no promise",
                "return a Promise, as the first call loads the module, or move it to another namespace",
                at: TypeSite(.nested, member.origin))
        }
    }

    /// `[Default] object toJSON()`, when all attributes are known.
    mutating func planJSON(of interface: InterfaceDecl, _ owner: inout Owner) {
        guard owner.direction == .export, let origin = interface.defaultJSON else { return }
        checkMemberName("toJSON", jsName: "toJSON", isStatic: false, origin: origin, &owner)
        let ancestors = interfaceChain(of: interface.name).dropFirst().reversed()
        let inherited = ancestors.flatMap { name -> [String] in
            guard case .interface(let decl) = declarations[name], decl.defaultJSON != nil else { return [] }
            return namesInJSON(of: decl)
        }
        owner.members.append(.json(names: namesInJSON(of: interface), inherited: inherited, origin: origin))
    }

    private func namesInJSON(of interface: InterfaceDecl) -> [String] {
        interface.members.compactMap { member in
            guard case .attribute(let decl) = member, !decl.isStatic, isJSON(decl.type) else { return nil }
            return decl.origin.annotations.jsName ?? decl.name
        }
    }

    /// Web IDL 2.5.8.1: the types of which JSON has values.
    private func isJSON(_ type: ResolvedType) -> Bool {
        switch type {
        case .boolean, .integer, .float, .string, .enumeration, .object: return true
        case .nullable(let inner), .sequence(let inner), .frozenArray(let inner), .record(_, let inner): return isJSON(inner)
        case .union(let members, _): return members.allSatisfy { isJSON($0) }
        case .typedef: return true
        case .dictionary(let name):
            guard case .dictionary(let decl) = declarations[name] else { return false }
            return decl.members.allSatisfy { isJSON($0.type) }
        case .interface(let name):
            return interfaceChain(of: name).contains { name in
                guard case .interface(let decl) = declarations[name] else { return false }
                return decl.members.contains { if case .operation(let decl) = $0 { decl.name == "toJSON" } else { false } }
            }
        case .undefined, .any, .symbol, .bigint, .buffer, .callbackFunction, .callbackInterface, .asyncSequence,
            .observableArray, .promise:
            return false
        }
    }
}

extension InterfaceDecl {
    /// Where the interface declares `[Default] object toJSON()`.
    fileprivate var defaultJSON: Origin? {
        for case .operation(let decl) in members where decl.origin.annotations.isDefault && decl.name == "toJSON" {
            return decl.origin
        }
        return nil
    }
}
