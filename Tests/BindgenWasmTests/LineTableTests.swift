import BindgenWasm
import Testing

/// Line tables by hand. Those of the compiler are compared with what LLVM says of them in `Tests/run build`.
@Suite struct LineTableTests {
    private static func word(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

    /// A unit: its header, by which `lineBase` is -1 and `lineRange` 4, and its program.
    private static func unit(version: UInt8, tables: [UInt8], program: [UInt8]) -> [UInt8] {
        let operands: [UInt8] = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1]
        let header = [1, 1, 1, 0xFF, 4, UInt8(operands.count + 1)] + operands + tables
        let body = [version, 0] + (version >= 5 ? [4, 0] : []) + word(header.count) + header + program
        return word(body.count) + body
    }

    private static func address(_ number: Int) -> [UInt8] { [0, 5, 2] + word(number) }
    private static let end: [UInt8] = [0, 1, 1]

    /// A module with 64 bytes of code in two functions, which stand at 0x0B in it.
    private static func module(_ sections: [(name: String, contents: [UInt8])]) throws -> WasmModule {
        let bodies = SampleModule.list([
            SampleModule.body([0], Array(repeating: 0x01, count: 28) + [0x0B]),
            SampleModule.body([0], Array(repeating: 0x01, count: 30) + [0x0B]),
        ])
        var bytes = SampleModule.preamble + SampleModule.section(1, SampleModule.list([[0x60, 0, 0]]))
        bytes += SampleModule.section(3, SampleModule.list([[0], [0]])) + SampleModule.section(10, bodies)
        for section in sections { bytes += SampleModule.custom(section.name, section.contents) }
        return try WasmModule(bytes)
    }

    private func codeStart(_ module: WasmModule) throws -> Int {
        try #require(module.sections.first { $0.kind == .code }).contents.lowerBound
    }

    /// Three rows: line 3; 2 bytes on, line 4; and 6 bytes on the end.
    private static let program: [UInt8] =
        address(2) + [3, 2, 1] + [5, 7] + [UInt8(13 + 2 * 4 + 2)] + [2, 6] + end

    @Test("a table of DWARF 4")
    func version4() throws {
        let files = Self.text("a.swift") + [1, 0, 0] + Self.text("/q/b.swift") + [0, 0, 0] + [0]
        let tables = Self.text("/p/Sources") + [0] + files
        let module = try Self.module([(".debug_line", Self.unit(version: 4, tables: tables, program: Self.program))])
        let table = try #require(try LineTable(module))
        let start = try codeStart(module)
        #expect(table.files.contains("/p/Sources/a.swift") && table.files.contains("/q/b.swift"))
        let file = table.files.firstIndex(of: "/p/Sources/a.swift")
        #expect(
            table.rows == [
                .init(offset: start + 2, file: file, line: 3, column: 0),
                .init(offset: start + 4, file: file, line: 4, column: 7),
                .init(endAt: start + 10),
            ])
        #expect(table.row(at: start + 9)?.line == 4 && table.row(at: start + 10) == nil && table.row(at: start + 1) == nil)
    }

    @Test("a table of DWARF 5, whose paths stand in other sections")
    func version5() throws {
        let strings = Self.text("/p") + Self.text("Sources") + Self.text("a.swift")
        let folders: [UInt8] = [1, 1, 0x1F, 2] + Self.word(0) + Self.word(3)
        // A path, the number of a folder, and a digest.
        let files: [UInt8] = [3, 1, 0x1F, 2, 0x0B, 5, 0x1E, 2]
        let entry = Self.word(11) + [1] + Array(repeating: 0, count: 16)
        let unit = Self.unit(version: 5, tables: folders + files + entry + entry, program: Self.program)
        let module = try Self.module([(".debug_line", unit), (".debug_line_str", strings)])
        let table = try #require(try LineTable(module))
        #expect(table.files == ["/p/Sources/a.swift"])
        #expect(table.rows.map(\.line) == [3, 4, 0])
    }

    @Test("functions that the linker dropped, or took from elsewhere, have no rows")
    func droppedFunctions() throws {
        let tables: [UInt8] = [0] + Self.text("a.swift") + [0, 0, 0] + [0]
        let rows: [UInt8] = [1, 2, 6] + Self.end
        let program =
            Self.address(0) + rows + Self.address(0xFFFF_FFFF) + rows + Self.address(0x4000) + rows
            + Self.address(4) + [3, 9] + rows + Self.address(6) + [3, 50] + rows
        let module = try Self.module([(".debug_line", Self.unit(version: 4, tables: tables, program: program))])
        let table = try #require(try LineTable(module))
        #expect(table.rows.map(\.line) == [10, 0])
    }

    @Test("a broken table is an error with its place, and never a trap")
    func broken() throws {
        let tables: [UInt8] = [0] + Self.text("a.swift") + [0, 0, 0] + [0]
        let unit = Self.unit(version: 4, tables: tables, program: Self.program)
        for index in unit.indices {
            for value: UInt8 in [0x00, 0x01, 0x09, 0x7F, 0x80, 0xFF] {
                var bytes = unit
                bytes[index] = value
                let module = try Self.module([(".debug_line", bytes), (".debug_info", bytes), (".debug_abbrev", bytes)])
                _ = try? LineTable(module)
            }
            let module = try Self.module([(".debug_line", Array(unit[..<index]))])
            if index > 0 { #expect(throws: WasmError.self) { try LineTable(module) } }
        }
    }

    @Test("mappings are read as they were written")
    func mappings() {
        var map = SourceMap()
        map.add(offset: 5, source: 0, line: 1, column: 1)
        map.add(offset: 70_000, source: 2, line: 900, column: 3, name: 4)
        map.addEnd(offset: 70_001)
        map.add(offset: 70_002, source: 1, line: 1, column: 0)
        let rows = SourceMap.rows(map.mappings)
        #expect(
            rows == [
                .init(offset: 5, file: 0, line: 1, column: 1), .init(offset: 70_000, file: 2, line: 900, column: 3),
                .init(endAt: 70_001), .init(offset: 70_002, file: 1, line: 1, column: 1),
            ])
        #expect(SourceMap.rows("KAA") == nil && SourceMap.rows("K!AA") == nil)
    }
}
