/// One unit of `.debug_line`: a header with folders and files, and a program for a machine that writes rows (DWARF 5, 6.2.2 to 6.2.5).
struct LineProgram {
    struct Row {
        var address = 0
        /// As the program counts files: from 1 in DWARF 4, from 0 in DWARF 5; an index into `files` in either case.
        var file = 1
        var line = 1
        var column = 0
        var endsSequence = false
    }

    private(set) var files: [String] = []
    private var version = 0
    private var wordSize = 4
    private var minimumLength = 1
    private var lineBase = 0
    private var lineRange = 1
    private var opcodeBase = 1
    private var operandCounts: [UInt8] = []
    private var program: ByteReader
    private let strings: DebugStrings

    /// Reads the header; `reader` then stands behind the unit.
    init(_ reader: inout ByteReader, strings: DebugStrings) throws(WasmError) {
        self.strings = strings
        var length = try reader.number(4, "the length of a unit")
        if length == 0xFFFF_FFFF {
            wordSize = 8
            length = try reader.number(8, "the length of a unit")
        }
        program = try reader.part(length, place: "a unit of the line table")
        version = try program.number(2, "the version of a unit")
        guard (2...5).contains(version) else { throw program.error("line tables of version \(version) are not known") }
        // The sizes of an address and of a segment.
        if version >= 5 { try program.skip(2, "the size of an address") }
        let headerLength = try program.number(wordSize, "the length of a header")
        var header = try program.part(headerLength, place: "the header of a unit")
        try readParameters(&header)
        if version >= 5 { try readEntries(&header) } else { try readLists(&header) }
    }

    private mutating func readParameters(_ header: inout ByteReader) throws(WasmError) {
        minimumLength = Int(try header.byte("the length of an instruction"))
        if version >= 4 { try header.skip(1, "the operations of an instruction") }
        try header.skip(1, "a default")
        lineBase = Int(Int8(bitPattern: try header.byte("the base of lines")))
        lineRange = Int(try header.byte("the range of lines"))
        opcodeBase = Int(try header.byte("the base of opcodes"))
        guard lineRange > 0, opcodeBase > 0 else { throw header.error("a range of lines is empty") }
        for _ in 1..<max(opcodeBase, 1) { operandCounts.append(try header.byte("the operands of an opcode")) }
    }

    /// DWARF 4 and before: texts that end with a 0, lists that end with an empty text. The folder 0 is that of the compilation.
    private mutating func readLists(_ header: inout ByteReader) throws(WasmError) {
        var folders = [""]
        while true {
            let folder = try header.terminated("a folder")
            if folder.isEmpty { break }
            folders.append(folder)
        }
        files = [""]
        while true {
            let file = try header.terminated("a file")
            if file.isEmpty { return }
            let folder = try header.u32("the folder of a file")
            _ = try header.u64("the time of a file")
            _ = try header.u64("the length of a file")
            files.append(Self.path(file, in: folder, of: folders))
        }
    }

    /// DWARF 5: entries that say of themselves of which they consist.
    private mutating func readEntries(_ header: inout ByteReader) throws(WasmError) {
        let folders = try readTable(&header).map(\.path)
        let root = folders.first ?? ""
        files = try readTable(&header).map { file in
            let path = Self.path(file.path, in: file.folder, of: folders)
            return path.hasPrefix("/") || root.isEmpty ? path : root + "/" + path
        }
    }

    private func readTable(_ header: inout ByteReader) throws(WasmError) -> [(path: String, folder: Int)] {
        var format: [(content: Int, form: Int)] = []
        for _ in 0..<(try header.byte("the number of a table's columns")) {
            let content = try header.u32("a column")
            format.append((content, try header.u32("the form of a column")))
        }
        let count = try header.count("entries")
        var entries: [(path: String, folder: Int)] = []
        for _ in 0..<count {
            var entry = (path: "", folder: 0)
            for column in format {
                let value = try read(form: column.form, &header)
                switch column.content {
                case 1: entry.path = value.text
                case 2: entry.folder = value.number
                default: break
                }
            }
            entries.append(entry)
        }
        return entries
    }

    /// The forms that DWARF 5 allows in these tables (6.2.4.1).
    private func read(form: Int, _ header: inout ByteReader) throws(WasmError) -> (text: String, number: Int) {
        switch form {
        case 0x08: return (try header.terminated("a path"), 0)
        case 0x0E, 0x1F:
            let offset = try header.number(wordSize, "the place of a path")
            return (try strings.text(at: offset, inLines: form == 0x1F), 0)
        case 0x0B: return ("", try header.number(1, "a number"))
        case 0x05: return ("", try header.number(2, "a number"))
        case 0x06: return ("", try header.number(4, "a number"))
        case 0x07: return ("", try header.number(8, "a number"))
        case 0x0F: return ("", try header.u32("a number"))
        case 0x1E: try header.skip(16, "a digest")
        case 0x09: try header.skip(try header.u32("the length of a block"), "a block")
        default: throw header.error("the form \(form) is not known in a line table")
        }
        return ("", 0)
    }

    private static func path(_ file: String, in folder: Int, of folders: [String]) -> String {
        guard !file.hasPrefix("/"), folders.indices.contains(folder), !folders[folder].isEmpty else { return file }
        return folders[folder].hasSuffix("/") ? folders[folder] + file : folders[folder] + "/" + file
    }

    // MARK: - The program

    /// Runs the program. Each sequence is a run of instructions with rising addresses; its last row says where it ends.
    mutating func sequences() throws(WasmError) -> [[Row]] {
        var sequences: [[Row]] = []
        var rows: [Row] = []
        var row = Row()
        while !program.isAtEnd {
            let opcode = Int(try program.byte("an opcode"))
            if opcode >= opcodeBase {
                let step = opcode - opcodeBase
                row.address &+= step / lineRange &* minimumLength
                row.line &+= lineBase + step % lineRange
                rows.append(row)
            } else if opcode == 0 {
                try runExtended(&row)
                if row.endsSequence {
                    sequences.append(rows + [row])
                    (rows, row) = ([], Row())
                }
            } else if try runStandard(opcode, &row) {
                rows.append(row)
            }
        }
        return sequences
    }

    /// Opcodes with operands of their own length (6.2.5.3).
    private mutating func runExtended(_ row: inout Row) throws(WasmError) {
        var operands = try program.part(try program.u32("the length of an opcode"), place: "an extended opcode")
        switch try operands.byte("an extended opcode") {
        case 1: row.endsSequence = true
        case 2: row.address = try operands.number(operands.remaining, "an address")
        case 3:
            let file = try operands.terminated("a file")
            files.append(file)
        default: break
        }
    }

    /// Returns whether the opcode wrote a row (6.2.5.2).
    private mutating func runStandard(_ opcode: Int, _ row: inout Row) throws(WasmError) -> Bool {
        switch opcode {
        case 1: return true
        case 2: row.address &+= try program.u32("an advance") &* minimumLength
        case 3: row.line &+= Int(try program.signed(bits: 64, "an advance of the line"))
        case 4: row.file = try program.u32("a file")
        case 5: row.column = try program.u32("a column")
        case 8: row.address &+= (255 - opcodeBase) / lineRange &* minimumLength
        case 9: row.address &+= try program.number(2, "an advance")
        case 6, 7, 10, 11: break
        default:
            for _ in 0..<operandCounts[opcode - 1] { _ = try program.u64("an operand") }
        }
        return false
    }
}

extension ByteReader {
    /// A number of so many bytes, the lowest first.
    mutating func number(_ count: Int, _ what: String) throws(WasmError) -> Int {
        var result: UInt64 = 0
        for index in 0..<count {
            let byte = UInt64(try byte(what))
            if index < 8 { result |= byte << UInt64(index * 8) }
        }
        guard let number = Int(exactly: result) else { throw error("\(what) is too large") }
        return number
    }

    /// Text that ends with a byte of 0.
    mutating func terminated(_ what: String) throws(WasmError) -> String {
        let start = position
        while try byte(what) != 0 {}
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
}
