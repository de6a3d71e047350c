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
                case .container(let container): emitImports(of: container, &text)
                case .callback(let callback):
                    if plan.isCalledBySwift(callback) { emitCallbackImport(callback, &text) }
                    emitCallbackObject(callback, &text)
                case .enumeration, .dictionary:
                    if let error = definition.error { emitErrorImports(error, &text) }
                case .union: break
                }
            }
            emitDeliveries(&text)
            emitPromiseImports(&text)
            emitIntrinsics(requirements.bindgenImports, &text)
        }
        text.print("};")
        return text.text
    }

    private mutating func emitImports(of container: ContainerPlan, _ text: inout CodePrinter) {
        if container.importSource == .object {
            for function in container.functions where plan.imports(function.symbol) { emitOverride(function, &text) }
        }
        guard let target = importTarget(of: container) else { return }
        if container.hasClass, plan.imports(container.castSymbol) {
            use("cast")
            text.print("\(jsLiteral(container.castSymbol)): (handle) => $cast(handle, () => \(target)),")
        }
        for function in container.functions where plan.imports(function.symbol) { emitImport(function, target: target, &text) }
    }

    /// What the object has under the name of the operation: what a class overrides, or the member that calls Swift.
    private mutating func emitOverride(_ function: FunctionPlan, _ text: inout CodePrinter) {
        use("override")
        if function.isAwaitable { use("attempt") }
        let name = jsLiteral(function.jsName)
        emitShim(
            symbol: function.symbol, receiver: nil, arguments: function.arguments, result: function.result,
            throwing: function.throwing, name: function.displayName,
            call: { function.isAwaitable ? "$attempt(() => $override(\(name), \($0)))" : "$override(\(name), \($0))" }, &text)
    }

    /// The object of JavaScript's that an imported container stands for.
    private func importTarget(of container: ContainerPlan) -> String? {
        if container.importSource == .object { return nil }
        return container.importSource.map { source in
            if container.hasNamedExports, let module = moduleVariable(source) { return module }
            let place = moduleVariable(source) ?? container.namespace
            return place.map { jsMember($0, container.jsName) } ?? container.jsName
        }
    }

    /// The constructor of an imported interface, of which its objects are instances.
    func constructorExpression(of type: ClassName) -> String {
        plan.definition(named: type.name)?.importedContainer.flatMap { importTarget(of: $0) } ?? type.jsName
    }

    private func moduleVariable(_ source: Annotations.ImportSource) -> String? {
        guard case .module(let name) = source, let index = plan.importedModules.firstIndex(of: name) else { return nil }
        return Self.moduleVariables(plan.importedModules)[index]
    }

    /// The variables for these modules: engines name them where a member is missing, so they are named after the modules.
    static func moduleVariables(_ specifiers: [String]) -> [String] {
        var variables: [String] = []
        for specifier in specifiers {
            let words = specifier.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            let name = "$module$" + words.joined(separator: "_")
            variables.append(variables.contains(name) ? "\(name)$\(variables.count)" : name)
        }
        return variables
    }

    private mutating func emitImport(_ function: FunctionPlan, target: String, _ text: inout CodePrinter) {
        let object = function.hasReceiver ? "$values[$receiver$]" : target
        let factory = function.jsName
        if function.hasReceiver { use("handles") }
        if function.isAwaitable { use("attempt") }
        switch function.kind {
        case .cursor, .step: use(function.name == "async_iterable" ? "async-cursor" : "cursor")
        case .propertySetter: use("put")
        default: break
        }
        let call: (String) -> String = { arguments in
            switch function.kind {
            case .constructor: "new \(target)(\(arguments))"
            case .factory: "new \(factory)(\(arguments))"
            case .operation where function.isAwaitable:
                // What is thrown at once is what the promise is rejected with.
                "$attempt(() => \(jsMember(object, function.jsName))(\(arguments)))"
            case .operation: "\(jsMember(object, function.jsName))(\(arguments))"
            case .getter: jsMember(object, function.jsName)
            case .setter: "\(jsMember(object, function.jsName)) = \(arguments)"
            case .stringifier: "\(object).toString()"
            case .cursor: "\(function.name == "async_iterable" ? "$asyncCursor" : "$cursor")(\(object))"
            case .step: "\(function.jsName)(\(object))"
            case .cursorKey, .cursorValue: jsMember(object, function.jsName)
            case .propertyGetter: "\(object)[\(arguments)]"
            case .propertySetter: "$put(\(object), \(arguments))"
            case .propertyDeleter: "delete \(object)[\(arguments)]"
            // Exports alone have these.
            case .place, .keyAtPlace, .valueAtPlace, .propertyNames, .propertyTest: "undefined"
            }
        }
        emitShim(
            symbol: function.symbol, receiver: function.hasReceiver ? "$receiver$" : nil, arguments: function.arguments,
            result: function.result, throwing: function.throwing, name: function.displayName,
            isGetter: function.kind == .getter, call: call, &text)
    }

    /// One import: lifts the arguments, calls, converts and lowers the result. No exception passes through Swift's frames.
    mutating func emitShim(
        symbol: String, receiver: String?, arguments: [ArgumentPlan], result: ResultPlan, throwing: ThrowsPlan, name: String,
        isGetter: Bool = false, prologue: [String] = [], call: (String) -> String, _ text: inout CodePrinter
    ) {
        var parameters = receiver.map { [$0] } ?? []
        var lifted: [String] = []
        for argument in arguments {
            let slots = slotVariables(argument.crossing.slots, stem: argument.jsName)
            parameters += slots
            lifted.append(argument.crossing.spelling.lift(slots, in: &self))
        }
        use("pending")
        let catches = throwing != .never
        use(catches ? "catch" : "defer")
        let isHeld = holdsResult(result)
        let invocation = call(trimmed(lifted, arguments))
        if isCompact, !catches, !isHeld {
            answers = true
            text.print("\(jsPropertyName(symbol)): $answer((\(parameters.joined(separator: ", "))) => {")
            text.indent { text in
                prologue.forEach { text.print($0) }
                emitImportResult(
                    result, invocation: invocation, name: name, isGetter: isGetter, isHeld: false, isChecked: false, &text)
            }
            let zero = absentResult(result)
            return text.print("}\(zero.map { $0 == "0" ? "" : ", () => \($0)" } ?? "")),")
        }
        use("aside")
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
                emitImportResult(
                    result, invocation: invocation, name: name, isGetter: isGetter, isHeld: isHeld, &text)
            }
            text.print("} catch ($error) {")
            text.indent { text in
                if isHeld { text.print("$unwind($frame, $mark);") }
                text.print(catches ? "$catch($error);" : "$defer($error);")
                if let zero = absentResult(result) { text.print("\(result.passing == .slot ? "return " : "")\(zero);") }
            }
            text.print("}")
        }
        text.print("},")
    }

    /// Whether the result is lowered under a frame that an exception unwinds: a part of it may have been written, or kept, when another one
    /// is refused.
    private func holdsResult(_ result: ResultPlan) -> Bool {
        let crossing = result.crossing
        if crossing.traits.contains(.lowersInSteps) { return true }
        guard result.passing == .area else { return false }
        if crossing.holds(.handle) { return true }
        // A union with a text.
        if crossing.traits.contains(.isText), !crossing.parts.isEmpty { return true }
        guard crossing.parts.contains(where: { $0.count == .one }) else { return false }
        return crossing.traits.contains(.isVariable) || crossing.convertsInSteps || !crossing.references.isEmpty
    }

    /// Optional arguments that are absent at the end are not passed at all (Web IDL 3.13).
    private mutating func trimmed(_ lifted: [String], _ arguments: [ArgumentPlan]) -> String {
        let lifted = zip(lifted, arguments).map { $1.isVariadic ? "...\($0)" : $0 }
        let first = (arguments.lastIndex { !$0.isVariadic && (!$0.isOptional || !$0.crossing.mayBeUndefined) } ?? -1) + 1
        if first + 1 == lifted.count, arguments[first].isVariadic { return lifted.joined(separator: ", ") }
        guard first < lifted.count else { return lifted.joined(separator: ", ") }
        use("given")
        return (lifted[..<first] + ["...$given(\(lifted[first...].joined(separator: ", ")))"]).joined(separator: ", ")
    }

    private mutating func emitImportResult(
        _ result: ResultPlan, invocation: String, name: String, isGetter: Bool, isHeld: Bool, isChecked: Bool = true,
        _ text: inout CodePrinter
    ) {
        // An error that says that this instance has stopped may have been caught by the program: Swift must not go on for that.
        let check: [JSStatement] = isChecked ? [.check("if ($trap.error !== undefined) throw $trap.error;")] : []
        guard result.passing != .none else { return text.print([.line("\(invocation);")] + check) }
        var value = JSValue(
            variable: "$value", place: .known("\(name): the result"),
            attribute: isGetter && result.crossing.nullable == nil ? name : nil)
        let spelling = result.crossing.spelling
        if isCompact, !isHeld, check.isEmpty, result.passing == .slot, value.attribute == nil {
            let lowering = spelling.lower(value, in: &self)
            let function = lowering.convert.first?.text.function(between: "$value = ", "($value, \(value.place.text));")
            if let function, lowering.convert.count == 1, lowering.slots == ["$value"] {
                return text.print("return \(function)(\(invocation), \(value.place.text));")
            }
        }
        text.print("let $value = \(invocation);")
        if result.passing == .slot {
            let lowering = spelling.lower(value, in: &self)
            text.print(lowering.declaration + lowering.convert + check + lowering.late + lowering.lower)
            let slot = ownedSlot(result.crossing, lowering.slots[0], isHeld: isHeld)
            if isHeld {
                text.print("const $slot = \(slot);\n\(Self.leave)\nreturn $slot;")
            } else {
                text.print("return \(slot);")
            }
            return
        }
        if let (convert, leave) = spelling.returnFromImport(value, in: &self) { return text.print([convert] + check + [leave]) }
        use("region", "view:u8")
        value.isHeld = isHeld
        // A getter between two parts may call what uses the result area.
        let writesAside = result.crossing.convertsInSteps
        let size = result.crossing.layout.size
        if writesAside {
            use("frame", "free-copy")
            text.print("const $block = $hold($reserve(\(size)));")
        }
        let lowering = spelling.store(value, at: writesAside ? "$block" : "$area", in: &self)
        text.print(lowering.declaration + lowering.convert + check + lowering.late)
        if !lowering.lower.isEmpty, !isHeld { text.print("const $frame = $top;") }
        text.print(lowering.lower)
        if !lowering.lower.isEmpty, !isHeld { text.print("$top = $frame;") }
        text.print("if ($u8.length === 0) $refresh();")
        lowering.slots.forEach { text.print($0) }
        if writesAside { text.print("$u8.copyWithin($area, $block, $block + \(size));\n$freeCopy($block);") }
        if isHeld { text.print(Self.leave) }
    }

    /// What stands on the region's stack and in `$held` is Swift's now.
    private static let leave = "$top = $frame;\n$heldCount = $mark;"

    /// Swift takes over what an import returns: a Swift object comes with a reference.
    private mutating func ownedSlot(_ crossing: Crossing, _ slot: String, isHeld: Bool) -> String {
        guard crossing.holds(.object), !isHeld else { return slot }
        use("retained")
        return "$retained(\(slot))"
    }

    /// What Swift finds where JavaScript threw: zeroes, which every type can be lifted from. The value of a slot, or a call that writes them.
    private mutating func absentResult(_ result: ResultPlan) -> String? {
        switch result.passing {
        case .none: return nil
        case .area, .delivered, .text, .promised:
            use("zero")
            return "$zero($area, \(result.crossing.layout.size))"
        case .slot:
            if result.crossing.nullable == nil, result.crossing.traits.contains(.isAddress) {
                use("zero-block")
                return "$zeroBlock(\(result.crossing.layout.size))"
            }
            return result.crossing.slots.first?.type == .i64 ? "0n" : "0"
        }
    }

    /// Values that Swift hands over while they live (see `ResultPlan.Passing.delivered`).
    private mutating func emitDeliveries(_ text: inout CodePrinter) {
        for delivery in plan.deliveries {
            use("deliver")
            let parameters = slotVariables(delivery.crossing.slots, stem: "value")
            let value = delivery.crossing.spelling.lift(parameters, in: &self)
            if isCompact {
                use("deliver-by")
                let made = value.hasPrefix("{") ? "(\(value))" : value
                text.print("\(jsLiteral(delivery.symbol)): $deliver((\(parameters.joined(separator: ", "))) => \(made)),")
                continue
            }
            text.print("\(jsLiteral(delivery.symbol)): (\(parameters.joined(separator: ", "))) => {")
            // A loop that makes an array of numbers takes half as long again inside of `try`, and always finds room.
            guard delivery.crossing.traits.contains(.isLimited) else {
                text.print("  $delivered = \(value);\n},")
                continue
            }
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

    /// What JavaScript's values in Swift ask for.
    private static let valueIntrinsics: [(name: String, part: String, function: String)] = [
        ("global", "global", "$global"), ("newObject", "new-object", "$newObject"), ("newArray", "new-array", "$newArray"),
        ("newString", "new-string", "$newString"), ("newSymbol", "new-symbol", "$newSymbol"),
        ("newBigInt", "new-bigint", "$newBigInt"), ("newArrayOf", "new-array-of", "$newArrayOf"),
        ("get", "get", "$get"), ("getKey", "get-key", "$getKey"), ("set", "set", "$set"), ("setKey", "set-key", "$setKey"),
        ("call", "call", "$call"), ("invoke", "invoke", "$invoke"), ("construct", "construct", "$construct"),
        ("payload", "payload", "$takePayload"), ("value", "value", "$valueOf"), ("hold", "hold", "$holdAny"),
        ("kind", "kind", "$kindOf"),
        ("text", "text", "$text"), ("textBytes", "text", "$textBytes"),
        ("wordCount", "words", "$wordCount"), ("words", "words", "$wordsOf"),
        ("arrayCount", "array-numbers", "$arrayCount"), ("arrayBytes", "array-numbers", "$arrayBytes"),
    ]

    /// What the Swift runtime imports: as the .wasm says, or all that the plan makes possible where there is none to look at. A program can
    /// ask for the global object without a type of its IDL that needs it: that takes the .wasm to be seen.
    private mutating func emitIntrinsics(_ bindgenImports: Set<String>?, _ text: inout CodePrinter) {
        let passesErrors = support.throwsErrors || support.catchesExceptions
        var intrinsics: [(name: String, part: String, function: String, isPossible: Bool)] = [
            ("drop", "handles", "$drop", support.usesHandles || passesErrors),
            ("share", "share", "$share", support.usesHandles),
            ("same", "same", "$same", support.usesHandles),
            ("identity", "identity-number", "$identity", support.usesHandles), ("supports", "has-member", "$hasMember", false),
            ("throw", "throw", "$throw", passesErrors),
            ("rethrow", "rethrow", "$rethrow", passesErrors),
            ("message", "message", "$message", passesErrors),
            ("random", "random", "$random", true),
            ("print", "print", "$print", true),
            ("number text", "number-text", "$numberText", true),
            ("reject", "refuse-promise", "$refusePromise", support.usesPromises),
            ("report", "report-thrown", "$reportThrown", support.usesPromises),
            ("follow", "follow", "$follow", false), ("frame", "animation-frame", "$frame", false),
            ("abortController", "abort-controller", "$abortController", false),
            ("abortSignal", "abort-controller", "$abortSignal", false), ("abort", "abort-controller", "$abort", false),
            ("suspendable", "suspendable", "$suspendable", false), ("suspend", "suspendable", "$suspend", false),
            ("stackOverflow", "suspendable", "$stackOverflow", false),
            ("threadFailed", "thread-failed", "$threadFailed", false),
            ("asyncWork", "async-source", "$asyncWork", false), ("asyncPair", "async-source", "$asyncPair", false),
            ("asyncDone", "async-source", "$asyncDone", false), ("asyncSink", "sink", "$asyncSink", false),
            ("asyncWrite", "write", "$write", false), ("asyncWritten", "write", "$written", false),
            ("asyncClose", "write", "$closeStream", false), ("asyncAbort", "abort-stream", "$abortStream", false),
            ("asyncSettled", "settled", "$settled", false),
            ("asyncIterate", "async-iterator", "$asyncIterate", false),
            ("asyncNext", "async-iterator", "$asyncNext", false), ("asyncEnd", "async-iterator", "$asyncEnd", false),
            ("schedule", "schedule", "$schedule", support.usesPromises), ("timer", "timer", "$timer", false),
            ("stopTimer", "timer", "$stopTimer", false),
        ]
        intrinsics += Self.valueIntrinsics.map { ($0.name, $0.part, $0.function, support.usesValues) }
        for intrinsic in intrinsics where bindgenImports?.contains(intrinsic.name) ?? intrinsic.isPossible {
            use(intrinsic.part)
            text.print("\(jsPropertyName(intrinsic.name)): \(intrinsic.function),")
        }
        emitMathematics(bindgenImports, &text)
    }

    /// `Math` itself answers `math sin` and its like.
    private mutating func emitMathematics(_ bindgenImports: Set<String>?, _ text: inout CodePrinter) {
        let prefix = "math "
        guard let bindgenImports else {
            use("mathematics")
            return text.print("...$mathematics,")
        }
        for name in bindgenImports.filter({ $0.hasPrefix(prefix) }).sorted() {
            text.print("\(jsPropertyName(name)): Math.\(name.dropFirst(prefix.count)),")
        }
    }
}
