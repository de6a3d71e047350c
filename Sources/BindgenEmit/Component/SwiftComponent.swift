import BindgenABI
import BindgenIDL
import BindgenModel
package import BindgenWIT

/// What makes a module a component: in the place of shims for JavaScript, shims for the canonical ABI.
package struct ComponentContext: Sendable {
    let model: WITModel
    let abi: CanonicalABI

    package init(_ model: WITModel) {
        self.model = model
        abi = CanonicalABI(model)
    }
}

/// What a type is on its way through the canonical ABI: a type that is a ComponentValue, and how the program's value is made of it.
package struct ComponentForm {
    var type: String
    var lifted: (String) -> String = { $0 }
    var lowered: (String) -> String = { $0 }
    /// How the program's value is passed to a member.
    var passed: (String) -> String = { $0 }
    /// Whether the program's value is another than that of the type.
    var isConverted = false
}

/// The exports of a component.
extension SwiftEmitter {
    mutating func emitComponent(_ context: ComponentContext) {
        for definition in plan.definitions {
            switch definition {
            case .enumeration(let plan): emitComponentEnum(plan)
            case .dictionary(let plan): emitComponentRecord(plan, context)
            case .union(let plan): emitComponentVariant(plan, context)
            case .container(let container):
                if container.kind == .namespace { continue }
                container.isImported ? emitComponentHostObject(container, context) : emitComponentObject(container, context)
            case .callback: continue
            }
        }
        out.print("\n#if arch(wasm32)")
        out.print(
            """
            @_expose(wasm, "cabi_realloc") @_cdecl("\(symbol("cabi_realloc"))")
            public func \(symbol("cabi_realloc"))(_ old: Int32, _ oldSize: Int32, _ alignment: Int32, _ size: Int32) -> Int32 {
                BindgenRuntime.ComponentMemory.reallocate(old, oldSize, alignment, size)
            }
            """)
        let members = ComponentMembers(plan)
        var number = 0
        for interface in context.model.interfaces where !interface.isImported {
            for (function, resource) in interface.functions {
                emitComponentExport(
                    function, resource, name: "\(context.model.name(of: interface))#\(function.name(of: resource))", number,
                    members, context)
                number += 1
            }
        }
        out.print("#endif")
    }

    private mutating func emitComponentExport(
        _ function: WITFunction, _ resource: String?, name: String, _ number: Int, _ members: ComponentMembers,
        _ context: ComponentContext
    ) {
        guard let member = members.member(function, of: resource) else { return }
        let signature = context.abi.signature(function, of: resource, isImported: false)
        let symbol = symbol("component\(number)")
        let parameters = signature.parameters.enumerated().map { "_ p\($0): \(type($1))" }.joined(separator: ", ")
        let result = signature.result.map { " -> \(type($0))" } ?? ""
        out.print()
        out.print("@_expose(wasm, \(swiftLiteral(name))) @_cdecl(\"\(symbol)\")")
        var lines: [String] = []
        let values = liftedParameters(function, resource, member, signature, context, &lines)
        lines += outcome(of: member, values, function, signature, context)
        out.block("public func \(symbol)(\(parameters))\(result) {") { out in lines.forEach { out.print($0) } }
        guard signature.returnsInMemory else { return }
        out.print(
            """

            @_expose(wasm, \(swiftLiteral("cabi_post_" + name))) @_cdecl("\(symbol)_post")
            public func \(symbol)_post(_ place: Int32) { BindgenRuntime.ComponentMemory.free() }
            """)
    }

    /// Lines that lift each parameter, and the expressions for them; a method's object is the first one.
    private func liftedParameters(
        _ function: WITFunction, _ resource: String?, _ member: ComponentMembers.Member, _ signature: CanonicalABI.Signature,
        _ context: ComponentContext, _ lines: inout [String]
    ) -> [String] {
        let types = function.allParameters(of: resource, isImported: false).map(\.type)
        var forms = member.arguments.map(argumentForm)
        if function.kind == .method {
            forms.insert(ComponentForm(type: componentObject(member.container.swiftName), lifted: { "\($0).object" }), at: 0)
        }
        let offsets = context.abi.offsets(of: types)
        if signature.spillsParameters {
            lines.append("let block = BindgenRuntime.Region.pointer(p0)")
        } else if !signature.parameters.isEmpty {
            lines.append("let words = BindgenRuntime.ComponentMemory.words")
            lines += signature.parameters.enumerated().map { "words[\($0)] = \(word("p\($0)", $1))" }
        }
        var place = 0
        var values: [String] = []
        for (index, (type, form)) in zip(types, forms).enumerated() {
            let source =
                signature.spillsParameters
                ? "\(form.type).load(block + \(offsets[index]))" : "\(form.type).lift(words + \(place))"
            lines.append("let v\(index) = \(form.lifted(source))")
            values.append(form.passed("v\(index)"))
            place += context.abi.flat(type).count
        }
        if signature.spillsParameters { lines.append("block.deallocate()") }
        return values
    }

    /// A missing argument has its default value.
    func argumentForm(_ argument: ArgumentPlan) -> ComponentForm {
        var form = argument.crossing.spelling.componentForm(in: self)
        guard let value = argument.defaultValue, argument.crossing.nullable == nil else { return form }
        let literal = argument.crossing.spelling.literal(value, in: self)
        let (lifted, isPlain) = (form.lifted, !form.isConverted)
        form.type = "Swift.Optional<\(form.type)>"
        form.lifted = { isPlain ? "\($0) ?? \(literal)" : "\($0).map { \(lifted("$0")) } ?? \(literal)" }
        return form
    }

    /// Lines that call the member and give its outcome to the host.
    private func outcome(
        of member: ComponentMembers.Member, _ values: [String], _ function: WITFunction, _ signature: CanonicalABI.Signature,
        _ context: ComponentContext
    ) -> [String] {
        let call = member.call(values, isMethod: function.kind == .method)
        let form = member.resultForm(in: self)
        var lines: [String] = []
        switch member.throwing {
        case .never:
            guard let form else { return [call] }
            lines.append("let outcome: \(form.type) = \(form.lowered(call))")
        case .any, .typed:
            let value = form?.type ?? "BindgenRuntime.ComponentNothing"
            let error = errorForm(member.throwing)
            lines += [
                "let outcome: BindgenRuntime.ComponentResult<\(value), \(error.type)>",
                "do throws(\(error.thrown)) {",
                form == nil ? "    try \(call)" : "    let value = try \(call)",
                "    outcome = .success(\(form?.lowered("value") ?? "BindgenRuntime.ComponentNothing()"))",
                "} catch {",
                "    outcome = .failure(\(error.value))",
                "}",
            ]
        }
        if signature.returnsInMemory {
            lines += [
                "let place = BindgenRuntime.ComponentMemory.allocate(\(context.abi.layout(function.result).size))",
                "outcome.store(place)", "return BindgenRuntime.Region.address(place)",
            ]
        } else if let core = signature.result {
            lines += ["outcome.lower(BindgenRuntime.ComponentMemory.words)", "return \(core.value)"]
        }
        return lines
    }

    /// What is thrown, its type in the component, and the value of that type.
    func errorForm(_ throwing: ThrowsPlan) -> (thrown: String, type: String, value: String) {
        switch throwing {
        case .never, .any: return ("BindgenRuntime.JSError", "Swift.String", "error.message")
        case .typed(let name):
            let type = Naming.swiftIdentifier(name)
            return (type, type, "error")
        }
    }

    func word(_ name: String, _ core: CanonicalABI.Core) -> String {
        switch core {
        case .i32, .i64: "Swift.UInt64(truncatingIfNeeded: \(name))"
        case .f32: "Swift.UInt64(\(name).bitPattern)"
        case .f64: "\(name).bitPattern"
        }
    }

    func type(_ core: CanonicalABI.Core) -> String {
        switch core {
        case .i32: "Swift.Int32"
        case .i64: "Swift.Int64"
        case .f32: "Swift.Float"
        case .f64: "Swift.Double"
        }
    }

    func componentObject(_ swiftName: String) -> String { "component$\(swiftName.filter { $0 != "`" })" }
}

extension CanonicalABI.Core {
    /// The first word as a core value.
    var value: String {
        let word = "BindgenRuntime.ComponentMemory.words[0]"
        return switch self {
        case .i32: "Swift.Int32(truncatingIfNeeded: \(word))"
        case .i64: "Swift.Int64(truncatingIfNeeded: \(word))"
        case .f32: "Swift.Float(bitPattern: Swift.UInt32(truncatingIfNeeded: \(word)))"
        case .f64: "Swift.Double(bitPattern: \(word))"
        }
    }
}

/// The members of a plan by the functions of WIT that they are.
struct ComponentMembers {
    struct Member {
        enum Kind {
            case function(FunctionPlan)
            case constant(ConstantPlan)
            /// The object itself, as one of an ancestor's class.
            case upcast(ClassName)
        }
        var container: ContainerPlan
        var kind: Kind

        var arguments: [ArgumentPlan] { if case .function(let function) = kind { function.arguments } else { [] } }
        var throwing: ThrowsPlan { if case .function(let function) = kind { function.throwing } else { .never } }

        /// Nil where it gives nothing.
        func resultForm(in swift: SwiftEmitter) -> ComponentForm? {
            switch kind {
            case .function(let function):
                if function.kind == .constructor { return Self.object(container.swiftName, in: swift) }
                return function.result.crossing.isNothing ? nil : function.result.crossing.spelling.componentForm(in: swift)
            case .constant(let constant): return constant.crossing.spelling.componentForm(in: swift)
            case .upcast(let type): return Self.object(type.swiftName, in: swift)
            }
        }

        private static func object(_ swiftName: String, in swift: SwiftEmitter) -> ComponentForm {
            let wrapper = swift.componentObject(swiftName)
            return ComponentForm(type: wrapper, lowered: { "\(wrapper)(object: \($0))" })
        }

        func call(_ values: [String], isMethod: Bool) -> String {
            let target = isMethod ? values[0] : container.swiftName
            let values = isMethod ? Array(values.dropFirst()) : values
            switch kind {
            case .upcast: return target
            case .constant(let constant):
                return "\(container.swiftName).\(constant.swiftName)" + (container.isFlags ? ".rawValue" : "")
            case .function(let function):
                let list = zip(function.arguments, values).map { "\(Naming.swiftLabel($0.swiftName)): \($1)" }
                    .joined(separator: ", ")
                return switch function.kind {
                case .constructor: "\(container.swiftName)(\(list))"
                case .getter, .stringifier: "\(target).\(function.swiftName)"
                case .setter where function.throwing != .never: "\(target).\(function.swiftSetterName)(\(list))"
                case .setter: "\(target).\(function.swiftName) = \(values[0])"
                case .operation, .factory, .place, .keyAtPlace, .valueAtPlace, .cursor, .step, .cursorKey, .cursorValue,
                    .propertyGetter, .propertySetter, .propertyDeleter, .propertyNames, .propertyTest:
                    "\(target).\(function.swiftName)(\(list))"
                }
            }
        }
    }

    private struct Key: Hashable {
        var file: String
        var offset: Int
        var kind: FunctionPlan.Kind?

        init(_ origin: Origin, _ kind: FunctionPlan.Kind?) {
            file = origin.range.file.path
            offset = origin.range.offsets.lowerBound
            self.kind = kind
        }
    }

    private var functions: [Key: (ContainerPlan, FunctionPlan)] = [:]
    private var constants: [Key: (ContainerPlan, ConstantPlan)] = [:]
    private var containers: [String: ContainerPlan] = [:]
    private var names: [String: ClassName] = [:]

    init(_ plan: BindingPlan) {
        for container in plan.containers {
            if container.kind == .interface, let label = WITName.label(container.name) { containers[label] = container }
            names[container.name] = container.type
            for function in container.functions { functions[Key(function.origin, function.kind)] = (container, function) }
            for constant in container.constants { constants[Key(constant.origin, nil)] = (container, constant) }
        }
    }

    /// - Parameter resource: the label of the resource that it is a member of; an inherited one stands in several.
    func member(_ function: WITFunction, of resource: String?) -> Member? {
        let owner = resource.flatMap { containers[$0] }
        func found(_ kind: FunctionPlan.Kind) -> Member? {
            functions[Key(function.origin, kind)].map { Member(container: owner ?? $0.0, kind: .function($0.1)) }
        }
        switch function.role {
        case .operation: return found(.operation)
        case .constructor: return found(.constructor)
        case .getter: return found(.getter)
        case .setter: return found(.setter)
        case .stringifier: return found(.stringifier) ?? found(.getter)
        case .constant:
            return constants[Key(function.origin, nil)].map { Member(container: $0.0, kind: .constant($0.1)) }
        case .upcast(let name):
            guard let owner, let type = names[name] else { return nil }
            return Member(container: owner, kind: .upcast(type))
        }
    }
}
