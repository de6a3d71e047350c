import BindgenABI

/// How Swift takes a value from its wasm form.
extension SwiftEmitter {
    /// An expression for the value whose slots are `slots`.
    ///
    /// - Parameter isOwned: whether references come with the value (stored forms) or are borrowed for the call (arguments).
    func lift(_ crossing: Crossing, _ slots: [String], isOwned: Bool) -> String {
        switch crossing {
        case .undefined: return "()"
        case .boolean: return "\(slots[0]) != 0"
        case .integer(let integer): return liftInteger(integer, slots[0])
        case .longInteger(let integer):
            if integer.isBigInt { return integer.isSigned ? slots[0] : "UInt64(bitPattern: \(slots[0]))" }
            return integer.isSigned ? "Int64(\(slots[0]))" : "UInt64(bitPattern: Int64(\(slots[0])))"
        case .float: return slots[0]
        case .string: return "Lift.string(\(slots[0]), \(slots[1]))"
        case .enumeration(let crossing): return "\(swiftName(of: crossing.name))(lifting: \(slots[0]))"
        case .dictionary(let dictionary): return liftDictionary(dictionary, slots, isOwned: isOwned)
        case .sequence(let sequence): return liftSequence(sequence, slots)
        case .nullable(let nullable): return liftNullable(nullable, slots, isOwned: isOwned)
        case .buffer(let buffer): return "Lift.array(\(slots[0]), \(slots[1]), of: \(type(buffer.scalar)).self)"
        case .callback(let callback): return "lift\(callback.name)(\(slots[0]))"
        case .object(let object):
            return "Lift.\(isOwned ? "ownedObject" : "object")(\(slots[0]), as: \(swiftName(of: object.name)).self)"
        case .importedObject(let object): return "\(swiftName(of: object.name))(JSObject(adopting: \(slots[0])))"
        }
    }

    private func liftInteger(_ integer: IntegerCrossing, _ slot: String) -> String {
        switch (integer.bits, integer.isSigned) {
        case (32, true): slot
        case (32, false): "UInt32(bitPattern: \(slot))"
        default: "\(integer.isSigned ? "" : "U")Int\(integer.bits)(truncatingIfNeeded: \(slot))"
        }
    }

    private func liftDictionary(_ dictionary: DictionaryCrossing, _ slots: [String], isOwned: Bool) -> String {
        let name = swiftName(of: dictionary.name)
        guard dictionary.isFlat else { return "\(name)(releasing: \(slots[0]))" }
        var rest = slots[...]
        let members = dictionary.members.map { member in
            let own = Array(rest.prefix(member.crossing.slots.count))
            rest = rest.dropFirst(own.count)
            let label = Naming.swiftLabel(swiftLabel(member.name, in: dictionary))
            return "\(label): \(lift(member.crossing, own, isOwned: isOwned))"
        }
        return "\(name)(\(members.joined(separator: ", ")))"
    }

    func swiftLabel(_ member: String, in dictionary: DictionaryCrossing) -> String {
        guard case .dictionary(let plan) = plan.definition(named: dictionary.name) else { return member }
        return plan.members.first { $0.name == member }?.swiftName ?? member
    }

    private func liftSequence(_ sequence: SequenceCrossing, _ slots: [String]) -> String {
        if sequence.isBitwise { return "Lift.array(\(slots[0]), \(slots[1]), of: \(type(sequence.element)).self)" }
        return "Lift.array(\(slots[0]), \(slots[1]), stride: \(sequence.stride)) { \(load(sequence.element, "$0", 0)) }"
    }

    private func liftNullable(_ nullable: NullableCrossing, _ slots: [String], isOwned: Bool) -> String {
        let wrapped = nullable.wrapped
        switch nullable.representation {
        case .sentinel: return "\(slots[0]) < 0 ? nil : \(lift(wrapped, slots, isOwned: isOwned))"
        case .notANumber: return "Lift.optional(\(slots[0]), as: \(type(wrapped)).self)"
        case .zero: return "\(slots[0]) == 0 ? nil : \(lift(wrapped, slots, isOwned: isOwned))"
        case .address: return "\(slots[0]) == 0 ? nil : \(type(wrapped))(releasing: \(slots[0]))"
        case .zeroAddress: return "\(slots[0]) == 0 ? nil : \(lift(wrapped, slots, isOwned: isOwned))"
        case .flag: return "\(slots[0]) == 0 ? nil : .some(\(lift(wrapped, Array(slots.dropFirst()), isOwned: isOwned)))"
        }
    }

    /// An expression for the value whose stored form is `offset` bytes behind `pointer`.
    func load(_ crossing: Crossing, _ pointer: String, _ offset: Int) -> String {
        func read(_ type: String, _ extra: Int = 0) -> String {
            offset + extra == 0
                ? "\(pointer).load(as: \(type).self)" : "\(pointer).load(fromByteOffset: \(offset + extra), as: \(type).self)"
        }
        switch crossing {
        case .integer: return read(type(crossing))
        case .dictionary(let dictionary):
            return "\(swiftName(of: dictionary.name))(loading: \(offset == 0 ? pointer : "\(pointer) + \(offset)"))"
        case .nullable(let nullable) where nullable.representation == .flag || nullable.representation == .address:
            return "\(read("Int32")) == 0 ? nil : .some(\(load(nullable.wrapped, pointer, offset + nullable.valueOffset)))"
        default:
            let slots = zip(crossing.slots, crossing.slotOffsets).map { slot, offset in read(type(slot.type), offset) }
            return lift(crossing, slots, isOwned: true)
        }
    }
}
