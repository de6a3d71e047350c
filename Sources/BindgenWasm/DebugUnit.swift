/// A unit of `.debug_info`, whose entries are read one after the other (DWARF 5, 7.5).
struct DebugUnit {
    private(set) var version = 0
    /// The place of its program in `.debug_line`.
    private(set) var lineProgram: Int?
    /// The address from which its ranges count.
    private(set) var base = 0

    private typealias Attribute = (name: Int, form: Int, constant: Int)

    private var reader: ByteReader
    private let strings: DebugStrings
    /// Where the unit begins, and from where offsets in the section count.
    private let start: Int
    private let section: Int
    private var wordSize = 4
    private var addressSize = 4
    private var shapes: [Int: (tag: Int, attributes: [Attribute])] = [:]

    /// Reads the head; `reader` then stands behind the unit.
    init(
        _ reader: inout ByteReader, section: Range<Int>, module: WasmModule, abbreviations: Range<Int>, strings: DebugStrings
    ) throws(WasmError) {
        self.strings = strings
        self.section = section.lowerBound
        start = reader.position
        var length = try reader.number(4, "the length of a unit")
        if length == 0xFFFF_FFFF {
            wordSize = 8
            length = try reader.number(8, "the length of a unit")
        }
        self.reader = try reader.part(length, place: "a unit of .debug_info")
        version = try self.reader.number(2, "the version of a unit")
        guard (2...5).contains(version) else { throw self.reader.error("units of version \(version) are not known") }
        let table: Int
        if version >= 5 {
            let kind = try self.reader.byte("the kind of a unit")
            addressSize = Int(try self.reader.byte("the size of an address"))
            table = try self.reader.number(wordSize, "the place of a table")
            // Units of types, and halves of units, have further words.
            if kind == 2 || kind == 6 { try self.reader.skip(8 + wordSize, "a signature") }
            if kind == 4 || kind == 5 { try self.reader.skip(8, "an identity") }
        } else {
            table = try self.reader.number(wordSize, "the place of a table")
            addressSize = Int(try self.reader.byte("the size of an address"))
        }
        try readShapes(ByteReader(module.bytes, abbreviations, place: ".debug_abbrev"), at: table)
    }

    private mutating func readShapes(_ reader: ByteReader, at table: Int) throws(WasmError) {
        var reader = reader
        try reader.skip(table, "a table")
        while true {
            let code = try reader.u32("a code")
            if code == 0 { return }
            let tag = try reader.u32("a tag")
            try reader.skip(1, "whether there are children")
            var attributes: [Attribute] = []
            while true {
                let (name, form) = (try reader.u32("an attribute"), try reader.u32("a form"))
                // DW_FORM_implicit_const has its value here.
                let constant = form == 0x21 ? Int(try reader.signed(bits: 64, "a constant")) : 0
                if name == 0, form == 0 { break }
                attributes.append((name, form, constant))
            }
            shapes[code] = (tag, attributes)
        }
    }

    /// The next entry, whatever its depth; nil behind the last.
    mutating func next() throws(WasmError) -> DebugEntry? {
        while !reader.isAtEnd {
            let offset = reader.position - section
            let code = try reader.u32("the code of an entry")
            if code == 0 { continue }
            guard let shape = shapes[code] else { throw reader.error("the code \(code) is not in the table") }
            var entry = DebugEntry(offset: offset, isInlined: shape.tag == 0x1D, isUnit: shape.tag == 0x11)
            // Names are those of functions only: there are many others.
            let isNamed = shape.tag == 0x2E
            for attribute in shape.attributes {
                try read(attribute, isNamed: isNamed, &entry)
            }
            if entry.isUnit { (lineProgram, base) = (entry.lineProgram, entry.low ?? 0) }
            return entry
        }
        return nil
    }

    private mutating func read(_ attribute: Attribute, isNamed: Bool, _ entry: inout DebugEntry) throws(WasmError) {
        switch attribute.name {
        case 0x03 where isNamed: entry.name = try text(attribute.form)
        case 0x10: entry.lineProgram = try value(attribute)
        case 0x11: entry.low = try value(attribute)
        case 0x12:
            let end = try value(attribute)
            // An address where it has an address's form, else a length.
            entry.length = attribute.form == 0x01 ? end - (entry.low ?? 0) : end
        case 0x31:
            let origin = try value(attribute)
            entry.origin = attribute.form == 0x10 ? origin : start - section + origin
        case 0x55: entry.ranges = try value(attribute)
        case 0x57: entry.column = try value(attribute)
        case 0x58: entry.file = try value(attribute)
        case 0x59: entry.line = try value(attribute)
        default: _ = try value(attribute)
        }
    }

    private mutating func text(_ form: Int) throws(WasmError) -> String? {
        switch form {
        case 0x08: return try reader.terminated("a name")
        case 0x0E, 0x1F: return try strings.text(at: try reader.number(wordSize, "the place of a name"), inLines: form == 0x1F)
        default:
            _ = try value((0, form, 0))
            return nil
        }
    }

    /// The value of an attribute, where it is a number that fits; of all others the bytes are skipped (DWARF 5, 7.5.6).
    private mutating func value(_ attribute: Attribute) throws(WasmError) -> Int {
        switch attribute.form {
        case 0x01: return try reader.number(addressSize, "an address")
        case 0x0B, 0x11, 0x0C, 0x25, 0x29: return try reader.number(1, "a value")
        case 0x05, 0x12, 0x26, 0x2A: return try reader.number(2, "a value")
        case 0x27, 0x2B: return try reader.number(3, "a value")
        case 0x06, 0x13, 0x1C, 0x28, 0x2C: return try reader.number(4, "a value")
        case 0x07, 0x14, 0x20, 0x24: try reader.skip(8, "a value")
        case 0x0E, 0x17, 0x1F, 0x1D, 0x10: return try reader.number(wordSize, "a place")
        case 0x0D: return Int(try reader.signed(bits: 64, "a value"))
        case 0x0F, 0x15, 0x1A, 0x1B, 0x22, 0x23: return Int(truncatingIfNeeded: try reader.u64("a value"))
        case 0x19: return 1
        case 0x21: return attribute.constant
        case 0x1E: try reader.skip(16, "a value")
        case 0x08: _ = try reader.terminated("a text")
        case 0x09, 0x18: try reader.skip(try reader.u32("the length of a block"), "a block")
        case 0x0A: try reader.skip(try reader.number(1, "the length of a block"), "a block")
        case 0x03: try reader.skip(try reader.number(2, "the length of a block"), "a block")
        case 0x04: try reader.skip(try reader.number(4, "the length of a block"), "a block")
        case 0x16: return try value((attribute.name, try reader.u32("a form"), 0))
        default: throw reader.error("the form \(attribute.form) is not known")
        }
        return 0
    }
}
