import BindgenABI

/// Enums and dictionaries.
extension SwiftEmitter {
    mutating func emitEnum(_ plan: EnumPlan) {
        out.print()
        emitDocumentation(plan.documentation)
        out.block(
            "\(access)enum \(Naming.swiftIdentifier(plan.name)): Int32, CaseIterable\(plan.isError ? ", Swift.Error" : "") {"
        ) {
            out in
            for item in plan.cases {
                for line in item.documentation?.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) ?? [] {
                    out.print(line.isEmpty ? "///" : "/// \(line)")
                }
                out.print("/// \(swiftLiteral(item.value)) in JavaScript.")
                out.print("case \(item.swiftName)")
            }
            out.print(
                """

                /// The value's index in the IDL, which is what crosses.
                \(access)var lowered: Int32 { rawValue }

                """)
            out.block("\(access)init(lifting index: Int32) {") { out in
                out.print("self = \(Naming.swiftIdentifier(plan.name))(rawValue: index).unsafelyUnwrapped")
            }
        }
        if let error = DefinitionPlan.enumeration(plan).error { emitError(error) }
    }

    mutating func emitDictionary(_ plan: DictionaryPlan) {
        let name = Naming.swiftIdentifier(plan.name)
        out.print()
        emitDocumentation(plan.documentation)
        // What it holds stays on the instance's one thread.
        out.print("\(access)struct \(name)\(plan.crossing.isError ? ": Swift.Error, @unchecked Sendable" : "") {")
        for member in plan.members {
            var emitter = fresh()
            emitter.emitDocumentation(member.documentation)
            let documentation = emitter.out.text
            let type = member.crossing.spelling.type(in: self)
            out.indent { out in
                if !documentation.isEmpty { out.print(String(documentation.dropLast())) }
                guard let storage = Self.storage(of: member) else {
                    return out.print("\(access)var \(member.swiftName): \(type)")
                }
                out.print(
                    """
                    \(access)var \(member.swiftName): \(type) {
                        get { \(storage).first ?? nil }
                        set { \(storage) = [newValue] }
                    }
                    private var \(storage): [\(type)]
                    """)
            }
        }
        let parameters = plan.members.map { member in
            var parameter = "\(member.swiftName): \(member.crossing.spelling.parameterType(in: self))"
            if let value = member.defaultValue, !member.crossing.isRefused(value) {
                parameter += " = \(member.crossing.spelling.literal(value, in: self))"
            } else if !member.isRequired, member.defaultValue == nil {
                parameter += " = nil"
            } else if let only = onlyValue(of: member.crossing) {
                parameter += " = \(only)"
            }
            return parameter
        }
        out.indent { out in
            out.print()
            out.block("\(access)init(\(parameters.joined(separator: ", "))) {") { out in
                for member in plan.members {
                    let (name, storage) = (member.swiftName, Self.storage(of: member))
                    out.print(storage.map { "self.\($0) = [\(name)]" } ?? "self.\(name) = \(name)")
                }
            }
        }
        out.print("}")
        emitDictionaryForms(plan, name)
        if let error = DefinitionPlan.dictionary(plan).error { emitError(error) }
    }

    /// A tag has one value, which nobody has to write.
    private func onlyValue(of crossing: Crossing) -> String? {
        guard let name = crossing.form.definition, case .enumeration(let decl) = plan.definition(named: name),
            decl.cases.count == 1
        else { return nil }
        return decl.cases.first.map { ".\($0.swiftName)" }
    }

    /// The array of one value that holds a member where the struct would contain itself.
    private static func storage(of member: DictionaryCrossing.Member) -> String? {
        member.crossing.isRecursive ? "\(member.swiftName.filter { $0 != "`" })$storage" : nil
    }

    /// The stored form, where values of it cross.
    private mutating func emitDictionaryForms(_ dictionary: DictionaryPlan, _ name: String) {
        let isLifted = plan.reach.storedToSwift.contains(dictionary.name)
        let isLowered = plan.reach.storedToJavaScript.contains(dictionary.name)
        guard isLifted || isLowered else { return }
        out.print()
        out.print("extension \(name) {")
        if isLifted {
            let arguments = dictionary.members.map { member in
                let value = member.crossing.spelling.load(at: SwiftPlace("place", member.offset), in: self)
                return "\(Naming.swiftLabel(member.swiftName)): \(value)"
            }
            out.indent { out in
                out.print(
                    """
                    /// Lifts the stored form at `place`.
                    \(access)init(loading place: UnsafeMutableRawPointer) {
                        self.init(
                            \(arguments.joined(separator: ",\n        ")))
                    }

                    /// Lifts the stored form at an address and frees the memory where it is not in the region.
                    \(access)init(releasing address: Int32) {
                        self.init(loading: BindgenRuntime.Region.pointer(address))
                        BindgenRuntime.Region.release(address)
                    }
                    """)
            }
        }
        if isLowered {
            let statements = dictionary.members.map {
                $0.crossing.spelling.store("self.\($0.swiftName)", at: SwiftPlace("place", $0.offset), in: self)
            }
            if isLifted { out.print() }
            out.indent { out in
                out.print("/// Lowers to the stored form at `place`; what has no fixed size goes into `arena`.")
                out.block("\(access)func store(at place: UnsafeMutableRawPointer, _ arena: inout BindgenRuntime.Arena) {") {
                    out in
                    statements.forEach { out.print($0) }
                }
            }
        }
        out.print("}")
    }
}
