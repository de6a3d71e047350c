/// Text with indentation. Multi-line literals that are printed through it look like what comes out.
package struct CodePrinter {
    package private(set) var text = ""
    private var depth = 0
    private let unit: String

    /// - Parameter unit: one level of indentation: four spaces for Swift, two for JavaScript.
    package init(unit: String) {
        self.unit = unit
    }

    /// Prints each line of `literal` at the current indentation.
    package mutating func print(_ literal: String = "") {
        for line in literal.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.isEmpty { text += String(repeating: unit, count: depth) + line }
            text += "\n"
        }
    }

    /// Prints `head`, the body one level deeper, and `tail`.
    package mutating func block(_ head: String, end tail: String = "}", _ body: (inout CodePrinter) -> Void) {
        print(head)
        indent(body)
        print(tail)
    }

    package mutating func indent(_ body: (inout CodePrinter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
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
