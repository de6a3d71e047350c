import BindgenABI
import BindgenModel

/// How a value from Swift becomes a JavaScript value.
extension JavaScriptEmitter {
    /// An expression for the value whose slots are `slots`.
    mutating func lift(_ crossing: Crossing, _ slots: [String]) -> String {
        switch crossing {
        case .undefined: return "undefined"
        case .boolean: return "\(slots[0]) !== 0"
        case .integer(let integer): return integer.bits == 32 && !integer.isSigned ? "\(slots[0]) >>> 0" : slots[0]
        case .longInteger(let integer):
            return integer.isBigInt && !integer.isSigned ? "BigInt.asUintN(64, \(slots[0]))" : slots[0]
        case .float: return slots[0]
        case .string:
            use("strings-out")
            return "$decode(\(slots[0]), \(slots[1]))"
        case .enumeration(let crossing): return "\(enumNames(crossing.name).values)[\(slots[0])]"
        case .dictionary(let dictionary):
            if dictionary.isFlat { return "\(makeFunction(dictionary))(\(slots.joined(separator: ", ")))" }
            return "\(loadFunction(dictionary))(\(slots[0]) >>> 0)"
        case .sequence(let sequence): return "\(liftSequenceFunction(sequence))(\(slots[0]) >>> 0, \(slots[1]))"
        case .nullable(let nullable): return liftNullable(nullable, slots)
        case .buffer(let buffer): return liftBuffer(buffer, slots)
        case .callback(let callback): return "\(closureFunction(callback))(\(slots[0]))"
        case .object(let object):
            use("objects", "identity")
            return "$wrap(\(slots[0]), \(Naming.jsBinding(jsName(of: object.name))))"
        case .importedObject:
            use("handles")
            return "$values[\(slots[0])]"
        }
    }

    private mutating func liftNullable(_ nullable: NullableCrossing, _ slots: [String]) -> String {
        let absent = nullable.absence == .null ? "null" : "undefined"
        let wrapped = nullable.wrapped
        switch nullable.representation {
        case .sentinel: return "\(slots[0]) < 0 ? \(absent) : \(lift(wrapped, slots))"
        case .notANumber: return "\(slots[0]) !== \(slots[0]) ? \(absent) : \(slots[0])"
        case .zero, .zeroAddress: return "\(slots[0]) === 0 ? \(absent) : \(lift(wrapped, slots))"
        case .address:
            guard case .dictionary(let dictionary) = wrapped else { return absent }
            return "\(slots[0]) === 0 ? \(absent) : \(loadFunction(dictionary))(\(slots[0]) >>> 0)"
        case .flag: return "\(slots[0]) === 0 ? \(absent) : \(lift(wrapped, Array(slots.dropFirst())))"
        }
    }

    private mutating func liftBuffer(_ buffer: BufferCrossing, _ slots: [String]) -> String {
        let view = view(buffer.scalar)
        use("view:\(view)", "view:u8")
        let name = "$copyOut\(buffer.type.rawValue)"
        let shift = Self.shift(view)
        let function = typeFunction("copy out \(buffer.type.rawValue)", name: name) { _ in
            let copy = "$\(view).slice(start, start + count)"
            let result = buffer.type == .uint8ClampedArray ? "new Uint8ClampedArray(\(copy).buffer)" : copy
            return """
                const \(name) = (address, count) => {
                  if ($u8.length === 0) $refresh();
                  const start = address >>> \(shift);
                  return \(result);
                };

                """
        }
        return "\(function)(\(slots[0]), \(slots[1]))"
    }

    /// An expression for the value whose stored form is at `address + offset`.
    mutating func load(_ crossing: Crossing, _ address: String, _ offset: Int) -> String {
        let place = offset == 0 ? address : "\(address) + \(offset)"
        switch crossing {
        case .integer(let integer): return element(integerView(integer), place)
        case .dictionary(let dictionary): return "\(loadFunction(dictionary))(\(place))"
        case .nullable(let nullable) where nullable.representation == .flag || nullable.representation == .address:
            let absent = nullable.absence == .null ? "null" : "undefined"
            let value = load(nullable.wrapped, address, offset + nullable.valueOffset)
            return "\(element("i32", place)) === 0 ? \(absent) : \(value)"
        default:
            let slots = zip(crossing.slots, crossing.slotOffsets).map { slot, start in
                let total = offset + start
                return element(view(slot.type), total == 0 ? address : "\(address) + \(total)")
            }
            return lift(crossing, slots)
        }
    }

    /// A function that makes a dictionary from its flat form.
    private mutating func makeFunction(_ dictionary: DictionaryCrossing) -> String {
        typeFunction("make \(dictionary.name)", name: "$make\(dictionary.name)") { emitter in
            let parameters = emitter.slotVariables(.dictionary(dictionary), stem: "")
            var rest = parameters[...]
            let values = dictionary.members.map { member in
                let own = Array(rest.prefix(member.crossing.slots.count))
                rest = rest.dropFirst(own.count)
                return emitter.lift(member.crossing, own)
            }
            return emitter.objectFunction("$make\(dictionary.name)", parameters.joined(separator: ", "), dictionary, values)
        }
    }

    /// A variable for each slot of a value that is called `stem`, no two alike.
    func slotVariables(_ crossing: Crossing, stem: String) -> [String] {
        var names = NameAllocator(reserved: [])
        return crossing.slots.map { slot in
            let part = Naming.jsPart(slot.suffix)
            if stem.isEmpty { return names.name(Naming.jsBinding(part)) }
            return names.name(part.isEmpty ? stem : "\(stem)$\(part)")
        }
    }

    /// A function that reads a dictionary's stored form: `(address)`.
    mutating func loadFunction(_ dictionary: DictionaryCrossing) -> String {
        typeFunction("load \(dictionary.name)", name: "$load\(dictionary.name)") { emitter in
            let values = dictionary.members.map { emitter.load($0.crossing, "address", $0.offset) }
            emitter.use("view:u8")
            return emitter.objectFunction("$load\(dictionary.name)", "address", dictionary, values)
        }
    }

    /// Members that may be missing are left out where they are (Web IDL 3.2.17, IDL to JavaScript).
    func objectFunction(_ name: String, _ parameters: String, _ dictionary: DictionaryCrossing, _ values: [String]) -> String {
        var always: [String] = []
        var optional: [String] = []
        for (member, value) in zip(dictionary.members, values) {
            if case .nullable(let nullable) = member.crossing, nullable.absence == .undefined {
                let variable = "\(Naming.jsPart(member.name))$value"
                optional.append("const \(variable) = \(value);")
                optional.append("if (\(variable) !== undefined) \(jsMember("$result", member.name)) = \(variable);")
            } else {
                always.append("\(jsPropertyName(member.name)): \(value)")
            }
        }
        let literal = always.isEmpty ? "{}" : "{ \(always.joined(separator: ", ")) }"
        if optional.isEmpty { return "const \(name) = (\(parameters)) => (\(literal));\n" }
        return """
            const \(name) = (\(parameters)) => {
              const $result = \(literal);
              \(optional.joined(separator: "\n  "))
              return $result;
            };

            """
    }

    /// A function that makes an array: `(address, count)`.
    private mutating func liftSequenceFunction(_ sequence: SequenceCrossing) -> String {
        let index = typeFunctionIndex()
        let name = "$liftSequence\(index)"
        return typeFunction("lift \(sequence.isFrozen) sequence<\(sequence.element)>", name: name) { emitter in
            emitter.use("view:u8")
            let result = sequence.isFrozen ? "Object.freeze(result)" : "result"
            if let scalar = sequence.scalar { return emitter.liftNumbers(emitter.view(scalar), name: name, result: result) }
            emitter.localViews = []
            let value = emitter.loadInline(sequence.element, "place") ?? emitter.load(sequence.element, "place", 0)
            let views = (emitter.localViews ?? []).sorted().map { "\($0)$ = $\($0)" }
            emitter.localViews = nil
            return """
                const \(name) = (address, count) => {
                  if ($u8.length === 0) $refresh();
                  const \((["result = new Array(count)"] + views).joined(separator: ", "));
                  for (let index = 0, place = address; index < count; index++, place += \(sequence.stride)) {
                    result[index] = \(value);
                  }
                  return \(result);
                };

                """
        }
    }

    /// Numbers are read by their index in the view, a third faster than by their place in bytes.
    private mutating func liftNumbers(_ view: String, name: String, result: String) -> String {
        use("view:\(view)")
        return """
            const \(name) = (address, count) => {
              if ($u8.length === 0) $refresh();
              const result = new Array(count), view = $\(view), start = \(Self.index("address", in: view));
              for (let index = 0; index < count; index++) result[index] = view[start + index];
              return \(result);
            };

            """
    }

    /// An object literal for a dictionary whose members are all there, so that a loop over many makes no calls.
    private mutating func loadInline(_ crossing: Crossing, _ address: String) -> String? {
        guard case .dictionary(let dictionary) = crossing, !dictionary.isVariable else { return nil }
        var members: [String] = []
        for member in dictionary.members {
            if case .nullable(let nullable) = member.crossing, nullable.absence == .undefined { return nil }
            members.append("\(jsPropertyName(member.name)): \(load(member.crossing, address, member.offset))")
        }
        return "{ \(members.joined(separator: ", ")) }"
    }

    /// An enum's index function and its list of values.
    mutating func enumNames(_ name: String) -> (indexOf: String, values: String) {
        let values = "$\(name)$values"
        let indexOf = "$indexOf\(name)"
        guard case .enumeration(let enumPlan) = plan.definition(named: name) else { return (indexOf, values) }
        _ = typeFunction("enum \(name)", name: values) { _ in
            "const \(values) = [\(enumPlan.cases.map { jsLiteral($0.value) }.joined(separator: ", "))];\n"
        }
        guard plan.reach.toSwift.contains(name) else { return (indexOf, values) }
        _ = typeFunction("enum index \(name)", name: indexOf) { _ in
            let cases = enumPlan.cases.enumerated().map { "    case \(jsLiteral($1.value)): return \($0);" }
            return """
                const \(indexOf) = (value) => {
                  switch (value) {
                \(cases.joined(separator: "\n"))
                    default: return -1;
                  }
                };

                """
        }
        return (indexOf, values)
    }

    func jsName(of definition: String) -> String {
        switch plan.definition(named: definition) {
        case .class(let plan): plan.jsName
        case .namespace(let plan): plan.jsName
        default: definition
        }
    }
}
