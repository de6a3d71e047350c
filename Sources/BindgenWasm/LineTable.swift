/// Which line of which source each instruction comes from, read from DWARF's `.debug_line` (DWARF 5, 6.2; DWARF 4 has the same form
/// with another header).
package struct LineTable: Sendable {
    package struct Row: Equatable, Sendable {
        /// Where the instruction stands in the bytes of the module.
        package var offset: Int
        /// An index into `files`; nil where no source stands behind the instructions, from here to the next row.
        package var file: Int?
        /// Lines and columns count from 1; a column of 0 is not known.
        package var line: Int
        package var column: Int
        /// Why Swift stops, where the instructions do nothing else.
        package var failure: String?

        /// A place without a source.
        package init(endAt offset: Int) {
            self.init(offset: offset, file: nil, line: 0, column: 0)
        }

        package init(offset: Int, file: Int?, line: Int, column: Int, failure: String? = nil) {
            (self.offset, self.file, self.line, self.column, self.failure) = (offset, file, line, column, failure)
        }
    }

    /// Paths as the compiler noted them, joined with their folder.
    package private(set) var files: [String] = []
    /// By offset, one for each.
    package private(set) var rows: [Row] = []
    private var indices: [String: Int] = [:]

    /// The table of a module; nil where it has no `.debug_line`.
    package init?(_ module: WasmModule) throws(WasmError) {
        guard let section = module.customSections(".debug_line").first,
            let code = module.sections.first(where: { $0.kind == .code })
        else { return nil }
        let strings = DebugStrings(module)
        // What is wrong with `.debug_info` takes nothing from the lines.
        let failures = (try? RuntimeFailures(module, strings: strings))?.places ?? [:]
        var sequences: [[Row]] = []
        var reader = ByteReader(module.bytes, section.contents, place: "the line table")
        while !reader.isAtEnd {
            let start = reader.position - section.contents.lowerBound
            var program = try LineProgram(&reader, strings: strings)
            let found = try program.sequences()
            let numbers = program.files.map { number(of: $0) }
            let rows = found.map { Self.rows(of: $0, numbers, code: code.contents) }.filter { !$0.isEmpty }
            sequences += Self.explained(rows, by: failures[start] ?? [], numbers, code: code.contents)
        }
        // A function that several files had is told of in several sequences: the first is that of the copy which the linker took.
        let order = sequences.indices.sorted { (sequences[$0][0].offset, $0) < (sequences[$1][0].offset, $1) }
        for sequence in order.map({ sequences[$0] }) {
            if let end = rows.last?.offset, sequence[0].offset < end { continue }
            for row in sequence { append(row) }
        }
    }

    /// The rows with the places of Swift's own checks, which the line table has no line for.
    private static func explained(
        _ sequences: [[Row]], by failures: [RuntimeFailures.Place], _ numbers: [Int], code: Range<Int>
    ) -> [[Row]] {
        if failures.isEmpty { return sequences }
        let failures = failures.sorted { $0.addresses.lowerBound < $1.addresses.lowerBound }
        return sequences.map { sequence in
            var result: [Row] = []
            for (row, next) in zip(sequence, sequence.dropFirst()) {
                result.append(row)
                guard row.file == nil else { continue }
                let addresses = row.offset - code.lowerBound..<max(row.offset, next.offset) - code.lowerBound
                for place in places(in: addresses, of: failures) where numbers.indices.contains(place.file) {
                    let offset = code.lowerBound + max(place.addresses.lowerBound, addresses.lowerBound)
                    var row = Row(offset: offset, file: numbers[place.file], line: place.line, column: place.column)
                    row.failure = place.reason
                    result.append(row)
                    if place.addresses.upperBound < addresses.upperBound {
                        result.append(Row(endAt: code.lowerBound + place.addresses.upperBound))
                    }
                }
            }
            return result + sequence.suffix(1)
        }
    }

    /// The places that share bytes with a range, of a list that is in order.
    private static func places(
        in addresses: Range<Int>, of failures: [RuntimeFailures.Place]
    ) -> ArraySlice<RuntimeFailures.Place> {
        var (low, high) = (0, failures.count)
        while low < high {
            let middle = (low + high) / 2
            if failures[middle].addresses.upperBound <= addresses.lowerBound { low = middle + 1 } else { high = middle }
        }
        return failures[low...].prefix { $0.addresses.lowerBound < addresses.upperBound }
    }

    private mutating func number(of file: String) -> Int {
        if let known = indices[file] { return known }
        files.append(file)
        indices[file] = files.count - 1
        return files.count - 1
    }

    /// The linker gives the sequences of functions that it dropped the address 0, or one beyond the code: where no function stands.
    private static func rows(of sequence: [LineProgram.Row], _ numbers: [Int], code: Range<Int>) -> [Row] {
        guard let first = sequence.first, first.address > 0 else { return [] }
        var rows: [Row] = []
        for row in sequence {
            guard row.address >= first.address, row.address <= code.count else { return [] }
            let offset = code.lowerBound + row.address
            let isLine = !row.endsSequence && (1...Int(Int32.max)).contains(row.line)
            if isLine, numbers.indices.contains(row.file) {
                rows.append(Row(offset: offset, file: numbers[row.file], line: row.line, column: row.column))
            } else {
                rows.append(Row(endAt: offset))
            }
        }
        return rows
    }

    /// Of rows at one place the last counts, and one that says what the row before it said is left out.
    private mutating func append(_ row: Row) {
        if let last = rows.last, last.offset >= row.offset { rows.removeLast() }
        if var last = rows.last {
            last.offset = row.offset
            if last == row { return }
        }
        rows.append(row)
    }

    /// The row that holds at a place, or nil where none does.
    package func row(at offset: Int) -> Row? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && rows[low - 1].file != nil ? rows[low - 1] : nil
    }
}

/// The sections of text that the line table refers to.
struct DebugStrings {
    private let bytes: [UInt8]
    private let lines: Range<Int>
    private let others: Range<Int>

    init(_ module: WasmModule) {
        bytes = module.bytes
        lines = module.customSections(".debug_line_str").first?.contents ?? 0..<0
        others = module.customSections(".debug_str").first?.contents ?? 0..<0
    }

    func text(at offset: Int, inLines: Bool) throws(WasmError) -> String {
        let section = inLines ? lines : others
        var reader = ByteReader(bytes, section, place: inLines ? ".debug_line_str" : ".debug_str")
        try reader.skip(offset, "a string")
        return try reader.terminated("a string")
    }
}
