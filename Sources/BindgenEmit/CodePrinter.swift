/// Text with indentation. Multi-line literals that are printed through it look like what comes out.
package struct CodePrinter {
    package private(set) var text = ""
    private let unit: String
    private var indentation = ""

    /// - Parameter unit: one level of indentation: four spaces for Swift, two for JavaScript.
    package init(unit: String) {
        self.unit = unit
    }

    /// Prints each line of `literal` at the current indentation.
    ///
    /// Text goes through here once for each level that it stands in, so lines are found among the bytes and not the characters.
    package mutating func print(_ literal: String = "") {
        var start = literal.startIndex
        while let end = literal.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
            printLine(literal[start..<end])
            start = literal.utf8.index(after: end)
        }
        printLine(literal[start...])
    }

    private mutating func printLine(_ line: Substring) {
        if !line.isEmpty {
            text += indentation
            text += line
        }
        text += "\n"
    }

    /// Prints `head`, the body one level deeper, and `tail`.
    package mutating func block(_ head: String, end tail: String = "}", _ body: (inout CodePrinter) -> Void) {
        print(head)
        indent(body)
        print(tail)
    }

    package mutating func indent(_ body: (inout CodePrinter) -> Void) {
        let outer = indentation
        indentation += unit
        body(&self)
        indentation = outer
    }
}

/// Hands out names that do not meet.
package struct NameAllocator {
    private var taken: Set<String>

    package init(reserved: Set<String>) {
        taken = reserved
    }

    package mutating func name(_ wanted: String) -> String {
        var name = wanted
        while !taken.insert(name).inserted { name += "_" }
        return name
    }
}
