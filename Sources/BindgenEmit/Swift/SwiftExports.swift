import BindgenABI

/// What JavaScript calls: protocols for the program's types, and a shim for each member.
extension SwiftEmitter {
    mutating func emitExported(_ container: ContainerPlan) {
        if container.isFlags { return emitFlags(container) }
        emitProtocol(of: container)
        emitConstants(container.constants, in: container.swiftName)
        if component == nil { emitExports(container.functions, type: container.swiftName) }
    }

    private mutating func emitProtocol(of container: ContainerPlan) {
        let name = container.swiftName
        let plainName = name.filter { $0 != "`" }
        let protocolName = "\(plainName)Exports"
        out.print()
        emitDocumentation(container.documentation)
        out.print("\(access)protocol \(protocolName)\(inheritance(of: container)) {")
        for member in container.members {
            guard let requirement = requirement(member, of: container) else { continue }
            var emitter = fresh()
            emitter.emitDocumentation(Documentation(text: member.documentation.text, deprecation: nil))
            let documentation = emitter.out.text
            out.indent { out in
                if !documentation.isEmpty { out.print(String(documentation.dropLast())) }
                out.print(requirement)
            }
        }
        let declaration =
            switch container.kind {
            case .namespace: "enum"
            case .interface: hasDescendants(container) ? "class" : "final class"
            }
        let parent = container.parent.map { "\($0.swiftName), " } ?? ""
        out.print(
            """
            }

            // An error here means that this module does not declare `\(declaration) \(name): \(parent)\(protocolName) { … }`.
            private func check$\(plainName)<Implementation: \(protocolName)>(_: Implementation.Type) {}
            private func check$\(plainName)() { check$\(plainName)(\(name).self) }
            """)
        emitCollectionDefaults(of: container, protocolName)
        if hasDescendants(container) { container.constructors.forEach { emitConstructorCheck($0, of: name) } }
    }

    private func hasDescendants(_ container: ContainerPlan) -> Bool {
        plan.mayHaveDescendants(container)
    }

    /// What adopts a class's protocol is a class; and where the interface inherits, a subclass of the parent's.
    private func inheritance(of container: ContainerPlan) -> String {
        switch container.kind {
        case .namespace: return ""
        case .interface:
            guard let parent = container.parent else { return ": AnyObject" }
            return ": \(parent.swiftName), \(parent.swiftName.filter { $0 != "`" })Exports"
        }
    }

    /// Swift would have every subclass declare a constructor that a protocol requires, so a class that others inherit from has none there.
    private mutating func emitConstructorCheck(_ constructor: FunctionPlan, of name: String) {
        let declaration = "init(\(parameters(of: constructor)))\(throwsClause(constructor.throwing))"
        let arguments = constructor.arguments.map { argument in
            let isWritten = argument.crossing.spelling.parameterType(in: self).hasPrefix("inout ")
            return "\(Naming.swiftLabel(argument.swiftName)): \(isWritten ? "&" : "")\(argument.swiftName)"
        }
        out.print(
            """
            // An error here means that the class does not declare `\(declaration)`.
            private func check$\(name.filter { $0 != "`" })$\(declaration) -> \(name) {
                \(constructor.throwing == .never ? "" : "try ")\(name)(\(arguments.joined(separator: ", ")))
            }
            """)
    }

    /// A member as the protocol asks for it; nil for a constant, which generated code has itself, and for a constructor that is no
    /// requirement.
    private func requirement(_ member: MemberPlan, of container: ContainerPlan) -> String? {
        if let special = specialRequirement(member) { return special.isEmpty ? nil : special }
        switch member {
        case .constructor(let function):
            return hasDescendants(container)
                ? nil : "init(\(parameters(of: function)))\(throwsClause(function.throwing))"
        case .operation(let function):
            let value = function.result.awaited
            let result = value.isNothing ? "" : " -> \(value.spelling.type(in: self))"
            return "\(function.hasReceiver ? "" : "static ")func \(function.swiftName)(\(parameters(of: function)))"
                + (function.isPromised && function.suspension == nil ? " async" : "") + throwsClause(function.throwing) + result
        case .attribute(let getter, let setter):
            let type = getter.result.crossing.spelling.type(in: self)
            let modifier = getter.hasReceiver ? "" : "static "
            // A setter that throws is a method, as a property's cannot.
            let isMethod = getter.throwing != .never && setter != nil
            let accessors = "get\(throwsClause(getter.throwing))\(setter == nil || isMethod ? "" : " set")"
            let property = "\(modifier)var \(getter.swiftName): \(type) { \(accessors) }"
            guard isMethod, let setter else { return property }
            return
                "\(property)\n\(modifier)func \(setter.swiftSetterName)(\(parameters(of: setter)))\(throwsClause(setter.throwing))"
        case .constant, .stringifier, .iteration, .properties, .json, .kept: return nil
        }
    }

    func parameters(of function: FunctionPlan) -> String {
        function.arguments.map { "\($0.swiftName): \($0.crossing.spelling.parameterType(in: self))" }.joined(separator: ", ")
    }

    private mutating func emitConstants(_ constants: [ConstantPlan], in type: String) {
        guard !constants.isEmpty else { return }
        out.print()
        out.print("extension \(type) {")
        for constant in constants {
            let line =
                "\(access)static let \(constant.swiftName): \(constant.crossing.spelling.type(in: self)) = \(constant.crossing.spelling.literal(constant.value, in: self))"
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
        if function.isPromised { return emitPromisedShim(function, type: type) }
        emitShim(
            symbol: function.symbol, arguments: function.arguments, result: function.result, throwing: function.throwing,
            receiver: function.hasReceiver ? .object(type: type) : nil, remembersView: function.remembersView,
            call: { receiver, arguments in
                let target = receiver.isEmpty ? type : receiver
                let list = arguments.map { "\(Naming.swiftLabel($0.label)): \($0.expression)" }.joined(separator: ", ")
                return switch function.kind {
                case .constructor: "\(type)(\(list))"
                case .operation, .factory: "\(target).\(function.swiftName)(\(list))"
                case .getter, .stringifier: "\(target).\(function.swiftName)"
                case .setter where function.throwing != .never: "\(target).\(function.swiftSetterName)(\(list))"
                case .setter: "\(target).\(function.swiftName) = \(arguments[0].expression)"
                case .place, .keyAtPlace, .valueAtPlace, .cursor, .step, .cursorKey, .cursorValue, .propertyGetter,
                    .propertySetter,
                    .propertyDeleter, .propertyNames, .propertyTest:
                    Self.specialCall(function, target, arguments)
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
            case .object(let type): "BindgenRuntime.Lift.borrow(\(address), as: \(type).self)"
            case .closure(let box): "BindgenRuntime.Lift.closure(\(address), as: \(box).self)"
            }
        }
    }

    /// Adds the slots of an argument to the parameters of a shim, and gives the expression that lifts it.
    func liftParameter(
        _ argument: ArgumentPlan, stem: String, _ names: inout NameAllocator, _ parameters: inout [String],
        _ setup: inout [String]
    ) -> String {
        let slots = argument.crossing.slots.map { slot in
            slot.suffix.isEmpty ? stem : names.name("\(stem)_\(Naming.slotSuffix(slot.suffix))")
        }
        parameters += zip(slots, argument.crossing.slots).map { "_ \($0): \(type($1.type))" }
        return argument.crossing.spelling.liftArgument(slots, local: names.name("\(stem)Value"), &setup, in: self)
    }

    /// The function behind one wasm export: lifts, calls, lowers.
    mutating func emitShim(
        symbol: String, arguments: [ArgumentPlan], result: ResultPlan, throwing: ThrowsPlan, receiver: Receiver?,
        remembersView: Bool = false, isExported: Bool = true,
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
            let expression = liftParameter(argument, stem: stem, &names, &parameters, &setup)
            lifted.append(LiftedArgument(label: argument.swiftName, expression: expression))
        }
        let expression = call(receiver == nil ? "" : receiverName, lifted)
        let core = result.coreType
        let symbolName = shimFunction(symbol)
        if isExported { out.print("@_expose(wasm, \(swiftLiteral(symbol))) @_cdecl(\"\(symbolName)\")") }
        out.print(
            "\(isExported ? "public" : "private") func \(symbolName)(\(parameters.joined(separator: ", ")))\(core.map { " -> \(type($0))" } ?? "") {"
        )
        let body = shimBody(
            setup: setup, expression: expression, result: result, throwing: throwing, known: known,
            receiver: receiver.map { ($0, receiverName) })
        out.indent { out in body.forEach { out.print($0) } }
        out.print("}")
    }

    /// The name of the function behind a wasm export or import of this name.
    func shimFunction(_ symbol: String) -> String { "bindgen_\(plan.moduleName)_" + Naming.swiftPart(symbol) }

    static func reservedNames(_ plan: BindingPlan) -> Set<String> {
        Set(plan.definitions.map(\.swiftName))
            .union(Naming.swiftKeywords)
            .union([
                "arena", "error", "result", "Int32", "Int64", "UInt32", "UInt64", "Double",
                "Float",
            ])
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
            + ["} catch {"] + errorLowering(throwing).map { "    " + $0 } + zero + ["}"]
    }

    /// The member's call alone while the receiver is lent, with its result in `result`.
    private func lendingLines(
        _ receiver: (kind: Receiver, name: String), _ body: [String], result: ResultPlan, throwing: ThrowsPlan
    ) -> [String] {
        let signature = "(\(receiver.name))\(throwsClause(throwing)) -> \(result.crossing.spelling.type(in: self))"
        let head = (result.passing == .none ? "" : "let result = ") + (throwing == .never ? "" : "try ")
        return ["\(head)\(receiver.kind.borrow(receiver.name)) { \(signature) in"] + body.map { "    " + $0 } + ["}"]
    }

    /// The statements that make the call and hand over its result.
    private func resultLines(_ expression: String, _ result: ResultPlan, _ known: String?) -> [String] {
        switch result.passing {
        case .none, .promised: return [expression]
        case .slot:
            let isInPlace = result.crossing.traits.contains(.swiftLowersInPlace) && expression.count < 60
            let lowered = result.crossing.spelling.lower(isInPlace ? expression : "result", name: "result", in: self).slots[0]
            return isInPlace ? ["return \(lowered)"] : named(expression) + ["return \(lowered)"]
        case .area: return result.crossing.spelling.leaveInArea(expression, known: known, in: self)
        case .text:
            return named(expression)
                + result.crossing.spelling.leaveText(delivery: deliveryFunction(result.delivery), in: self)
        case .delivered:
            return named(expression)
                + callLines(
                    deliveryFunction(result.crossing), [], [result.crossing.spelling.lower("result", name: "result", in: self)],
                    arena: result.crossing.traits.contains(.needsArena))
                + (result.crossing.traits.contains(.lendsHandle) ? ["extendLifetime(result)"] : [])
        }
    }

    /// A call of an import with lowered values: closures opened, an arena begun and ended where it is needed.
    ///
    /// - Parameter prefix: what stands before the outermost call, such as `return `.
    func callLines(_ function: String, _ leading: [String], _ values: [LoweredValue], arena: Bool, prefix: String = "")
        -> [String]
    {
        var lines: [String] = []
        if arena { lines += ["var arena = BindgenRuntime.Arena()", "defer { arena.end() }"] }
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

extension FunctionPlan {
    /// The method that stands for a setter that throws.
    var swiftSetterName: String {
        let name = swiftName.filter { $0 != "`" }
        return "set\(name.prefix(1).uppercased() + name.dropFirst())"
    }
}

extension Naming {
    /// The parts of a slot's suffix as one identifier part.
    static func slotSuffix(_ suffix: String) -> String {
        suffix.split(separator: "_").map { camelCase(String($0)) }.joined(separator: "_")
    }
}
