import BindgenRuntime

func same(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }

/// The list of names and values behind URLSearchParams and FormData.
struct Pairs {
    var all: [(key: String, value: String)] = []

    func first(_ name: String) -> String? { all.first { same($0.key, name) }?.value }
    func values(of name: String) -> [String] { all.filter { same($0.key, name) }.map { $0.value } }
    func has(_ name: String, _ value: String?) -> Bool { all.contains { matches($0, name, value) } }

    mutating func remove(_ name: String, _ value: String?) { all = all.filter { !matches($0, name, value) } }

    mutating func set(_ name: String, _ value: String) {
        guard let place = all.firstIndex(where: { same($0.key, name) }) else { return all.append((name, value)) }
        all[place].value = value
        all = all[...place] + all[(place + 1)...].filter { !same($0.key, name) }
    }

    private func matches(_ pair: (key: String, value: String), _ name: String, _ value: String?) -> Bool {
        same(pair.key, name) && (value.map { same(pair.value, $0) } ?? true)
    }
}

final class FormData: FormDataExports {
    private var pairs = Pairs()
    init() {}
    func append(name: String, value: String) { pairs.all.append((name, value)) }
    func delete(name: String) { pairs.remove(name, nil) }
    func get(name: String) -> String? { pairs.first(name) }
    func getAll(name: String) -> [String] { pairs.values(of: name) }
    func has(name: String) -> Bool { pairs.has(name, nil) }
    func set(name: String, value: String) { pairs.set(name, value) }
    var pairCount: Int { pairs.all.count }
    func pair(at index: Int) -> (key: String, value: String) { pairs.all[index] }
}

final class URLSearchParams: URLSearchParamsExports {
    private var pairs = Pairs()

    init(`init` source: USVStringSequenceSequenceOrUSVStringRecordOrUSVString) throws(JSError) {
        switch source {
        case .sequence(let sequence):
            for pair in sequence {
                guard pair.count == 2 else { throw JSError("a pair has a name and a value", kind: .typeError) }
                pairs.all.append((pair[0], pair[1]))
            }
        case .record(let record): pairs.all = record.pairs
        case .string(let text): pairs.all = FormEncoding.parse(text)
        }
    }

    var size: UInt32 { UInt32(pairs.all.count) }
    func append(name: String, value: String) { pairs.all.append((name, value)) }
    func delete(name: String, value: String?) { pairs.remove(name, value) }
    func get(name: String) -> String? { pairs.first(name) }
    func getAll(name: String) -> [String] { pairs.values(of: name) }
    func has(name: String, value: String?) -> Bool { pairs.has(name, value) }
    func set(name: String, value: String) { pairs.set(name, value) }
    /// By code units of UTF-16; equal names keep their order.
    func sort() {
        let order = pairs.all.indices.sorted { first, second in
            let (one, other) = (pairs.all[first].key, pairs.all[second].key)
            return same(one, other) ? first < second : one.utf16.lexicographicallyPrecedes(other.utf16)
        }
        pairs.all = order.map { pairs.all[$0] }
    }
    var pairCount: Int { pairs.all.count }
    func pair(at index: Int) -> (key: String, value: String) { pairs.all[index] }
    var description: String { FormEncoding.text(of: pairs.all) }
}

/// application/x-www-form-urlencoded (URL 5).
enum FormEncoding {
    static func parse(_ text: String) -> [(key: String, value: String)] {
        var bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "?") { bytes.removeFirst() }
        return bytes.split(separator: UInt8(ascii: "&")).map { part in
            let place = part.firstIndex(of: UInt8(ascii: "="))
            return (decode(part[..<(place ?? part.endIndex)]), decode(place.map { part[($0 + 1)...] } ?? []))
        }
    }

    static func text(of pairs: [(key: String, value: String)]) -> String {
        var bytes: [UInt8] = []
        for (index, pair) in pairs.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "&")) }
            encode(pair.key, &bytes)
            bytes.append(UInt8(ascii: "="))
            encode(pair.value, &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decode(_ part: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var index = part.startIndex
        while index < part.endIndex {
            if part[index] == UInt8(ascii: "%"), index + 2 < part.endIndex, let high = digit(part[index + 1]),
                let low = digit(part[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(part[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : part[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func encode(_ text: String, _ bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}
