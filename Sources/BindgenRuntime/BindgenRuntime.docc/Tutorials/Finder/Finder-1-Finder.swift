final class Finder: FinderExports {
    private var names: [String] = []

    init() {}

    var count: UInt32 { UInt32(names.count) }

    func add(name: String) { names.append(name) }

    func find(letters: String) -> [String] {
        names.filter { hasLetters($0, letters) }
    }

    private func hasLetters(_ name: String, _ letters: String) -> Bool {
        var wanted = letters.unicodeScalars.makeIterator()
        var next = wanted.next()
        for scalar in name.unicodeScalars where scalar == next { next = wanted.next() }
        return next == nil
    }
}
