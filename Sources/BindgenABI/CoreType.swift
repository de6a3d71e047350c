/// The value types of WebAssembly that a parameter or result of a function can have.
package enum CoreType: String, Sendable {
    case i32, i64, f32, f64

    /// Bytes in linear memory; also the natural alignment.
    package var size: Int {
        switch self {
        case .i32, .f32: 4
        case .i64, .f64: 8
        }
    }
}

/// One wasm parameter that carries a part of a value.
///
/// `suffix` tells the parts of one value apart: a string `name` crosses as `name` (its address) and `name_length`.
package struct Slot: Equatable, Sendable {
    package var suffix: String
    package var type: CoreType

    package init(_ type: CoreType, suffix: String = "") {
        self.type = type
        self.suffix = suffix
    }

    func prefixed(by prefix: String) -> Slot {
        Slot(type, suffix: suffix.isEmpty ? prefix : "\(prefix)_\(suffix)")
    }
}

/// Where a value stands in linear memory.
package struct Layout: Equatable, Sendable {
    package var size: Int
    package var alignment: Int

    package init(size: Int, alignment: Int) {
        self.size = size
        self.alignment = alignment
    }

    package init(_ type: CoreType) {
        self.init(size: type.size, alignment: type.size)
    }

    /// The distance between two elements of a sequence.
    package var stride: Int { size.aligned(to: alignment) }

    /// Places `next` behind this layout and returns its offset.
    package mutating func append(_ next: Layout) -> Int {
        let offset = size.aligned(to: next.alignment)
        size = offset + next.size
        alignment = max(alignment, next.alignment)
        return offset
    }
}

extension Int {
    func aligned(to alignment: Int) -> Int {
        (self + alignment - 1) / alignment * alignment
    }
}
