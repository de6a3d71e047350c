import BindgenABI

/// What JavaScript calls: protocols for the program's types, and a shim for each member.
extension SwiftEmitter {
    mutating func emitExportedNamespace(_ namespace: NamespacePlan) {
        emitProtocol(
            name: namespace.swiftName, documentation: namespace.documentation, functions: namespace.functions, constants: [],
            declaration: "enum", inheritance: "")
        emitConstants(namespace.constants, in: namespace.swiftName)
        emitExports(namespace.functions, type: namespace.swiftName)
    }

    mutating func emitExportedClass(_ classPlan: ClassPlan) {
        emitProtocol(
            name: classPlan.swiftName, documentation: classPlan.documentation, functions: classPlan.functions, constants: [],
            declaration: "final class", inheritance: ": AnyObject")
        emitConstants(classPlan.constants, in: classPlan.swiftName)
        emitExports(classPlan.functions, type: classPlan.swiftName)
    }

    private mutating func emitProtocol(
        name: String, documentation: Documentation, functions: [FunctionPlan], constants: [ConstantPlan], declaration: String,
        inheritance: String
    ) {
        let plainName = name.filter { $0 != "`" }
        let protocolName = "\(plainName)Exports"
        out.print()
        emitDocumentation(documentation)
        out.print("protocol \(protocolName)\(inheritance) {")
        for function in functions where function.kind != .setter {
            let isSettable = functions.contains {
                $0.kind == .setter && $0.jsName == function.jsName && $0.isStatic == function.isStatic
            }
            let requirement = requirement(function, isSettable: isSettable)
            var emitter = fresh()
            emitter.emitDocumentation(Documentation(text: function.documentation.text, deprecation: nil))
            let documentation = emitter.out.text
            out.indent { out in
                if !documentation.isEmpty { out.print(String(documentation.dropLast())) }
                out.print(requirement)
            }
        }
        out.print(
            """
            }

            // An error here means that this module does not declare `\(declaration) \(name): \(protocolName) { … }`.
            private func check\(plainName)<Implementation: \(protocolName)>(_: Implementation.Type) {}
            private func check\(plainName)() { check\(plainName)(\(name).self) }
            """)
    }

    private func requirement(_ function: FunctionPlan, isSettable: Bool) -> String {
        let parameters = function.arguments.map { "\($0.swiftName): \(parameterType($0.crossing))" }.joined(separator: ", ")
        let clause = throwsClause(function.throwing)
        let modifier = function.hasReceiver || function.kind == .constructor ? "" : "static "
        switch function.kind {
        case .constructor: return "init(\(parameters))\(clause)"
        case .getter:
            return
                "\(modifier)var \(function.swiftName): \(type(function.result.crossing)) { get\(clause)\(isSettable ? " set" : "") }"
        case .operation, .setter:
            let result = function.result.passing == .none ? "" : " -> \(type(function.result.crossing))"
            return "\(modifier)func \(function.swiftName)(\(parameters))\(clause)\(result)"
        }
    }

    private mutating func emitConstants(_ constants: [ConstantPlan], in type: String) {
        guard !constants.isEmpty else { return }
        out.print()
        out.print("extension \(type) {")
        for constant in constants {
            let line =
                "static let \(constant.swiftName): \(self.type(constant.crossing)) = \(defaultValue(constant.value, constant.crossing))"
            out.indent { $0.print(line) }
        }
        out.print("}")
    }

    private mutating func emitExports(_ functions: [FunctionPlan], type: String) {
        guard !functions.isEmpty else { return }
        out.print("\n#if arch(wasm32)")
        for (index, function) in functions.enumerated() {
            if index > 0 { out.print() }
            emitExport(function, type: type)
        }
        out.print("#endif")
    }

    private mutating func emitExport(_ function: FunctionPlan, type: String) {
        emitShim(
            symbol: function.symbol, arguments: function.arguments, result: function.result, throwing: function.throwing,
            receiver: function.hasReceiver ? .object(type: type) : nil, remembersView: function.remembersView,
            call: { receiver, arguments in
                let target = receiver.isEmpty ? type : receiver
                let list = arguments.map { "\(Naming.swiftLabel($0.label)): \($0.expression)" }.joined(separator: ", ")
                return switch function.kind {
                case .constructor: "\(type)(\(list))"
                case .operation: "\(target).\(function.swiftName)(\(list))"
                case .getter: "\(target).\(function.swiftName)"
                case .setter: "\(target).\(function.swiftName) = \(arguments[0].expression)"
                }
            })
    }

    struct LiftedArgument {
        var label: String
        var expression: String
    }

    /// What the first slot of a shim holds: an address that JavaScript lends for the call.
    enum Receiver {
        case object(type: String)
        case closure(box: String)

        /// The call whose closure is given the receiver.
        func borrow(_ address: String) -> String {
            switch self {
            case .object(let type): "Lift.borrow(\(address), as: \(type).self)"
            case .closure(let box): "Lift.closure(\(address), as: \(box).self)"
            }
        }
    }

    /// The function behind one wasm export: lifts, calls, lowers.
    mutating func emitShim(
        symbol: String, arguments: [ArgumentPlan], result: ResultPlan, throwing: ThrowsPlan, receiver: Receiver?,
        remembersView: Bool = false,
        call: (String, [LiftedArgument]) -> String
    ) {
        var names = NameAllocator(reserved: reservedNames)
        let receiverName = names.name("receiver")
        var parameters = receiver == nil ? [] : ["_ \(receiverName): Int32"]
        let known = remembersView ? names.name("known") : nil
        if let known { parameters.append("_ \(known): Int32") }
        var setup: [String] = []
        var lifted: [LiftedArgument] = []
        for argument in arguments {
            let stem = names.name(Naming.camelCase(argument.name))
            let slots = argument.crossing.slots.map { slot in
                (
                    name: slot.suffix.isEmpty ? stem : names.name("\(stem)_\(Naming.slotSuffix(slot.suffix))"),
                    type: type(slot.type)
                )
            }
            parameters += slots.map { "_ \($0.name): \($0.type)" }
            let argument = liftArgument(argument, slots.map(\.name), local: names.name("\(stem)Value"), &setup)
            lifted.append(argument)
        }
        let expression = call(receiver == nil ? "" : receiverName, lifted)
        let core = result.coreType
        let symbolName = "bindgen_\(plan.moduleName)_" + Naming.swiftPart(symbol)
        out.print("@_expose(wasm, \(swiftLiteral(symbol))) @_cdecl(\"\(symbolName)\")")
        out.print("public func \(symbolName)(\(parameters.joined(separator: ", ")))\(core.map { " -> \(type($0))" } ?? "") {")
        let body = shimBody(
            setup: setup, expression: expression, result: result, throwing: throwing, known: known,
            receiver: receiver.map { ($0, receiverName) })
        out.indent { out in body.forEach { out.print($0) } }
        out.print("}")
    }

    static func reservedNames(_ plan: BindingPlan) -> Set<String> {
        Set(plan.definitions.map(\.swiftName))
            .union(Naming.swiftKeywords)
            .union([
                "Lift", "Lower", "Region", "Arena", "arena", "error", "result", "Int32", "Int64", "UInt32", "UInt64", "Double",
                "Float",
            ])
    }

    /// Lifts one argument; borrowed ones need statements before the call.
    private func liftArgument(
        _ argument: ArgumentPlan, _ slots: [String], local: String, _ setup: inout [String]
    ) -> LiftedArgument {
        let label = argument.swiftName
        switch argument.crossing {
        case .string(let string) where string.isBorrowed:
            setup += [
                "defer { Region.release(\(slots[0])) }",
                // The glue marks ASCII by ~length.
                "let \(local)Count = \(slots[1]) < 0 ? ~\(slots[1]) : \(slots[1])",
                "let \(local) = unsafe UTF8Span(unchecked: Lift.elements(\(slots[0]), \(local)Count, of: UInt8.self).span, isKnownASCII: \(slots[1]) < 0)",
            ]
            return LiftedArgument(label: label, expression: local)
        case .buffer(let buffer) where buffer.passing == .borrow:
            // The glue frees what it copied: the elements may as well be this module's own storage.
            setup.append("let \(local) = Lift.elements(\(slots[0]), \(slots[1]), of: \(type(buffer.scalar)).self).span")
            return LiftedArgument(label: label, expression: local)
        case .buffer(let buffer) where buffer.passing == .into:
            setup.append("var \(local) = Lift.elements(\(slots[0]), \(slots[1]), of: \(type(buffer.scalar)).self).mutableSpan")
            return LiftedArgument(label: label, expression: "&\(local)")
        default:
            return LiftedArgument(label: label, expression: lift(argument.crossing, slots, isOwned: false))
        }
    }

    /// What is lent for the call may end with it, and its deinit may call JavaScript: results that wait in the result area, those that are
    /// delivered, and errors are lowered after that. A result in a slot waits nowhere.
    private func shimBody(
        setup: [String], expression: String, result: ResultPlan, throwing: ThrowsPlan, known: String?,
        receiver: (kind: Receiver, name: String)?
    ) -> [String] {
        guard throwing != .never else {
            guard let receiver else { return setup + resultLines(expression, result, known) }
            guard result.passing == .none || result.passing == .slot else {
                return lendingLines(receiver, setup + ["return " + expression], result: result, throwing: throwing)
                    + resultLines("result", result, known)
            }
            let signature = result.coreType.map { "(\(receiver.name)) -> \(type($0))" } ?? receiver.name
            let opening = "\(result.coreType == nil ? "" : "return ")\(receiver.kind.borrow(receiver.name)) { \(signature) in"
            return [opening] + (setup + resultLines(expression, result, known)).map { "    " + $0 } + ["}"]
        }
        var call = setup + resultLines("try " + expression, result, known)
        if let receiver {
            call = lendingLines(receiver, setup + ["return try " + expression], result: result, throwing: throwing)
            call += result.passing == .none ? [] : resultLines("result", result, known)
        }
        let zero = result.coreType == nil ? [] : ["    return 0"]
        return ["do\(throwsClause(throwing)) {"] + call.map { "    " + $0 }
            + ["} catch {", "    \(errorLowering(throwing))"] + zero + ["}"]
    }

    /// The member's call alone while the receiver is lent, with its result in `result`.
    private func lendingLines(
        _ receiver: (kind: Receiver, name: String), _ body: [String], result: ResultPlan, throwing: ThrowsPlan
    ) -> [String] {
        let clause = throwsClause(throwing)
        let signature = "(\(receiver.name))\(clause) -> \(type(result.crossing))"
        let head = (result.passing == .none ? "" : "let result = ") + (throwing == .never ? "" : "try ")
        return ["\(head)\(receiver.kind.borrow(receiver.name)) { \(signature) in"] + body.map { "    " + $0 } + ["}"]
    }

    private func errorLowering(_ throwing: ThrowsPlan) -> String {
        if case .typed(let name) = throwing { "\(typedThrowFunction(name))(error.lowered)" } else { "error.lower()" }
    }

    /// The statements that make the call and hand over its result.
    private func resultLines(_ expression: String, _ result: ResultPlan, _ known: String?) -> [String] {
        let lowering = "lower(into: Region.resultArea\(known.map { ", known: \($0)" } ?? ""))"
        // What the call's arguments held has ended, too, once its value has a name.
        let naming = expression == "result" ? [] : ["let result = \(expression)"]
        switch result.passing {
        case .none: return [expression]
        case .slot:
            let isTrivial = expression.count < 60
            let lowered = lower(result.crossing, isTrivial && lowersOnce(result.crossing) ? expression : "result", name: "result")
                .slots[0]
            return isTrivial && lowersOnce(result.crossing)
                ? ["return \(lowered)"] : naming + ["return \(lowered)"]
        case .area:
            if case .buffer = result.crossing { return naming + ["result.\(lowering)"] }
            if case .nullable(let nullable) = result.crossing, case .buffer = nullable.wrapped {
                return naming + [
                    "if let result { result.\(lowering) } else { Region.resultArea.storeBytes(of: 0, as: Int32.self) }",
                ]
            }
            return naming + ["let area = Region.resultArea"] + storeLines(result.crossing, "result", "area")
        case .text:
            return naming + ["return Lower.text(result) { \(deliveryFunction(result.crossing))($0, $1) }"]
        case .delivered:
            return naming
                + callLines(
                    deliveryFunction(result.crossing), [], [lower(result.crossing, "result", name: "result")],
                    arena: needsArena(result.crossing))
                + (result.crossing.lendsHandle ? ["extendLifetime(result)"] : [])
        }
    }

    private func lowersOnce(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .integer, .float, .object, .enumeration, .importedObject, .callback: true
        default: false
        }
    }

    /// Stores fixed-size values member by member; no arena is needed.
    private func storeLines(_ crossing: Crossing, _ value: String, _ place: String, _ offset: Int = 0) -> [String] {
        guard case .dictionary(let dictionary) = crossing else { return [store(crossing, value, place, offset)] }
        return dictionary.members.flatMap { member in
            storeLines(member.crossing, "\(value).\(swiftLabel(member.name, in: dictionary))", place, offset + member.offset)
        }
    }

    /// A call of an import with lowered values: closures opened, an arena begun and ended where it is needed.
    ///
    /// - Parameter prefix: what stands before the outermost call, such as `return `.
    func callLines(_ function: String, _ leading: [String], _ values: [LoweredValue], arena: Bool, prefix: String = "")
        -> [String]
    {
        var lines: [String] = []
        if arena { lines += ["var arena = Arena()", "defer { arena.end() }"] }
        lines += values.flatMap(\.setup)
        let openings = values.flatMap(\.openings)
        var indent = ""
        for (index, opening) in openings.enumerated() {
            lines.append(indent + (index == 0 ? prefix : "") + opening)
            indent += "    "
        }
        let slots = (leading + values.flatMap(\.slots)).joined(separator: ", ")
        lines.append(indent + (openings.isEmpty ? prefix : "") + "\(function)(\(slots))")
        for _ in openings {
            indent.removeLast(4)
            lines.append(indent + "}")
        }
        return lines
    }
}

extension Naming {
    /// The parts of a slot's suffix as one identifier part.
    static func slotSuffix(_ suffix: String) -> String {
        suffix.split(separator: "_").map { camelCase(String($0)) }.joined(separator: "_")
    }
}
