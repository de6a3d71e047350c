/// A section of a module: where it stands (WebAssembly 5.5.2).
package struct WasmSection: Equatable, Sendable {
    package enum Kind: UInt8, CaseIterable, Sendable {
        case custom = 0
        case type, `import`, function, table, memory, global, export, start, element, code, data, dataCount, tag

        /// The name in the standard's grammar.
        package var name: String {
            switch self {
            case .dataCount: "data count"
            default: "\(self)"
            }
        }

        /// The place in the order that the standard demands; custom sections may stand anywhere.
        var order: Int {
            switch self {
            case .custom: 0
            case .type: 1
            case .import: 2
            case .function: 3
            case .table: 4
            case .memory: 5
            case .tag: 6
            case .global: 7
            case .export: 8
            case .start: 9
            case .element: 10
            case .dataCount: 11
            case .code: 12
            case .data: 13
            }
        }
    }

    package var kind: Kind
    /// The name of a custom section, else nil.
    package var customName: String?
    /// All bytes: id, size and contents.
    package var range: Range<Int>
    /// Without id and size; of a custom section, what follows its name.
    package var contents: Range<Int>

    /// What to call it: `code`, or the name of a custom section.
    package var name: String { customName ?? kind.name }

    package var isDWARF: Bool { customName?.hasPrefix(".debug_") == true }
}
