/// The checks of Swift's that can fail without a word: the compiler notes each as an inlined function with a name such as
/// `Swift runtime failure: arithmetic overflow`, and where in the source it is (DWARF 5, 3.3.8.2).
struct RuntimeFailures {
    struct Place {
        /// Relative to the code section's contents.
        var addresses: Range<Int>
        /// As the line program of the unit counts files.
        var file: Int
        var line: Int
        var column: Int
        var reason: String
    }

    /// The places by the offset of the unit's program in `.debug_line`.
    private(set) var places: [Int: [Place]] = [:]

    private static let prefix = "Swift runtime failure: "
    private let module: WasmModule
    private let strings: DebugStrings
    private let abbreviations: Range<Int>
    private let ranges: Range<Int>
    private var reasons: [Int: String] = [:]

    init(_ module: WasmModule, strings: DebugStrings) throws(WasmError) {
        self.module = module
        self.strings = strings
        func contents(_ name: String) -> Range<Int> { module.customSections(name).first?.contents ?? 0..<0 }
        (abbreviations, ranges) = (contents(".debug_abbrev"), contents(".debug_ranges"))
        let section = contents(".debug_info")
        var reader = ByteReader(module.bytes, section, place: ".debug_info")
        var found: [(unit: DebugUnit, entry: DebugEntry)] = []
        while !reader.isAtEnd {
            var unit = try DebugUnit(&reader, section: section, module: module, abbreviations: abbreviations, strings: strings)
            while let entry = try unit.next() {
                if let name = entry.name, name.hasPrefix(Self.prefix) {
                    reasons[entry.offset] = String(name.dropFirst(Self.prefix.count))
                }
                if entry.isInlined, entry.line > 0, reasons[entry.origin] != nil || entry.origin > entry.offset {
                    found.append((unit, entry))
                }
            }
        }
        for (unit, entry) in found { try note(entry, of: unit) }
    }

    private mutating func note(_ entry: DebugEntry, of unit: DebugUnit) throws(WasmError) {
        guard let reason = reasons[entry.origin], let program = unit.lineProgram else { return }
        for addresses in try addressRanges(of: entry, in: unit) where !addresses.isEmpty {
            places[program, default: []].append(
                Place(addresses: addresses, file: entry.file, line: entry.line, column: entry.column, reason: reason))
        }
    }

    /// Of DWARF 4, which Swift writes for wasm; a list of DWARF 5 is left out.
    private func addressRanges(of entry: DebugEntry, in unit: DebugUnit) throws(WasmError) -> [Range<Int>] {
        if let low = entry.low, let length = entry.length, low > 0 { return [low..<low &+ max(length, 0)] }
        guard let start = entry.ranges, unit.version < 5 else { return [] }
        var reader = ByteReader(module.bytes, ranges, place: ".debug_ranges")
        try reader.skip(start, "a list of ranges")
        var (list, base): ([Range<Int>], Int) = ([], unit.base)
        while true {
            let (low, high) = (try reader.number(4, "an address"), try reader.number(4, "an address"))
            if low == 0, high == 0 { return list }
            if low == 0xFFFF_FFFF {
                base = high
            } else if low < high, base + low > 0 {
                list.append(base + low..<base + high)
            }
        }
    }
}

/// An entry of `.debug_info`, as far as it is of use here.
struct DebugEntry {
    var offset: Int
    var isInlined: Bool
    var isUnit: Bool
    var name: String?
    var origin = 0
    var low: Int?
    var length: Int?
    var ranges: Int?
    var file = 0
    var line = 0
    var column = 0
    var lineProgram: Int?
}
