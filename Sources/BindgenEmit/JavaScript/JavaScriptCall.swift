import BindgenABI
import BindgenModel

/// The body of a function that calls a wasm export.
extension JavaScriptEmitter {
    /// Checks, converts, lowers, calls, lifts.
    mutating func emitCall(_ call: JSCall, finish: (String) -> String, _ text: inout CodePrinter) {
        use("failure")
        if isPerformed(call) { return emitPerformed(call, finish: finish, &text) }
        emitCountCheck(call, &text)
        let result = call.result
        emitSeen(call, &text)
        let lowering = lowerArguments(call)
        let usesStack = !lowering.lower.isEmpty || call.isHeld
        let raises = raiseLines(call)
        let lifted = call.isConstructor ? "$result$" : liftResult(result)
        let isCut = !raises.isEmpty || call.isLent || !call.isLiftedInPlace
        text.print(lowering.declaration)
        if !call.isHeld { text.print(lowering.convert) }
        let isDelivered = result.passing == .delivered || result.passing == .text
        let kept =
            (usesStack ? ["$frame = $top"] : []) + (call.isHeld ? ["$mark = $heldCount"] : [])
            + (isDelivered ? ["$kept = $delivered"] : [])
        if !kept.isEmpty { text.print("const \(kept.joined(separator: ", "));") }
        let declared = (usesStack ? ["$called$ = false"] : []) + (isCut && result.coreType != nil ? ["$result$"] : [])
        if !declared.isEmpty { text.print("let \(declared.joined(separator: ", "));") }
        text.print("try {")
        text.indent { text in
            if call.isHeld { text.print(lowering.convert) }
            text.print(lowering.lower)
            if call.isHeld { text.print("$heldCount = $mark;") }
            if usesStack, !call.isLent { text.print("$top = $frame;") }
            if usesStack { text.print("$called$ = true;") }
            let invocation = "\(wasmVariable(call.symbol))(\(slots(of: call, lowering)))"
            if isCut {
                text.print(result.coreType != nil ? "$result$ = \(invocation);" : "\(invocation);")
            } else if result.passing == .slot, readsResultOnce(call) {
                text.print(finish(call.isConstructor ? invocation : result.crossing.spelling.lift([invocation], in: &self)))
            } else {
                text.print(result.coreType != nil ? "const $result$ = \(invocation);" : "\(invocation);")
                if result.passing != .none, !call.isPromised { text.print(finish(lifted)) }
            }
        }
        text.print("} catch ($error) {\n  \(failure(of: call, lowering, usesStack: usesStack))\n}")
        if isCut {
            emitAfterCall(call, usesStack: usesStack, &text)
            raises.forEach { text.print($0) }
            if result.passing != .none, !call.isPromised { text.print(finish(lifted)) }
        }
    }

    mutating func emitCountCheck(_ call: JSCall, _ text: inout CodePrinter) {
        guard call.requiredCount > 0 else { return }
        if isCompact {
            use("enough")
            return text.print("$enough(\(jsLiteral(call.name)), \(call.requiredCount), arguments);")
        }
        use("few")
        let required = "\(call.requiredCount) argument\(call.requiredCount > 1 ? "s" : "")"
        text.print(
            "if (arguments.length < \(call.requiredCount)) $few(\(jsLiteral(call.name)), \(jsLiteral(required)), arguments.length);"
        )
    }

    /// Whether the call can be written where the result stands.
    private func readsResultOnce(_ call: JSCall) -> Bool {
        call.isConstructor || !call.result.crossing.traits.contains(.javaScriptReadsSlotAgain)
    }

    private func slots(of call: JSCall, _ lowering: JSLowering) -> String {
        var slots: [String] = []
        switch call.receiver {
        case nil: break
        case .plain(let address), .closure(let address, _): slots.append(address)
        case .address: slots.append("$address$")
        }
        if call.isPromised { slots.append("$promise$.number") }
        if call.remembersView { slots.append("$known$") }
        if call.forgetsView { slots.append("0") }
        return (slots + lowering.slots).joined(separator: ", ")
    }

    /// All conversions come first, the looks at objects last of them.
    private mutating func lowerArguments(_ call: JSCall) -> JSLowering {
        var lowering = JSLowering()
        var isAfterSteps = false
        for argument in call.arguments {
            isAfterSteps = isAfterSteps || argument.crossing.traits.contains(.lowersInSteps)
            lowering.append(lowerArgument(argument, of: call, isSeen: isAfterSteps))
        }
        if call.runsCode {
            switch call.receiver {
            case nil, .plain: break
            case .closure(_, let look): lowering.late.append(look)
            case .address(let look):
                // The conversions of an argument that is lowered in steps stand in a block of their own.
                if call.isHeld { lowering.declares.append(("$address$", "0")) }
                lowering.late.append(.line("\(call.isHeld ? "" : "const ")$address$ = \(look);"))
            }
        }
        if call.isPromised, let signal = call.arguments.first(where: \.isSignal) {
            use("signal")
            lowering.convert.append(.line("$signal(\(signal.jsName), \(jsLiteral("\(call.name): \(signal.name)")));"))
        }
        lowering.convert += lowering.late
        return lowering
    }

    mutating func lowerArgument(_ argument: ArgumentPlan, of call: JSCall, isSeen: Bool) -> JSLowering {
        let value = JSValue(
            variable: argument.jsName, place: .known(call.isSetter ? call.name : "\(call.name): \(argument.name)"),
            isHeld: call.isHeld, isSeen: isSeen, isAssigned: call.isSetter)
        return lowerArgument(argument, as: value)
    }

    mutating func lowerArgument(_ argument: ArgumentPlan, as value: JSValue) -> JSLowering {
        let spelling = argument.crossing.spelling
        var lowering = spelling.lower(value, in: &self)
        // The conversion of a dictionary takes undefined for `{}` itself.
        let isConverted = argument.defaultValue == .emptyDictionary && !argument.crossing.traits.contains(.refusesUndefined)
        if let literal = argument.defaultValue, !isConverted {
            lowering.convert.insert(
                .check("if (\(argument.jsName) === undefined) \(argument.jsName) = \(spelling.defaultLiteral(literal));"), at: 0)
        }
        let isThere = argument.crossing.nullable == nil ? "" : "if (\(value.variable) != null) "
        if argument.isOnce {
            use("once")
            lowering.convert.append(
                .line("\(isThere)\(value.variable) = $once(\(value.variable), \(value.place.text));"))
        }
        if argument.isMethod {
            use("method")
            lowering.convert.append(.line("\(isThere)\(value.variable) = $onObject(\(value.variable), this);"))
        }
        if let length = argument.exactLength { checkLength(length, of: value, argument, &lowering) }
        return lowering
    }

    /// `[Length]`: asked where the number of elements is known, of an array that is there.
    private mutating func checkLength(_ length: Int, of value: JSValue, _ argument: ArgumentPlan, _ lowering: inout JSLowering) {
        use("length")
        let count = value.derived("count")
        let isThere = argument.crossing.nullable == nil ? "" : "\(value.variable) != null && "
        let check = JSStatement.check("if (\(isThere)\(count) !== \(length)) $length(\(count), \(length), \(value.place.text));")
        if argument.crossing.traits.contains(.lowersInSteps) {
            lowering.convert.append(check)
        } else {
            lowering.late.append(check)
        }
    }

    /// What is written while it is converted can make the memory grow, and stands before a view of that memory.
    private mutating func emitSeen(_ call: JSCall, _ text: inout CodePrinter) {
        guard let first = call.arguments.firstIndex(where: { $0.crossing.traits.contains(.lowersInSteps) }) else { return }
        for argument in call.arguments[first...] {
            if let statement = argument.crossing.spelling.see(argument.jsName, in: &self) { text.print(statement) }
        }
    }

    /// What ends a call that threw: before wasm was called nothing has trapped, and what the arguments took is given back.
    private mutating func failure(of call: JSCall, _ lowering: JSLowering, usesStack: Bool) -> String {
        let name = jsLiteral(call.name)
        guard usesStack else { return "$fail($error, \(name));" }
        guard !call.isHeld else {
            use("frame", "abandon")
            return "$abandon($called$, $error, \(name), $frame, $mark);"
        }
        use("give-up")
        // What has no memory takes none, so the last one has nothing to give back.
        return "$giveUp(\((["$called$", "$error", name, "$frame"] + lowering.taken.dropLast()).joined(separator: ", ")));"
    }

    /// Lent arguments stay on the stack during the call; others have been copied before anything else can write there.
    private mutating func emitAfterCall(_ call: JSCall, usesStack: Bool, _ text: inout CodePrinter) {
        if usesStack, call.isLent { text.print("$top = $frame;") }
        for argument in call.arguments {
            let lines = argument.crossing.spelling.afterCall(argument.jsName, isOptional: false, in: &self)
            lines.forEach { text.print($0) }
        }
    }

    /// What follows a call: Swift's own error is thrown, and so is an exception of JavaScript that waited for the call to end.
    mutating func raiseLines(_ call: JSCall) -> [String] {
        var lines: [String] = []
        if call.throwing != .never {
            use("thrown")
            lines.append("if ($thrown !== undefined) $raiseThrown();")
        }
        if support.defersExceptions {
            use("pending")
            let isDelivered = call.result.passing == .delivered || call.result.passing == .text
            if isDelivered { use("discard") }
            let discard = isDelivered ? "$discard($kept), " : ""
            let references = references(of: call)
            if !references.isEmpty { use("raise-instead") }
            let raise = references.isEmpty ? "$raise()" : "$raiseInstead(\(references.joined(separator: ", ")))"
            lines.append("if ($pending.exception !== undefined) \(discard)\(raise);")
        }
        return lines
    }

    /// The addresses of the objects that come with the result, to be given back where an exception takes its place. What is delivered has
    /// its owners in JavaScript already.
    mutating func references(of call: JSCall) -> [String] {
        let references = call.result.crossing.references.filter { $0.kind != .handle }
        switch call.result.passing {
        case .none, .delivered, .text, .promised: return []
        case .slot: return references.map { _ in "$result$" }
        case .area: break
        }
        if call.result.crossing.traits.contains(.isView) {
            return [call.remembersView ? "$shown() !== $known$ && $shown()" : "$shown()"]
        }
        if !references.isEmpty { use("word") }
        return references.map { reference in
            (reference.flags + [reference.offset]).map { "$word(\($0))" }.joined(separator: " && ")
        }
    }

    /// An expression for the result, in which `$result$` stands for the wasm result.
    mutating func liftResult(_ result: ResultPlan) -> String {
        switch result.passing {
        case .none, .promised: return "undefined"
        case .slot: return result.crossing.spelling.lift(["$result$"], in: &self)
        case .area: return result.crossing.spelling.liftArea(in: &self)
        case .delivered:
            use("deliver")
            return "$take($kept)"
        case .text:
            use("deliver", "strings-out", "region")
            return result.crossing.spelling.liftText("$result$ === -1 ? $take($kept) : $decode($area, $result$)", in: &self)
        }
    }
}
