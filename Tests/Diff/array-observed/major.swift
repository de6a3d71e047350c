final class Playlist: PlaylistExports {
    init() {}
    let lengths: [Double] = []
    var titles: [String] = []
}
