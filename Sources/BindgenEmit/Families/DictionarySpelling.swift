package import BindgenABI

extension DictionaryCrossing: StoredSpelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        guard isFlat else { return "\(type(in: swift))(releasing: \(slots[0]))" }
        let arguments = split(slots).map { member, slots in
            let value = member.crossing.spelling.lift(slots, isOwned: isOwned, in: swift)
            return "\(Naming.swiftLabel(member.swiftName)): \(value)"
        }
        return "\(type(in: swift))(\(arguments.joined(separator: ", ")))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        guard isFlat else {
            return swift.stored(self, value, name: name, slots: ["BindgenRuntime.Region.address(\(name)_stored)"])
        }
        if members.isEmpty { return LoweredValue(slots: ["Int32(MemoryLayout.size(ofValue: \(value)))"]) }
        var result = LoweredValue()
        for (index, member) in members.enumerated() {
            let stem = "\(name)_\(index)_\(Naming.camelCase(member.name))"
            result.append(member.crossing.spelling.lower("\(value).\(member.swiftName)", name: stem, in: swift))
        }
        return result
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        swift.storedWhereThere(self, value, name: name)
    }
    package func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String { "\(type(in: swift))(loading: \(place.text))" }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        "\(value).store(at: \(place.text), &arena)"
    }
    package func storeResult(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> [String] {
        members.flatMap { member in
            member.crossing.spelling.storeResult(
                "\(value).\(member.swiftName)", at: place.advanced(by: member.offset), in: swift)
        }
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { typeScript.name(name, use) }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        name == other.name ? .same : .different
    }
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other.recursion == name ? .same : .different
    }
}

extension DictionaryCrossing {
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        isFlat ? lowerFlat(value, in: &js) : js.storedInRegion(self, value)
    }

    private func lowerFlat(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        var result = JSLowering(convert: [openStatement(value, in: &js)])
        var slots: [Int: [String]] = [:]
        var finite: [JSValue] = []
        for index in readOrder {
            let member = members[index]
            let (item, read) = readMember(member, of: value, in: &js)
            var lowering = member.crossing.spelling.lower(item, in: &js)
            if !js.isCompact, member.crossing.traits.contains(.isFiniteDouble) {
                finite.append(item)
                lowering.convert = [
                    .check(
                        "if (typeof \(item.variable) !== \"number\") \(item.variable) = $double(\(item.variable), \(item.place.text));"
                    )
                ]
            }
            result.declares.append((item.variable, "undefined"))
            lowering.convert = required(member, item, of: value, lowering, in: &js) ?? read + lowering.convert
            slots[index] = lowering.slots
            lowering.slots = []
            result.append(lowering)
        }
        result.convert += Self.checkFinite(finite)
        result.slots = members.isEmpty ? ["0"] : members.indices.flatMap { slots[$0] ?? [] }
        return result
    }

    /// What comes before the members are read: of a tuple all elements are, whatever iterates over them.
    private func openStatement(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSStatement {
        let name = value.variable
        if isTuple {
            js.use("tuple")
            return .assign(name, "$tuple(\(name), \(value.place.text))")
        }
        js.use("dictionary")
        if js.isCompact { return .assign(name, "$dictionary(\(name), \(js.placeIfThere(value)))") }
        return .check(
            "if (typeof \(name) !== \"object\" || \(name) === null) \(name) = $dictionary(\(name), \(js.placeIfThere(value)));")
    }

    /// A member as it is read.
    private func access(_ object: String, _ member: Member) -> String {
        guard isTuple, let index = members.firstIndex(where: { $0.name == member.name }) else {
            return jsMember(object, member.name)
        }
        return "\(object)[\(index)]"
    }

    /// A member in a variable of its own, and the statements that read it: the members are read in `readOrder`.
    private func readMember(
        _ member: Member, of value: JSValue, in js: inout JavaScriptEmitter
    ) -> (item: JSValue, read: [JSStatement]) {
        var item = value
        item.variable = value.derived(Naming.jsPart(member.name))
        item.place = value.place.appending(".\(member.name)")
        item.isAssigned = false
        item.attribute = nil
        item.object = member.isMethod ? value.variable : nil
        let variable = item.variable
        var read: [JSStatement] = [.assign(variable, access(value.variable, member))]
        if let defaultValue = member.defaultValue {
            let literal = member.crossing.spelling.defaultLiteral(defaultValue)
            read.append(.check("if (\(variable) === undefined) \(variable) = \(literal);"))
        } else if member.isRequired {
            js.use("missing")
            read.append(.check("if (\(variable) === undefined) $missing(\(item.place.text));"))
        }
        return (item, read)
    }

    /// Reads and converts a required member by one function, in modules that are built for size.
    private func required(
        _ member: Member, _ item: JSValue, of value: JSValue, _ lowering: JSLowering, in js: inout JavaScriptEmitter
    ) -> [JSStatement]? {
        guard js.isCompact, !isTuple, member.isRequired, member.defaultValue == nil, lowering.convert.count == 1 else {
            return nil
        }
        let (start, end) = ("\(item.variable) = ", "(\(item.variable), \(item.place.text));")
        guard let convert = lowering.convert[0].text.function(between: start, end) else { return nil }
        js.use("member")
        let place = value.place.text
        return [.assign(item.variable, "$member(\(value.variable), \(jsLiteral(member.name)), \(place), \(convert))")]
    }

    /// One test for all numbers: where each is finite so is their sum. Only where it is not are they looked at one by one.
    private static func checkFinite(_ numbers: [JSValue]) -> [JSStatement] {
        guard !numbers.isEmpty else { return [] }
        let checks = numbers.map { JSStatement.line("  $double(\($0.variable), \($0.place.text));") }
        return [.check("if ((\(numbers.map(\.variable).joined(separator: " + "))) * 0 !== 0) {")] + checks + [.line("}")]
    }

    package func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [.line("\(storeFunction(in: &js))(\(value.variable), \(address), \(value.place.text), -1);")])
    }

    /// The index in the message is worked out on failure alone.
    package func storeElement(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [.line("\(storeFunction(in: &js))(\(value.variable), place, where, index);")])
    }

    /// A function that lowers a value's stored form: `(value, address, where, index)`.
    func storeFunction(in js: inout JavaScriptEmitter) -> String {
        js.typeFunction("store \(name)", name: "$store\(name)") { js in
            js.use("at", "region")
            let value = JSValue(variable: "value", place: .expression("$at(where, index)"), isHeld: true)
            let open = openStatement(value, in: &js)
            var all = JSLowering()
            for index in readOrder {
                let member = members[index]
                let (item, read) = readMember(member, of: value, in: &js)
                var lowering = member.crossing.spelling.store(
                    item, at: member.offset == 0 ? "address" : "address + \(member.offset)", in: &js)
                lowering.convert = required(member, item, of: value, lowering, in: &js) ?? read + lowering.convert
                all.declares.append((item.variable, "undefined"))
                all.append(lowering)
            }
            var out = CodePrinter(unit: "  ")
            out.block("const $store\(name) = (value, address, where, index) => {", end: "};") { out in
                out.print([open])
                out.print(all.declaration + all.convert + all.late + all.lower)
                out.print("if ($u8.length === 0) $refresh();")
                for line in all.slots { out.print(line) }
            }
            return out.text
        }
    }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        if isFlat { return "\(makeFunction(in: &js))(\(slots.joined(separator: ", ")))" }
        js.use("stored")
        return load("$stored(\(slots[0]))", 0, in: &js)
    }

    package func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        "\(loadFunction(in: &js))(\(offset == 0 ? address : "\(address) + \(offset)"))"
    }

}

/// From Swift: functions that make the object.
extension DictionaryCrossing {
    /// From the flat form.
    private func makeFunction(in js: inout JavaScriptEmitter) -> String {
        js.typeFunction("make \(name)", name: "$make\(name)") { js in
            let parameters = js.slotVariables(slots, stem: "")
            let values = split(parameters).map { member, slots in member.crossing.spelling.lift(slots, in: &js) }
            return objectFunction("$make\(name)", parameters.joined(separator: ", "), values)
        }
    }

    /// From the stored form: `(address)`.
    private func loadFunction(in js: inout JavaScriptEmitter) -> String {
        js.typeFunction("load \(name)", name: "$load\(name)") { js in
            let values = members.map { $0.crossing.spelling.load("address", $0.offset, in: &js) }
            js.use("view:u8")
            return objectFunction("$load\(name)", "address", values)
        }
    }

    /// Members that may be missing are left out where they are (Web IDL 3.2.17, IDL to JavaScript).
    private func objectFunction(_ function: String, _ parameters: String, _ values: [String]) -> String {
        let made: (String) -> String = { isError ? "new \(Naming.jsBinding(name))(\($0))" : $0 }
        if isTuple { return "const \(function) = (\(parameters)) => [\(values.joined(separator: ", "))];\n" }
        var always: [String] = []
        var optional: [String] = []
        for (member, value) in zip(members, values) {
            if member.mayBeMissing {
                let variable = "\(Naming.jsPart(member.name))$value"
                optional.append("const \(variable) = \(value);")
                optional.append("if (\(variable) !== undefined) \(jsMember("$result", member.name)) = \(variable);")
            } else {
                always.append("\(jsPropertyName(member.name)): \(value)")
            }
        }
        let literal = always.isEmpty ? "{}" : "{ \(always.joined(separator: ", ")) }"
        if optional.isEmpty { return "const \(function) = (\(parameters)) => (\(made(literal)));\n" }
        return """
            const \(function) = (\(parameters)) => {
              const $result = \(literal);
              \(optional.joined(separator: "\n  "))
              return \(made("$result"));
            };

            """
    }

    /// An object literal where all members are there, so that a loop over many makes no calls.
    package func loadInline(_ address: String, in js: inout JavaScriptEmitter) -> String? {
        guard !traits.contains(.isVariable), !isError else { return nil }
        var texts: [String] = []
        for member in members {
            if member.mayBeMissing { return nil }
            let value = member.crossing.spelling.load(address, member.offset, in: &js)
            texts.append(isTuple ? value : "\(jsPropertyName(member.name)): \(value)")
        }
        if isTuple { return "[\(texts.joined(separator: ", "))]" }
        return "{ \(texts.joined(separator: ", ")) }"
    }
}
