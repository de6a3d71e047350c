package import BindgenABI
package import BindgenModel

extension UnionCrossing: StoredSpelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        isFlat
            ? "\(type(in: swift))(flat: \(slots.joined(separator: ", ")))" : "\(type(in: swift))(releasing: \(slots[0]))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        if isFlat { return lowerFlat(value, name: name, in: swift) }
        return swift.stored(self, value, name: name, slots: ["BindgenRuntime.Region.address(\(name)_stored)"])
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        swift.storedWhereThere(self, value, name: name)
    }
    private func lowerFlat(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        var result = LoweredValue(setup: ["let \(name)_flat = \(value).flat"], slots: ["\(name)_flat.0"])
        for (index, member) in members.enumerated() {
            let value = "\(name)_flat.\(index + 1)"
            if member.isText {
                result.append(member.crossing.spelling.lower(value, name: "\(name)_text", in: swift))
            } else {
                result.slots.append(value)
            }
        }
        return result
    }

    /// A member that is no text begins the result area.
    package func leaveText(delivery: String, in swift: SwiftEmitter) -> [String] {
        let cases = members.enumerated().flatMap { index, member in
            let lines =
                member.isText
                ? member.crossing.spelling.leaveText(delivery: delivery, in: swift)
                : ["let area = BindgenRuntime.Region.resultArea"]
                    + member.crossing.spelling.storeResult("result", at: SwiftPlace("area"), in: swift)
                    + ["return \(resultCode(of: index))"]
            return ["case .\(member.name)(let result):"] + lines.map { "    \($0)" }
        }
        return ["switch result {"] + cases + ["}"]
    }
    package func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String { "\(type(in: swift))(loading: \(place.text))" }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        "\(value).store(at: \(place.text)\(storesInArena ? ", &arena" : ""))"
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        guard let member = member(of: value) else { return value.swiftText }
        return "\(type(in: swift)).\(member.name)(\(member.crossing.spelling.literal(value, in: swift)))"
    }

    /// In the words of the member that the value is of: `5` of `(bigint or DOMString)` is a bigint.
    package func defaultLiteral(_ value: DefaultValue) -> String {
        member(of: value)?.crossing.spelling.defaultLiteral(value) ?? value.javaScriptText
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        isNamed ? typeScript.name(name, use) : types(use, in: typeScript)
    }

    /// The members' types, each once.
    func types(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        var types: [String] = []
        for member in members {
            let type = member.crossing.spelling.type(TypeUse(isInput: use.isInput), in: typeScript)
            let text = type.contains("=>") ? "(\(type))" : type
            if !types.contains(text) { types.append(text) }
        }
        return types.joined(separator: " | ")
    }

    /// A union that gains a member is wider.
    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        // Of a type with a name the change is told at the definition.
        if isNamed, other.isNamed, name == other.name { return .same }
        func isCovered(_ members: [Member], by others: [Member]) -> Bool {
            members.allSatisfy { member in
                others.contains { comparison.relation(member.crossing, $0.crossing) == .same }
            }
        }
        switch (isCovered(members, by: other.members), isCovered(other.members, by: members)) {
        case (true, true): return .same
        case (true, false): return .wider
        case (false, true): return .narrower
        case (false, false): return .different
        }
    }
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other.recursion == name ? .same : .different
    }
}

/// To Swift.
extension UnionCrossing {
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        isFlat ? lowerFlat(value, in: &js) : js.storedInRegion(self, value)
    }

    /// The questions one behind the other, each with its conversion.
    private func lowerFlat(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        let index = value.derived("member")
        var result = JSLowering(declares: [(index, "0")], slots: [index])
        let lowerings = members.map { $0.crossing.spelling.lower(value, in: &js) }
        for (place, step) in steps.enumerated() {
            let test = js.test(step.test, of: value.variable)
            let head = [place == 0 ? nil : "} else", test.map { "if (\($0))" }].compactMap { $0 }.joined(separator: " ")
            result.convert.append(place == 0 ? .check("\(head) {") : .line("\(head) {"))
            result.convert += ([.assign(index, "\(step.member)")] + lowerings[step.member].convert).map { .line("  \($0.text)") }
        }
        if steps.last?.test != .otherwise {
            js.use("type")
            result.convert += [.line("} else {"), .line("  $type(\(value.variable), \(value.place.text), \(jsLiteral(words)));")]
        }
        result.convert.append(.line("}"))
        for (place, lowering) in lowerings.enumerated() {
            let isIt = "\(index) === \(place)"
            result.declares += lowering.declares
            result.late += JSStatement.when(isIt, lowering.late)
            result.lower += JSStatement.when(isIt, lowering.lower)
            result.taken += lowering.taken
            result.slots += members[place].isText ? lowering.slots : lowering.slots.map { "\(isIt) ? \($0) : 0" }
        }
        return result
    }

    package func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        let place = steps.contains { $0.test == .absent } ? value.place.text : js.placeIfThere(value)
        return JSLowering(convert: [.line("\(storeFunction(in: &js))(\(value.variable), \(address), \(place), -1);")])
    }

    /// The index in the message is worked out on failure alone.
    package func storeElement(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [.line("\(storeFunction(in: &js))(\(value.variable), place, where, index);")])
    }

    /// A function that lowers a value's stored form: `(value, address, where, index)`.
    func storeFunction(in js: inout JavaScriptEmitter) -> String {
        js.typeFunction("store \(name)", name: "$store\(name)") { js in
            js.use("at", "region")
            var out = CodePrinter(unit: "  ")
            out.block("const $store\(name) = (value, address, where, index) => {", end: "};") { out in
                for (index, step) in steps.enumerated() {
                    if index == firstTagged { emitTag(in: &js, &out) }
                    emit(step, in: &js, &out)
                    if index == lastTagged { emitUnknownTag(in: &js, &out) }
                }
                if steps.last?.test != .otherwise {
                    js.use("type")
                    out.print("$type(value, $at(where, index), \(jsLiteral(words)));")
                }
            }
            return out.text
        }
    }

    private var firstTagged: Int? { steps.firstIndex { if case .tagged = $0.test { true } else { false } } }
    private var lastTagged: Int? { steps.lastIndex { if case .tagged = $0.test { true } else { false } } }

    /// The tag of an object, read once before the members of its dictionary are.
    private func emitTag(in js: inout JavaScriptEmitter, _ out: inout CodePrinter) {
        guard let tag else { return }
        js.use("string")
        let place = "`${$at(where, index)}\(tagPath(tag))`"
        out.print(
            """
            const tag$ = \(js.isObject("value")) ? $string(\(jsMember("value", tag)), \(place)) : undefined;
            """)
    }

    /// An object that is none of the dictionaries: what the tag may be. Another member may take objects, too.
    private func emitUnknownTag(in js: inout JavaScriptEmitter, _ out: inout CodePrinter) {
        let takesObjects = members.contains { $0.kind == .anyObject || $0.kind == .record || $0.kind == .dictionary }
        guard let tag, !takesObjects else { return }
        js.use("type")
        let values = members.flatMap { if case .tagged(let values) = $0.kind { values } else { [String]() } }
        let words = "one of " + values.map { jsLiteral($0) }.joined(separator: ", ")
        out.print(
            "if (tag$ !== undefined) $type(tag$, `${$at(where, index)}\(tagPath(tag))`, \(jsLiteral(words)));")
    }

    private func tagPath(_ tag: String) -> String { ".\(tag)" }

    /// One question, and the conversion where the answer is yes.
    private func emit(_ step: Step, in js: inout JavaScriptEmitter, _ out: inout CodePrinter) {
        let value = JSValue(variable: "value", place: .expression("$at(where, index)"), isHeld: true)
        let lowering = members[step.member].crossing.spelling.store(value, at: "address + \(valueOffset)", in: &js)
        let index = js.write("i32", "address", "\(step.member)")
        let body: (inout CodePrinter) -> Void = { out in
            out.print(lowering.declaration + lowering.convert + lowering.late + lowering.lower)
            out.print("if ($u8.length === 0) $refresh();\n\(index)")
            for line in lowering.slots { out.print(line) }
        }
        guard var test = js.test(step.test, of: "value") else {
            emitNumeric(step, in: &js, &out)
            return body(&out)
        }
        if step.test == .iterable {
            // The method that tells a sequence is the one that makes it: it is looked for once.
            js.use("found-iterator")
            out.print("const iterator$ = \(js.isObject("value")) ? value[Symbol.iterator] : undefined;")
            test = "iterator$ != null"
        }
        out.block("if (\(test)) {", end: "}") { out in
            if step.test == .iterable { out.print("value = $iterableBy(value, iterator$);") }
            body(&out)
            out.print("return;")
        }
    }

    /// What is neither a Number nor a BigInt becomes one of them (ToNumeric, which `++` is): of an object its `valueOf` says which.
    private func emitNumeric(_ step: Step, in js: inout JavaScriptEmitter, _ out: inout CodePrinter) {
        guard members[step.member].kind == .number, let bigint = members.firstIndex(where: { $0.kind == .bigint }) else { return }
        out.print("let numeric$ = value;\nvalue = numeric$++;")
        let value = JSValue(variable: "value", place: .expression("$at(where, index)"), isHeld: true)
        let lowering = members[bigint].crossing.spelling.store(value, at: "address + \(valueOffset)", in: &js)
        let index = js.write("i32", "address", "\(bigint)")
        out.block("if (typeof value === \"bigint\") {", end: "}") { out in
            out.print(lowering.declaration + lowering.convert + lowering.late + lowering.lower)
            out.print("if ($u8.length === 0) $refresh();\n\(index)")
            for line in lowering.slots { out.print(line) }
            out.print("return;")
        }
    }

    /// The members for a message: `a string or a number`.
    private var words: String {
        let all = members.map { member in
            switch member.kind {
            case .object(let type), .importedObject(let type): type.name.withArticle
            case .buffer(let type): type.rawValue.withArticle
            case .callable: "a function"
            case .iterable: "an iterable object"
            case .dictionary, .tagged, .record, .anyObject: "an object"
            case .boolean: "a boolean"
            case .number: "a number"
            case .bigint: "a bigint"
            case .string: "a string"
            case .symbol: "a symbol"
            }
        }
        guard let last = all.last, all.count > 1 else { return all.first ?? "" }
        return all.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// From Swift.
extension UnionCrossing {
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        guard isFlat else { return load("\(slots[0]) >>> 0", 0, in: &js) }
        var rest = slots.dropFirst()
        var values: [String] = []
        for member in members {
            let own = Array(rest.prefix(member.crossing.slots.count))
            rest = rest.dropFirst(own.count)
            values.append(member.crossing.spelling.lift(own, in: &js))
        }
        let choices = values.dropLast().enumerated().map { "\(slots[0]) === \($0) ? \($1) : " }
        return "(\(choices.joined())\(values.last ?? ""))"
    }

    /// Members that are no text are read from the result area.
    package func liftText(_ text: String, in js: inout JavaScriptEmitter) -> String {
        js.use("view:u8", "region")
        let others = members.indices.filter { !members[$0].isText }
        let function = js.typeFunction("left \(name)", name: "$left\(name)") { js in
            let values = others.map { (resultCode(of: $0), members[$0].crossing.spelling.load("$area", 0, in: &js)) }
            let choices = values.dropLast().map { "result === \($0) ? \($1) : " }
            return """
                const $left\(name) = (result) => {
                  if ($u8.length === 0) $refresh();
                  return \(choices.joined())\(values.last?.1 ?? "undefined");
                };

                """
        }
        let codes = others.map { resultCode(of: $0) }
        let isOther = codes.count == 1 ? "$result$ === \(codes[0])" : "$result$ < -1 && $result$ >= \(codes.min() ?? 0)"
        return "\(isOther) ? \(function)($result$) : \(text)"
    }

    package func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        "\(loadFunction(in: &js))(\(offset == 0 ? address : "\(address) + \(offset)"))"
    }

    /// A function that makes the value: `(address)`.
    private func loadFunction(in js: inout JavaScriptEmitter) -> String {
        js.typeFunction("load \(name)", name: "$load\(name)") { js in
            js.use("view:u8")
            let index = js.element("i32", "address")
            let cases = members.enumerated().map { index, member in
                let label = index + 1 == members.count ? "default" : "case \(index)"
                return "    \(label): return \(member.crossing.spelling.load("address", valueOffset, in: &js));"
            }
            return """
                const $load\(name) = (address) => {
                  if ($u8.length === 0) $refresh();
                  switch (\(index)) {
                \(cases.joined(separator: "\n"))
                  }
                };

                """
        }
    }
}

extension JavaScriptEmitter {
    fileprivate func isObject(_ value: String) -> String {
        "typeof \(value) === \"object\" && \(value) !== null || typeof \(value) === \"function\""
    }

    /// A condition for one question of a union's conversion; nil where there is nothing left to ask.
    mutating func test(_ test: UnionCrossing.Step.Test, of value: String) -> String? {
        switch test {
        case .absent: return "\(value) == null"
        case .object(let type): return type.test(value)
        case .importedObject(let type):
            let constructor = constructorExpression(of: type)
            return "typeof \(constructor) === \"function\" && \(value) instanceof \(constructor)"
        case .buffer(.arrayBuffer):
            use("bytes")
            return "$asked($bufferLength, \(value)) !== undefined"
        case .buffer(.sharedArrayBuffer):
            use("bytes")
            return "$asked($sharedLength, \(value)) !== undefined"
        case .buffer(.dataView):
            use("foreign")
            return "ArrayBuffer.isView(\(value)) && $tagOf.call(\(value)) === undefined"
        case .buffer(let type):
            use("foreign")
            return "$tagOf.call(\(value)) === \(jsLiteral(type.rawValue))"
        case .callable: return "typeof \(value) === \"function\""
        case .iterable: return "(\(isObject(value))) && \(value)[Symbol.iterator] != null"
        case .anyObject: return isObject(value)
        case .tagged(let values): return values.map { "tag$ === \(jsLiteral($0))" }.joined(separator: " || ")
        case .boolean, .number, .bigint, .symbol: return "typeof \(value) === \"\(test)\""
        case .otherwise: return nil
        }
    }
}
