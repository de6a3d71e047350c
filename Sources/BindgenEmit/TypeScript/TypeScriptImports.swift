import BindgenABI

/// Classes of JavaScript's own, as its programs see what they hand over.
extension TypeScriptEmitter {
    mutating func emitImportedClass(_ classPlan: ContainerPlan) {
        guard plan.isDeclared(classPlan.name) else { return }
        out.print()
        comment(classPlan.documentation)
        if classPlan.isOfPlatform { return emitPlatformClass(classPlan) }
        let unrelated = classPlan.members.compactMap(\.function).filter { $0.isUnrelated && $0.hasReceiver }.map {
            jsLiteral($0.jsName)
        }
        let parent = classPlan.parent.map { parent in
            let type = Naming.tsBinding(parent.jsName)
            return " extends " + (unrelated.isEmpty ? type : "Omit<\(type), \(unrelated.joined(separator: " | "))>")
        }
        out.print("\(export(classPlan.jsName))interface \(Naming.tsBinding(classPlan.jsName))\(parent ?? "") {")
        for member in classPlan.members where member.hasReceiver { emitMember(member) }
        out.print("}")
        emitRename(classPlan.jsName, isType: true)
    }

    /// The platform's own type: a copy of some members would be another type.
    private mutating func emitPlatformClass(_ classPlan: ContainerPlan) {
        out.print(
            "\(export(classPlan.jsName))type \(Naming.tsBinding(classPlan.jsName)) = $Global<\(jsLiteral(classPlan.jsName))>;")
        emitRename(classPlan.jsName, isType: true)
    }
}
