/// Applies the fix-its of one run to the files they belong to.
package enum FixItApplication {
    /// The text of a file after the fix-its of those diagnostics that have exactly one.
    ///
    /// A fix-it whose edits overlap an earlier one's, or that touches another file, waits: check the new text and apply again,
    /// until `applied` is 0.
    package static func apply(_ diagnostics: [Diagnostic], to file: SourceFile) -> (bytes: [UInt8], applied: Int) {
        var edits = AcceptedEdits()
        var applied = 0
        for diagnostic in diagnostics {
            guard diagnostic.fixIts.count == 1, let fixIt = diagnostic.fixIts.first else { continue }
            guard fixIt.edits.allSatisfy({ $0.range.file === file && isInside($0.range, file) }) else { continue }
            guard !fixIt.edits.contains(where: { edits.overlap($0) }) else { continue }
            for edit in fixIt.edits { edits.insert(edit) }
            applied += 1
        }
        return (apply(edits.sorted, to: file.bytes), applied)
    }

    /// Edits that do not overlap, in the order of their places.
    private struct AcceptedEdits {
        private(set) var sorted: [Diagnostic.FixIt.Edit] = []

        /// Whether the edit touches the bytes of another, or inserts at the same place: then their order would matter.
        func overlap(_ edit: Diagnostic.FixIt.Edit) -> Bool {
            let (range, next) = (edit.range.offsets, index(of: edit))
            if next < sorted.count {
                let after = sorted[next].range.offsets
                if after.lowerBound == range.lowerBound || after.lowerBound < range.upperBound { return true }
            }
            return next > 0 && sorted[next - 1].range.offsets.upperBound > range.lowerBound
        }

        mutating func insert(_ edit: Diagnostic.FixIt.Edit) {
            var place = index(of: edit)
            // Two edits of one fix-it at one place keep their order.
            while place < sorted.count, sorted[place].range.offsets.lowerBound == edit.range.offsets.lowerBound { place += 1 }
            sorted.insert(edit, at: place)
        }

        /// The first edit that does not start before this one.
        private func index(of edit: Diagnostic.FixIt.Edit) -> Int {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle].range.offsets.lowerBound < edit.range.offsets.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
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
}
