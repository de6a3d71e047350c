import BindgenABI
import BindgenModel

/// Stringifiers, iteration, and properties by index or name: what Swift implements, and what it calls.
extension SwiftEmitter {
    /// What the protocol asks for; empty for a member without a requirement of its own, nil for a member of another kind.
    func specialRequirement(_ member: MemberPlan) -> String? {
        switch member {
        case .constructor, .operation, .attribute, .constant, .json, .kept: return nil
        case .stringifier(let function, let isOfAttribute):
            return isOfAttribute ? "" : "var description: String { get\(throwsClause(function.throwing)) }"
        case .iteration(let plan): return requirement(of: plan)
        case .properties(let plan): return requirement(of: plan)
        }
    }

    /// `[Flags]`: a set of bits, which needs no declaration in the program.
    mutating func emitFlags(_ container: ContainerPlan) {
        guard let type = container.constants.first?.crossing.spelling.type(in: self) else { return }
        let name = container.swiftName
        out.print()
        emitDocumentation(container.documentation)
        out.print(
            """
            \(access)struct \(name): Swift.OptionSet, Swift.Sendable {
                \(access)let rawValue: \(type)
                \(access)init(rawValue: \(type)) { self.rawValue = rawValue }

            """)
        for constant in container.constants {
            var emitter = fresh()
            emitter.emitDocumentation(constant.documentation)
            emitter.out.print(
                "\(access)static let \(constant.swiftName) = \(name)(rawValue: \(constant.crossing.spelling.literal(constant.value, in: self)))"
            )
            let text = emitter.out.text
            out.indent { $0.print(String(text.dropLast())) }
        }
        out.print("}")
    }

    private func requirement(of plan: IterationPlan) -> String {
        if plan.kind == .asyncIterable { return "" }
        let value = plan.value.spelling.type(in: self)
        let access = plan.isReadonly ? "get" : "get set"
        guard let key = plan.key?.spelling.type(in: self) else {
            return plan.kind == .setlike ? "var set: BindgenRuntime.JSSet<\(value)> { \(access) }" : ""
        }
        if plan.kind == .maplike { return "var map: BindgenRuntime.JSMap<\(key), \(value)> { \(access) }" }
        return """
            /// How many pairs JavaScript iterates over.
            var pairCount: Int { get }
            /// The pair at a place below `pairCount`.
            func pair(at index: Int) -> (key: \(key), value: \(value))
            """
    }

    private func requirement(of plan: PropertiesPlan) -> String {
        var lines: [String] = []
        let getter = plan.getter
        let type = getter.result.crossing.spelling.type(in: self)
        let isSetThere = plan.setter?.swiftName.isEmpty ?? false
        if getter.swiftName.isEmpty {
            lines.append(
                "subscript(\(parameters(of: getter))) -> \(type) { get\(throwsClause(getter.throwing))\(isSetThere ? " set" : "") }"
            )
        }
        if let setter = plan.setter, setter.swiftName == "setProperty" {
            lines.append("func setProperty(\(parameters(of: setter)))\(throwsClause(setter.throwing))")
        }
        if let deleter = plan.deleter, deleter.swiftName == "deleteProperty" {
            let result = deleter.result.passing == .none ? "" : " -> Bool"
            lines.append("func deleteProperty(\(parameters(of: deleter)))\(throwsClause(deleter.throwing))\(result)")
        }
        if plan.names != nil {
            lines += [
                "/// The names that are there, in order.", "var propertyNames: [String] { get }",
                "/// Whether a name is one of `propertyNames`, which it asks unless it is declared otherwise.",
                "func hasProperty(named name: String) -> Bool",
            ]
        }
        return lines.joined(separator: "\n")
    }

    /// The expression of a shim that no member of the IDL is named for.
    static func specialCall(_ function: FunctionPlan, _ target: String, _ arguments: [LiftedArgument]) -> String {
        let list = arguments.map { "\(Naming.swiftLabel($0.label)): \($0.expression)" }.joined(separator: ", ")
        let first = arguments.first?.expression ?? ""
        let storage = function.name == "maplike" ? "\(target).map" : "\(target).set"
        let isIterable = function.name == "iterable"
        switch function.kind {
        case .place:
            return isIterable
                ? "BindgenRuntime.Iteration.place(\(first), below: \(target).pairCount)" : "\(storage).place(from: \(first))"
        case .keyAtPlace: return isIterable ? "\(target).pair(at: Int(\(first))).key" : "\(storage).key(at: \(first))"
        case .valueAtPlace: return isIterable ? "\(target).pair(at: Int(\(first))).value" : "\(storage).value(at: \(first))"
        case .propertyGetter where function.swiftName.isEmpty: return "\(target)[\(first)]"
        case .propertySetter where function.swiftName.isEmpty: return "\(target)[\(first)] = \(arguments[1].expression)"
        case .propertyNames: return "\(target).propertyNames"
        case .propertyTest: return "\(target).hasProperty(named: \(first))"
        case .propertyGetter, .propertySetter, .propertyDeleter, .operation, .constructor, .getter, .setter, .factory,
            .stringifier,
            .cursor, .step, .cursorKey, .cursorValue:
            return "\(target).\(function.swiftName)(\(list))"
        }
    }

    /// The members of a maplike or setlike over the storage that the class has, each of which the class may declare itself.
    mutating func emitCollectionDefaults(of container: ContainerPlan, _ protocolName: String) {
        var lines: [String] = []
        for member in container.members {
            switch member {
            case .iteration(let plan) where plan.kind == .maplike || plan.kind == .setlike: lines += collectionDefaults(plan)
            case .properties(let plan) where plan.names != nil:
                lines.append(
                    "func hasProperty(named name: String) -> Bool { BindgenRuntime.Iteration.contains(propertyNames, name) }")
            default: break
            }
        }
        guard !lines.isEmpty else { return }
        out.print("extension \(protocolName) {")
        out.indent { out in lines.forEach { out.print("\(access)\($0)") } }
        out.print("}")
    }

    private func collectionDefaults(_ plan: IterationPlan) -> [String] {
        let value = plan.value.spelling.type(in: self)
        guard let key = plan.key?.spelling.type(in: self) else {
            let changes = [
                "func add(value: \(value)) { set.insert(value) }",
                "func delete(value: \(value)) -> Bool { set.remove(value) }", "func clear() { set.removeAll() }",
            ]
            return ["var size: UInt32 { UInt32(set.count) }", "func has(value: \(value)) -> Bool { set.contains(value) }"]
                + (plan.isReadonly ? [] : changes)
        }
        let changes = [
            "func set(key: \(key), value: \(value)) { map.set(value, for: key) }",
            "func delete(key: \(key)) -> Bool { map.remove(key) }", "func clear() { map.removeAll() }",
        ]
        return [
            "var size: UInt32 { UInt32(map.count) }",
            plan.value.mayBeUndefined
                ? "func get(key: \(key)) -> \(value) { map[key] ?? nil }" : "func get(key: \(key)) -> \(value)? { map[key] }",
            "func has(key: \(key)) -> Bool { map.contains(key) }",
        ] + (plan.isReadonly ? [] : changes)
    }
}

extension SwiftEmitter {
    /// What Swift goes through where JavaScript iterates: a cursor of JavaScript's.
    func iteratorLines(_ plan: IterationPlan) -> [String] {
        guard let cursor = plan.function(.cursor), let step = plan.function(.step), let value = plan.function(.cursorValue) else {
            return []
        }
        let valueType = plan.value.spelling.type(in: self)
        let key = plan.function(.cursorKey)
        let element = plan.key.map { "(key: \($0.spelling.type(in: self)), value: \(valueType))" } ?? valueType
        let keyLines =
            key.map { function in
                [
                    "    private var key: \(function.result.crossing.spelling.type(in: self)) {", "        get {",
                ] + bodyLines(function, receiver: "cursor", indent: 12) + ["        }", "    }"]
            } ?? []
        let found = key == nil ? "value" : "(key: key, value: value)"
        let isAsync = plan.kind == .asyncIterable
        let next =
            isAsync
            ? [
                "\(access)struct AsyncIterator: AsyncIteratorProtocol {",
                "    fileprivate let open: BindgenRuntime.JSAsyncCursor",
                "    private var cursor: BindgenRuntime.JSObject { open.object }",
                "    \(access)mutating func next() async throws(BindgenRuntime.JSError) -> \(element)? { try await next(isolation: nil) }",
                "    \(access)mutating func next(isolation actor: isolated (any Actor)?) async throws(BindgenRuntime.JSError) -> \(element)? {",
                "        if try await !step().value { return nil }", "        return \(found)", "    }",
            ]
            : [
                "\(access)struct Iterator: IteratorProtocol {", "    fileprivate let cursor: BindgenRuntime.JSObject",
                "    \(access)mutating func next() -> \(element)? {", "        if !step() { return nil }",
                "        return \(found)",
                "    }",
            ]
        let make =
            isAsync
            ? "\(access)final func makeAsyncIterator() -> AsyncIterator { AsyncIterator(open: BindgenRuntime.JSAsyncCursor(cursor())) }"
            : "\(access)final func makeIterator() -> Iterator { Iterator(cursor: cursor()) }"
        return ["/// Where a loop over it stands."] + next + [
            "    private func step() -> \(step.result.crossing.spelling.type(in: self)) {"
        ] + bodyLines(step, receiver: "cursor", indent: 8) + ["    }"] + keyLines + [
            "    private var value: \(valueType) {", "        get {",
        ]
            + bodyLines(value, receiver: "cursor", indent: 12) + [
                "        }", "    }", "}", "/// Begins a loop over it.", make,
                "private final func cursor() -> BindgenRuntime.JSObject {",
            ] + bodyLines(cursor, receiver: "self", indent: 4) + ["}"]
    }

    /// A subscript, and what sets and deletes; without what the parent has already.
    func subscriptLines(_ plan: PropertiesPlan) -> [String] {
        var lines = plan.inheritsGetter ? [] : subscriptDeclaration(plan)
        let functions = [plan.inheritsSetter ? nil : plan.setter, plan.inheritsDeleter ? nil : plan.deleter].compactMap { $0 }
        for function in functions where function.swiftName.isEmpty || !function.kind.isNamed {
            let parameters = function.arguments.map { "_ \($0.swiftName): \($0.crossing.spelling.parameterType(in: self))" }
            let verb = function.kind == .propertySetter ? "set" : "delete"
            let place = "object[\(plan.isIndexed ? "index" : "name")]"
            lines.append("/// `\(verb == "set" ? "\(place) = value" : "delete \(place)")` in JavaScript.")
            lines.append("\(access)final func \(verb)(\(parameters.joined(separator: ", ")))\(throwsClause(function.throwing)) {")
            lines += bodyLines(function, receiver: "self", indent: 4) + ["}"]
        }
        return lines
    }

    /// Set to nil, it deletes.
    private func subscriptDeclaration(_ plan: PropertiesPlan) -> [String] {
        let getter = plan.getter
        let type = getter.result.crossing.spelling.type(in: self)
        guard let key = getter.arguments.first else { return [] }
        let name = key.swiftName
        let label = getter.isUnrelated ? "of\(getter.owner.swiftName.filter { $0 != "`" }) " : ""
        var lines = [
            "\(modifier(of: getter, isOfClass: true))subscript(\(label)\(name): \(key.crossing.spelling.parameterType(in: self))) -> \(type) {",
            "    get\(throwsClause(getter.throwing)) {",
        ]
        lines += bodyLines(getter, receiver: "self", indent: 8) + ["    }"]
        if let setter = plan.setter, plan.isSetBySubscript {
            let takesAbsence = setter.arguments[1].crossing.nullable != nil
            lines.append("    set(newValue) {")
            if takesAbsence {
                lines.append("        set(\(name), newValue)")
            } else {
                lines.append(
                    "        if let newValue { set(\(name), newValue) }\(plan.deleter == nil ? "" : " else { delete(\(name)) }")")
            }
            lines.append("    }")
        }
        return lines + ["}"]
    }

    private func bodyLines(_ function: FunctionPlan, receiver: String, indent: Int) -> [String] {
        var emitter = fresh()
        emitter.emitImportCall(
            function: externName(function), receiver: receiver, arguments: function.arguments, result: function.result,
            throwing: function.throwing)
        return emitter.out.text.split(separator: "\n").map { String(repeating: " ", count: indent) + $0 }
    }
}
