import Foundation

/// The folder of the nested build, `.build/bindgen` in the user's package.
///
/// What the compiler caches there names absolute paths. In a package that was moved or copied together with it, a build would
/// fail with `missing required module 'SwiftShims'`, so the folder remembers where it was made.
struct ScratchFolder {
    var package: String

    var path: String { package + "/.build/bindgen" }
    private var note: String { path + "/made-in.txt" }

    /// Makes sure that what is there was made for the package where it stands now, and removes it otherwise.
    /// - Returns: A remark for the user where something had to be removed.
    func claim() throws(BuildError) -> String? {
        let place = URL(fileURLWithPath: package).resolvingSymlinksInPath().path
        let noted = FileSystem.read(note).map { String(decoding: $0, as: UTF8.self) }
        if noted == place { return nil }
        let isStale = FileSystem.exists(path + "/build.db")
        if isStale {
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw BuildError(
                    "\(path) was made for a package in another folder and cannot be used here; remove it: "
                        + error.localizedDescription)
            }
        }
        try FileWriter(folder: path).write([OutputFile(path: "made-in.txt", text: place)])
        if !isStale { return nil }
        return noted.map { "the package was moved here from \($0), so everything was compiled anew" }
            ?? "\(path) did not say where it was made, so everything was compiled anew"
    }
}
