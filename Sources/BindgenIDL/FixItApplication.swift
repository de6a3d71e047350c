/// Applies the fix-its of one run to the files they belong to.
package enum FixItApplication {
    /// The text of a file after the fix-its of those diagnostics that have exactly one.
    ///
    /// A fix-it whose edits overlap an earlier one's, or that touches another file, waits: check the new text and apply again,
    /// until `applied` is 0.
    package static func apply(_ diagnostics: [Diagnostic], to file: SourceFile) -> (bytes: [UInt8], applied: Int) {
        var edits: [Diagnostic.FixIt.Edit] = []
        var applied = 0
        for diagnostic in diagnostics {
            guard diagnostic.fixIts.count == 1, let fixIt = diagnostic.fixIts.first else { continue }
            guard fixIt.edits.allSatisfy({ $0.range.file === file && isInside($0.range, file) }) else { continue }
            guard !fixIt.edits.contains(where: { edit in edits.contains { overlap($0, edit) } }) else { continue }
            edits += fixIt.edits
            applied += 1
        }
        return (apply(edits, to: file.bytes), applied)
    }

    /// The text after one fix-it alone.
    package static func apply(_ fixIt: Diagnostic.FixIt, to file: SourceFile) -> [UInt8] {
        apply(fixIt.edits.filter { $0.range.file === file && isInside($0.range, file) }, to: file.bytes)
    }

    private static func apply(_ edits: [Diagnostic.FixIt.Edit], to bytes: [UInt8]) -> [UInt8] {
        let sorted = edits.enumerated().sorted {
            ($0.element.range.offsets.lowerBound, $0.offset) < ($1.element.range.offsets.lowerBound, $1.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var end = 0
        for (_, edit) in sorted where edit.range.offsets.lowerBound >= end {
            result.append(contentsOf: bytes[end..<edit.range.offsets.lowerBound])
            result.append(contentsOf: edit.replacement.utf8)
            end = edit.range.offsets.upperBound
        }
        result.append(contentsOf: bytes[end...])
        return result
    }

    private static func isInside(_ range: SourceRange, _ file: SourceFile) -> Bool {
        range.offsets.upperBound <= file.bytes.count
    }

    /// Whether two edits touch the same bytes, or insert at the same place: then their order would matter.
    private static func overlap(_ first: Diagnostic.FixIt.Edit, _ second: Diagnostic.FixIt.Edit) -> Bool {
        let (a, b) = (first.range.offsets, second.range.offsets)
        return a.lowerBound == b.lowerBound || (a.lowerBound < b.upperBound && b.lowerBound < a.upperBound)
    }
}
