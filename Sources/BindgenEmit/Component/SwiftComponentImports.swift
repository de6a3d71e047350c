import BindgenABI
import BindgenIDL
import BindgenModel
import BindgenWIT

/// What a component asks of its host: the functions of imported interfaces.
extension SwiftEmitter {
    /// The body of a member, which lowers its arguments, calls the host and lifts what that gives.
    func componentImportBody(_ function: FunctionPlan, _ context: ComponentContext) -> [String] {
        guard let import_ = context.importedFunction(function) else { return [] }
        let (wit, resource, _, number) = import_
        let signature = context.abi.signature(wit, of: resource, isImported: true)
        let types = wit.allParameters(of: resource, isImported: true).map(\.type)
        var values = function.arguments.map { importForm($0).lowered($0.swiftName) }
        if function.hasReceiver { values.insert("self.handle", at: 0) }
        // Whoever owns a handle that is lent has to live until the call has returned.
        let owners =
            (function.hasReceiver ? ["self"] : [])
            + function.arguments.filter { $0.crossing.traits.contains(.lendsHandle) }.map(\.swiftName)
        var lines = owners.map { "defer { extendLifetime(\($0)) }" }
        if context.abi.holdsMemory(.tuple(types)) || signature.returnsInMemory || signature.spillsParameters {
            lines.append("let mark = BindgenRuntime.ComponentMemory.mark")
            lines.append("defer { BindgenRuntime.ComponentMemory.free(to: mark) }")
        }
        var arguments: [String] = []
        if signature.spillsParameters {
            lines.append("let block = BindgenRuntime.ComponentMemory.allocate(\(context.abi.layout(.tuple(types)).size))")
            for (index, offset) in context.abi.offsets(of: types).enumerated() {
                lines.append("(\(values[index])).store(block + \(offset))")
            }
            arguments.append("BindgenRuntime.Region.address(block)")
        } else if !types.isEmpty {
            lines.append("let words = BindgenRuntime.ComponentMemory.words")
            var place = 0
            for (index, type) in types.enumerated() {
                lines.append("(\(values[index])).lower(words + \(place))")
                for core in context.abi.flat(type) {
                    arguments.append(core.value.replacing("words[0]", with: "words[\(place)]"))
                    place += 1
                }
            }
        }
        let symbol = symbol("import\(number)")
        if signature.returnsInMemory {
            lines.append("let place = BindgenRuntime.ComponentMemory.allocate(\(context.abi.layout(wit.result).size))")
            arguments.append("BindgenRuntime.Region.address(place)")
        }
        let call = "\(symbol)(\(arguments.joined(separator: ", ")))"
        return lines + importOutcome(function, call, signature)
    }

    private func importOutcome(_ function: FunctionPlan, _ call: String, _ signature: CanonicalABI.Signature) -> [String] {
        let crossing = function.result.crossing
        let isConstructor = function.kind == .constructor
        let form =
            isConstructor
            ? ComponentForm(type: "Swift.Int32") : crossing.isNothing ? nil : crossing.spelling.componentForm(in: self)
        let isThrowing = function.throwing != .never
        guard isThrowing || form != nil else { return [call] }
        let value = form?.type ?? "BindgenRuntime.ComponentNothing"
        let type = isThrowing ? "BindgenRuntime.ComponentResult<\(value), \(errorForm(function.throwing).type)>" : value
        func given(_ value: String) -> String {
            isConstructor ? "self.init(adopting: \(value))" : "return \(form?.lifted(value) ?? "")"
        }
        var lines: [String] = []
        if signature.returnsInMemory {
            lines += [call, "let outcome = \(type).load(place)"]
        } else {
            lines += [
                "let word = \(call)", "BindgenRuntime.ComponentMemory.words[0] = \(word("word", signature.result ?? .i32))",
                "let outcome = \(type).lift(BindgenRuntime.ComponentMemory.words)",
            ]
        }
        guard isThrowing else { return lines + [given("outcome")] }
        return lines + [
            "switch outcome {", "case .success(\(form == nil ? "_" : "let value")): \(given("value"))",
            "case .failure(let error): throw \(thrown(function.throwing))", "}",
        ]
    }

    /// An argument with a default value is there always: Swift's callers have the same default.
    private func importForm(_ argument: ArgumentPlan) -> ComponentForm {
        var form = argument.crossing.spelling.componentForm(in: self)
        guard argument.defaultValue != nil, argument.crossing.nullable == nil else { return form }
        let (type, lowered) = (form.type, form.lowered)
        form.lowered = { "Swift.Optional<\(type)>.some(\(lowered($0)))" }
        return form
    }

    /// The error that the host's `error` is for the program.
    private func thrown(_ throwing: ThrowsPlan) -> String {
        guard case .typed(let name) = throwing else { return "BindgenRuntime.JSError(error)" }
        return "\(componentFault(name)).error(error)"
    }

    private func componentFault(_ name: String) -> String { "component$fault$\(name)" }

    /// A type of errors that the host may give: its value travels in the error, whose message is what it is in JavaScript.
    mutating func emitComponentError(_ error: ErrorPlan) {
        guard let number = plan.errors.firstIndex(where: { $0.name == error.name }) else { return }
        let (name, box) = (swiftName(of: error.name), componentFault(error.name))
        let message: String
        switch plan.definition(named: error.name) {
        case .enumeration(let plan):
            let cases = plan.cases.map { "case .\($0.swiftName): \(swiftLiteral($0.value))" }
            message = "switch value { \(cases.joined(separator: "; ")) }"
        case .dictionary(let plan)
        where plan.members.contains { $0.name == "message" && $0.crossing.spelling.type(in: self) == "String" }:
            message = "value.message"
        default: message = swiftLiteral(error.name)
        }
        out.print(
            """

            private final class \(box): BindgenRuntime.ComponentFault {
                let value: \(name)
                init(_ value: \(name)) {
                    self.value = value
                    super.init(number: \(number))
                }
                static func error(_ value: \(name)) -> BindgenRuntime.JSError {
                    let message: Swift.String = \(message)
                    return BindgenRuntime.JSError(message, fault: \(box)(value))
                }
            }

            extension \(name) {
                /// What the host gave as an error, where it is one of this type.
                init?(_ error: BindgenRuntime.JSError) {
                    guard let fault = error.fault, fault.number == \(number) else { return nil }
                    self = unsafeDowncast(fault, to: \(box).self).value
                }
            }
            """)
    }

    /// How an object of the host's is made of its handle, which ends with it.
    mutating func emitComponentHandleInitializers(_ container: ContainerPlan) {
        let drop = componentDrop(container)
        out.indent { out in
            out.print(
                """
                /// Takes over a handle. For generated code.
                override init(adopting handle: Int32) { super.init(adopting: handle) }
                deinit { \(drop)(handle) }
                """)
        }
    }

    private func componentDrop(_ container: ContainerPlan) -> String {
        symbol("drop$\(container.swiftName.filter { $0 != "`" })")
    }

    /// The handle of an object as a value: given to Swift it is owned, and lent to the host.
    mutating func emitComponentHostObject(_ container: ContainerPlan, _ context: ComponentContext) {
        guard let label = WITName.label(container.name),
            let interface = context.model.interfaces.first(where: { $0.isImported && $0.resources.contains(label) })
        else { return }
        let (type, wrapper, drop) = (container.swiftName, componentObject(container.swiftName), componentDrop(container))
        out.print()
        out.block("private struct \(wrapper): BindgenRuntime.ComponentValue {") { out in
            out.print("var object: \(type)")
            Self.printSizes(size: 4, alignment: 4, count: 1, &out)
            out.print(
                """
                static func lift(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) -> \(wrapper) {
                    \(wrapper)(object: \(type)(adopting: Swift.Int32.lift(words)))
                }
                static func load(_ place: Swift.UnsafeMutableRawPointer) -> \(wrapper) {
                    \(wrapper)(object: \(type)(adopting: Swift.Int32.load(place)))
                }
                func lower(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) { object.handle.lower(words) }
                func store(_ place: Swift.UnsafeMutableRawPointer) { object.handle.store(place) }
                """)
        }
        out.print()
        emitComponentExtern(
            drop, "_ handle: Swift.Int32", "", module: context.model.name(of: interface), name: "[resource-drop]\(label)")
    }

    mutating func emitComponentExtern(_ function: FunctionPlan, _ context: ComponentContext) {
        guard let (wit, resource, path, number) = context.importedFunction(function) else { return }
        let signature = context.abi.signature(wit, of: resource, isImported: true)
        let parameters = signature.parameters.enumerated().map { "_ p\($0): \(type($1))" }.joined(separator: ", ")
        let result = signature.result.map { " -> \(type($0))" } ?? ""
        out.print()
        emitComponentExtern(symbol("import\(number)"), parameters, result, module: path, name: wit.name(of: resource))
    }

    private mutating func emitComponentExtern(
        _ symbol: String, _ parameters: String, _ result: String, module: String, name: String
    ) {
        out.print(
            """
            #if arch(wasm32)
            @_extern(wasm, module: \(swiftLiteral(module)), name: \(swiftLiteral(name))) @_extern(c, "\(symbol)")
            private func \(symbol)(\(parameters))\(result)
            #else
            private func \(symbol)(\(parameters))\(result) { BindgenRuntime.Region.hostOnly(\(swiftLiteral(name))) }
            #endif
            """)
    }
}

extension ComponentContext {
    /// The function of an imported interface that a member is, the resource that has it, the interface's name, and a number of its own.
    func importedFunction(_ function: FunctionPlan) -> (WITFunction, String?, String, Int)? {
        var number = 0
        for interface in model.interfaces where interface.isImported {
            for (candidate, resource) in interface.functions {
                number += 1
                let isSame =
                    candidate.origin.range.offsets == function.origin.range.offsets
                    && candidate.origin.range.file.path == function.origin.range.file.path
                let isRight =
                    switch candidate.role {
                    case .operation: function.kind == .operation
                    case .getter: function.kind == .getter
                    case .setter: function.kind == .setter
                    case .constructor: function.kind == .constructor
                    case .stringifier: function.kind == .stringifier
                    case .constant, .upcast: false
                    }
                if isSame, isRight { return (candidate, resource, model.name(of: interface), number) }
            }
        }
        return nil
    }
}
