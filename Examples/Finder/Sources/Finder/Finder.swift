import AhoCorasick

final class Finder: FinderExports {
    private let machine: OpaquePointer

    init(words: [String]) {
        machine = ac_new()
        for var word in words { word.withUTF8 { ac_add(machine, $0.baseAddress, $0.count) } }
    }

    deinit { ac_delete(machine) }

    func find(text: String) -> [Match] {
        var text = text
        var count = 0
        let found = text.withUTF8 { ac_find(machine, $0.baseAddress, $0.count, &count) }
        return UnsafeBufferPointer(start: found, count: count).map { Match(word: $0.word, start: $0.start, end: $0.end) }
    }

    var states: UInt32 { UInt32(ac_states(machine)) }
    static var allStates: UInt32 { UInt32(ac_all_states()) }
}
