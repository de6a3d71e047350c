import Foundation

/// Keeps two builds of one package apart: the second waits, so that what is in `dist` comes from one build.
///
/// The lock is the file's (flock(2)), so it ends with the process, whatever ends that.
final class BuildLock {
    private let descriptor: Int32

    /// - Parameters:
    ///   - package: the folder of the package; its `.build` is made.
    ///   - waiting: called with a sentence before the lock waits for another process.
    init(package: String, waiting: (String) -> Void) throws(BuildError) {
        let folder = package + "/.build"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw BuildError("cannot make \(folder): \(FileSystem.reason(error))")
        }
        // Beside the folder of the nested build, which is removed where the package was moved.
        let path = folder + "/bindgen.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw BuildError("cannot write \(path): \(String(cString: strerror(errno)))") }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { waiting("waiting for another build of this package\(BuildLock.holder(path))") }
            while flock(descriptor, LOCK_EX) != 0 {
                // A file system without locks: SwiftPM would have none either.
                if errno != EINTR { break }
            }
        }
        ftruncate(descriptor, 0)
        let process = Array("\(ProcessInfo.processInfo.processIdentifier)".utf8)
        pwrite(descriptor, process, process.count, 0)
    }

    private static func holder(_ path: String) -> String {
        guard let text = FileSystem.read(path).map({ String(decoding: $0, as: UTF8.self) }), let process = Int(text) else {
            return ""
        }
        return " (process \(process))"
    }

    deinit {
        close(descriptor)
    }
}
