/// The type of a value (WebAssembly 5.3), spelled as in the text format.
package struct ValueType: Equatable, Hashable, Sendable, CustomStringConvertible {
    package var description: String
    /// Numbers and vectors are no references.
    package var isReference: Bool

    init(_ description: String, isReference: Bool = false) {
        self.description = description
        self.isReference = isReference
    }
}

/// A function's parameters and results: `(i32, i32) -> i32`.
package struct FunctionType: Equatable, Hashable, Sendable, CustomStringConvertible {
    package var parameters: [ValueType]
    package var results: [ValueType]

    package var description: String {
        let list = { (types: [ValueType]) in "(" + types.map(\.description).joined(separator: ", ") + ")" }
        return list(parameters) + " -> " + (results.count == 1 ? results[0].description : list(results))
    }
}

/// How large a memory or table is at the start and may become.
package struct Limits: Equatable, Sendable {
    package var minimum: UInt64
    package var maximum: UInt64?
    package var isShared: Bool
    /// Addresses have 64 bits.
    package var is64: Bool
}

/// A linear memory. Its limits count pages of 64 KiB.
package struct MemoryType: Equatable, Sendable, CustomStringConvertible {
    package var limits: Limits

    package var description: String {
        let most = limits.maximum.map { ", at most \($0)" } ?? ""
        return "memory\(limits.is64 ? "64" : "") of \(limits.minimum) page\(limits.minimum == 1 ? "" : "s")\(most)"
            + (limits.isShared ? ", shared" : "")
    }
}

package struct TableType: Equatable, Sendable, CustomStringConvertible {
    package var element: ValueType
    package var limits: Limits

    package var description: String {
        let most = limits.maximum.map { ", at most \($0)" } ?? ""
        return "table\(limits.is64 ? "64" : "") of \(limits.minimum) \(element)\(most)"
    }
}

package struct GlobalType: Equatable, Sendable, CustomStringConvertible {
    package var value: ValueType
    package var isMutable: Bool

    package var description: String { isMutable ? "mutable \(value)" : "\(value)" }
}

/// What can be imported and exported, by the spelling of the text format.
package enum ExternalKind: String, CaseIterable, Sendable {
    case function = "func"
    case table, memory, global, tag

    /// The byte for it in the binary format (5.5.10).
    var code: UInt8 {
        switch self {
        case .function: 0
        case .table: 1
        case .memory: 2
        case .global: 3
        case .tag: 4
        }
    }
}

/// An entry of the type section.
package enum DefinedType: Equatable, Sendable {
    case function(FunctionType)
    /// A struct or array of the garbage collection part: that it is there is enough here.
    case aggregate
}
