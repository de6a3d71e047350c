package import BindgenABI
import BindgenModel

/// What the module exports: namespaces, classes, and the functions that stand for Swift closures.
extension JavaScriptEmitter {
    mutating func emitDefinitions() -> String {
        out = CodePrinter(unit: "  ")
        for definition in plan.definitions {
            switch definition {
            case .namespace(let plan) where plan.importSource == nil: emitNamespace(plan)
            case .class(let plan) where plan.importSource == nil: emitClass(plan)
            default: break
            }
        }
        return out.text
    }

    private mutating func emitNamespace(_ namespace: NamespacePlan) {
        emitComment(namespace.documentation, &out)
        out.print("const \(Naming.jsBinding(namespace.jsName)) = {")
        for constant in namespace.constants {
            let line = "\(jsPropertyName(constant.jsName)): \(jsValue(constant.value, constant.crossing)),"
            out.indent { $0.print(line) }
        }
        for function in namespace.functions {
            let text = memberText(function)
            out.indent { $0.print(text + ",") }
        }
        out.print("};")
    }

    mutating func memberText(_ function: FunctionPlan) -> String {
        var text = CodePrinter(unit: "  ")
        if function.kind != .setter { emitComment(function.documentation, &text) }
        let modifier = function.isStatic ? "static " : ""
        let accessor = function.kind == .getter ? "get " : function.kind == .setter ? "set " : ""
        let parameters = function.arguments.map(\.jsName).joined(separator: ", ")
        let view = "this.#\(viewField(function))"
        let finish: (String) -> String = { value in
            if function.remembersView { return Self.finishView(value, view) }
            return function.keepsView ? "return \(view) = \(value);" : "return \(value);"
        }
        if function.keepsView { text.print("#\(viewField(function)) = null;") }
        if function.remembersView { text.print("#\(viewField(function))Object = 0;") }
        text.block("\(modifier)\(accessor)\(jsPropertyName(function.jsName))(\(parameters)) {") { text in
            if function.keepsView, function.isSameObject {
                text.print("if (#\(viewField(function)) in this && \(view)?.length) return \(view);")
            }
            var receiver: String?
            var lateReceiver: String?
            if function.hasReceiver {
                let name = jsLiteral(jsName(of: function.owner))
                let display = jsLiteral(function.displayName)
                let what = jsLiteral("this " + jsName(of: function.owner))
                let live = "$address$ = this.#address || $live(0, \(display), \(what));"
                // Each member looks by itself, so that engines see one shape at each place.
                let isOther = "typeof this !== \"object\" || this === null || !(#address in this)"
                text.print("if (\(isOther)) $refuse(this, \(display), \(name));")
                if function.arguments.contains(where: { runsCode($0.crossing) }) {
                    lateReceiver = live
                } else {
                    text.print("const \(live)")
                }
                receiver = "$address$"
                if function.remembersView { text.print("const $known$ = \(view)?.byteOffset > 0 ? \(view)Object : 0;") }
            }
            emitCall(
                variable: wasmVariable(function.symbol), receiver: receiver, lateReceiver: lateReceiver,
                arguments: function.arguments, result: function.result,
                throwing: function.throwing, name: function.displayName,
                requiredCount: function.kind == .operation ? function.requiredCount : 0, isSetter: function.kind == .setter,
                remembersView: function.remembersView, finish: finish, &text)
        }
        return text.text.dropLastNewline
    }

    /// The private field that keeps the last view that an attribute gave.
    private func viewField(_ function: FunctionPlan) -> String { Naming.camelCase(function.jsName) + "View" }

    /// Keeps the view in the wrapper: a look there costs a fifth of one in the table of all views. A view that growth has detached begins
    /// at 0; where that happened during the call, its object came without the reference that another view needs.
    private static func finishView(_ value: String, _ view: String) -> String {
        """
        const $object$ = $shown();
        if ($object$ !== 0 && $object$ === $known$) {
          if (\(view).byteOffset > 0) return \(view);
          $wasm.retain($object$);
        }
        \(view)Object = $object$;
        return \(view) = \(value);
        """
    }

    /// True where converting an argument can run the program's own code, which could dispose the receiver meanwhile.
    func runsCode(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .undefined, .boolean, .callback, .object, .importedObject, .buffer: false
        case .nullable(let nullable): runsCode(nullable.wrapped)
        case .integer, .longInteger, .float, .string, .enumeration, .dictionary, .sequence: true
        }
    }

    /// A function that makes the JavaScript function for a Swift closure: `(address)`.
    mutating func closureFunction(_ callback: CallbackCrossing) -> String {
        typeFunction("closure \(callback.name)", name: "$closure\(callback.name)") { emitter in
            emitter.use("closures")
            guard case .callback(let plan) = emitter.plan.definition(named: callback.name) else { return "" }
            var text = CodePrinter(unit: "  ")
            text.block("const $closure\(callback.name) = (address) => {", end: "};") { text in
                text.print("const $owner = { address: address >>> 0, isRegistered: false };")
                text.print("return $own(function (\(plan.arguments.map(\.jsName).joined(separator: ", "))) {")
                let check = "if ($owner.address === 0) $ended(\"\(callback.name)\");"
                let lateCheck = plan.arguments.contains { emitter.runsCode($0.crossing) } ? check : nil
                text.indent { text in
                    if lateCheck == nil { text.print(check) }
                    emitter.emitCall(
                        variable: emitter.wasmVariable("\(plan.symbol).call"), receiver: "$owner.address",
                        lateReceiver: lateCheck, arguments: plan.arguments,
                        result: plan.exportResult, throwing: plan.throwing, name: callback.name,
                        requiredCount: plan.requiredCount,
                        finish: { "return \($0);" }, &text)
                }
                text.print("}, $owner);")
            }
            return text.text
        }
    }

    /// The body of a function that calls a wasm export: checks, converts, lowers, calls, lifts.
    mutating func emitCall(
        variable: String, receiver: String?, lateReceiver: String? = nil, arguments: [ArgumentPlan], result: ResultPlan,
        throwing: ThrowsPlan, name: String,
        requiredCount: Int, isSetter: Bool = false, isConstructor: Bool = false, remembersView: Bool = false,
        finish: (String) -> String,
        _ text: inout CodePrinter
    ) {
        use("failure")
        if requiredCount > 0 {
            use("few")
            text.print(
                "if (arguments.length < \(requiredCount)) $few(\(jsLiteral(name)), \"\(requiredCount) argument\(requiredCount > 1 ? "s" : "")\", arguments.length);"
            )
        }
        let isHeld = arguments.contains { $0.crossing.lowersInSteps }
        var lowering = JSLowering()
        emitSeen(arguments, &text)
        var isAfterSteps = false
        for argument in arguments {
            isAfterSteps = isAfterSteps || argument.crossing.lowersInSteps
            lowering.append(
                lowerArgument(argument, name: name, isSetter: isSetter, isHeld: isHeld, isAfterSteps: isAfterSteps))
        }
        if let lateReceiver { lookLast(lateReceiver, isHeld: isHeld, &lowering) }
        lowering.convert += lowering.late
        let slots = ([receiver, remembersView ? "$known$" : nil].compactMap { $0 } + lowering.slots).joined(separator: ", ")
        let usesStack = !lowering.lower.isEmpty || isHeld
        let raises = raiseLines(throwing, result, remembersView: remembersView)
        let lifted = isConstructor ? "$result$" : liftResult(result)
        // The call is written where the result stands, so a result that is looked at twice needs a constant.
        let around = lifted.partsAroundResult
        let isUsedOnce = around.count <= 2
        // Only what comes out of wasm is a trap: what lifting throws is none.
        let isCut =
            !raises.isEmpty || arguments.contains { borrows($0.crossing) } || !isConstructor && !isLiftedInPlace(result)
        emitDeclarations(lowering.declares, &text)
        if isHeld { emitHeldConversions(lowering, name: name, &text) } else { emitLowering(lowering, name: name, &text) }
        if usesStack, !isCut || !arguments.contains(where: { borrows($0.crossing) }) { text.print("$top = $frame;") }
        if result.passing == .delivered || result.passing == .text { text.print("const $kept = $delivered;") }
        if isCut, result.coreType != nil { text.print("let $result$;") }
        text.print("try {")
        text.indent { text in
            let call = "\(variable)(\(slots))"
            if isCut {
                text.print(result.coreType != nil ? "$result$ = \(call);" : "\(call);")
            } else if result.passing == .slot, isUsedOnce {
                text.print(finish(around.joined(separator: call)))
            } else {
                text.print(result.coreType != nil ? "const $result$ = \(call);" : "\(call);")
                if result.passing != .none { text.print(finish(lifted)) }
            }
        }
        text.print("} catch ($error) {")
        text.print("  $fail($error, \(jsLiteral(name)));")
        text.print("}")
        if isCut {
            emitAfterCall(arguments, usesStack: usesStack, &text)
            raises.forEach { text.print($0) }
            if result.passing != .none { text.print(finish(lifted)) }
        }
    }

    /// True for a result that is lifted by looking at the slot alone, which cannot fail.
    private func isLiftedInPlace(_ result: ResultPlan) -> Bool {
        func isNumber(_ crossing: Crossing) -> Bool {
            switch crossing {
            case .undefined, .boolean, .integer, .longInteger, .float, .enumeration: true
            case .nullable(let nullable): isNumber(nullable.wrapped)
            case .string, .dictionary, .sequence, .buffer, .callback, .object, .importedObject: false
            }
        }
        return result.passing == .none || result.passing == .slot && isNumber(result.crossing)
    }

    /// Conversions, and what is written to memory when all of them are done.
    private mutating func emitLowering(_ lowering: JSLowering, name: String, _ text: inout CodePrinter) {
        lowering.convert.forEach { text.print($0) }
        guard !lowering.lower.isEmpty else { return }
        use("give-up")
        text.print("const $frame = $top;\ntry {")
        text.indent { text in lowering.lower.forEach { text.print($0) } }
        // What has no memory takes none, so the last one has nothing to give back.
        let taken = ["$frame", "$error", jsLiteral(name)] + lowering.taken.dropLast()
        text.print("} catch ($error) {\n  $giveUp(\(taken.joined(separator: ", ")));\n}")
    }

    /// What is written while it is converted can make the memory grow, and stands before a view of that memory.
    private mutating func emitSeen(_ arguments: [ArgumentPlan], _ text: inout CodePrinter) {
        guard let first = arguments.firstIndex(where: { $0.crossing.lowersInSteps }) else { return }
        for argument in arguments[first...] {
            guard case .buffer(let buffer) = argument.crossing.withoutNull else { continue }
            use("see")
            text.print("const \(argument.jsName)$seen = $see(\(argument.jsName), \(buffer.type.rawValue));")
        }
    }

    /// Looks at the receiver after all conversions.
    private func lookLast(_ lateReceiver: String, isHeld: Bool, _ lowering: inout JSLowering) {
        // The conversions of an argument that is lowered in steps stand in a block of their own.
        let isAssignment = lateReceiver.hasPrefix("$address$ = ")
        if isAssignment, isHeld { lowering.declares.append(("$address$", "0")) }
        lowering.late.append((isAssignment && !isHeld ? "const " : "") + lateReceiver)
    }

    private mutating func lowerArgument(
        _ argument: ArgumentPlan, name: String, isSetter: Bool, isHeld: Bool, isAfterSteps: Bool
    ) -> JSLowering {
        let place = jsLiteral(isSetter ? name : "\(name): \(argument.name)")
        var lowering = lower(argument.crossing, argument.jsName, place: place, isHeld: isHeld)
        if isAfterSteps, case .buffer = argument.crossing.withoutNull {
            let name = argument.jsName
            let seen = "if (\(name)$seen) \(name)$isGuest = true, \(name)$start = \(name)$seen.start, \(name)$count = \(name)$seen.count;"
            lowering.late.insert(seen, at: 0)
        }
        if isSetter, case .enumeration(let crossing) = argument.crossing {
            // Web IDL 3.7.6: an attribute of an enum type ignores what is no value of it.
            let (indexOf, _) = enumNames(crossing.name)
            lowering.convert = [
                "\(argument.jsName)$index = \(indexOf)(`${\(argument.jsName)}`);", "if (\(argument.jsName)$index < 0) return;",
            ]
        }
        if let value = argument.defaultValue, value != .emptyDictionary {
            lowering.convert.insert(
                "if (\(argument.jsName) === undefined) \(argument.jsName) = \(jsValue(value, argument.crossing));", at: 0)
        }
        return lowering
    }

    private func emitDeclarations(_ declares: [(name: String, initial: String)], _ text: inout CodePrinter) {
        guard !declares.isEmpty else { return }
        text.print(
            "let \(declares.map { $0.initial == "undefined" ? $0.name : "\($0.name) = \($0.initial)" }.joined(separator: ", "));")
    }

    /// Conversions that write as they go: what they took is given back when one throws.
    private mutating func emitHeldConversions(_ lowering: JSLowering, name: String, _ text: inout CodePrinter) {
        use("frame", "abandon")
        text.print("const $frame = $top, $mark = $heldCount;")
        text.print("try {")
        text.indent { text in (lowering.convert + lowering.lower).forEach { text.print($0) } }
        text.print(
            """
            } catch ($error) {
              $abandon($frame, $mark, $error, \(jsLiteral(name)));
            }
            $heldCount = $mark;
            """)
    }

    /// True for a typed array that is freed or written back when the call has returned.
    private func isReadAfterCall(_ crossing: Crossing) -> Bool {
        if case .buffer(let buffer) = crossing.withoutNull { buffer.passing != .copy } else { false }
    }

    /// Borrowed arguments stay on the stack during the call; others have been copied before anything else can write there.
    private func borrows(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .string(let string): string.isBorrowed
        case .buffer(let buffer): buffer.passing != .copy
        case .nullable(let nullable): borrows(nullable.wrapped)
        default: false
        }
    }

    private mutating func emitAfterCall(_ arguments: [ArgumentPlan], usesStack: Bool, _ text: inout CodePrinter) {
        if usesStack, arguments.contains(where: { borrows($0.crossing) }) { text.print("$top = $frame;") }
        for argument in arguments {
            guard case .buffer(let buffer) = argument.crossing.withoutNull, buffer.passing != .copy else { continue }
            let name = argument.jsName
            var statements = ["$freeCopy(\(name)$address);"]
            if buffer.passing == .into { statements.insert("\(copyBackFunction(buffer))(\(name), \(name)$address, \(name)$count);", at: 0) }
            let isCopied = argument.crossing.withoutNull == argument.crossing ? "" : "\(name)$address !== 0 && "
            text.print("if (\(isCopied)!\(name)$isGuest) {")
            text.indent { text in statements.forEach { text.print($0) } }
            text.print("}")
        }
    }

    /// What follows a call: Swift's own error is thrown, and so is an exception of JavaScript that waited for the call to end.
    private mutating func raiseLines(_ throwing: ThrowsPlan, _ result: ResultPlan, remembersView: Bool) -> [String] {
        var lines: [String] = []
        if throwing != .never {
            use("thrown")
            lines.append("if ($thrown !== undefined) $raiseThrown();")
        }
        if support.defersExceptions {
            use("pending")
            lines += raiseWaiting(result, remembersView: remembersView)
        }
        return lines
    }

    /// Raises the exception that waits; the references for JavaScript that came with the result are given back.
    private mutating func raiseWaiting(_ result: ResultPlan, remembersView: Bool) -> [String] {
        let condition = "if ($pending.exception !== undefined)"
        switch result.passing {
        case .none: return ["\(condition) $raise();"]
        case .delivered, .text:
            // What has been delivered has owners by now.
            use("discard")
            return ["\(condition) $discard($kept), $raise();"]
        case .slot:
            guard result.crossing.holdsReference else { return ["\(condition) $raise();"] }
            use("registry")
            return ["\(condition) $raise($result$);"]
        case .area:
            if case .buffer = result.crossing.withoutNull {
                use("registry")
                return ["\(condition) $raise(\(remembersView ? "$shown() !== $known$ && $shown()" : "$shown()"));"]
            }
            let references = references(in: result.crossing, at: 0)
            guard !references.isEmpty else { return ["\(condition) $raise();"] }
            use("registry", "region", "view:u8")
            return [
                "\(condition) {", "  if ($u8.length === 0) $refresh();", "  $raise(\(references.joined(separator: ", ")));", "}",
            ]
        }
    }

    /// Expressions for the addresses of all objects in a result that stands in the result area; 0 where there is none.
    private mutating func references(in crossing: Crossing, at offset: Int) -> [String] {
        let place = offset == 0 ? "$area" : "$area + \(offset)"
        switch crossing {
        case .object, .callback: return [element("i32", place)]
        case .dictionary(let dictionary):
            return dictionary.members.flatMap { references(in: $0.crossing, at: offset + $0.offset) }
        case .nullable(let nullable):
            let wrapped = references(in: nullable.wrapped, at: offset + nullable.valueOffset)
            switch nullable.representation {
            case .zero: return wrapped
            case .flag, .address:
                let flag = wrapped.isEmpty ? "" : element("i32", place)
                return wrapped.map { "\(flag) && \($0)" }
            case .sentinel, .notANumber, .zeroAddress: return []
            }
        // Handles are Swift's own; what has no fixed size is delivered.
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .enumeration, .sequence, .buffer, .importedObject:
            return []
        }
    }

    /// An expression for the result, in which `$result$` stands for the wasm result.
    private mutating func liftResult(_ result: ResultPlan) -> String {
        switch result.passing {
        case .none: return "undefined"
        case .slot:
            return lift(result.crossing, ["$result$"])
        case .area: return liftArea(result.crossing)
        case .delivered:
            use("deliver")
            return "$take($kept)"
        case .text:
            use("deliver", "strings-out", "region")
            return "$result$ === -1 ? $take($kept) : $decode($area, $result$)"
        }
    }

    private mutating func liftArea(_ crossing: Crossing) -> String {
        if case .buffer(let buffer) = crossing.withoutNull {
            use("views")
            return "$view(\(buffer.type.rawValue))"
        }
        let function = typeFunction("area \(crossing)", name: "$readArea\(typeFunctionIndex())") { emitter in
            let name = "$readArea\(emitter.typeFunctionIndex() - 1)"
            emitter.use("view:u8", "region")
            let value = emitter.load(crossing, "$area", 0)
            return """
                const \(name) = () => {
                  if ($u8.length === 0) $refresh();
                  return \(value);
                };

                """
        }
        return "\(function)()"
    }

    /// A TSDoc comment; the text cannot close it.
    func emitComment(_ documentation: Documentation, _ text: inout CodePrinter) {
        let comment = tsDoc(documentation)
        if !comment.isEmpty { text.print(comment) }
    }
}

extension String {
    /// What stands before, between and behind the places of the wasm result.
    fileprivate var partsAroundResult: [Substring] {
        let mark = "$result$".utf8
        var parts: [Substring] = []
        var start = startIndex
        var place = startIndex
        while let next = utf8[place...].firstIndex(of: UInt8(ascii: "$")) {
            if utf8[next...].starts(with: mark) {
                parts.append(self[start..<next])
                start = utf8.index(next, offsetBy: mark.count)
                place = start
            } else {
                place = utf8.index(after: next)
            }
        }
        return parts + [self[start...]]
    }
}

/// Documentation as a `/** … */` comment; empty where there is none.
package func tsDoc(_ documentation: Documentation, tags: [String] = []) -> String {
    var lines = documentation.text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    if let deprecation = documentation.deprecation { lines.append("@deprecated \(deprecation)") }
    lines += tags
    guard !lines.isEmpty else { return "" }
    // A comment ends at the first */, so one inside the text is broken up; TSDoc reads &#42; as an asterisk.
    let safe = lines.map { line in line.split(separator: "*/", omittingEmptySubsequences: false).joined(separator: "*\\/") }
    if safe.count == 1 { return "/** \(safe[0]) */" }
    return "/**\n" + safe.map { $0.isEmpty ? " *" : " * \($0)" }.joined(separator: "\n") + "\n */"
}
