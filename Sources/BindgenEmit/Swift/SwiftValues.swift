import BindgenABI

/// Enums, dictionaries and callbacks.
extension SwiftEmitter {
    mutating func emitEnum(_ plan: EnumPlan) {
        out.print()
        emitDocumentation(plan.documentation)
        out.block("enum \(Naming.swiftIdentifier(plan.name)): Int32, CaseIterable\(plan.isError ? ", Swift.Error" : "") {") {
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
                var lowered: Int32 { rawValue }

                """)
            out.block("init(lifting index: Int32) {") { out in
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
        out.print("struct \(name)\(plan.crossing.isError ? ": Swift.Error, @unchecked Sendable" : "") {")
        for member in plan.members {
            var emitter = fresh()
            emitter.emitDocumentation(member.documentation)
            let documentation = emitter.out.text
            let type = member.crossing.spelling.type(in: self)
            out.indent { out in
                if !documentation.isEmpty { out.print(String(documentation.dropLast())) }
                guard let storage = Self.storage(of: member) else { return out.print("var \(member.swiftName): \(type)") }
                out.print(
                    """
                    var \(member.swiftName): \(type) {
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
            out.block("init(\(parameters.joined(separator: ", "))) {") { out in
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
                    init(loading place: UnsafeMutableRawPointer) {
                        self.init(
                            \(arguments.joined(separator: ",\n        ")))
                    }

                    /// Lifts the stored form at an address and frees the memory where it is not in the region.
                    init(releasing address: Int32) {
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
                out.block("func store(at place: UnsafeMutableRawPointer, _ arena: inout BindgenRuntime.Arena) {") { out in
                    statements.forEach { out.print($0) }
                }
            }
        }
        out.print("}")
    }

    mutating func emitCallback(_ callback: CallbackPlan) {
        let parameters = callback.arguments.map { $0.crossing.spelling.parameterType(in: self) }.joined(separator: ", ")
        out.print()
        emitDocumentation(callback.documentation)
        out.print(
            "typealias \(Naming.swiftIdentifier(callback.name)) = (\(parameters))\(throwsClause(plan.throwing(of: callback))) -> \(callback.importResult.crossing.spelling.type(in: self))"
        )
        if plan.reach.toSwift.contains(callback.name) { emitCallbackImport(callback) }
        if plan.reach.toJavaScript.contains(callback.name) { emitCallbackExport(callback) }
    }

    /// A JavaScript function as a Swift closure.
    private mutating func emitCallbackImport(_ callback: CallbackPlan) {
        let function = symbol("call$\(callback.name)")
        let slots = [Slot(.i32)] + callback.arguments.flatMap { argument in argument.crossing.slots }
        out.print()
        emitExtern(
            symbol: callback.importSymbol, function: function, slots: slots, result: callback.importResult.coreType)
        let names = callback.arguments.map(\.swiftName)
        out.print()
        var body = fresh()
        body.emitImportCall(
            function: function, receiver: "function", arguments: callback.arguments, result: callback.importResult,
            throwing: plan.throwing(of: callback))
        let result = callback.importResult.crossing.spelling.type(in: self)
        let typed = callback.arguments.map { "\($0.swiftName): \($0.crossing.spelling.parameterType(in: self))" }
            .joined(separator: ", ")
        let clause = throwsClause(plan.throwing(of: callback))
        out.block("private func lift$\(callback.name)(_ handle: Int32) -> \(Naming.swiftIdentifier(callback.name)) {") { out in
            out.print("let function = BindgenRuntime.JSObject(adopting: handle)")
            let head = names.isEmpty ? "" : " \(names.joined(separator: ", ")) in"
            let signature = callback.throwing == .never ? head : " (\(typed))\(clause) -> \(result) in"
            out.print("return {\(signature)")
            out.indent { out in
                out.print(String(body.out.text.dropLast()))
            }
            out.print("}")
        }
    }

    /// A Swift closure as a JavaScript function.
    private mutating func emitCallbackExport(_ callback: CallbackPlan) {
        let type = Naming.swiftIdentifier(callback.name)
        let slots = ([Slot(.i32)] + callback.arguments.flatMap(\.crossing.slots)).map { self.type($0.type) }
        let result = callback.exportResult.coreType.map { self.type($0) } ?? "Void"
        out.print(
            """

            private final class \(callback.name)$Box: BindgenRuntime.ClosureBox {
                let call: \(type)

                init(_ call: @escaping \(type)) {
                    self.call = call
                    #if arch(wasm32)
                    let function: @convention(c) (\(slots.joined(separator: ", "))) -> \(result) = \(shimFunction(callback.exportSymbol))
                    super.init(function: unsafeBitCast(function, to: Int32.self))
                    #else
                    super.init(function: 0)
                    #endif
                }
            }

            private func lower$\(callback.name)(_ closure: @escaping \(type)) -> Int32 { BindgenRuntime.Lower.object(\(callback.name)$Box(closure)) }

            """)
        out.print("#if arch(wasm32)")
        emitShim(
            symbol: callback.exportSymbol, arguments: callback.arguments, result: callback.exportResult,
            throwing: plan.throwing(of: callback), receiver: .closure(box: "\(callback.name)$Box"), isExported: false,
            call: { receiver, arguments in "\(receiver).call(\(arguments.map(\.expression).joined(separator: ", ")))" })
        out.print("#endif")
    }
}
