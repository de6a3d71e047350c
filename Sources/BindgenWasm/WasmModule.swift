/// A core WebAssembly module, read from its binary format (WebAssembly 5.5) as far as tools need it: the code is found, not
/// decoded (see `CodeScan`), and nothing is validated beyond what reading takes.
package struct WasmModule: Sendable {
    package struct Import: Equatable, Sendable {
        package var module: String
        package var name: String
        package var type: ExternalType
    }

    package struct Export: Equatable, Sendable {
        package var name: String
        package var kind: ExternalKind
        /// In the index space of its kind, in which imports stand first.
        package var index: Int
    }

    /// A function that the module defines.
    package struct Function: Equatable, Sendable {
        package var typeIndex: Int
        /// The bytes of its entry in the code section, its own size included.
        package var entry: Range<Int>
        /// The locals and the instructions.
        package var body: Range<Int>
    }

    package struct DataSegment: Equatable, Sendable {
        package var contents: Range<Int>
        /// The address in memory, where it is a constant; nil for passive segments and others.
        package var address: UInt64?
        package var isPassive: Bool
    }

    package struct ElementSegment: Equatable, Sendable {
        /// The functions that the segment names.
        package var functions: [Int]
        package var isPassive: Bool
    }

    /// What an import or export is.
    package enum ExternalType: Equatable, Sendable {
        case function(typeIndex: Int)
        case table(TableType)
        case memory(MemoryType)
        case global(GlobalType)
        case tag(typeIndex: Int)
    }

    package let bytes: [UInt8]
    package internal(set) var sections: [WasmSection] = []
    package internal(set) var types: [DefinedType] = []
    package internal(set) var imports: [Import] = []
    /// The imports that are functions: they stand first among the functions' indices.
    package internal(set) var importedFunctions: [Import] = []
    package internal(set) var functions: [Function] = []
    /// Imported ones stand first, here and below.
    package internal(set) var tables: [TableType] = []
    package internal(set) var memories: [MemoryType] = []
    package internal(set) var globals: [GlobalType] = []
    /// The types of the tags.
    package internal(set) var tags: [Int] = []
    package internal(set) var exports: [Export] = []
    package internal(set) var start: Int?
    package internal(set) var elements: [ElementSegment] = []
    package internal(set) var data: [DataSegment] = []
    /// What constant expressions (of globals and segments) hold.
    var constants = InstructionScan()

    /// Reads a module. Custom sections are found and not read: a fault in one does not spoil a module (5.5.3).
    package init(_ bytes: [UInt8]) throws(WasmError) {
        self.bytes = bytes
        try Preamble.check(bytes)
        try readSections()
    }

    /// The type of a function by its index, imports first; nil where there is none.
    package func functionType(_ index: Int) -> FunctionType? {
        let imported = importedFunctions.count
        guard index >= 0, index < imported + functions.count else { return nil }
        if index >= imported { return type(functions[index - imported].typeIndex) }
        guard case .function(let type) = importedFunctions[index].type else { return nil }
        return self.type(type)
    }

    /// An entry of the type section, where it is a function type.
    package func type(_ index: Int) -> FunctionType? {
        guard types.indices.contains(index), case .function(let type) = types[index] else { return nil }
        return type
    }

    /// The type of an import, in words.
    package func describe(_ type: ExternalType) -> String {
        switch type {
        case .function(let index): self.type(index)?.description ?? "unknown type \(index)"
        case .table(let type): type.description
        case .memory(let type): type.description
        case .global(let type): type.description
        case .tag(let index): self.type(index)?.description ?? "unknown type \(index)"
        }
    }

    /// The type of an export, in words.
    package func describe(_ export: Export) -> String {
        switch export.kind {
        case .function: functionType(export.index)?.description ?? "unknown function \(export.index)"
        case .table: tables.indices.contains(export.index) ? tables[export.index].description : "unknown table"
        case .memory: memories.indices.contains(export.index) ? memories[export.index].description : "unknown memory"
        case .global: globals.indices.contains(export.index) ? globals[export.index].description : "unknown global"
        case .tag: tags.indices.contains(export.index) ? describe(.tag(typeIndex: tags[export.index])) : "unknown tag"
        }
    }

    /// The custom sections of this name, in order.
    package func customSections(_ name: String) -> [WasmSection] {
        sections.filter { $0.customName == name }
    }

    /// The names that the source gave, where the module has them.
    package var nameSection: NameSection? { customSections("name").first.map { NameSection($0, in: bytes) } }
}

extension WasmModule.ExternalType {
    package var kind: ExternalKind {
        switch self {
        case .function: .function
        case .table: .table
        case .memory: .memory
        case .global: .global
        case .tag: .tag
        }
    }
}
