import BindgenABI

/// A value, apart from how it crosses.
indirect enum PlanValue: Equatable, Sendable {
    /// A value without parts: the bits of its flat form, one number for each slot.
    case leaf([UInt64])
    /// The bytes of a string or of a typed array.
    case bytes([UInt8])
    /// Storage of Swift's, with the object that owns it.
    case view(owner: UInt64, [UInt8])
    /// One value of each part: the members of a dictionary.
    case fields([PlanValue])
    /// Any number of values of each part: the elements of a sequence, or the keys and values of a record.
    case items([[PlanValue]])
    case maybe(PlanValue?)
    /// A value of one of the parts, by its index: a union.
    case choice(Int, PlanValue)

    /// The leaves of it that are references, in the order of the parts. Views have their owner.
    func references(of form: any CrossingForm) -> [UInt64] {
        switch self {
        case .leaf(let slots): form.reference == nil ? [] : slots
        case .view(let owner, _): [owner]
        case .bytes: []
        case .fields(let values): zip(values, form.parts).flatMap { $0.references(of: $1.crossing.form) }
        case .items(let items): items.flatMap { zip($0, form.parts).flatMap { $0.references(of: $1.crossing.form) } }
        case .choice(let index, let value): value.references(of: form.parts[index].crossing.form)
        case .maybe(let value): value?.references(of: form.parts[0].crossing.form) ?? []
        }
    }
}

/// What a plan says that cannot be.
struct PlanFault: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Linear memory that notes each byte: none is written twice, read before it was written, or outside of its block.
struct PlanMemory {
    /// A stored form, or the elements of a sequence.
    struct Block {
        var address: Int
        var size: Int

        /// The block of a part.
        func part(at offset: Int, _ layout: Layout) throws -> Block {
            guard offset >= 0, offset + layout.size <= size else {
                throw PlanFault("a part of \(layout.size) bytes at \(offset) ends outside of its \(size) bytes")
            }
            guard (address + offset) % layout.alignment == 0 else {
                throw PlanFault("a part at \(offset) is not aligned to \(layout.alignment)")
            }
            return Block(address: address + offset, size: layout.size)
        }
    }

    /// Nothing has the address 0, which stands for what is absent.
    private var bytes: [UInt8?] = Array(repeating: nil, count: 16)

    mutating func allocate(_ size: Int, alignment: Int) -> Block {
        while bytes.count % alignment != 0 { bytes.append(nil) }
        let block = Block(address: bytes.count, size: size)
        // A byte between two blocks keeps empty ones apart.
        bytes += Array(repeating: nil, count: size + 1)
        return block
    }

    /// A block of a size that a slot or a stored form points to.
    func block(at address: UInt64, size: Int) throws -> Block {
        guard address != 0, Int(address) + size <= bytes.count else {
            throw PlanFault("\(address) is no address of \(size) bytes")
        }
        return Block(address: Int(address), size: size)
    }

    mutating func write(_ bits: UInt64, size: Int, at offset: Int, in block: Block) throws {
        let place = try block.part(at: offset, Layout(size: size, alignment: size)).address
        for index in 0..<size {
            guard bytes[place + index] == nil else {
                throw PlanFault("the byte at \(offset + index) of a block is written twice")
            }
            bytes[place + index] = UInt8(truncatingIfNeeded: bits >> (8 * UInt64(index)))
        }
    }

    func read(size: Int, at offset: Int, in block: Block) throws -> UInt64 {
        let place = try block.part(at: offset, Layout(size: size, alignment: size)).address
        return try (0..<size).reduce(0) { bits, index in
            guard let byte = bytes[place + index] else {
                throw PlanFault("the byte at \(offset + index) of a block was not written")
            }
            return bits | UInt64(byte) << (8 * UInt64(index))
        }
    }
}
