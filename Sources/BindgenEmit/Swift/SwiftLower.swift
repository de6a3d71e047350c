import BindgenABI

/// A value on its way out of Swift: statements to run first, closures to open around the call, and the slots to pass.
struct LoweredValue {
    var setup: [String] = []
    var openings: [String] = []
    var slots: [String] = []

    mutating func append(_ other: LoweredValue) {
        setup += other.setup
        openings += other.openings
        slots += other.slots
    }
}

/// How Swift gives a value its wasm form.
extension SwiftEmitter {
    /// - Parameters:
    ///   - value: an expression without side effects.
    ///   - name: the stem of the local names.
    func lower(_ crossing: Crossing, _ value: String, name: String) -> LoweredValue {
        switch crossing {
        case .undefined: return LoweredValue()
        case .boolean: return LoweredValue(slots: ["\(value) ? 1 : 0"])
        case .integer(let integer): return LoweredValue(slots: [lowerInteger(integer, value)])
        case .longInteger(let integer): return LoweredValue(slots: [lowerLongInteger(integer, value)])
        case .float: return LoweredValue(slots: [value])
        case .string: return opened("Lower.string(\(value))", name)
        case .enumeration: return LoweredValue(slots: ["\(value).lowered"])
        case .dictionary(let dictionary): return lowerDictionary(dictionary, value, name: name)
        case .sequence(let sequence): return lowerSequence(crossing, sequence, value, name: name)
        case .nullable(let nullable): return lowerNullable(nullable, value, name: name)
        case .buffer: return opened("Lower.elements(\(value))", name, "count")
        case .callback(let callback): return LoweredValue(slots: ["lower\(callback.name)(\(value))"])
        case .object: return LoweredValue(slots: ["Lower.object(\(value))"])
        case .importedObject: return LoweredValue(slots: ["\(value).object.handle"])
        }
    }

    private func opened(_ call: String, _ name: String, _ suffix: String = "length") -> LoweredValue {
        LoweredValue(
            openings: ["\(call) { \(name)_address, \(name)_\(suffix) in"], slots: ["\(name)_address", "\(name)_\(suffix)"])
    }

    private func lowerInteger(_ integer: IntegerCrossing, _ value: String) -> String {
        switch (integer.bits, integer.isSigned) {
        case (32, true): value
        case (32, false): "Int32(bitPattern: \(value))"
        default: "Int32(\(value))"
        }
    }

    private func lowerLongInteger(_ integer: LongIntegerCrossing, _ value: String) -> String {
        if !integer.isBigInt { return "Double(\(value))" }
        return integer.isSigned ? value : "Int64(bitPattern: \(value))"
    }

    private func lowerDictionary(_ dictionary: DictionaryCrossing, _ value: String, name: String) -> LoweredValue {
        guard dictionary.isFlat else {
            return stored(.dictionary(dictionary), value, name: name, slots: ["Region.address(\(name)_stored)"])
        }
        if dictionary.members.isEmpty { return LoweredValue(slots: ["Int32(MemoryLayout.size(ofValue: \(value)))"]) }
        var result = LoweredValue()
        for (index, member) in dictionary.members.enumerated() {
            let label = swiftLabel(member.name, in: dictionary)
            result.append(lower(member.crossing, "\(value).\(label)", name: "\(name)_\(index)_\(Naming.camelCase(member.name))"))
        }
        return result
    }

    /// The value's stored form in an arena that the caller ends.
    private func stored(_ crossing: Crossing, _ value: String, name: String, slots: [String]) -> LoweredValue {
        LoweredValue(
            setup: [
                "let \(name)_stored = arena.allocate(\(max(1, crossing.layout.size)))",
                store(crossing, value, "\(name)_stored", 0),
            ], slots: slots)
    }

    private func lowerSequence(_ crossing: Crossing, _ sequence: SequenceCrossing, _ value: String, name: String) -> LoweredValue
    {
        if sequence.isBitwise { return opened("Lower.elements(\(value))", name, "count") }
        return stored(crossing, value, name: name, slots: loads(crossing, "\(name)_stored"))
    }

    private func loads(_ crossing: Crossing, _ pointer: String) -> [String] {
        zip(crossing.slots, crossing.slotOffsets).map { slot, offset in
            "\(pointer).load(fromByteOffset: \(offset), as: \(type(slot.type)).self)"
        }
    }

    private func lowerNullable(_ nullable: NullableCrossing, _ value: String, name: String) -> LoweredValue {
        let wrapped = nullable.wrapped
        switch nullable.representation {
        case .sentinel, .zero:
            let absent = nullable.representation == .zero ? "0" : "-1"
            let present = lower(wrapped, "$0", name: name).slots[0]
            return LoweredValue(slots: ["(\(value)).map { \(present) } ?? \(absent)"])
        case .notANumber: return LoweredValue(slots: ["Lower.optional(\(value))"])
        case .address:
            let block = "\(name)_stored"
            return LoweredValue(
                setup: [
                    "let \(block) = arena.allocate(\(max(1, wrapped.layout.size)))",
                    "if let \(name)_value = \(value) { \(store(wrapped, "\(name)_value", block, 0)) }",
                ], slots: ["\(value) == nil ? 0 : Region.address(\(block))"])
        case .zeroAddress:
            if case .string = wrapped { return opened("Lower.optionalString(\(value))", name) }
            if case .sequence(let sequence) = wrapped, !sequence.isBitwise {
                return stored(.nullable(nullable), value, name: name, slots: loads(wrapped, "\(name)_stored"))
            }
            return opened("Lower.optionalElements(\(value))", name, "count")
        case .flag:
            let inner = lower(wrapped, "(\(value) ?? \(placeholder(wrapped)))", name: name)
            var result = inner
            result.slots = ["\(value) == nil ? 0 : 1"] + inner.slots
            return result
        }
    }

    /// What the slots behind a flag hold where there is no value.
    private func placeholder(_ crossing: Crossing) -> String {
        if case .nullable = crossing { "nil" } else { "0" }
    }

    /// A statement that stores `value` `offset` bytes behind `pointer`; `arena` is in scope.
    func store(_ crossing: Crossing, _ value: String, _ pointer: String, _ offset: Int) -> String {
        let place = offset == 0 ? pointer : "\(pointer) + \(offset)"
        func write(_ slot: String, _ type: String, _ extra: Int = 0) -> String {
            offset + extra == 0
                ? "\(pointer).storeBytes(of: \(slot), as: \(type).self)"
                : "\(pointer).storeBytes(of: \(slot), toByteOffset: \(offset + extra), as: \(type).self)"
        }
        switch crossing {
        case .undefined: return ""
        case .integer: return write(value, type(crossing))
        case .string, .buffer: return "arena.store(\(value), at: \(place))"
        case .dictionary: return "\(value).store(at: \(place), &arena)"
        case .sequence(let sequence): return storeSequence(sequence, value, place)
        case .nullable(let nullable): return storeNullable(nullable, value, pointer, offset, write)
        case .boolean, .longInteger, .float, .enumeration, .callback, .object, .importedObject:
            return write(lower(crossing, value, name: "value").slots[0], type(crossing.slots[0].type))
        }
    }

    private func storeSequence(_ sequence: SequenceCrossing, _ value: String, _ place: String) -> String {
        if sequence.isBitwise { return "arena.store(\(value), at: \(place))" }
        let element = store(sequence.element, "element", "place", 0)
        return "arena.store(\(value), at: \(place), stride: \(sequence.stride)) { element, place, arena in \(element) }"
    }

    private func storeNullable(
        _ nullable: NullableCrossing, _ value: String, _ pointer: String, _ offset: Int, _ write: (String, String, Int) -> String
    ) -> String {
        let place = offset == 0 ? pointer : "\(pointer) + \(offset)"
        switch nullable.representation {
        case .sentinel, .zero, .notANumber:
            return write(lower(.nullable(nullable), value, name: "value").slots[0], type(nullable.slots[0].type), 0)
        case .zeroAddress:
            let present = store(nullable.wrapped, "present", pointer, offset)
            return "if let present = \(value) { \(present) } else { arena.storeAbsence(at: \(place)) }"
        case .flag, .address:
            let present = store(nullable.wrapped, "present", pointer, offset + nullable.valueOffset)
            return "if let present = \(value) { \(write("1", "Int32", 0)); \(present) } else { \(write("0", "Int32", 0)) }"
        }
    }

    /// True where `lower` needs an arena.
    func needsArena(_ crossing: Crossing) -> Bool {
        switch crossing {
        case .dictionary(let dictionary): !dictionary.isFlat || dictionary.members.contains { needsArena($0.crossing) }
        case .sequence(let sequence): !sequence.isBitwise
        case .nullable(let nullable): nullable.representation == .address || needsArena(nullable.wrapped)
        default: false
        }
    }
}
