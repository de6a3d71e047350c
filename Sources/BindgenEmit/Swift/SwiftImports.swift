import BindgenABI
import BindgenModel

/// What Swift calls: one static wasm import for each member.
extension SwiftEmitter {
    mutating func emitImported(_ container: ContainerPlan) {
        out.print()
        emitDocumentation(container.documentation)
        switch container.kind {
        case .namespace: out.print("\(access)enum \(container.swiftName) {")
        case .interface:
            out.print("\(openAccess)class \(container.swiftName): \(container.parent?.swiftName ?? "BindgenRuntime.JSObject") {")
            if component == nil { emitHandleInitializers(container) } else { emitComponentHandleInitializers(container) }
        }
        emitImportedMembers(container)
        out.print("}")
        if container.kind == .interface, component == nil { emitSupports(container) }
        for case .iteration(let plan) in container.members {
            out.print("\nextension \(container.swiftName): \(plan.kind == .asyncIterable ? "AsyncSequence" : "Sequence") {}")
        }
        if container.hasClass, component == nil {
            emitExtern(symbol: container.castSymbol, function: castFunction(container), slots: [Slot(.i32)], result: .i32)
        }
        for function in container.functions {
            if let component { emitComponentExtern(function, component) } else { emitImportExtern(function) }
        }
    }

    /// What this module's IDL adds to an interface or a namespace of another module.
    mutating func emitAdditions(_ container: ContainerPlan) {
        out.print("\nextension \(container.swiftName) {")
        emitImportedMembers(container)
        out.print("}")
        if container.kind == .interface, component == nil { emitSupports(container) }
        for function in container.functions {
            if let component { emitComponentExtern(function, component) } else { emitImportExtern(function) }
        }
    }

    private func castFunction(_ container: ContainerPlan) -> String { symbol("cast$\(container.name)") }

    /// How an object of the class is made of another one, or of a handle. A class inherits the constructors of its parent where it states each
    /// of the parent's other initializers; that it cannot do with a private one.
    private mutating func emitHandleInitializers(_ container: ContainerPlan) {
        let name = container.jsName
        let cast =
            !container.hasClass
            ? ""
            : """

            /// The same object, where it is \(name.withIndefiniteArticle) for JavaScript's `instanceof`.
            \(access)convenience init?(_ object: BindgenRuntime.JSObject) {
                defer { extendLifetime(object) }
                let handle = \(castFunction(container))(object.handle)
                if handle == 0 { return nil }
                self.init(adopting: handle)
            }
            """
        let wall =
            container.hasDescendants || isPublic
            ? "\n/// Constructors are not inherited.\nprivate init(notInherited: ()) { super.init(adopting: 0) }\n" : ""
        out.indent { out in
            out.print(
                """
                /// Takes over a handle. For generated code.
                \(access)override init(adopting handle: Int32) { super.init(adopting: handle) }
                \(wall)\(cast)

                /// The same object, taken for \(name.withIndefiniteArticle) without a look.
                \(access)convenience init(unchecked object: BindgenRuntime.JSObject) { self.init(adopting: object.sharedHandle()) }
                """)
        }
    }

    private mutating func emitImportedMembers(_ container: ContainerPlan) {
        for constant in container.constants {
            let spelling = constant.crossing.spelling
            let line =
                "\(access)static let \(constant.swiftName): \(spelling.type(in: self)) = \(spelling.literal(constant.value, in: self))"
            emitSpecialMember([line], constant.documentation, isApart: false)
        }
        let isOfClass = container.kind == .interface
        for member in container.members {
            switch member {
            case .constructor(let function):
                let isApart = throwsUnlikeAnAncestor(function, container)
                emitImportedMember(function, setter: nil, isOfClass: isOfClass, isApart: isApart)
            case .operation(let function): emitImportedMember(function, setter: nil, isOfClass: isOfClass)
            case .attribute(let getter, let setter):
                emitImportedMember(getter, setter: setter, isOfClass: isOfClass)
                // A setter that throws is a method, as a property's cannot.
                if let setter, setter.throwing != .never { emitImportedMember(setter, setter: nil, isOfClass: isOfClass) }
            case .stringifier(let function, _): emitImportedMember(function, setter: nil, isOfClass: isOfClass)
            case .iteration(let plan): emitSpecialMember(iteratorLines(plan), plan.documentation)
            case .properties(let plan): emitSpecialMember(subscriptLines(plan), plan.getter.documentation)
            case .constant, .json, .kept: break
            }
        }
    }

    /// `supports(.name)` asks whether JavaScript has a member, of an object or of the class itself. A case that cannot be leaves the enum without
    /// Equatable and Hashable, whose code takes longer to compile than the cases.
    private mutating func emitSupports(_ container: ContainerPlan) {
        let asked = container.members.compactMap(\.asked)
        if asked.contains(where: { $0.swiftName == "supports" }) { return }
        let suffix = plan.module(of: container.name) == plan.moduleName ? "" : plan.moduleName
        emitSupports(
            asked.filter(\.hasReceiver), of: container, inEnum: "Member$\(suffix)", "The members that an engine may lack.",
            "final func", "Whether JavaScript has the member.")
        // Of a class in a module of JavaScript's, its own author knows.
        guard container.importSource == .global, container.namespace == nil else { return }
        emitSupports(
            asked.filter { !$0.hasReceiver }, of: container, inEnum: "StaticMember$\(suffix)",
            "The static members that an engine may lack.", "static func",
            "Whether JavaScript has the static member; without the class it has none.", inClass: container.jsName)
    }

    private mutating func emitSupports(
        _ functions: [FunctionPlan], of container: ContainerPlan, inEnum type: String, _ documentation: String,
        _ declaration: String, _ question: String, inClass name: String? = nil
    ) {
        // What an ancestor has too is asked of the ancestor: of two cases Swift would know neither.
        let ancestors = container.ancestors.compactMap { plan.definition(named: $0.name)?.importedContainer }
        let inherited = ancestors.flatMap(\.members).compactMap(\.asked).filter { $0.hasReceiver == (name == nil) }
        var taken = Set(inherited.map { Naming.swiftMember($0.jsName) })
        let own = functions.filter { taken.insert(Naming.swiftMember($0.jsName)).inserted }.map(\.jsName)
        if own.isEmpty { return }
        let names = swiftLiteral(own.joined(separator: " "))
        let place = name.map { ", in: \(swiftLiteral($0))" } ?? ""
        out.print(
            """

            extension \(container.swiftName) {
                /// \(documentation)
                \(access)enum \(type) {
                    case \(own.map { Naming.swiftMember($0) }.joined(separator: ", "))
                    case none$(Never)
                }
                /// \(question)
                \(access)\(declaration) supports(_ member: \(type)) -> Bool { supports(member, of: \(names)\(place)) }
            }
            """)
    }

    mutating func emitSpecialMember(_ lines: [String], _ documentation: Documentation, isApart: Bool = true) {
        var emitter = fresh()
        if isApart { emitter.out.print() }
        emitter.emitDocumentation(documentation)
        lines.forEach { emitter.out.print($0) }
        let text = String(emitter.out.text.dropLast())
        out.indent { $0.print(text) }
    }

    /// Whether an ancestor has the same constructor, which throws nothing: Swift would take this one for an override of it.
    private func throwsUnlikeAnAncestor(_ constructor: FunctionPlan, _ container: ContainerPlan) -> Bool {
        func signature(_ function: FunctionPlan) -> [String] {
            function.arguments.map { "\($0.swiftName): \($0.crossing.spelling.parameterType(in: self))" }
        }
        if constructor.throwing == .never { return false }
        return container.ancestors.contains { ancestor in
            let functions = plan.definition(named: ancestor.name)?.importedContainer?.functions ?? []
            return functions.contains {
                $0.kind == .constructor && $0.throwing == .never && signature($0) == signature(constructor)
            }
        }
    }

    /// - Parameter isApart: whether a constructor gets a parameter that nobody writes.
    private mutating func emitImportedMember(
        _ function: FunctionPlan, setter: FunctionPlan?, isOfClass: Bool, isApart: Bool = false
    ) {
        var emitter = fresh()
        emitter.out.print()
        emitter.emitDocumentation(function.documentation)
        emitter.emitImportedDeclaration(function, setter: setter, isOfClass: isOfClass, isApart: isApart)
        let text = String(emitter.out.text.dropLast())
        out.indent { $0.print(text) }
    }

    private mutating func emitImportedDeclaration(
        _ function: FunctionPlan, setter: FunctionPlan?, isOfClass: Bool, isApart: Bool
    ) {
        let parameters = importedParameters(function) + (isApart ? ["_ nothing: Void = ()"] : [])
        emitImportedDeclaration(function, parameters.joined(separator: ", "), setter: setter, isOfClass: isOfClass)
    }

    private func importedParameters(_ function: FunctionPlan) -> [String] {
        function.arguments.map { argument in
            var parameter = "\(argument.swiftName): \(argument.crossing.spelling.parameterType(in: self))"
            if let value = argument.defaultValue {
                parameter += " = \(argument.crossing.spelling.literal(value, in: self))"
            } else if argument.isOptional {
                parameter += " = nil"
            } else if argument.isVariadic {
                parameter += " = []"
            }
            return parameter
        }
    }

    private mutating func emitImportedDeclaration(
        _ function: FunctionPlan, _ parameters: String, setter: FunctionPlan?, isOfClass: Bool
    ) {
        let modifier = modifier(of: function, isOfClass: function.hasReceiver || isOfClass)
        let clause = throwsClause(function.throwing == .never ? .never : .any)
        let type = function.result.crossing.spelling.type(in: self)
        switch function.kind {
        case .constructor:
            block("\(access)convenience init(\(parameters))\(clause) {") { $0.emitConstructorBody(function) }
        case .operation, .factory:
            let result = function.result.passing == .none ? "" : " -> \(type)"
            if function.isAwaitable { out.print("@discardableResult") }
            block("\(modifier)func \(function.swiftName)(\(parameters))\(clause)\(result) {") { $0.emitImportBody(function) }
            if function.isAwaitable { emitAwaited(function, modifier, parameters) }
        case .getter, .stringifier:
            block("\(modifier)var \(function.swiftName): \(type) {") { emitter in
                emitter.block("get\(clause) {") { $0.emitImportBody(function) }
                guard let setter, setter.throwing == .never else { return }
                emitter.block("set(value) {") { $0.emitImportBody(setter) }
            }
        case .setter:
            block("\(modifier)func \(function.swiftSetterName)(\(parameters))\(clause) {") {
                $0.emitImportBody(function)
            }
        case .place, .keyAtPlace, .valueAtPlace, .cursor, .step, .cursorKey, .cursorValue, .propertyGetter, .propertySetter,
            .propertyDeleter, .propertyNames, .propertyTest:
            break
        }
    }

    /// The same for asynchronous code, which waits for the promise.
    private mutating func emitAwaited(_ function: FunctionPlan, _ modifier: String, _ parameters: String) {
        guard let value = function.result.crossing.form.promised else { return }
        let arguments = function.arguments.map { "\(Naming.swiftLabel($0.swiftName)): \($0.swiftName)" }.joined(separator: ", ")
        let result = value.isNothing ? "" : " -> \(value.spelling.type(in: self))"
        out.print()
        emitDocumentation(function.documentation)
        let head = "nonisolated(nonsending) \(modifier)func \(function.swiftName)(\(parameters))"
        block("\(head) async throws(BindgenRuntime.JSError)\(result) {") { emitter in
            let type = function.result.crossing.spelling.type(in: emitter)
            if let signal = function.arguments.first(where: \.isSignal), let own = signal.crossing.nullable?.wrapped {
                let given = function.arguments.map { argument in
                    let value =
                        argument.swiftName == signal.swiftName
                        ? "\(own.spelling.type(in: emitter))(adopting: $0)" : argument.swiftName
                    return "\(Naming.swiftLabel(argument.swiftName)): \(value)"
                }
                emitter.out.print(
                    """
                    if \(signal.swiftName) == nil {
                        return try await BindgenRuntime.AbortableCall.value { \(function.swiftName)(\(given.joined(separator: ", "))) }
                    }
                    """)
            }
            emitter.out.print("let promise: \(type) = \(function.swiftName)(\(arguments))\nreturn try await promise.value")
        }
    }

    /// Members are final but for those that a descendant declares again: what nobody uses is then not in the module.
    func modifier(of function: FunctionPlan, isOfClass: Bool) -> String {
        let isOpen = function.isOverridden || function.isOverriding
        let modifiers = (isOpen ? openAccess : access) + (function.isOverriding ? "override " : "")
        guard isOfClass else { return access + "static " }
        if function.hasReceiver { return modifiers + (isOpen ? "" : "final ") }
        return modifiers + (isOpen ? "class " : "static ")
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
        if let component { return componentImportBody(function, component).forEach { out.print($0) } }
        emitImportCall(
            function: externName(function), receiver: function.hasReceiver ? "self" : nil, arguments: function.arguments,
            result: function.result, throwing: function.throwing)
    }

    private mutating func emitConstructorBody(_ function: FunctionPlan) {
        if let component { return componentImportBody(function, component).forEach { out.print($0) } }
        let (values, arena) = lowerArguments(function.arguments)
        keepUntilReturned(receiver: nil, function.arguments).forEach { out.print($0) }
        if function.throwing == .never,
            case let call = callLines(externName(function), [], values, arena: arena), call.count == 1
        {
            return out.print("self.init(adopting: \(call[0]))")
        }
        for line in callLines(externName(function), [], values, arena: arena, prefix: "let lifted = ") { out.print(line) }
        emitThrownCheck(function.throwing)
        out.print("self.init(adopting: lifted)")
    }

    private func lowerArguments(_ arguments: [ArgumentPlan]) -> (values: [LoweredValue], needsArena: Bool) {
        let values = arguments.map {
            $0.crossing.spelling.lower($0.swiftName, name: "\(Naming.camelCase($0.name))_slot", in: self)
        }
        return (values, arguments.contains { $0.crossing.traits.contains(.needsArena) })
    }

    /// The compiler does not see that JavaScript looks a handle up: its owner has to live until the call has returned.
    private func keepUntilReturned(receiver: String?, _ arguments: [ArgumentPlan]) -> [String] {
        let owners =
            (receiver.map { [$0] } ?? []) + arguments.filter { $0.crossing.traits.contains(.lendsHandle) }.map(\.swiftName)
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
        let spelling = result.crossing.spelling
        let readsSlotOnce = !result.crossing.traits.contains(.swiftReadsSlotAgain)
        if throwing == .never, result.passing == .slot, readsSlotOnce,
            case let call = callLines(function, leading, values, arena: arena), call.count == 1
        {
            return out.print("return \(spelling.lift(call, isOwned: true, in: self))")
        }
        let prefix = result.passing == .slot ? "let lifted = " : ""
        for line in callLines(function, leading, values, arena: arena, prefix: prefix) { out.print(line) }
        emitThrownCheck(throwing)
        switch result.passing {
        case .none, .promised: break
        case .slot: out.print("return \(spelling.lift(["lifted"], isOwned: true, in: self))")
        case .area, .delivered, .text:
            out.print("let area = BindgenRuntime.Region.resultArea")
            out.print("return \(spelling.load(at: SwiftPlace("area"), in: self))")
        }
    }

    private mutating func emitThrownCheck(_ throwing: ThrowsPlan) {
        guard throwing != .never else { return }
        out.print("if let thrown = BindgenRuntime.JSError.lift(BindgenRuntime.Region.takeThrown()) { throw thrown }")
    }

    func externName(_ function: FunctionPlan) -> String { shimFunction(function.symbol) }

    private mutating func emitImportExtern(_ function: FunctionPlan) {
        let slots = (function.hasReceiver ? [Slot(.i32)] : []) + function.arguments.flatMap { $0.crossing.slots }
        emitExtern(symbol: function.symbol, function: externName(function), slots: slots, result: function.result.coreType)
    }
}

extension MemberPlan {
    /// The operation or attribute whose presence can be asked for.
    fileprivate var asked: FunctionPlan? {
        switch self {
        case .operation(let function), .attribute(let function, _): function
        case .constructor, .stringifier, .iteration, .properties, .constant, .json, .kept: nil
        }
    }
}

extension String {
    /// `a Node`, `an Element`.
    fileprivate var withIndefiniteArticle: String { ("AEIOU".contains(first ?? "x") ? "an " : "a ") + self }
}
