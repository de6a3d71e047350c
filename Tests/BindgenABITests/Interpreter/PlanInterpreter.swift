import BindgenABI

/// Lowers values and lifts them again by the plan's word alone: slots, layout, parts with their places and offsets, and the form of what is
/// absent. It knows no family but where one states a number of its own: the distance of elements, the size of a typed array's.
struct PlanInterpreter {
    var memory = PlanMemory()

    // MARK: Flat

    mutating func lower(_ value: PlanValue, _ form: any CrossingForm) throws -> [UInt64] {
        let slots = try flat(value, form)
        guard slots.count == form.slots.count else { throw PlanFault("\(slots.count) slots in place of \(form.slots.count)") }
        for (slot, bits) in zip(form.slots, slots) where slot.type.size == 4 && bits > UInt64(UInt32.max) {
            throw PlanFault("\(bits) is no \(slot.type)")
        }
        return slots
    }

    private mutating func flat(_ value: PlanValue, _ form: any CrossingForm) throws -> [UInt64] {
        switch value {
        case .leaf(let slots): return slots
        case .bytes(let bytes): return try spill(bytes, form)
        case .view: throw PlanFault("a view has no flat form with its owner")
        case .fields(let values) where values.isEmpty: return form.slots.map { _ in 0 }
        case .fields(let values):
            guard !form.traits.contains(.isAddress) else { return [try address(of: value, form)] }
            return try zip(values, form.parts).flatMap { try lower($0, $1.crossing.form) }
        case .items(let items): return try spill(items, form)
        case .choice: return [try address(of: value, form)]
        case .maybe(nil): return form.slots.map { absentBits($0.type, form) }
        case .maybe(let value?):
            let wrapped = form.parts[0].crossing.form
            switch try representation(form) {
            case .sentinel, .zero, .zeroAddress: return try lower(value, wrapped)
            case .notANumber: return [try number(try lower(value, wrapped), wrapped)]
            case .address: return [try address(of: value, wrapped)]
            case .flag: return [1] + (try lower(value, wrapped))
            }
        }
    }

    func lift(_ slots: [UInt64], _ form: any CrossingForm) throws -> PlanValue {
        if form.nullable != nil { return .maybe(try liftMaybe(slots, form)) }
        guard let part = form.parts.first else {
            if form.isFieldless { return .fields([]) }
            // The block of a dictionary inside itself is the definition's.
            return form.traits.contains(.isVariable) && form.slots.count == 2 ? .bytes(try bytes(slots, form)) : .leaf(slots)
        }
        if part.count == .any { return .items(try items(slots, form)) }
        if form.traits.contains(.isAddress) { return try load(form, memory.block(at: slots[0], size: form.layout.size)) }
        var rest = slots[...]
        let values = try form.parts.map { part in
            let own = Array(rest.prefix(part.crossing.slots.count))
            rest = rest.dropFirst(own.count)
            return try lift(own, part.crossing.form)
        }
        return .fields(values)
    }

    private func liftMaybe(_ slots: [UInt64], _ form: any CrossingForm) throws -> PlanValue? {
        let wrapped = form.parts[0].crossing.form
        switch try representation(form) {
        case .sentinel, .zero, .zeroAddress:
            return slots[0] == absentBits(form.slots[0].type, form) ? nil : try lift(slots, wrapped)
        case .notANumber:
            let number = Double(bitPattern: slots[0])
            return number.isNaN ? nil : try lift([UInt64(UInt32(truncatingIfNeeded: Int64(number)))], wrapped)
        case .address: return slots[0] == 0 ? nil : try load(wrapped, memory.block(at: slots[0], size: wrapped.layout.size))
        case .flag: return slots[0] == 0 ? nil : try lift(Array(slots.dropFirst()), wrapped)
        }
    }

    // MARK: Stored

    /// The address of a value's stored form, in a block of its own.
    mutating func address(of value: PlanValue, _ form: any CrossingForm) throws -> UInt64 {
        let block = memory.allocate(form.layout.size, alignment: form.layout.alignment)
        try store(value, form, in: block)
        return UInt64(block.address)
    }

    private mutating func store(_ value: PlanValue, _ form: any CrossingForm, in block: PlanMemory.Block) throws {
        switch value {
        case .leaf(let slots): try store(slots, form, in: block)
        case .bytes, .items: try store(lower(value, form), form, in: block)
        case .view(let owner, let bytes): try storeView([owner] + spill(bytes, form), in: block)
        case .fields(let values):
            for (value, part) in zip(values, form.parts) {
                try store(value, part.crossing.form, in: block.part(at: part.offset, part.crossing.layout))
            }
        case .maybe(let value): try storeMaybe(value, form, in: block)
        case .choice(let index, let value):
            let part = form.parts[index]
            try memory.write(UInt64(index), size: 4, at: 0, in: block)
            try store(value, part.crossing.form, in: block.part(at: part.offset, part.crossing.layout))
        }
    }

    private mutating func storeMaybe(_ value: PlanValue?, _ form: any CrossingForm, in block: PlanMemory.Block) throws {
        let part = form.parts[0]
        if part.isFlagged {
            try memory.write(value == nil ? 0 : 1, size: 4, at: 0, in: block)
            guard let value else { return }
            return try store(value, part.crossing.form, in: block.part(at: part.offset, part.crossing.layout))
        }
        if part.crossing.form.reference == .view {
            guard let value else { return try storeView([0, 0, 0], in: block) }
            return try store(value, part.crossing.form, in: block)
        }
        let slots = try lower(.maybe(value), form)
        try store(slots, try representation(form) == .notANumber ? form : part.crossing.form, in: block)
    }

    func load(_ form: any CrossingForm, _ block: PlanMemory.Block) throws -> PlanValue {
        if form.nullable != nil { return .maybe(try loadMaybe(form, block)) }
        if form.reference == .view {
            let words = try viewWords(block)
            return .view(owner: words[0], try bytes(Array(words.dropFirst()), form))
        }
        guard let part = form.parts.first, part.count != .any else { return try lift(slots(form, block), form) }
        if form.isChoice {
            let index = Int(try memory.read(size: 4, at: 0, in: block))
            let part = form.parts[index]
            return .choice(index, try load(part.crossing.form, block.part(at: part.offset, part.crossing.layout)))
        }
        return .fields(try form.parts.map { try load($0.crossing.form, block.part(at: $0.offset, $0.crossing.layout)) })
    }

    private func loadMaybe(_ form: any CrossingForm, _ block: PlanMemory.Block) throws -> PlanValue? {
        let part = form.parts[0]
        guard part.isFlagged else {
            if part.crossing.form.reference == .view {
                return try viewWords(block)[1] == 0 ? nil : try load(part.crossing.form, block)
            }
            let isNumber = try representation(form) == .notANumber
            return try liftMaybe(slots(isNumber ? form : part.crossing.form, block), form)
        }
        guard try memory.read(size: 4, at: 0, in: block) != 0 else { return nil }
        return try load(part.crossing.form, block.part(at: part.offset, part.crossing.layout))
    }

    // MARK: Slots in memory

    /// Numbers of up to 32 bits are stored in their own width, other slots one behind the other.
    private mutating func store(_ slots: [UInt64], _ form: any CrossingForm, in block: PlanMemory.Block) throws {
        if let scalar = form.scalar { return try memory.write(slots[0], size: scalar.size, at: 0, in: block) }
        try store(slots, at: form.slotOffsets, form.slots.map(\.type), in: block)
    }

    private mutating func store(_ slots: [UInt64], at offsets: [Int], _ types: [CoreType], in block: PlanMemory.Block) throws {
        for ((bits, offset), type) in zip(zip(slots, offsets), types) {
            try memory.write(bits, size: type.size, at: offset, in: block)
        }
    }

    /// A view is stored behind its owner: three words, of which the address is 0 where there is none.
    private mutating func storeView(_ words: [UInt64], in block: PlanMemory.Block) throws {
        try store(words, at: [0, 4, 8], [.i32, .i32, .i32], in: block)
    }

    private func viewWords(_ block: PlanMemory.Block) throws -> [UInt64] {
        try [0, 4, 8].map { try memory.read(size: 4, at: $0, in: block) }
    }

    private func slots(_ form: any CrossingForm, _ block: PlanMemory.Block) throws -> [UInt64] {
        guard let scalar = form.scalar else {
            return form.isFieldless ? form.slots.map { _ in 0 } : try stored(form, block)
        }
        let bits = try memory.read(size: scalar.size, at: 0, in: block)
        switch scalar {
        case .int8: return [UInt64(UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: bits))))]
        case .int16: return [UInt64(UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: bits))))]
        case .uint8, .uint16, .float16, .int32, .uint32, .float32, .float64, .int64, .uint64: return [bits]
        }
    }

    private func stored(_ form: any CrossingForm, _ block: PlanMemory.Block) throws -> [UInt64] {
        try zip(form.slots, form.slotOffsets).map { try memory.read(size: $0.type.size, at: $1, in: block) }
    }

    // MARK: Blocks

    private mutating func spill(_ bytes: [UInt8], _ form: any CrossingForm) throws -> [UInt64] {
        let size = form.unitSize
        let block = memory.allocate(bytes.count, alignment: size)
        for (index, byte) in bytes.enumerated() { try memory.write(UInt64(byte), size: 1, at: index, in: block) }
        return [UInt64(block.address), UInt64(bytes.count / size)]
    }

    private func bytes(_ slots: [UInt64], _ form: any CrossingForm) throws -> [UInt8] {
        let count = Int(slots[1]) * form.unitSize
        let block = try memory.block(at: slots[0], size: count)
        return try (0..<count).map { UInt8(try memory.read(size: 1, at: $0, in: block)) }
    }

    private mutating func spill(_ items: [[PlanValue]], _ form: any CrossingForm) throws -> [UInt64] {
        let alignment = form.parts.map(\.crossing.layout.alignment).max() ?? 1
        let block = memory.allocate(items.count * form.itemStride, alignment: alignment)
        for (index, item) in items.enumerated() {
            let place = try block.part(at: index * form.itemStride, Layout(size: form.itemStride, alignment: alignment))
            for (value, part) in zip(item, form.parts) {
                try store(value, part.crossing.form, in: place.part(at: part.offset, part.crossing.layout))
            }
        }
        return [UInt64(block.address), UInt64(items.count)]
    }

    private func items(_ slots: [UInt64], _ form: any CrossingForm) throws -> [[PlanValue]] {
        let block = try memory.block(at: slots[0], size: Int(slots[1]) * form.itemStride)
        return try (0..<Int(slots[1])).map { index in
            let place = try block.part(at: index * form.itemStride, Layout(size: form.itemStride, alignment: 1))
            return try form.parts.map { try load($0.crossing.form, place.part(at: $0.offset, $0.crossing.layout)) }
        }
    }

    // MARK: Absence

    private func representation(_ form: any CrossingForm) throws -> NullableCrossing.Representation {
        guard let nullable = form.nullable else { throw PlanFault("\(form.spelling) cannot be absent") }
        return nullable.representation
    }

    /// A slot of what is absent.
    private func absentBits(_ type: CoreType, _ form: any CrossingForm) -> UInt64 {
        switch form.nullable?.representation {
        case .sentinel: type.size == 4 ? UInt64(UInt32.max) : UInt64.max
        case .notANumber: Double.nan.bitPattern
        case .zero, .zeroAddress, .address, .flag, nil: 0
        }
    }

    /// The f64 of an integer of up to 32 bits.
    private func number(_ slots: [UInt64], _ form: any CrossingForm) throws -> UInt64 {
        guard slots.count == 1, form.slots[0].type == .i32, let scalar = form.scalar else {
            throw PlanFault("\(form.spelling) is no integer, so NaN cannot stand for its absence")
        }
        let bits = UInt32(truncatingIfNeeded: slots[0])
        return (scalar == .uint32 ? Double(bits) : Double(Int32(bitPattern: bits))).bitPattern
    }
}

extension CrossingForm {
    /// True for a dictionary without members.
    var isFieldless: Bool { parts.isEmpty && layout.size == 0 && !slots.isEmpty }
    /// Whether a value has one of the parts, behind its index.
    var isChoice: Bool { nullable == nil && parts.contains { $0.count == .oneOrNone } }
    /// The bytes of one of what the second slot counts.
    var unitSize: Int { (self as? BufferCrossing)?.scalar.size ?? 1 }
    /// The distance between two elements.
    var itemStride: Int { (self as? SequenceCrossing)?.stride ?? (self as? RecordCrossing)?.stride ?? 0 }
}
