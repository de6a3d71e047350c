import BindgenABI

/// What Swift calls: one static wasm import for each member.
extension SwiftEmitter {
    mutating func emitImportedNamespace(_ namespace: NamespacePlan) {
        out.print()
        emitDocumentation(namespace.documentation)
        out.print("enum \(namespace.swiftName) {")
        emitImportedMembers(namespace.functions, constants: namespace.constants)
        out.print("}")
        for function in namespace.functions { emitImportExtern(function) }
    }

    mutating func emitImportedClass(_ classPlan: ClassPlan) {
        out.print()
        emitDocumentation(classPlan.documentation)
        out.print("struct \(classPlan.swiftName) {")
        out.indent { out in
            out.print(
                """
                /// The JavaScript object.
                let object: JSObject

                /// Wraps a JavaScript object that is known to be a \(classPlan.jsName).
                init(_ object: JSObject) { self.object = object }
                """)
        }
        emitImportedMembers(classPlan.functions, constants: classPlan.constants)
        out.print("}")
        for function in classPlan.functions { emitImportExtern(function) }
    }

    private mutating func emitImportedMembers(_ functions: [FunctionPlan], constants: [ConstantPlan]) {
        for constant in constants {
            let line =
                "static let \(constant.swiftName): \(type(constant.crossing)) = \(defaultValue(constant.value, constant.crossing))"
            out.indent { $0.print(line) }
        }
        for function in functions {
            if function.kind == .setter, function.throwing == .never { continue }
            var emitter = fresh()
            emitter.out.print()
            emitter.emitDocumentation(function.documentation)
            emitter.emitImportedMember(function, setter: functions.first { $0.isSetter(of: function) })
            let text = String(emitter.out.text.dropLast())
            out.indent { $0.print(text) }
        }
    }

    private mutating func emitImportedMember(_ function: FunctionPlan, setter: FunctionPlan?) {
        let parameters = function.arguments.map { argument in
            var parameter = "\(argument.swiftName): \(parameterType(argument.crossing))"
            if let value = argument.defaultValue {
                parameter += " = \(defaultValue(value, argument.crossing))"
            } else if argument.isOptional {
                parameter += " = nil"
            }
            return parameter
        }.joined(separator: ", ")
        let modifier = function.hasReceiver || function.kind == .constructor ? "" : "static "
        let clause = throwsClause(function.throwing)
        switch function.kind {
        case .constructor:
            block("init(\(parameters))\(clause) {") { $0.emitConstructorBody(function) }
        case .operation:
            let result = function.result.passing == .none ? "" : " -> \(type(function.result.crossing))"
            block("\(modifier)func \(function.swiftName)(\(parameters))\(clause)\(result) {") { $0.emitImportBody(function) }
        case .getter:
            block("\(modifier)var \(function.swiftName): \(type(function.result.crossing)) {") { emitter in
                emitter.block("get\(clause) {") { $0.emitImportBody(function) }
                guard let setter, setter.throwing == .never else { return }
                emitter.block("\(function.hasReceiver ? "nonmutating " : "")set(value) {") { $0.emitImportBody(setter) }
            }
        case .setter:
            let name = function.swiftName.filter { $0 != "`" }
            block("\(modifier)func set\(name.prefix(1).uppercased() + name.dropFirst())(\(parameters))\(clause) {") {
                $0.emitImportBody(function)
            }
        }
    }

    private mutating func block(_ head: String, _ body: (inout SwiftEmitter) -> Void) {
        out.print(head)
        var inner = fresh()
        body(&inner)
        let text = inner.out.text
        if !text.isEmpty { out.indent { $0.print(String(text.dropLast())) } }
        out.print("}")
    }

    private mutating func emitImportBody(_ function: FunctionPlan) {
        emitImportCall(
            function: externName(function), receiver: function.hasReceiver ? "object" : nil, arguments: function.arguments,
            result: function.result, throwing: function.throwing)
    }

    private mutating func emitConstructorBody(_ function: FunctionPlan) {
        let (values, arena) = lowerArguments(function.arguments)
        keepUntilReturned(receiver: nil, function.arguments).forEach { out.print($0) }
        if function.throwing == .never, !arena, values.allSatisfy(\.openings.isEmpty) {
            let call = callLines(externName(function), [], values, arena: false)[0]
            out.print("object = JSObject(adopting: \(call))")
            return
        }
        for line in callLines(externName(function), [], values, arena: arena, prefix: "let lifted = ") { out.print(line) }
        emitThrownCheck(function.throwing)
        out.print("object = JSObject(adopting: lifted)")
    }

    private func lowerArguments(_ arguments: [ArgumentPlan]) -> (values: [LoweredValue], needsArena: Bool) {
        let values = arguments.map { lower($0.crossing, $0.swiftName, name: "\(Naming.camelCase($0.name))_slot") }
        return (values, arguments.contains { needsArena($0.crossing) })
    }

    /// The compiler does not see that JavaScript looks a handle up: whoever owns one has to live until the call has returned.
    private func keepUntilReturned(receiver: String?, _ arguments: [ArgumentPlan]) -> [String] {
        let owners = (receiver.map { [$0] } ?? []) + arguments.filter { $0.crossing.lendsHandle }.map(\.swiftName)
        return owners.map { "defer { extendLifetime(\($0)) }" }
    }

    /// Lowers the arguments, calls the import, takes its exception or its result.
    ///
    /// - Parameter receiver: the `JSObject` whose handle comes first.
    mutating func emitImportCall(
        function: String, receiver: String?, arguments: [ArgumentPlan], result: ResultPlan, throwing: ThrowsPlan
    ) {
        let (values, arena) = lowerArguments(arguments)
        let leading = receiver.map { ["\($0).handle"] } ?? []
        keepUntilReturned(receiver: receiver, arguments).forEach { out.print($0) }
        if throwing == .never, !arena, values.allSatisfy(\.openings.isEmpty), result.passing == .slot, liftsOnce(result.crossing)
        {
            let call = callLines(function, leading, values, arena: false)[0]
            out.print("return \(lift(result.crossing, [call], isOwned: true))")
            return
        }
        let prefix = result.passing == .slot ? "let lifted = " : ""
        for line in callLines(function, leading, values, arena: arena, prefix: prefix) { out.print(line) }
        emitThrownCheck(throwing)
        switch result.passing {
        case .none: break
        case .slot: out.print("return \(lift(result.crossing, ["lifted"], isOwned: true))")
        case .area, .delivered, .text:
            out.print("let area = Region.resultArea")
            out.print("return \(load(result.crossing, "area", 0))")
        }
    }

    /// True where lifting looks at the slot once, so that a call can stand in its place.
    private func liftsOnce(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .boolean, .integer, .longInteger, .float, .enumeration, .callback, .object, .importedObject: true
        case .nullable(let nullable): nullable.representation == .notANumber
        // One without members does not look at all.
        case .dictionary(let dictionary):
            !dictionary.isFlat || !dictionary.members.isEmpty && dictionary.members.allSatisfy { liftsOnce($0.crossing) }
        case .undefined, .string, .sequence, .buffer: false
        }
    }

    private mutating func emitThrownCheck(_ throwing: ThrowsPlan) {
        guard throwing != .never else { return }
        out.print("if let thrown = JSError.lift(Region.takeThrown()) { throw thrown }")
    }

    func externName(_ function: FunctionPlan) -> String {
        "bindgen_\(plan.moduleName)_" + Naming.swiftPart(function.symbol)
    }

    private mutating func emitImportExtern(_ function: FunctionPlan) {
        out.print()
        let slots = (function.hasReceiver ? [Slot(.i32)] : []) + function.arguments.flatMap { $0.crossing.slots }
        emitExtern(symbol: function.symbol, function: externName(function), slots: slots, result: function.result.coreType)
    }

    /// One wasm import; on the host, where nothing can be called, a stub that says so.
    mutating func emitExtern(symbol: String, function: String, slots: [Slot], result: CoreType?) {
        let parameters = slots.enumerated().map { "_ p\($0): \(type($1.type))" }.joined(separator: ", ")
        let arrow = result.map { " -> \(type($0))" } ?? ""
        out.print(
            """
            #if arch(wasm32)
            @_extern(wasm, module: "bindgen", name: \(swiftLiteral(symbol))) @_extern(c)
            private func \(function)(\(parameters))\(arrow)
            #else
            private func \(function)(\(parameters))\(arrow) { Region.hostOnly(\(swiftLiteral(symbol))) }
            #endif
            """)
    }
}

extension FunctionPlan {
    func isSetter(of getter: FunctionPlan) -> Bool {
        kind == .setter && getter.kind == .getter && jsName == getter.jsName && isStatic == getter.isStatic
    }
}
