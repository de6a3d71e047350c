/// Rows of columns as text for people.
struct TextTable {
    enum Alignment {
        case left, right
    }

    private let columns: [Alignment]
    private var rows: [[String]] = []

    init(_ columns: Alignment...) {
        self.columns = columns
    }

    /// A row may have fewer cells than there are columns.
    mutating func add(_ cells: String...) { rows.append(cells) }

    /// The lines, indented, with two spaces between columns and none at the end.
    var lines: [String] {
        let widths = columns.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = " "
            for (column, cell) in row.enumerated() where column < columns.count {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += " " + (columns[column] == .left ? cell + space : space + cell) + " "
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

extension String {
    /// The text with control characters written out: names in a foreign module may hold anything, and a terminal obeys some of it.
    var printable: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
