/// Text with indentation. Multi-line literals that are printed through it look like what comes out.
///
/// Text goes through here once for each level that it stands in, so it is bytes: lines are found without a look at characters.
package struct CodePrinter {
    private var bytes: [UInt8] = []
    private let unit: String
    private var indentation: [UInt8] = []

    /// - Parameter unit: one level of indentation: four spaces for Swift, two for JavaScript.
    package init(unit: String) {
        self.unit = unit
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Prints each line of `literal` at the current indentation.
    package mutating func print(_ literal: String = "") {
        var literal = literal
        literal.withUTF8 { utf8 in
            var start = 0
            for index in 0...utf8.count where index == utf8.count || utf8[index] == UInt8(ascii: "\n") {
                printLine(utf8[start..<index])
                start = index + 1
            }
        }
    }

    private mutating func printLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        if !line.isEmpty {
            bytes.append(contentsOf: indentation)
            bytes.append(contentsOf: line)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Prints `head`, the body one level deeper, and `tail`.
    package mutating func block(_ head: String, end tail: String = "}", _ body: (inout CodePrinter) -> Void) {
        print(head)
        indent(body)
        print(tail)
    }

    package mutating func indent(_ body: (inout CodePrinter) -> Void) {
        let outer = indentation
        indentation += unit.utf8
        body(&self)
        indentation = outer
    }
}

/// Hands out names that do not meet.
package struct NameAllocator {
    private let reserved: Set<String>
    // Apart from what is reserved, which is a large set that all share.
    private var taken: Set<String> = []

    package init(reserved: Set<String>) {
        self.reserved = reserved
    }

    package mutating func name(_ wanted: String) -> String {
        var name = wanted
        while reserved.contains(name) || !taken.insert(name).inserted { name += "_" }
        return name
    }
}
