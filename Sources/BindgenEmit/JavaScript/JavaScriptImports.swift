import BindgenABI
import BindgenModel

/// What the module answers: the functions behind its wasm imports.
extension JavaScriptEmitter {
    mutating func emitImports(_ requirements: HostRequirements) -> String {
        var text = CodePrinter(unit: "  ")
        text.print("const $imports = {")
        text.indent { text in
            for definition in plan.definitions {
                switch definition {
                case .namespace(let namespace):
                    guard let source = namespace.importSource else { break }
                    let target = namespaceTarget(namespace, source)
                    for function in namespace.functions { emitImport(function, target: target, &text) }
                case .class(let classPlan):
                    guard let source = classPlan.importSource else { break }
                    let target = moduleVariable(source).map { jsMember($0, classPlan.jsName) } ?? classPlan.jsName
                    for function in classPlan.functions { emitImport(function, target: target, &text) }
                case .callback(let callback) where plan.reach.toSwift.contains(callback.name): emitCallbackImport(callback, &text)
                case .enumeration(let enumPlan) where enumPlan.isError && plan.reach.toJavaScript.contains(enumPlan.name):
                    emitTypedThrow(enumPlan, &text)
                default: break
                }
            }
            emitDeliveries(&text)
            emitIntrinsics(requirements.bindgenImports, &text)
        }
        text.print("};")
        return text.text
    }

    private func namespaceTarget(_ namespace: NamespacePlan, _ source: Annotations.ImportSource) -> String {
        moduleVariable(source).map { jsMember($0, namespace.jsName) } ?? namespace.jsName
    }

    private func moduleVariable(_ source: Annotations.ImportSource) -> String? {
        guard case .module(let name) = source, let index = plan.importedModules.firstIndex(of: name) else { return nil }
        return "$module\(index)"
    }

    private mutating func emitImport(_ function: FunctionPlan, target: String, _ text: inout CodePrinter) {
        let object = function.hasReceiver ? "$values[$receiver$]" : target
        if function.hasReceiver { use("handles") }
        let call: (String) -> String = { arguments in
            switch function.kind {
            case .constructor: "new \(target)(\(arguments))"
            case .operation: "\(jsMember(object, function.jsName))(\(arguments))"
            case .getter: jsMember(object, function.jsName)
            case .setter: "\(jsMember(object, function.jsName)) = \(arguments)"
            }
        }
        emitShim(
            symbol: function.symbol, receiver: function.hasReceiver ? "$receiver$" : nil, arguments: function.arguments,
            result: function.result, throwing: function.throwing, name: function.displayName, call: call, &text)
    }

    private mutating func emitCallbackImport(_ callback: CallbackPlan, _ text: inout CodePrinter) {
        use("handles")
        emitShim(
            symbol: callback.symbol, receiver: "$function$", arguments: callback.arguments, result: callback.importResult,
            throwing: callback.throwing, name: callback.name,
            prologue: ["const $call$ = $values[$function$];"], call: { "$call$(\($0))" }, &text)
    }

    /// One import: lifts the arguments, calls, converts and lowers the result. No exception passes through Swift's frames.
    private mutating func emitShim(
        symbol: String, receiver: String?, arguments: [ArgumentPlan], result: ResultPlan, throwing: ThrowsPlan, name: String,
        prologue: [String] = [], call: (String) -> String, _ text: inout CodePrinter
    ) {
        var parameters = receiver.map { [$0] } ?? []
        var lifted: [String] = []
        for argument in arguments {
            let slots = slotVariables(argument.crossing, stem: argument.jsName)
            parameters += slots
            lifted.append(lift(argument.crossing, slots))
        }
        use("pending", "aside")
        let catches = throwing != .never
        use(catches ? "catch" : "defer")
        var isHeld = result.crossing.lowersInSteps
        if case .dictionary = result.crossing, result.passing == .area {
            isHeld = isHeld || result.crossing.isVariable || result.crossing.writesInSteps || result.crossing.holdsReference
        }
        let invocation = call(trimmed(lifted, arguments))
        text.print("\(jsPropertyName(symbol)): (\(parameters.joined(separator: ", "))) => {")
        text.indent { text in
            let again = ([jsLiteral(symbol)] + parameters).joined(separator: ", ")
            text.print("if ($pending.exception !== undefined) return $aside(\(again));")
            if isHeld {
                use("frame")
                text.print("const $frame = $top, $mark = $heldCount;")
            }
            text.print("try {")
            text.indent { text in
                prologue.forEach { text.print($0) }
                emitImportResult(result, invocation: invocation, name: name, isHeld: isHeld, &text)
            }
            text.print("} catch ($error) {")
            text.indent { text in
                if isHeld { text.print("$unwind($frame, $mark);") }
                text.print(catches ? "$catch($error);" : "$defer($error);")
                if let zero = absentResult(result) { text.print(zero) }
            }
            text.print("}")
        }
        text.print("},")
    }

    /// Optional arguments that are absent at the end are not passed at all (Web IDL 3.13).
    private mutating func trimmed(_ lifted: [String], _ arguments: [ArgumentPlan]) -> String {
        let first = (arguments.lastIndex { $0.crossing.withoutAbsence == $0.crossing } ?? -1) + 1
        guard first < lifted.count else { return lifted.joined(separator: ", ") }
        use("given")
        return (lifted[..<first] + ["...$given(\(lifted[first...].joined(separator: ", ")))"]).joined(separator: ", ")
    }

    private mutating func emitImportResult(
        _ result: ResultPlan, invocation: String, name: String, isHeld: Bool, _ text: inout CodePrinter
    ) {
        // An error that says that this instance has stopped may have been caught by the program: Swift must not go on for that.
        let check = "if ($trap.error !== undefined) throw $trap.error;"
        guard result.passing != .none else { return text.print("\(invocation);\n\(check)") }
        text.print("let $value = \(invocation);")
        let place = jsLiteral("\(name): the result")
        if result.passing == .slot {
            let lowering = lower(result.crossing, "$value", place: place, isHeld: false)
            emitImportDeclarations(lowering.declares, &text)
            (lowering.convert + [check] + lowering.late + lowering.lower).forEach { text.print($0) }
            let slot = ownedSlot(result.crossing, lowering.slots[0], isHeld: isHeld)
            if isHeld {
                text.print("const $slot = \(slot);\n\(Self.leave)\nreturn $slot;")
            } else {
                text.print("return \(slot);")
            }
            return
        }
        if case .string(let string) = result.crossing {
            use("strings-return")
            lowerString(string, "$value", place: place, isHeld: false).convert.forEach { text.print($0) }
            text.print(check)
            return text.print("$returnString($value);")
        }
        use("region", "view:u8")
        // A getter between two parts may call what uses the result area.
        let writesInSteps = result.crossing.writesInSteps
        if writesInSteps {
            use("frame", "free-copy")
            text.print("const $block = $hold($reserve(\(result.crossing.layout.size)));")
        }
        let lowering = store(
            result.crossing, "$value", place: place, at: writesInSteps ? "$block" : "$area", isHeld: isHeld)
        emitImportDeclarations(lowering.declares, &text)
        (lowering.convert + [check] + lowering.late).forEach { text.print($0) }
        if !lowering.lower.isEmpty, !isHeld { text.print("const $frame = $top;") }
        lowering.lower.forEach { text.print($0) }
        if !lowering.lower.isEmpty, !isHeld { text.print("$top = $frame;") }
        text.print("if ($u8.length === 0) $refresh();")
        lowering.slots.forEach { text.print($0) }
        if writesInSteps {
            text.print("$u8.copyWithin($area, $block, $block + \(result.crossing.layout.size));\n$freeCopy($block);")
        }
        if isHeld { text.print(Self.leave) }
    }

    /// What stands on the region's stack and in `$held` is Swift's now.
    private static let leave = "$top = $frame;\n$heldCount = $mark;"

    /// Swift takes over what an import returns: a Swift object comes with a reference.
    private mutating func ownedSlot(_ crossing: Crossing, _ slot: String, isHeld: Bool) -> String {
        // What is lowered in steps has been retained where it was stored.
        guard crossing.holdsObject, !isHeld else { return slot }
        use("retained")
        return "$retained(\(slot))"
    }

    private func emitImportDeclarations(_ declares: [(name: String, initial: String)], _ text: inout CodePrinter) {
        guard !declares.isEmpty else { return }
        text.print(
            "let \(declares.map { $0.initial == "undefined" ? $0.name : "\($0.name) = \($0.initial)" }.joined(separator: ", "));")
    }

    /// What Swift finds where JavaScript threw: zeroes, which every type can be lifted from.
    private mutating func absentResult(_ result: ResultPlan) -> String? {
        switch result.passing {
        case .none: return nil
        case .area, .delivered, .text:
            use("zero")
            return "$zero($area, \(result.crossing.layout.size));"
        case .slot:
            if case .dictionary(let dictionary) = result.crossing, !dictionary.isFlat {
                use("zero-block")
                return "return $zeroBlock(\(dictionary.layout.size));"
            }
            return result.crossing.slots.first?.type == .i64 ? "return 0n;" : "return 0;"
        }
    }

    private mutating func emitTypedThrow(_ enumPlan: EnumPlan, _ text: inout CodePrinter) {
        use("throw-typed")
        let values = enumNames(enumPlan.name).values
        text.print(
            "\(jsLiteral("throw \(enumPlan.name)")): (index) => $throwTyped(\(jsLiteral(enumPlan.name)), \(values)[index]),")
    }

    /// Values that Swift hands over while they live (see `ResultPlan.Passing.delivered`).
    private mutating func emitDeliveries(_ text: inout CodePrinter) {
        for delivery in plan.deliveries {
            use("deliver")
            let parameters = slotVariables(delivery.crossing, stem: "value")
            let value = lift(delivery.crossing, parameters)
            text.print("\(jsLiteral(delivery.symbol)): (\(parameters.joined(separator: ", "))) => {")
            text.print(
                """
                  try {
                    $delivered = \(value);
                  } catch (error) {
                    $delivery.failure = { error };
                  }
                },
                """)
        }
    }

    /// What the Swift runtime imports: as the .wasm says, or all that the plan makes possible where there is none to look at.
    private mutating func emitIntrinsics(_ bindgenImports: Set<String>?, _ text: inout CodePrinter) {
        let passesErrors = support.throwsErrors || support.catchesExceptions
        let intrinsics: [(name: String, part: String, function: String, isPossible: Bool)] = [
            ("drop", "handles", "$drop", support.usesHandles || passesErrors),
            ("throw", "throw", "$throw", passesErrors),
            ("rethrow", "rethrow", "$rethrow", passesErrors),
            ("message", "message", "$message", passesErrors),
            ("random", "random", "$random", true),
            ("print", "print", "$print", true),
        ]
        for intrinsic in intrinsics where bindgenImports?.contains(intrinsic.name) ?? intrinsic.isPossible {
            use(intrinsic.part)
            text.print("\(intrinsic.name): \(intrinsic.function),")
        }
    }
}

extension Crossing {
    /// True for a dictionary in which another one stands, which is written before the members behind it are read.
    fileprivate var writesInSteps: Bool {
        guard case .dictionary(let dictionary) = self else { return false }
        return dictionary.members.contains { $0.crossing.holdsDictionary }
    }

    private var holdsDictionary: Bool {
        switch self {
        case .dictionary: true
        case .nullable(let nullable): nullable.wrapped.holdsDictionary
        // Elements stand in a block of their own.
        case .sequence: false
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .enumeration, .buffer, .callback, .object, .importedObject:
            false
        }
    }
}
