import BindgenABI
import BindgenModel

extension UnionCrossing.Member {
    /// A dictionary that may hold a value of the union itself, which a struct has in place.
    fileprivate var isIndirect: Bool {
        switch crossing {
        case .dictionary, .nested: crossing.holdsRecursion
        default: false
        }
    }
}

/// Unions: Swift enums with a case for each member type.
extension SwiftEmitter {
    mutating func emitUnion(_ plan: UnionPlan) {
        let union = plan.crossing
        let name = union.type(in: self)
        out.print()
        out.print("/// `\(plan.spelling)`")
        let cases = union.members.map { member in
            "\(member.isIndirect ? "indirect " : "")case \(member.name)(\(member.crossing.spelling.type(in: self)))"
        }
        out.block("\(access)enum \(name) {") { out in cases.forEach { out.print($0) } }
        for member in union.members { emitLiteral(of: member, union: union, name) }
        if union.isFlat { emitFlatForm(of: union, name) }
        emitForms(of: union, name)
    }

    /// The slots, where values of it cross: what is not there is 0, or an empty text.
    private mutating func emitFlatForm(of union: UnionCrossing, _ name: String) {
        out.print()
        out.print("extension \(name) {")
        if plan.reach.toSwift.contains(union.name) {
            let slots = union.members.map { member in
                member.crossing.slots.indices.map { "\(member.name.filter { $0 != "`" })\($0)" }
            }
            let parameters = zip(union.members, slots).flatMap { member, names in
                zip(member.crossing.slots, names).map { ", _ \($1): \(type($0.type))" }
            }
            let cases = zip(union.members, slots).enumerated().map { index, member in
                let label = index + 1 == union.members.count ? "default" : "case \(index)"
                return
                    "\(label): self = .\(member.0.name)(\(member.0.crossing.spelling.lift(member.1, isOwned: false, in: self)))"
            }
            out.indent { out in
                out.print(
                    """
                    /// Lifts the flat form.
                    \(access)init(flat member: Int32\(parameters.joined())) {
                        switch member {
                        \(cases.joined(separator: "\n    "))
                        }
                    }
                    """)
            }
        }
        if plan.reach.toJavaScript.contains(union.name) {
            let types = union.members.map { $0.isText ? "String" : type($0.crossing.slots[0].type) }
            let cases = union.members.enumerated().map { index, member in
                let values = union.members.enumerated().map { other, otherMember in
                    if other != index { return otherMember.isText ? "\"\"" : "0" }
                    return member.isText ? "value" : member.crossing.spelling.lower("value", name: "value", in: self).slots[0]
                }
                return "case .\(member.name)(let value): (\(index), \(values.joined(separator: ", ")))"
            }
            if plan.reach.toSwift.contains(union.name) { out.print() }
            out.indent { out in
                out.print("/// The index of the case, and the value in its place.")
                out.block("\(access)var flat: (Int32, \(types.joined(separator: ", "))) {") { out in
                    out.print("switch self {\n\(cases.joined(separator: "\n"))\n}")
                }
            }
        }
        out.print("}")
    }

    /// What Swift writes literals for can be written without its case.
    private mutating func emitLiteral(of member: UnionCrossing.Member, union: UnionCrossing, _ name: String) {
        let type = member.crossing.spelling.type(in: self)
        let literals: [(protocol: String, label: String)] =
            switch member.kind {
            case .string where type == "String": [("ExpressibleByStringLiteral", "stringLiteral")]
            case .boolean: [("ExpressibleByBooleanLiteral", "booleanLiteral")]
            case .number where type == "Float" || type == "Double": [("ExpressibleByFloatLiteral", "floatLiteral")]
            case .number: [("ExpressibleByIntegerLiteral", "integerLiteral")]
            default: []
            }
        for (conformance, label) in literals {
            out.print()
            out.block("extension \(name): Swift.\(conformance) {") { out in
                out.print("\(access)init(\(label) value: \(type)) { self = .\(member.name)(value) }")
            }
        }
        // 1 is a whole number of a union of doubles, too.
        guard literals.first?.label == "floatLiteral" else { return }
        out.print()
        out.block("extension \(name): Swift.ExpressibleByIntegerLiteral {") { out in
            out.print("\(access)init(integerLiteral value: Int) { self = .\(member.name)(\(type)(value)) }")
        }
    }

    /// The stored form, where values of it cross.
    private mutating func emitForms(of union: UnionCrossing, _ name: String) {
        let isLifted = plan.reach.storedToSwift.contains(union.name)
        let isLowered = plan.reach.storedToJavaScript.contains(union.name)
        guard isLifted || isLowered else { return }
        out.print()
        out.print("extension \(name) {")
        if isLifted { emitLoading(union, name) }
        if isLifted, isLowered { out.print() }
        if isLowered { emitStoring(union) }
        out.print("}")
    }

    private mutating func emitLoading(_ union: UnionCrossing, _ name: String) {
        let place = SwiftPlace("place", union.valueOffset)
        let cases = union.members.enumerated().map { index, member in
            let label = index + 1 == union.members.count ? "default" : "case \(index)"
            return "\(label): self = .\(member.name)(\(member.crossing.spelling.load(at: place, in: self)))"
        }
        out.indent { out in
            out.print(
                """
                /// Lifts the stored form at `place`.
                \(access)init(loading place: UnsafeMutableRawPointer) {
                    switch place.load(as: Int32.self) {
                    \(cases.joined(separator: "\n    "))
                    }
                }

                /// Lifts the stored form at an address and frees the memory where it is not in the region.
                \(access)init(releasing address: Int32) {
                    self.init(loading: BindgenRuntime.Region.pointer(address))
                    BindgenRuntime.Region.release(address)
                }
                """)
        }
    }

    private mutating func emitStoring(_ union: UnionCrossing) {
        let place = SwiftPlace("place", union.valueOffset)
        let cases = union.members.enumerated().map { index, member in
            """
            case .\(member.name)(let value):
                \(SwiftPlace("place").store("\(index)", as: "Int32"))
                \(member.crossing.spelling.store("value", at: place, in: self))
            """
        }
        out.indent { out in
            let hasArena = union.storesInArena
            out.print("/// Lowers to the stored form at `place`\(hasArena ? "; what has no fixed size goes into `arena`" : "").")
            let arena = hasArena ? ", _ arena: inout BindgenRuntime.Arena" : ""
            out.block("\(access)func store(at place: UnsafeMutableRawPointer\(arena)) {") { out in
                out.print("switch self {\n\(cases.joined(separator: "\n"))\n}")
            }
        }
    }
}
