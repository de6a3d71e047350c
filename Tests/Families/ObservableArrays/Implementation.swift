import BindgenRuntime

final class Track: TrackExports {
    let title: String
    init(title: String) { self.title = title }
}

final class Playlist: PlaylistExports {
    var titles: [String] = [] { didSet { changes += 1 } }
    var lengths: [Double] = [1, 2.5]
    var tracks: [Track] = []
    private(set) var changes: UInt32 = 0
    init() {}
    func shuffle() { titles.reverse() }
}

enum Shelves: ShelvesExports {
    static func rename(shelf: Shelf, name: String) -> String {
        var names = shelf.names
        names.append(name)
        shelf.names = names
        var total: Int32 = 0
        for size in shelf.sizes { total += size }
        return "\(names.count) \(total)"
    }
}
