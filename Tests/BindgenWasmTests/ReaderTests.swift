import BindgenWasm
import Testing

@Suite struct ReaderTests {
    private func read(_ bytes: [UInt8]) throws -> WasmModule { try WasmModule(bytes) }

    /// Why bytes are refused, or nil.
    private func refusal(_ bytes: [UInt8]) -> WasmError? {
        do {
            _ = try WasmModule(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("every section is read")
    func sections() throws {
        let module = try read(SampleModule.bytes)
        #expect(
            module.sections.map(\.name) == [
                "type", "import", "function", "table", "memory", "tag", "global", "export", "start", "element", "data count",
                "code", "data", "name", "producers", "target_features", ".debug_info",
            ])
        #expect(module.sections.last?.range.upperBound == SampleModule.bytes.count)
        let sum = module.sections.reduce(SampleModule.preamble.count) { $0 + $1.range.count }
        #expect(sum == SampleModule.bytes.count)
        #expect(
            module.imports.map { "\($0.module).\($0.name) \($0.type.kind.rawValue) \(module.describe($0.type))" } == [
                "env.f func (i32, i64) -> f32", "env.t table table of 2 externref", "env.g global mutable f64",
                "env.e tag () -> ()",
            ])
        #expect(
            module.exports.map { "\($0.name) \($0.kind.rawValue) \(module.describe($0))" } == [
                "pair func () -> (i32, i32)", "memory memory memory of 2 pages, at most 16", "count global mutable i32",
                "bindgen:1a2b func () -> ()",
            ])
        #expect(module.start == 2)
        #expect(module.tables.map(\.description) == ["table of 2 externref", "table of 1 funcref, at most 10"])
        #expect(module.elements.map(\.functions) == [[2], [1]])
        #expect(module.data.map(\.address) == [1024, nil])
        #expect(module.data.map(\.contents.count) == [3, 2])
    }

    @Test("function sizes add up to the code section")
    func functionSizes() throws {
        let module = try read(SampleModule.bytes)
        let code = try #require(module.sections.first { $0.kind == .code })
        // The number of functions takes one byte here.
        #expect(module.functions.reduce(1) { $0 + $1.entry.count } == code.contents.count)
        #expect(module.functions.map(\.entry.count) == [8, 56])
    }

    @Test("custom sections are read")
    func customSections() throws {
        let module = try read(SampleModule.bytes)
        let names = try #require(module.nameSection)
        #expect(names.module == "sample")
        #expect(names.functions == [1: "pair", 2: "go"])
        #expect(names.failure == nil)
        #expect(module.producers.map(\.field) == ["language"])
        #expect(module.producers.first?.values.map(\.name) == ["Swift", "C"])
        #expect(module.targetFeatures == ["simd128", "later-thing"])
        #expect(module.externalDebugInfo == nil)
        #expect(module.sections.filter(\.isDWARF).map(\.name) == [".debug_info"])
    }

    @Test("the code tells its features and calls")
    func code() throws {
        let scan = CodeScan(try read(SampleModule.bytes))
        #expect(scan.failure == nil)
        #expect(scan.bodies.map(\.references) == [[], [1]])
        #expect(scan.bodies.map(\.callsIndirectly) == [false, true])
        #expect(
            scan.features == [
                .mutableGlobals, .signExtension, .bulkMemory, .multivalue, .referenceTypes, .simd, .exceptionHandling,
                .extendedConstants,
            ])
    }

    @Test("what a later WebAssembly adds to the code leaves the rest readable")
    func laterInstructions() throws {
        let code = SampleModule.section(10, SampleModule.list([SampleModule.body([0x00], [0xE0, 0x0B])]))
        let module = try read(
            SampleModule.preamble + SampleModule.types + SampleModule.section(3, SampleModule.list([[2]])) + code)
        let scan = CodeScan(module)
        #expect(scan.failure?.message == "there is no instruction 0xe0")
        #expect(scan.failure?.offset == module.bytes.count - 2)
    }

    @Test("types of the garbage collection part are passed over")
    func aggregates() throws {
        let group: [UInt8] = [0x4E, 2, 0x50, 0, 0x5F, 2, 0x78, 1, 0x64, 0x6B, 0, 0x5E, 0x7F, 1]
        let function: [UInt8] = [0x60, 1, 0x63, 0x00, 1, 0x71]
        let module = try read(SampleModule.preamble + SampleModule.section(1, SampleModule.list([group, function])))
        #expect(module.types.count == 3)
        #expect(module.type(2)?.description == "((ref null 0)) -> nullref")
        #expect(CodeScan(module).features == [.garbageCollection, .functionReferences])
    }

    @Test(
        "foreign files are named",
        arguments: [
            ([], 0, "the file is empty"),
            ([0, 0x61, 0x73], 3, "the file ends within its first eight bytes"),
            (Array("<!DOCTYPE html>".utf8), 0, "this is HTML or XML (an error page of a server?), not a WebAssembly module"),
            (Array("\n  <html>".utf8), 0, "this is HTML or XML"),
            (Array("(module)".utf8), 0, "this is WebAssembly's text format"),
            (Array("Not found".utf8), 0, "this is text, not a WebAssembly module, which begins with the bytes 00 61 73 6d"),
            ([1, 2], 0, "this is not a WebAssembly module"),
            ([0x1F, 0x8B, 8, 0], 0, "this is compressed by gzip"),
            ([0, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0], 4, "this is a WebAssembly component, not a core module"),
            ([0, 0x61, 0x73, 0x6D, 2, 0, 0, 0], 4, "the binary format has version 1, this file 2"),
        ] as [([UInt8], Int, String)])
    func foreignFiles(bytes: [UInt8], offset: Int, message: String) {
        let error = refusal(bytes)
        #expect(error?.offset == offset)
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }

    @Test(
        "broken modules are refused at the byte",
        arguments: [
            ([14, 0], 8, "14 is the id of no section"),
            ([1, 5, 0], 10, "the type section is said to have 5 bytes, but 1 are left"),
            ([1, 0x80, 0x80, 0x80, 0x80, 0x10], 9, "the size of the type section is not a number of 32 bits"),
            ([1, 1, 0, 1, 1, 0], 11, "the type section stands twice or after one that it should precede"),
            ([3, 1, 0, 1, 1, 0], 11, "the type section stands twice or after one that it should precede"),
            ([1, 2, 0, 0], 11, "the type section has 1 bytes more than its entries take"),
            ([1, 2, 9, 0], 10, "the type section cannot hold 9 types: 1 bytes are left"),
            ([1, 2, 1, 0x61], 11, "0x61 begins no type"),
            ([2, 4, 1, 1, 0xFF, 0], 12, "the module of an import is not UTF-8"),
            ([3, 2, 1, 0], 12, "the function section names 1 functions, the code section has 0"),
            ([5, 2, 1, 9], 11, "the flags 0x9 of these limits are not known"),
        ] as [([UInt8], Int, String)])
    func brokenModules(tail: [UInt8], offset: Int, message: String) {
        #expect(refusal(SampleModule.preamble + tail) == WasmError(offset: offset, message))
    }

    @Test("a broken name section spoils nothing else")
    func brokenNames() throws {
        let broken = SampleModule.custom("name", [1, 9, 2, 1, 2, 0x61, 0x62, 0xFF, 0xFF, 0xFF, 0xFF])
        let names = try #require(try read(SampleModule.preamble + broken).nameSection)
        #expect(names.functions == [1: "ab"])
        #expect(names.failure != nil)
    }

    @Test("exports are dropped, all else stays")
    func droppingExports() throws {
        let module = try read(SampleModule.bytes)
        let fewer = try read(module.dropping(exports: ["memory", "count"]))
        #expect(fewer.exports == module.exports.filter { $0.name != "memory" && $0.name != "count" })
        #expect(fewer.sections.map(\.kind) == module.sections.map(\.kind))
        #expect(module.dropping(exports: []) == module.bytes)
    }

    @Test("custom sections are dropped and added, all else stays")
    func rewriting() throws {
        let module = try read(SampleModule.bytes)
        let bare = try read(module.dropping { _ in true })
        #expect(bare.sections.map(\.kind) == module.sections.map(\.kind).filter { $0 != .custom })
        #expect(bare.dropping { _ in true } == bare.bytes)
        let marked = try read(bare.bytes + WasmModule.externalDebugInfo("größe.debug.wasm"))
        #expect(marked.externalDebugInfo == "größe.debug.wasm")
        #expect(marked.sections.count == bare.sections.count + 1)
        #expect(module.dropping(\.isDWARF).count == module.bytes.count - SampleModule.dwarf.count)
    }
}
