import BindgenIDL

/// What a later stage finds in files about which an earlier one has spoken.
enum LaterDiagnostics {
    /// So many errors of a file are told, as by the parser and by the resolver.
    private static let mostDiagnostics = 1000

    /// The diagnostics that say something new, in the order of the files and of the places in them: none at a place about which an
    /// error is told already, and none twice.
    static func unsaid(_ found: [Diagnostic], after earlier: [Diagnostic], in files: [SourceFile]) -> [Diagnostic] {
        if found.isEmpty { return [] }
        let order = Dictionary(
            files.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { first, _ in first })
        var errors: [ObjectIdentifier: [Range<Int>]] = [:]
        for diagnostic in earlier where diagnostic.severity == .error {
            errors[ObjectIdentifier(diagnostic.range.file), default: []].append(diagnostic.range.offsets)
        }
        let keyed = found.enumerated().map { index, diagnostic in
            (
                file: order[ObjectIdentifier(diagnostic.range.file)] ?? files.count,
                offset: diagnostic.range.offsets.lowerBound, index: index, diagnostic: diagnostic
            )
        }
        var said: Set<String> = []
        var counts: [ObjectIdentifier: Int] = [:]
        return keyed.sorted { ($0.file, $0.offset, $0.index) < ($1.file, $1.offset, $1.index) }.map(\.diagnostic).filter {
            let (file, offsets) = (ObjectIdentifier($0.range.file), $0.range.offsets)
            if counts[file, default: 0] >= mostDiagnostics { return false }
            if errors[file, default: []].contains(where: {
                $0.lowerBound <= offsets.lowerBound && offsets.upperBound <= $0.upperBound
            }) {
                return false
            }
            guard said.insert("\(order[file] ?? -1) \(offsets) \($0.rule) \($0.message)").inserted else { return false }
            counts[file, default: 0] += 1
            return true
        }
    }
}
