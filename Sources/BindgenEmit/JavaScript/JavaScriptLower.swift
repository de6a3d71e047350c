import BindgenABI
import BindgenModel

/// A JavaScript value on its way to Swift, held in a variable that the conversion may assign.
struct JSLowering {
    /// Variables to declare, with what stands for an absent value.
    var declares: [(name: String, initial: String)] = []
    /// Web IDL's conversion; it can run the program's own code and throw.
    var convert: [String] = []
    /// Checks that come last, when no more code of the program can run before the call.
    var late: [String] = []
    /// Writing to memory; it runs no code of the program and fails only where there is no memory left.
    var lower: [String] = []
    /// The addresses of what `lower` may have taken from the allocator.
    var taken: [String] = []
    /// The flat form, evaluated last.
    var slots: [String] = []

    mutating func append(_ other: JSLowering) {
        declares += other.declares
        convert += other.convert
        late += other.late
        lower += other.lower
        taken += other.taken
        slots += other.slots
    }
}

/// How a value is converted and lowered, flat.
extension JavaScriptEmitter {
    /// - Parameters:
    ///   - place: a JavaScript expression for the value's place in messages; it is evaluated only on failure.
    ///   - isHeld: whether what is lowered must be given back when a later conversion throws.
    mutating func lower(_ crossing: Crossing, _ value: String, place: String, isHeld: Bool, isStored: Bool = false) -> JSLowering
    {
        switch crossing {
        case .undefined: return JSLowering()
        case .boolean: return JSLowering(slots: ["\(value) ? 1 : 0"])
        case .integer(let integer): return JSLowering(convert: [convertInteger(integer, value, place)], slots: [value])
        case .longInteger(let integer): return JSLowering(convert: [convertLong(integer, value, place)], slots: [value])
        case .float(let float): return JSLowering(convert: [convertFloat(float, value, place)], slots: [value])
        case .string(let string): return lowerString(string, value, place: place, isHeld: isHeld)
        case .enumeration(let crossing): return lowerEnum(crossing, value, place)
        case .dictionary(let dictionary): return lowerDictionary(dictionary, value, place: place, isHeld: isHeld)
        case .sequence(let sequence): return lowerSequence(sequence, value, place)
        case .nullable(let nullable): return lowerNullable(nullable, value, place: place, isHeld: isHeld, isStored: isStored)
        case .buffer(let buffer): return lowerBuffer(buffer, value, place: place, isHeld: isHeld)
        case .callback:
            use("type", "handles")
            return JSLowering(
                convert: ["if (typeof \(value) !== \"function\") $type(\(value), \(place), \"a function\");"],
                slots: [keep(value, isStored: isStored)])
        case .object(let object): return lowerObject(object, value, place, isStored: isStored)
        case .importedObject(let object):
            use("type", "handles")
            return JSLowering(
                convert: [
                    "if (\(value) === null || typeof \(value) !== \"object\" && typeof \(value) !== \"function\") $type(\(value), \(place), \(article(object.name)));"
                ],
                slots: [keep(value, isStored: isStored)])
        }
    }

    /// A message's `an Image`.
    func article(_ name: String) -> String {
        jsLiteral(("AEIOU".contains(name.first ?? "x") ? "an " : "a ") + name)
    }

    private mutating func keep(_ value: String, isStored: Bool) -> String {
        if isStored { use("hold-handle") }
        return isStored ? "$holdHandle($keep(\(value)))" : "$keep(\(value))"
    }

    private mutating func convertInteger(_ integer: IntegerCrossing, _ value: String, _ place: String) -> String {
        let (low, high) = integer.bounds
        switch integer.conversion {
        case .modulo:
            use("number")
            return "if (typeof \(value) !== \"number\") \(value) = $number(\(value), \(place));"
        case .enforceRange:
            use("enforce")
            return "if (\(isOutside(integer, value))) \(value) = $enforce(\(value), \(low), \(high), \(place));"
        case .clamp:
            use("clamp")
            return "if (\(isOutside(integer, value))) \(value) = $clamp(\(value), \(low), \(high), \(place));"
        }
    }

    /// True for what is not one of the type's own values yet.
    private func isOutside(_ integer: IntegerCrossing, _ value: String) -> String {
        let own =
            switch (integer.bits, integer.isSigned) {
            case (8, false): "(\(value) & 255)"
            case (16, false): "(\(value) & 65535)"
            case (32, false): "\(value) >>> 0"
            case (32, true): "(\(value) | 0)"
            case (let bits, _): "\(value) << \(32 - bits) >> \(32 - bits)"
            }
        return "typeof \(value) !== \"number\" || \(own) !== \(value)"
    }

    private mutating func convertLong(_ integer: LongIntegerCrossing, _ value: String, _ place: String) -> String {
        if integer.isBigInt {
            use("bigint")
            return "if (typeof \(value) !== \"bigint\") \(value) = $bigint(\(value), \(place));"
        }
        // Web IDL 3.3: the range of a 64-bit integer is that of the integers a Number holds exactly.
        let low = integer.isSigned ? "-9007199254740991" : "0"
        let isOutside = "!Number.isSafeInteger(\(value))" + (integer.isSigned ? "" : " || \(value) < 0")
        switch integer.conversion {
        case .modulo:
            use("long")
            return "if (!Number.isSafeInteger(\(value))) \(value) = $long(\(value), \(place));"
        case .enforceRange:
            use("enforce")
            return "if (\(isOutside)) \(value) = $enforce(\(value), \(low), 9007199254740991, \(place));"
        case .clamp:
            use("clamp")
            return "if (\(isOutside)) \(value) = $clamp(\(value), \(low), 9007199254740991, \(place));"
        }
    }

    private mutating func convertFloat(_ float: FloatCrossing, _ value: String, _ place: String) -> String {
        if !float.isRestricted {
            use("number")
            return "if (typeof \(value) !== \"number\") \(value) = $number(\(value), \(place));"
        }
        if !float.isDouble {
            use("float")
            // Halfway between the greatest float and 2^128, which rounds to infinity.
            let bound = "3.4028235677973366e38"
            let fits = "\(value) > -\(bound) && \(value) < \(bound)"
            return "if (typeof \(value) !== \"number\" || !(\(fits))) \(value) = $float(\(value), \(place));"
        }
        use("double")
        return "if (typeof \(value) !== \"number\" || \(value) - \(value) !== 0) \(value) = $double(\(value), \(place));"
    }

    mutating func lowerString(_ string: StringCrossing, _ value: String, place: String, isHeld: Bool) -> JSLowering {
        use("string", "strings-in")
        var convert = "if (typeof \(value) !== \"string\") \(value) = $string(\(value), \(place));"
        if string.nullIsEmpty { convert = "if (\(value) === null) \(value) = \"\"; else " + convert }
        if isHeld { use("frame") }
        return JSLowering(
            declares: [("\(value)$address", "0"), ("\(value)$length", "0")],
            convert: [convert],
            lower: [
                "\(value)$address = \(isHeld ? "$hold($encode(\(value)))" : "$encode(\(value))");", "\(value)$length = $size;",
            ],
            taken: isHeld ? [] : ["\(value)$address"],
            slots: ["\(value)$address", "\(value)$length"])
    }

    private mutating func lowerEnum(_ crossing: EnumCrossing, _ value: String, _ place: String) -> JSLowering {
        use("enumeration")
        let (indexOf, values) = enumNames(crossing.name)
        return JSLowering(
            declares: [("\(value)$index", "-1")],
            convert: [
                "\(value)$index = \(indexOf)(\(value));",
                "if (\(value)$index < 0) \(value)$index = $enumeration(\(value), \(indexOf), \(values), \(place));",
            ], slots: ["\(value)$index"])
    }

    private mutating func lowerDictionary(
        _ dictionary: DictionaryCrossing, _ value: String, place: String, isHeld: Bool
    ) -> JSLowering {
        guard dictionary.isFlat else {
            return JSLowering(
                declares: [("\(value)$address", "0")], convert: storeInRegion(dictionary, value, place),
                slots: ["\(value)$address"])
        }
        use("dictionary")
        var result = JSLowering()
        result.convert.append(
            "if (typeof \(value) !== \"object\" || \(value) === null) \(value) = $dictionary(\(value), \(place));")
        var members: [Int: JSLowering] = [:]
        var finite: [(variable: String, place: String)] = []
        for (index, member) in readMembers(of: dictionary, value, place: place) {
            let crossing = dictionary.members[index].crossing
            var lowering = lower(crossing, member.variable, place: member.place, isHeld: isHeld)
            if case .float(let float) = crossing, float.isDouble, float.isRestricted {
                finite.append((member.variable, member.place))
                lowering.convert = [
                    "if (typeof \(member.variable) !== \"number\") \(member.variable) = $double(\(member.variable), \(member.place));"
                ]
            }
            lowering.convert = member.read + lowering.convert
            result.declares += [(member.variable, "undefined")] + lowering.declares
            result.convert += lowering.convert
            result.late += lowering.late
            result.lower += lowering.lower
            result.taken += lowering.taken
            members[index] = lowering
        }
        result.convert += checkFinite(finite)
        result.slots = dictionary.members.isEmpty ? ["0"] : dictionary.members.indices.flatMap { members[$0]?.slots ?? [] }
        return result
    }

    /// One test for all numbers: where each is finite so is their sum. Only where it is not are they looked at one by one.
    private func checkFinite(_ numbers: [(variable: String, place: String)]) -> [String] {
        guard !numbers.isEmpty else { return [] }
        let checks = numbers.map { "  $double(\($0.variable), \($0.place));" }
        return ["if ((\(numbers.map(\.variable).joined(separator: " + "))) * 0 !== 0) {"] + checks + ["}"]
    }

    /// Statements that lower a dictionary's stored form onto the region's stack.
    mutating func storeInRegion(_ dictionary: DictionaryCrossing, _ value: String, _ place: String) -> [String] {
        use("frame")
        return [
            "\(value)$address = $hold($reserve(\(dictionary.layout.size)));",
            "\(storeFunction(dictionary))(\(value), \(value)$address, \(place), -1);",
        ]
    }

    /// The members in the order in which Web IDL reads them, each into a variable of its own.
    mutating func readMembers(
        of dictionary: DictionaryCrossing, _ value: String, place: String
    ) -> [(Int, (variable: String, place: String, read: [String]))] {
        guard case .dictionary(let dictionaryPlan) = plan.definition(named: dictionary.name) else { return [] }
        return dictionaryPlan.readOrder.map { index in
            let member = dictionaryPlan.members[index]
            let variable = "\(value)$\(Naming.jsPart(member.name))"
            let place = appendPath(place, ".\(member.name)")
            var read = ["\(variable) = \(jsMember(value, member.name));"]
            if let defaultValue = member.defaultValue {
                read.append("if (\(variable) === undefined) \(variable) = \(jsValue(defaultValue, member.crossing));")
            } else if member.isRequired, !refusesUndefined(member.crossing) {
                use("missing")
                read.append("if (\(variable) === undefined) $missing(\(place));")
            }
            return (index, (variable, place, read))
        }
    }

    /// True where the conversion itself throws for undefined.
    private func refusesUndefined(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .float(let float): float.isRestricted
        case .enumeration, .sequence, .callback, .object, .importedObject: true
        default: false
        }
    }

    func appendPath(_ place: String, _ path: String) -> String {
        place.hasPrefix("\"") && place.hasSuffix("\"") && !place.contains("+")
            ? String(place.dropLast()) + jsLiteral(path).dropFirst() : "\(place) + \(jsLiteral(path))"
    }

    private mutating func lowerSequence(_ sequence: SequenceCrossing, _ value: String, _ place: String) -> JSLowering {
        let function = lowerSequenceFunction(sequence)
        return JSLowering(
            declares: [("\(value)$address", "0"), ("\(value)$count", "0")],
            convert: ["\(value)$address = \(function)(\(value), \(place));", "\(value)$count = $count;"],
            slots: ["\(value)$address", "\(value)$count"])
    }

    /// A view of this module's own memory is lent, or copied by its address; anything else is copied in, and back where Swift writes.
    ///
    /// Such a view is looked at when it is converted, as all that follows may make the memory grow; other arrays are when all conversions
    /// are done, for these may change them. Nobody looks again.
    private mutating func lowerBuffer(
        _ buffer: BufferCrossing, _ value: String, place: String, isHeld: Bool
    ) -> JSLowering {
        use("typed-array", "guest")
        let type = buffer.type.rawValue
        let copyIn = "\(copyInFunction(buffer))(\(value), \(value)$count)"
        func held(_ copy: String) -> String { isHeld ? "$hold(\(copy))" : copy }
        if isHeld { use("frame") }
        var own = "\(value)$start"
        if buffer.passing == .copy {
            use("copy-own")
            let bytes = buffer.scalar.size == 1 ? "\(value)$count" : "\(value)$count * \(buffer.scalar.size)"
            own = held("$copyOwn(\(own), \(bytes))")
        } else {
            use("free-copy", "region")
        }
        var late = ["if (!\(value)$isGuest) \(value)$count = $lengthOf.call(\(value));"]
        if showsViews {
            late += [
                "if (\(value)$count === 0) {",
                "  const former = $formerly(\(value), \(jsLiteral(type)), \(place));",
                "  if (former) \(value)$isGuest = true, \(value)$start = former.start, \(value)$count = former.count;",
                "}",
            ]
        }
        return JSLowering(
            declares: [
                ("\(value)$isGuest", "false"), ("\(value)$start", "0"), ("\(value)$address", "0"), ("\(value)$count", "0"),
            ],
            convert: [
                "\(value)$isGuest = $typedArray(\(value), \(type), \(buffer.sharing.allowsShared), \(buffer.sharing.allowsResizable), \(place)) === $buffer;",
                "if (\(value)$isGuest) \(value)$start = $startOf(\(value), \(type), \(place)), \(value)$count = $lengthOf.call(\(value));",
            ],
            late: late,
            lower: ["\(value)$address = \(value)$isGuest ? \(own) : \(held(copyIn));"],
            taken: isHeld ? [] : [buffer.passing == .copy ? "\(value)$address" : "\(value)$isGuest ? 0 : \(value)$address"],
            slots: ["\(value)$address", "\(value)$count"])
    }

    /// Whether Swift shows storage anywhere, so that an array can be a view of this module's memory.
    private var showsViews: Bool {
        func shows(_ result: ResultPlan) -> Bool {
            if case .buffer(let buffer) = result.crossing.withoutNull { buffer.passing == .view } else { false }
        }
        return plan.definitions.contains { definition in
            switch definition {
            case .namespace(let plan): plan.functions.contains { shows($0.result) }
            case .class(let plan): plan.functions.contains { shows($0.result) }
            case .callback(let plan): shows(plan.exportResult)
            case .enumeration, .dictionary: false
            }
        }
    }

    private mutating func lowerObject(_ object: ObjectCrossing, _ value: String, _ place: String, isStored: Bool) -> JSLowering {
        use("objects", "type")
        let name = jsName(of: object.name)
        let live = "$live(\(address(of: value, object.name)), \(place), \(jsLiteral("the " + name)))"
        if isStored { use("hold-object") }
        return JSLowering(
            declares: [("\(value)$address", "0")],
            convert: ["if (!\(isA(value, object.name))) $type(\(value), \(place), \(article(name)));"],
            late: ["\(value)$address = \(live);"],
            slots: [isStored ? "$holdObject(\(value)$address)" : "\(value)$address"])
    }

    private mutating func lowerNullable(
        _ nullable: NullableCrossing, _ value: String, place: String, isHeld: Bool, isStored: Bool
    ) -> JSLowering {
        let isPresent = nullable.absence == .null ? "\(value) != null" : "\(value) !== undefined"
        let isAbsent = nullable.absence == .null ? "\(value) == null" : "\(value) === undefined"
        func when(_ statements: [String]) -> [String] {
            switch statements.count {
            case 0: []
            case 1 where !statements[0].hasPrefix("if"): ["if (\(isPresent)) \(statements[0])"]
            default: ["if (\(isPresent)) {"] + statements.map { "  " + $0 } + ["}"]
            }
        }
        if nullable.representation == .address, case .dictionary(let dictionary) = nullable.wrapped {
            return JSLowering(
                declares: [("\(value)$address", "0")], convert: when(storeInRegion(dictionary, value, place)),
                slots: ["\(value)$address"])
        }
        var result = lower(nullable.wrapped, value, place: place, isHeld: isHeld, isStored: isStored)
        result.convert = when(result.convert)
        result.late = when(result.late)
        result.lower = when(result.lower)
        switch nullable.representation {
        case .sentinel:
            if case .boolean = nullable.wrapped { result.slots = ["\(isAbsent) ? -1 : \(result.slots[0])"] }
        case .notANumber:
            var isUnsigned = false
            if case .integer(let integer) = nullable.wrapped { isUnsigned = integer.bits == 32 && !integer.isSigned }
            result.slots = ["\(isAbsent) ? NaN : \(value) \(isUnsigned ? ">>> 0" : "| 0")"]
        case .zero: result.slots = ["\(isAbsent) ? 0 : \(result.slots[0])"]
        case .zeroAddress, .address: break
        case .flag:
            var slots = result.slots
            if case .longInteger(let integer) = nullable.wrapped, integer.isBigInt { slots[0] = "\(isAbsent) ? 0n : \(slots[0])" }
            result.slots = ["\(isAbsent) ? 0 : 1"] + slots
        }
        return result
    }

    /// A default value or constant as a JavaScript expression.
    func jsValue(_ value: DefaultValue, _ crossing: Crossing) -> String {
        var isBigInt = false
        if case .longInteger(let integer) = crossing.withoutNull { isBigInt = integer.isBigInt }
        return switch value {
        case .boolean(let value): "\(value)"
        case .integer(let magnitude, let isNegative): (isNegative ? "-" : "") + "\(magnitude)" + (isBigInt ? "n" : "")
        case .decimal(let value): "\(value)"
        case .infinity(let isNegative): isNegative ? "-Infinity" : "Infinity"
        case .notANumber: "NaN"
        case .string(let text): jsLiteral(text)
        case .null: "null"
        case .undefined: "undefined"
        case .emptySequence: "[]"
        case .emptyDictionary: "{}"
        }
    }
}
