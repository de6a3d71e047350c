/// "Did you mean": the candidate that a misspelled name most likely stands for.
package enum NearestName {
    /// The nearest candidate within a third of the name's length (at least one edit from three letters on), or nil. Ties go to the
    /// first one.
    package static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.utf8.prefix(64))
        // A name of one or two letters is one edit from everything.
        var limit = wanted.count < 3 ? 0 : max(1, wanted.count / 3)
        var best: String?
        for candidate in candidates where candidate != name {
            let letters = Array(candidate.utf8.prefix(64))
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit, best == nil || distance < limit {
                best = candidate
                limit = distance
            }
        }
        return best
    }

    /// Whether the name is the other one with a slip of the fingers, and no other word: the same letters, in another case or with some of
    /// them swapped. Only then is there one right edit; `float64` is no `float`, and `Options` may be what `Option` is a list of.
    package static func isSlip(_ name: String, of other: String) -> Bool {
        name.utf8.count == other.utf8.count && name.utf8.map(lowercased).sorted() == other.utf8.map(lowercased).sorted()
    }

    /// The nearest candidate, where no other one is as near.
    package static func findOnly(_ name: String, in candidates: [String]) -> String? {
        guard let near = find(name, in: candidates) else { return nil }
        let distance = distance(Array(name.utf8), Array(near.utf8))
        let isOnly = candidates.allSatisfy { $0 == near || self.distance(Array(name.utf8), Array($0.utf8)) > distance }
        return isOnly ? near : nil
    }

    /// The edit distance that counts insertions, deletions, substitutions and swaps of neighbours; a change of case alone counts
    /// nothing between equal letters, so that `Domstring` finds `DOMString`.
    package static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        let first = first.map(lowercased)
        let second = second.map(lowercased)
        var beforePrevious = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        for row in 0..<first.count {
            var current = [row + 1]
            current.reserveCapacity(second.count + 1)
            for column in 0..<second.count {
                let substitution = previous[column] + (first[row] == second[column] ? 0 : 1)
                var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[second.count]
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
