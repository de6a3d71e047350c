import BindgenRuntime
import WebDOM

/// A text that somebody keeps. Its first line is its title.
struct Note {
    /// Higher for notes that are younger.
    var id: Int
    var text: String

    var title: String {
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "New note" : line
    }

    /// Whether it has these words, in capitals or not.
    func matches(_ words: String) -> Bool {
        let (text, words) = (Array(text.lowercased().utf8), Array(words.lowercased().utf8))
        if words.isEmpty { return true }
        return text.indices.contains { text[$0...].starts(with: words) }
    }
}

/// The notes in the browser's storage, an item for each.
struct NoteStore {
    private let storage = window.localStorage
    private static let prefix = "note "

    /// All notes, the youngest first.
    func all() -> [Note] {
        var notes: [Note] = []
        for index in 0..<storage.length {
            guard let key = storage.key(index: index), key.hasPrefix(Self.prefix), let id = Int(key.dropFirst(Self.prefix.count)),
                let text = storage.getItem(key: key)
            else { continue }
            notes.append(Note(id: id, text: text))
        }
        return notes.sorted { $0.id > $1.id }
    }

    /// Throws where the storage is full.
    func save(_ note: Note) throws(JSError) {
        try storage.setItem(key: Self.prefix + String(note.id), value: note.text)
    }

    func remove(_ note: Note) {
        storage.removeItem(key: Self.prefix + String(note.id))
    }
}
