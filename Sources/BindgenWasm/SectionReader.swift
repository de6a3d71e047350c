/// The sections of a module, each in turn (WebAssembly 5.5).
extension WasmModule {
    mutating func readSections() throws(WasmError) {
        var reader = ByteReader(bytes, Preamble.count..<bytes.count, place: "the file")
        var last = 0
        var declared: [Int] = []
        while !reader.isAtEnd {
            let (section, contents) = try Self.section(&reader, after: last)
            if section.kind != .custom { last = section.kind.order }
            sections.append(section)
            try read(section, contents, &declared)
        }
        if functions.count != declared.count {
            throw reader.error(
                "the function section names \(declared.count) functions, the code section has \(functions.count)")
        }
    }

    /// The header of the next section, and a reader of its contents.
    private static func section(
        _ reader: inout ByteReader, after last: Int
    ) throws(WasmError) -> (WasmSection, ByteReader) {
        let start = reader.position
        let id = try reader.byte("the id of a section")
        guard let kind = WasmSection.Kind(rawValue: id) else {
            throw reader.error("\(id) is the id of no section", at: start)
        }
        if kind != .custom, kind.order <= last {
            throw reader.error("the \(kind.name) section stands twice or after one that it should precede", at: start)
        }
        let size = try reader.u32("the size of the \(kind.name) section")
        var contents = try reader.part(size, place: "the \(kind.name) section")
        let name = kind == .custom ? try contents.name("the name of a custom section") : nil
        let section = WasmSection(
            kind: kind, customName: name, range: start..<reader.position, contents: contents.position..<contents.end)
        return (section, contents)
    }

    /// - Parameter declared: the types of the functions, which stand before their code.
    private mutating func read(
        _ section: WasmSection, _ contents: ByteReader, _ declared: inout [Int]
    ) throws(WasmError) {
        var reader = contents
        switch section.kind {
        case .custom: return
        case .type:
            types = try reader.list("types") { (reader: inout ByteReader) throws(WasmError) in try reader.definedTypes() }
                .flatMap { $0 }
        case .import:
            imports = try reader.list("imports") { (reader: inout ByteReader) throws(WasmError) in try reader.importEntry() }
            for entry in imports { addImported(entry) }
        case .function:
            declared = try reader.list("functions") { (reader: inout ByteReader) throws(WasmError) in try reader.u32("a type") }
        case .table: try readTables(&reader)
        case .memory:
            memories += try reader.list("memories") { (reader: inout ByteReader) throws(WasmError) in
                MemoryType(limits: try reader.limits())
            }
        case .tag:
            tags += try reader.list("tags") { (reader: inout ByteReader) throws(WasmError) in try reader.tagType() }
        case .global: try readGlobals(&reader)
        case .export:
            exports = try reader.list("exports") { (reader: inout ByteReader) throws(WasmError) in try reader.exportEntry() }
        case .start: start = try reader.u32("the start function")
        case .element: try readElements(&reader)
        case .dataCount: _ = try reader.u32("the number of data segments")
        case .code: functions = try Self.functions(&reader, declared)
        case .data: try readData(&reader)
        }
        try reader.finish()
    }

    private mutating func addImported(_ entry: Import) {
        switch entry.type {
        case .function: importedFunctions.append(entry)
        case .table(let type): tables.append(type)
        case .memory(let type): memories.append(type)
        case .global(let type): globals.append(type)
        case .tag(let index): tags.append(index)
        }
    }

    private mutating func readTables(_ reader: inout ByteReader) throws(WasmError) {
        for _ in 0..<(try reader.count("tables")) {
            // 0x40 0x00: a table with an initializer (5.5.7).
            let isInitialized = reader.next == 0x40
            if isInitialized { try reader.skip(2, "a table") }
            tables.append(try reader.tableType())
            if isInitialized { _ = try reader.constantExpression(&constants) }
        }
    }

    private mutating func readGlobals(_ reader: inout ByteReader) throws(WasmError) {
        for _ in 0..<(try reader.count("globals")) {
            globals.append(try reader.globalType())
            _ = try reader.constantExpression(&constants)
        }
    }

    private static func functions(_ reader: inout ByteReader, _ declared: [Int]) throws(WasmError) -> [Function] {
        let start = reader.position
        let count = try reader.count("functions")
        if count != declared.count {
            throw reader.error(
                "the function section names \(declared.count) functions, the code section has \(count)", at: start)
        }
        var functions: [Function] = []
        functions.reserveCapacity(count)
        for type in declared {
            let start = reader.position
            let size = try reader.u32("the size of a function")
            let body = try reader.part(size, place: "function \(functions.count) of the code section")
            functions.append(
                Function(typeIndex: type, entry: start..<reader.position, body: body.position..<body.end))
        }
        return functions
    }

    /// The eight forms of a segment (5.5.12): bit 0 passive or declarative, bit 1 an explicit table or declarative, bit 2
    /// expressions in place of function indices.
    private mutating func readElements(_ reader: inout ByteReader) throws(WasmError) {
        for _ in 0..<(try reader.count("element segments")) {
            let start = reader.position
            let form = try reader.u32("an element segment")
            if form > 7 { throw reader.error("\(form) begins no element segment", at: start) }
            let isActive = form & 1 == 0
            if isActive {
                if form & 2 != 0 { _ = try reader.u32("the table of a segment") }
                _ = try reader.constantExpression(&constants)
            }
            let usesExpressions = form & 4 != 0
            if form & 3 != 0 {
                if usesExpressions { _ = try reader.valueType() } else { _ = try reader.byte("the kind of elements") }
            }
            var functions: [Int] = []
            if usesExpressions {
                for _ in 0..<(try reader.count("elements")) {
                    var scan = InstructionScan()
                    _ = try reader.constantExpression(&scan)
                    functions += scan.references
                    constants.features.formUnion(scan.features)
                }
            } else {
                functions = try reader.list("elements") { (reader: inout ByteReader) throws(WasmError) in
                    try reader.u32("a function")
                }
            }
            elements.append(ElementSegment(functions: functions, isPassive: form & 3 == 1))
        }
    }

    private mutating func readData(_ reader: inout ByteReader) throws(WasmError) {
        for _ in 0..<(try reader.count("data segments")) {
            let start = reader.position
            let form = try reader.u32("a data segment")
            if form > 2 { throw reader.error("\(form) begins no data segment", at: start) }
            if form == 2 { _ = try reader.u32("the memory of a segment") }
            let address = form == 1 ? nil : try reader.constantExpression(&constants)
            let size = try reader.u32("the size of a data segment")
            let contents = try reader.part(size, place: "data segment \(data.count)")
            data.append(
                DataSegment(
                    contents: contents.position..<contents.end, address: address.map { UInt64(bitPattern: $0) },
                    isPassive: form == 1))
        }
    }
}

extension ByteReader {
    fileprivate mutating func importEntry() throws(WasmError) -> WasmModule.Import {
        let module = try name("the module of an import")
        let name = try name("the name of an import")
        let start = position
        let type: WasmModule.ExternalType =
            switch try byte("the kind of an import") {
            case 0: .function(typeIndex: try u32("the type of an import"))
            case 1: .table(try tableType())
            case 2: .memory(MemoryType(limits: try limits()))
            case 3: .global(try globalType())
            case 4: .tag(typeIndex: try tagType())
            default: throw error("this is no kind of import", at: start)
            }
        return WasmModule.Import(module: module, name: name, type: type)
    }

    fileprivate mutating func exportEntry() throws(WasmError) -> WasmModule.Export {
        let name = try name("the name of an export")
        let start = position
        let code = Int(try byte("the kind of an export"))
        guard ExternalKind.allCases.indices.contains(code) else { throw error("this is no kind of export", at: start) }
        return WasmModule.Export(name: name, kind: ExternalKind.allCases[code], index: try u32("the index of an export"))
    }
}
