import BindgenABI

/// The body of a member in modules that are built for size: one function makes all calls of exports (`$perform`), and a member hands it a list of
/// its arguments, each with the function that accepts it.
///
/// Such a function converts the value and gives a slot, or a function for what comes when all values are converted: the looks that come last
/// and what writes to memory. That may give a function in turn, for slots that take something nobody would give back.
extension JavaScriptEmitter {
    /// Whether the call can be made so: not where an argument is looked at before all conversions, or needs what only the member knows.
    mutating func isPerformed(_ call: JSCall) -> Bool {
        guard isCompact else { return false }
        if call.arguments.contains(where: { $0.isMethod || $0.isSignal }) { return false }
        // What a setter ignores ends the member (Web IDL 3.7.6).
        if call.isSetter, lowerArgument(call.arguments[0], of: call, isSeen: false).mayEndMember { return false }
        guard let first = call.arguments.firstIndex(where: { $0.crossing.traits.contains(.lowersInSteps) }) else { return true }
        for argument in call.arguments[first...] where argument.crossing.spelling.see("", in: &self) != nil { return false }
        return true
    }

    mutating func emitPerformed(_ call: JSCall, finish: (String) -> String, _ text: inout CodePrinter) {
        let result = call.result
        performs = true
        _ = raiseLines(call)
        var list = receiverSteps(of: call)
        for argument in call.arguments {
            list += [jsLiteral(call.isSetter ? "" : argument.name), acceptFunction(argument, of: call)]
        }
        var given = "arguments"
        if call.requiredCount == 0 || call.arguments.contains(where: \.isVariadic) {
            emitCountCheck(call, &text)
            given = "[\(call.arguments.map(\.jsName).joined(separator: ", "))]"
        }
        let required = given == "arguments" ? call.requiredCount : 0
        if required > 0 { use("enough") }
        var lift = "0"
        let lifted = call.isConstructor ? "$result$" : liftResult(result)
        let isSimple = result.passing == .slot && (lifted == "$result$" || lifted == "$result$ >>> 0")
        if result.passing != .none, !call.isPromised, !call.isConstructor, !isSimple { lift = liftFunction(lifted) }
        let references = references(of: call)
        let owned = references.isEmpty ? "0" : "($result$) => [\(references.joined(separator: ", "))]"
        if !references.isEmpty { ownsByPerform = true }
        var values = [jsLiteral(call.symbol), "\(required)", given, "[\(list.joined(separator: ", "))]", lift, owned]
        if call.name != call.symbol { values.append(jsLiteral(call.name)) }
        while values.count > 1, let last = values.last, ["0", "[]"].contains(last) { values.removeLast() }
        let invocation = "$perform(\(values.joined(separator: ", ")))"
        if call.isPromised || result.passing == .none, !call.isConstructor { return text.print("\(invocation);") }
        text.print(finish(isSimple && !call.isConstructor ? lifted.replacing("$result$", with: invocation) : invocation))
    }

    /// What stands before the arguments: slots, and functions for what is looked at later.
    private func receiverSteps(of call: JSCall) -> [String] {
        var steps: [String] = []
        switch call.receiver {
        case nil: break
        case .plain(let address): steps.append(address.isJSName ? address : "() => () => \(address)")
        case .address(let look): steps.append("() => \(look)")
        case .closure(let address, let look):
            steps.append(call.runsCode ? "() => {\n  \(look.text)\n  return \(address);\n}" : address)
        }
        if call.isPromised { steps.append("$promise$.number") }
        if call.forgetsView { steps.append("0") }
        return steps
    }

    /// The function that accepts an argument: `(value, where)`. What is the same for two arguments stands once.
    private mutating func acceptFunction(_ argument: ArgumentPlan, of call: JSCall) -> String {
        var argument = argument
        argument.jsName = "value"
        let value = JSValue(variable: "value", place: .expression("where"), isHeld: true, isAssigned: call.isSetter)
        let after = argument.crossing.spelling.afterCall("value", isOptional: false, in: &self)
        let all = lowerArgument(argument, as: value)
        let lowering = after.isEmpty ? all.withoutVariables : all
        let isPlain = lowering.declares.isEmpty && lowering.late.isEmpty && lowering.lower.isEmpty && lowering.slots == ["value"]
        if isPlain, lowering.convert.count == 1,
            let name = lowering.convert[0].text.function(between: "value = ", "(value, where);")
        {
            return name
        }
        var text = CodePrinter(unit: "  ")
        text.print(lowering.declaration + lowering.convert)
        let slots = lowering.slots.count == 1 ? lowering.slots[0] : "[\(lowering.slots.joined(separator: ", "))]"
        let isLast = !all.slots.allSatisfy(\.isJSName)
        if !all.lower.isEmpty || argument.crossing.traits.contains(.lowersInSteps) { lowersByPerform = true }
        let given = isLast ? "() => \(slots)" : slots
        if lowering.late.isEmpty, lowering.lower.isEmpty, after.isEmpty {
            text.print("return \(isLast || !all.lower.isEmpty ? "() => \(given)" : given);")
        } else {
            if !after.isEmpty { endsByPerform = true }
            text.block("return (\(after.isEmpty ? "" : "after")) => {", end: "};") { text in
                text.print(lowering.late + lowering.lower)
                if !after.isEmpty { text.block("after.push(() => {", end: "});") { text in after.forEach { text.print($0) } } }
                text.print("return \(given);")
            }
        }
        let body = text.text.dropLastNewline.replacing("\n", with: "\n  ")
        let name = "$accept\(typeFunctionIndex())"
        return typeFunction("accept \(body)", name: name) { _ in "const \(name) = (value, where) => {\n  \(body)\n};\n" }
    }

    private mutating func liftFunction(_ lifted: String) -> String {
        let name = "$give\(typeFunctionIndex())"
        let parameters = lifted.contains("$kept") ? "$result$, $kept" : "$result$"
        return typeFunction("give \(lifted)", name: name) { _ in "const \(name) = (\(parameters)) => \(lifted);\n" }
    }

    /// The call of an export, and what follows each: a trap, an error of Swift's, an exception that waited.
    func emitPerform(_ needed: Set<String>, _ out: inout CodePrinter) {
        guard performs else { return }
        let discards = needed.contains("discard"), delivers = needed.contains("deliver")
        out.block("const $perform = (symbol, required, given = [], list = [], lift, owned, name = symbol) => {", end: "};") {
            out in
            if needed.contains("enough") { out.print("$enough(name, required, given);") }
            if delivers { out.print("const kept = $delivered;") }
            if endsByPerform { out.print("const after = [];") }
            if lowersByPerform { out.print("const top = $top, mark = $heldCount;\nlet isCalled = false;") }
            out.print(
                """
                let slots = [], place, index = 0, result, count = 2;
                const next = (slot) => (typeof slot === "function" ? slot(\(endsByPerform ? "after" : "")) : slot);
                """)
            // A conversion throws what it throws; of a call that wasm did not answer it is told why.
            if !lowersByPerform { emitConversions(&out) }
            out.block("try {", end: "} catch (error) {") { out in
                if lowersByPerform { emitConversions(&out) }
                if lowersByPerform { out.print("$heldCount = mark;\nisCalled = true;") }
                out.print("result = $wasm[symbol](...slots);")
            }
            out.print("  \(lowersByPerform ? "$abandon(isCalled, error, name, top, mark);" : "$fail(error, name);")\n}")
            if lowersByPerform { out.print("$top = top;") }
            if endsByPerform { out.print("for (const end of after) end();") }
            if needed.contains("thrown") { out.print("if ($thrown !== undefined) $raiseThrown();") }
            if needed.contains("pending") {
                let raise = ownsByPerform ? "$raiseInstead(...(owned ? owned(result) : []))" : "$raise()"
                out.block("if ($pending.exception !== undefined) {") { out in
                    if discards { out.print("$discard(kept);") }
                    out.print("\(raise);")
                }
            }
            out.print("return lift ? lift(result\(delivers ? ", kept" : "")) : result;")
        }
    }

    /// All conversions come first, then the looks and what writes to memory, then the slots.
    private func emitConversions(_ out: inout CodePrinter) {
        out.print(
            """
            for (const item of list) {
              if (typeof item === "string") place = item && `: ${item}`;
              else if (place === undefined) slots.push(item);
              else slots.push(item(given[index++], name + place)), (place = undefined);
            }
            while (count--) slots = slots.flatMap(next);
            """)
    }
}

extension JSLowering {
    /// Whether the conversion may end the member that it stands in: no text of IDL has the word with a semicolon.
    fileprivate var mayEndMember: Bool { convert.contains { $0.text.contains("return;") } }

    /// The same with the expressions in the place of the slots' variables, where the last statements do nothing but assign them in order. Slots are
    /// then what is evaluated last, as a list is from left to right.
    fileprivate var withoutVariables: JSLowering {
        var result = self
        let last = lower.isEmpty ? convert : lower
        guard late.isEmpty || !lower.isEmpty, slots.count == last.count, declares.map(\.name) == slots else { return self }
        var values: [String] = []
        for (slot, statement) in zip(slots, last) {
            guard case .assign(slot, let value) = statement, !slots.contains(where: { value.contains($0) }) else { return self }
            values.append(value)
        }
        result.declares = []
        result.slots = values
        if lower.isEmpty { result.convert = [] } else { result.lower = [] }
        return result
    }
}

extension String {
    /// Whether it is a variable's name, which can be read at any time.
    fileprivate var isJSName: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                byte == UInt8(ascii: "$") || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
            }
    }

    /// The function's name that is all between the two: the text may be a statement that assigns what one function gives.
    func function(between start: String, _ end: String) -> String? {
        guard hasPrefix(start), hasSuffix(end) else { return nil }
        let name = String(dropFirst(start.count).dropLast(end.count))
        return name.isJSName ? name : nil
    }
}
