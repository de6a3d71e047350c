import BindgenABI
import BindgenIDL
import BindgenModel
import BindgenWIT

/// What a component asks of its host: the functions of imported interfaces.
extension SwiftEmitter {
    /// The body of a member, which lowers its arguments, calls the host and lifts what that gives.
    func componentImportBody(_ function: FunctionPlan, _ context: ComponentContext) -> [String] {
        guard let import_ = context.importedFunction(function) else { return [] }
        let (wit, _, number) = import_
        let signature = context.abi.signature(wit, of: nil, isImported: true)
        let types = wit.parameters.map(\.type)
        let forms = function.arguments.map(importForm)
        var lines: [String] = []
        if context.abi.holdsMemory(.tuple(types)) || signature.returnsInMemory || signature.spillsParameters {
            lines.append("let mark = BindgenRuntime.ComponentMemory.mark")
            lines.append("defer { BindgenRuntime.ComponentMemory.free(to: mark) }")
        }
        var arguments: [String] = []
        if signature.spillsParameters {
            lines.append("let block = BindgenRuntime.ComponentMemory.allocate(\(context.abi.layout(.tuple(types)).size))")
            for (index, offset) in context.abi.offsets(of: types).enumerated() {
                lines.append("(\(forms[index].lowered(function.arguments[index].swiftName))).store(block + \(offset))")
            }
            arguments.append("BindgenRuntime.Region.address(block)")
        } else if !types.isEmpty {
            lines.append("let words = BindgenRuntime.ComponentMemory.words")
            var place = 0
            for (index, type) in types.enumerated() {
                lines.append("(\(forms[index].lowered(function.arguments[index].swiftName))).lower(words + \(place))")
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
        let form = crossing.isNothing ? nil : crossing.spelling.componentForm(in: self)
        let isThrowing = function.throwing != .never
        guard isThrowing || form != nil else { return [call] }
        let value = form?.type ?? "BindgenRuntime.ComponentNothing"
        let type = isThrowing ? "BindgenRuntime.ComponentResult<\(value), Swift.String>" : value
        var lines: [String] = []
        if signature.returnsInMemory {
            lines += [call, "let outcome = \(type).load(place)"]
        } else {
            lines += [
                "let word = \(call)", "BindgenRuntime.ComponentMemory.words[0] = \(word("word", signature.result ?? .i32))",
                "let outcome = \(type).lift(BindgenRuntime.ComponentMemory.words)",
            ]
        }
        guard isThrowing else { return lines + ["return \(form?.lifted("outcome") ?? "outcome")"] }
        return lines + [
            "switch outcome {", "case .success(\(form == nil ? "_" : "let value")): return \(form?.lifted("value") ?? "")",
            "case .failure(let message): throw BindgenRuntime.JSError(message)", "}",
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

    mutating func emitComponentExtern(_ function: FunctionPlan, _ context: ComponentContext) {
        guard let (wit, path, number) = context.importedFunction(function) else { return }
        let signature = context.abi.signature(wit, of: nil, isImported: true)
        let parameters = signature.parameters.enumerated().map { "_ p\($0): \(type($1))" }.joined(separator: ", ")
        let result = signature.result.map { " -> \(type($0))" } ?? ""
        let symbol = symbol("import\(number)")
        out.print(
            """

            #if arch(wasm32)
            @_extern(wasm, module: \(swiftLiteral(path)), name: \(swiftLiteral(wit.label))) @_extern(c, "\(symbol)")
            private func \(symbol)(\(parameters))\(result)
            #else
            private func \(symbol)(\(parameters))\(result) { BindgenRuntime.Region.hostOnly(\(swiftLiteral(wit.label))) }
            #endif
            """)
    }
}

extension ComponentContext {
    /// The function of an imported interface that a member is, the interface's name, and a number of its own.
    func importedFunction(_ function: FunctionPlan) -> (WITFunction, String, Int)? {
        var number = 0
        for interface in model.interfaces where interface.isImported {
            for (candidate, _) in interface.functions {
                number += 1
                let isSame =
                    candidate.origin.range.offsets == function.origin.range.offsets
                    && candidate.origin.range.file.path == function.origin.range.file.path
                let isRight =
                    switch candidate.role {
                    case .operation: function.kind == .operation
                    case .getter: function.kind == .getter
                    case .setter: function.kind == .setter
                    case .constant, .stringifier, .constructor, .upcast: false
                    }
                if isSame, isRight { return (candidate, model.name(of: interface), number) }
            }
        }
        return nil
    }
}
