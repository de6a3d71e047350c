import BindgenRuntime

/// The list of headers of the Fetch standard (2.2.2), without guards.
final class Headers: HeadersExports {
    private var list: [(key: [UInt8], value: [UInt8])] = []

    init(`init` source: HeadersInit?) throws(JSError) {
        switch source {
        case .sequence(let sequence):
            for pair in sequence {
                guard pair.count == 2 else { throw JSError("a header has a name and a value", kind: .typeError) }
                try append(name: pair[0], value: pair[1])
            }
        case .record(let record): for (name, value) in record { try append(name: name, value: value) }
        case nil: break
        }
    }

    func append(name: [UInt8], value: [UInt8]) throws(JSError) {
        let value = trimmed(value)
        try checkName(name)
        try checkValue(value)
        list.append((lowercased(name), value))
    }
    func delete(name: [UInt8]) throws(JSError) {
        try checkName(name)
        let name = lowercased(name)
        list.removeAll { $0.key == name }
    }
    func get(name: [UInt8]) throws(JSError) -> [UInt8]? {
        try checkName(name)
        return combined(lowercased(name))
    }
    func getSetCookie() -> [[UInt8]] { list.filter { $0.key == setCookie }.map { $0.value } }
    func has(name: [UInt8]) throws(JSError) -> Bool {
        try checkName(name)
        let name = lowercased(name)
        return list.contains { $0.key == name }
    }
    func set(name: [UInt8], value: [UInt8]) throws(JSError) {
        let value = trimmed(value)
        try checkName(name)
        try checkValue(value)
        let name = lowercased(name)
        guard let place = list.firstIndex(where: { $0.key == name }) else { return list.append((name, value)) }
        list[place].value = value
        list = list[...place] + list[(place + 1)...].filter { $0.key != name }
    }
    var pairCount: Int { sorted.count }
    func pair(at index: Int) -> (key: [UInt8], value: [UInt8]) { sorted[index] }

    private let setCookie = Array("set-cookie".utf8)
    /// Sorted and combined; cookies stay apart.
    private var sorted: [(key: [UInt8], value: [UInt8])] {
        var names: [[UInt8]] = []
        for pair in list where !names.contains(pair.key) { names.append(pair.key) }
        names.sort { $0.lexicographicallyPrecedes($1) }
        var pairs: [(key: [UInt8], value: [UInt8])] = []
        for name in names {
            if name == setCookie {
                for value in getSetCookie() { pairs.append((name, value)) }
            } else {
                pairs.append((name, combined(name) ?? []))
            }
        }
        return pairs
    }
    private func combined(_ name: [UInt8]) -> [UInt8]? {
        var value: [UInt8]?
        for pair in list where pair.key == name { value = value.map { $0 + Array(", ".utf8) + pair.value } ?? pair.value }
        return value
    }
    private func checkName(_ name: [UInt8]) throws(JSError) {
        let marks = Array("!#$%&'*+-.^_`|~".utf8)
        let isToken = name.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || marks.contains(byte)
        }
        guard isToken, !name.isEmpty else { throw JSError("no name of a header", kind: .typeError) }
    }
    private func checkValue(_ value: [UInt8]) throws(JSError) {
        if value.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) { throw JSError("no value of a header", kind: .typeError) }
    }
    private func lowercased(_ name: [UInt8]) -> [UInt8] { name.map { (65...90).contains($0) ? $0 + 32 : $0 } }
    private func trimmed(_ value: [UInt8]) -> [UInt8] {
        func isSpace(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 13 || byte == 32 }
        guard let start = value.firstIndex(where: { !isSpace($0) }), let end = value.lastIndex(where: { !isSpace($0) }) else {
            return []
        }
        return Array(value[start...end])
    }
}
