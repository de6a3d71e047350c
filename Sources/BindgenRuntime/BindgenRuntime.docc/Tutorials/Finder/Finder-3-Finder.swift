import BindgenRuntime

final class Finder: FinderExports {
    private var names: [String] = []

    init() {}

    var count: UInt32 { UInt32(names.count) }

    func add(names: [String], onProgress: Progress?) throws(JSError) {
        for (index, name) in names.enumerated() where name.isEmpty {
            throw JSError("name \(index) is empty", kind: .rangeError)
        }
        for name in names {
            self.names.append(name)
            onProgress?(count)
        }
    }

    func find(letters: String, limit: UInt32) -> [Match] {
        let matches = names.compactMap { match($0, letters) }
        return Array(matches.sorted { $0.score > $1.score }.prefix(Int(limit)))
    }

    private func match(_ name: String, _ letters: String) -> Match? {
        var wanted = letters.unicodeScalars.makeIterator()
        var next = wanted.next()
        var places: [UInt32] = []
        var length: UInt32 = 0
        for scalar in name.unicodeScalars {
            if scalar == next {
                places.append(length)
                next = wanted.next()
            }
            length += 1
        }
        guard next == nil, length > 0 else { return nil }
        return Match(name: name, score: Double(places.count) / Double(length), places: places)
    }
}
