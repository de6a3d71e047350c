/// The line of a range as a terminal shows it, and the marks below it.
package struct SourceExcerpt {
    /// The line with tabs as spaces and without control characters; a long one is cut around the range.
    package var line: String
    /// The columns before the range.
    package var indentation: String
    /// `^~~~` under the whole range, to the end of the line where the range goes on.
    package var marks: String

    private static let tabWidth = 4
    /// What is shown of a long line: this many bytes before the range and after its start.
    private static let bytesBefore = 60
    private static let bytesAfter = 100

    package init(_ range: SourceRange) {
        let file = range.file
        let offsets = file.lineOffsets(range.start.line)
        let start = min(max(range.offsets.lowerBound, offsets.lowerBound), offsets.upperBound)
        let end = min(max(range.offsets.upperBound, start), offsets.upperBound)
        var from = offsets.lowerBound
        var to = offsets.upperBound
        if to - from > SourceExcerpt.bytesBefore + SourceExcerpt.bytesAfter {
            from = max(from, SourceExcerpt.scalarStart(max(from, start - SourceExcerpt.bytesBefore), in: file))
            to = max(start, SourceExcerpt.scalarStart(min(to, start + SourceExcerpt.bytesAfter), in: file))
        }
        var shown = from > offsets.lowerBound ? "…" : ""
        var column = shown.isEmpty ? 0 : 1
        SourceExcerpt.expand(file.text(in: from..<start), into: &shown, &column)
        let startColumn = column
        SourceExcerpt.expand(file.text(in: start..<min(end, to)), into: &shown, &column)
        let endColumn = column
        SourceExcerpt.expand(file.text(in: min(end, to)..<to), into: &shown, &column)
        if to < offsets.upperBound { shown += "…" }
        line = shown
        indentation = String(repeating: " ", count: startColumn)
        marks = "^" + String(repeating: "~", count: max(0, endColumn - startColumn - 1))
    }

    /// The changed lines after a fix-it, without empty ones; nil where its edits reach over several lines.
    static func edited(_ fixIt: Diagnostic.FixIt) -> [String]? {
        guard let first = fixIt.edits.first else { return nil }
        let file = first.range.file
        let number = first.range.start.line
        let isOneLine = fixIt.edits.allSatisfy {
            $0.range.file === file && $0.range.start.line == number && $0.range.end.line == number
        }
        let offsets = file.lineOffsets(number)
        guard isOneLine, offsets.count <= bytesBefore + bytesAfter else { return nil }
        var text = ""
        var end = offsets.lowerBound
        for edit in fixIt.edits.sorted(by: { $0.range.offsets.lowerBound < $1.range.offsets.lowerBound }) {
            guard edit.range.offsets.lowerBound >= end else { return nil }
            text += file.text(in: end..<edit.range.offsets.lowerBound) + edit.replacement
            end = edit.range.offsets.upperBound
        }
        text += file.text(in: end..<max(end, offsets.upperBound))
        let lines = text.split(separator: "\n").map { line in
            var shown = ""
            var column = 0
            expand(String(line), into: &shown, &column)
            return shown
        }
        return lines.filter { line in line.contains { $0 != " " } }
    }

    /// The start of the scalar at an offset. Broken UTF-8 may go on for long, so it looks no further back than a scalar is long.
    private static func scalarStart(_ offset: Int, in file: SourceFile) -> Int {
        let steps = (0..<4).first { offset - $0 <= 0 || offset >= file.bytes.count || file.bytes[offset - $0] & 0xC0 != 0x80 }
        return max(0, offset - (steps ?? 0))
    }

    /// Appends text as it is shown and counts the terminal's columns.
    private static func expand(_ text: String, into shown: inout String, _ column: inout Int) {
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                let spaces = tabWidth - column % tabWidth
                shown += String(repeating: " ", count: spaces)
                column += spaces
            } else {
                let safe = SafeText.isUnsafe(scalar) ? "\u{FFFD}" : scalar
                shown.unicodeScalars.append(safe)
                column += SafeText.width(safe)
            }
        }
    }
}

/// Keeps the user's text from steering the terminal, and knows how wide it is there.
enum SafeText {
    /// Text for one line: control characters and characters that reorder text are replaced.
    static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            safe.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : isUnsafe(scalar) ? "\u{FFFD}" : scalar)
        }
        return safe
    }

    /// Control characters (C0, C1, DEL), line separators and the bidirectional controls.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Columns in a terminal: 0 for marks that join, 2 for East Asian wide characters and emoji, else 1.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
