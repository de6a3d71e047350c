package import BindgenModel

/// The plan as text: what `--dump-plan` prints, what golden files hold, and what the fingerprint hashes.
extension BindingPlan {
    package var text: String {
        var lines = ["module \(moduleName)"]
        for definition in definitions { lines += definition.lines }
        for delivery in deliveries {
            lines.append("import \"\(delivery.symbol)\" \(signature(delivery.crossing.slots, result: nil))")
        }
        for promise in promises {
            let slots = [Slot(.i32)] + promise.value.slots
            if promise.isSettled { lines.append("import \"\(promise.resolveSymbol)\" \(signature(slots, result: nil))") }
            guard promise.isAwaited else { continue }
            lines.append("import \"\(promise.observeSymbol)\" \(signature([Slot(.i32), Slot(.i32)], result: nil))")
            lines.append("export \"\(promise.fulfillSymbol)\" \(signature(slots, result: nil))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

func fingerprint(of plan: BindingPlan) -> String {
    // FNV-1a, 32 bits: the same on every machine, and enough to tell the builds of one module apart.
    var hash: UInt32 = 0x811c_9dc5
    for byte in plan.text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
}

private func signature(_ slots: [Slot], result: CoreType?) -> String {
    "(" + slots.map(\.type.rawValue).joined(separator: " ") + ")" + (result.map { " -> \($0.rawValue)" } ?? "")
}

extension DefinitionPlan {
    // Each kind in a property of its own: one expression of all took the compiler 47 s.
    fileprivate var lines: [String] {
        switch self {
        case .enumeration(let plan): plan.lines
        case .dictionary(let plan): plan.lines
        case .union(let plan): plan.lines
        case .callback(let plan): plan.lines
        case .container(let plan): plan.lines
        }
    }
}

extension EnumPlan {
    fileprivate var lines: [String] {
        ["enum \(name)"] + cases.enumerated().map { "  \($0) \"\($1.value)\" \($1.swiftName)" }
    }
}

extension DictionaryPlan {
    fileprivate var lines: [String] {
        let word = crossing.isError ? "error dictionary" : crossing.isTuple ? "tuple" : "dictionary"
        var lines = ["\(word) \(name) size \(crossing.layout.size) \(crossing.isFlat ? "flat" : "by address")"]
        for member in members {
            let presence = member.isRequired ? " required" : ""
            let value = member.defaultValue.map { " = \($0)" } ?? ""
            lines.append("  +\(member.offset) \(member.name): \(member.crossing)\(presence)\(value)")
        }
        return lines
    }
}

extension UnionPlan {
    fileprivate var lines: [String] {
        let tag = crossing.tag.map { " by \($0)" } ?? ""
        var lines = ["union \(name) \(spelling)\(tag) size \(crossing.layout.size)"]
        for member in crossing.members { lines.append("  +\(crossing.valueOffset) \(member.name): \(member.crossing)") }
        for step in crossing.steps { lines.append("  \(step.test.text) -> \(crossing.members[step.member].name)") }
        return lines
    }
}

extension CallbackPlan {
    fileprivate var lines: [String] {
        var lines = ["callback \(name)\(kind.text)\(throwing.description)\(isDeferred ? " deferred" : "")"]
        lines += constants.map(\.line)
        lines += arguments.map(\.line)
        let ownership = importResult.crossing.ownership(toSwift: true)
        lines.append("  -> \(importResult.crossing) \(importResult.passing) | \(exportResult.passing)\(ownership)")
        return lines
    }
}

extension ContainerPlan {
    fileprivate var lines: [String] {
        let parent = parent.map { " : \($0.name)" } ?? ""
        var lines = ["\(importSource.word)\(kind.rawValue) \(name)\(parent)"]
        if isImported, hasClass { lines.append("  cast \"\(castSymbol)\" (i32) -> i32") }
        lines += functions.flatMap(\.lines)
        lines += overloads.flatMap(\.lines)
        lines += members.flatMap(\.iterationLines)
        for case .kept(let kept) in members { lines.append("  kept \(kept.jsName)") }
        lines += constants.map(\.line)
        return lines
    }
}

extension CallbackPlan.Kind {
    fileprivate var text: String {
        switch self {
        case .function: ""
        case .identity: " identity"
        case .interface(let operation): " interface .\(operation)"
        }
    }
}

extension OverloadPlan {
    fileprivate var lines: [String] {
        ["  overloads \(symbols.map { "\"\($0)\"" }.joined(separator: " "))"]
            + choices.map { choice in
                let steps = choice.steps.map { "\($0.test.text) -> \($0.overload)" }.joined(separator: ", ")
                let position = choice.position.map { " by \($0)" } ?? ""
                return "    \(choice.count)\(position): \(steps.isEmpty ? "none" : steps)"
            }
    }
}

extension OverloadPlan.Step.Test {
    fileprivate var text: String {
        switch self {
        case .missing: "undefined"
        case .value(let test): test.text
        }
    }
}

extension UnionCrossing.Step.Test {
    fileprivate var text: String {
        switch self {
        case .absent: "absent"
        case .object(let type), .importedObject(let type): type.name
        case .buffer(let type): type.rawValue
        case .callable: "callable"
        case .iterable: "iterable"
        case .anyObject: "object"
        case .boolean: "boolean"
        case .number: "number"
        case .bigint: "bigint"
        case .symbol: "symbol"
        case .tagged(let values): values.map { "\"\($0)\"" }.joined(separator: " ")
        case .otherwise: "otherwise"
        }
    }
}

extension MemberPlan {
    fileprivate var iterationLines: [String] {
        guard case .iteration(let plan) = self else { return [] }
        let types = (plan.key.map { [$0] } ?? []) + [plan.value]
        return [
            "  \(plan.isReadonly ? "readonly " : "")\(plan.kind.rawValue)<\(types.map(\.description).joined(separator: ", "))>"
        ]
    }
}

extension FunctionPlan {
    fileprivate var lines: [String] {
        let known = remembersView ? [Slot(.i32)] : []
        let promise = isPromised ? [Slot(.i32)] : []
        let slots = (hasReceiver ? [Slot(.i32)] : []) + promise + known + arguments.flatMap(\.crossing.slots)
        let type = result.coreType
        return ["  \(kind.rawValue) \"\(symbol)\" \(signature(slots, result: type))\(throwing.description)"]
            + arguments.map { "  " + $0.line }
            + (result.passing == .none
                ? []
                : [
                    "    -> \(result.crossing) \(result.passing.rawValue)"
                        + (isPromised ? "" : result.crossing.ownership(toSwift: direction == .import))
                ])
    }
}

extension Crossing {
    /// The references that come with a result: `, owns first, owns rest[]`. Swift lends its handles, and JavaScript looks them up.
    fileprivate func ownership(toSwift: Bool) -> String {
        references.map { reference in
            let verb = reference.kind == .handle && !toSwift ? "lends" : "owns"
            let path = reference.path.reduce("") { $0 + ($1 == "[]" || $0.isEmpty ? $1 : "." + $1) }
            return ", \(verb) \(path.isEmpty ? reference.kind.rawValue : "\(path) (\(reference.kind.rawValue))")"
        }.joined()
    }
}

extension ArgumentPlan {
    fileprivate var line: String {
        "  \(name): \(crossing)" + (isVariadic ? " variadic" : "")
            + (isOptional ? " optional" : "")
            + (isOnce ? " once" : "")
            + (isMethod ? " this" : "")
            + (isTransferred ? " moved" : "")
            + (exactLength.map { " length \($0)" } ?? "")
            + (defaultValue.map { " = \($0)" } ?? "")
    }
}

extension ConstantPlan {
    fileprivate var line: String { "  const \(jsName): \(crossing) = \(value)" }
}

extension ThrowsPlan: CustomStringConvertible {
    package var description: String {
        switch self {
        case .never: ""
        case .any: " throws"
        case .typed(let name): " throws(\(name))"
        }
    }
}

extension Annotations.ImportSource? {
    fileprivate var word: String {
        switch self {
        case nil: ""
        case .global: "import "
        case .object: "overrides "
        case .module(let name): "import \"\(name)\" "
        }
    }
}

extension DefaultValue: CustomStringConvertible {
    package var description: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let magnitude, let isNegative): (isNegative ? "-" : "") + "\(magnitude)"
        case .decimal(let value): "\(value)"
        case .infinity(let isNegative): (isNegative ? "-" : "") + "Infinity"
        case .notANumber: "NaN"
        case .string(let text): "\"\(text)\""
        case .null: "null"
        case .undefined: "undefined"
        case .emptySequence: "[]"
        case .emptyDictionary: "{}"
        }
    }
}
