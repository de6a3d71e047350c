import BindgenRuntime
import WASI

enum Disk: DiskExports {
    static func later() -> UInt32 {
        guard let before = try? SystemClock.monotonic.now(), let after = try? SystemClock.monotonic.now() else { return 0 }
        return after >= before ? 1 : 0
    }
}

/// Tells what each operation does, a line for each, below the folder `disk` that it makes and removes.
@main
struct Trial {
    static func main() {
        do throws(SystemError) {
            try start()
            try FileSystem.makeFolder("disk")
            try files()
            try folders()
            try FileSystem.removeFolder("disk")
            refusals()
            try system()
        } catch {
            say("unexpected: \(error.operation): \(error.description)")
        }
        Program.exit(7)
    }

    static func say(_ line: String) { print(line) }

    static func start() throws(SystemError) {
        let arguments = try Program.arguments().dropFirst()
        say("arguments: \(arguments.map { "[\($0)]" }.joined(separator: " "))")
        say("GREETING: \(try Program.variable("GREETING") ?? "none"), MISSING: \(try Program.variable("MISSING") ?? "none")")
    }

    static func files() throws(SystemError) {
        let path = "disk/a file"
        try FileSystem.write(Array("Grüße".utf8), to: path)
        let appended = try File(path, .append)
        try appended.write(", WASI")
        try appended.close()
        try appended.close()
        say("appended: \(String(decoding: try FileSystem.read(path), as: UTF8.self))")

        let file = try File(path, .update)
        say("seek: \(try file.seek(to: -4, from: .end)), \(String(decoding: try file.read(upTo: 2), as: UTF8.self))")
        say("seek back: \(try file.seek(to: -1, from: .current)), \(String(decoding: try file.read(upTo: 100), as: UTF8.self))")
        say("at the end: \(try file.read(upTo: 100).count)")
        try file.seek(to: 15)
        try file.write("!")
        try file.sync()
        say("with a hole: \(try FileSystem.read(path).suffix(4).map { "\($0)" }.joined(separator: " "))")
        try file.resize(to: 5)
        let info = try file.info()
        say("cut: \(info.size), \(info.kind == .file ? "file" : "other"), \(info.modified > 0 ? "dated" : "not dated")")
        try file.close()
        say(
            "anew: \(outcome { () throws(SystemError) in try FileSystem.write([1], to: path) }), \(try FileSystem.info(path).size)"
        )
        say("new: \(outcome { () throws(SystemError) in _ = try File(path, .create) })")
        let reading = try File(path)
        say(
            "to write what is read: \(outcome { () throws(SystemError) in try reading.write([2]) } == "done" ? "done" : "refused")"
        )
        say("negative: \(outcome { () throws(SystemError) in try reading.seek(to: -1) })")
        try reading.close()
        say("closed: \(outcome { () throws(SystemError) in _ = try reading.read(upTo: 1) })")
        try FileSystem.write([3, 4], to: "disk/other")
        if try !rename("disk/other", to: path) {
            try FileSystem.write([3, 4], to: path)
            try FileSystem.removeFile("disk/other")
        }
        say("renamed over: \(try FileSystem.read(path).map { "\($0)" }.joined(separator: " ")), \(exists("disk/other"))")
        try FileSystem.removeFile(path)
        say("removed: \(exists(path))")
    }

    static func folders() throws(SystemError) {
        try FileSystem.makeFolder("disk/many")
        for number in 0..<300 {
            try FileSystem.write([], to: "disk/many/\(number) with a name that is long enough for several reads")
        }
        try FileSystem.makeFolder("disk/many/0 folder")
        let entries = try FileSystem.list("disk/many")
        say("many: \(entries.count), \(entries.filter { $0.kind == .folder }.map { $0.name }.joined(separator: " "))")
        say("all different: \(Set(entries.map { $0.name }).count)")
        say("again: \(outcome { () throws(SystemError) in try FileSystem.makeFolder("disk/many") })")
        say("not empty: \(outcome { () throws(SystemError) in try FileSystem.removeFolder("disk/many") })")
        let folder = try rename("disk/many", to: "disk/more") ? "disk/more" : "disk/many"
        for entry in try FileSystem.list(folder) where entry.kind == .file {
            try FileSystem.removeFile("\(folder)/\(entry.name)")
        }
        try FileSystem.removeFolder("\(folder)/0 folder")
        try FileSystem.removeFolder(folder)
        say("left: \(try FileSystem.list("/disk/").count)")
    }

    static func refusals() {
        say("read: \(outcome { () throws(SystemError) in _ = try FileSystem.read("nothing") })")
        say("list: \(outcome { () throws(SystemError) in _ = try FileSystem.list("nothing/at/all") })")
        say("removeFile: \(outcome { () throws(SystemError) in try FileSystem.removeFile("nothing") })")
        let renamed = outcome { () throws(SystemError) in try FileSystem.rename("nothing", to: "something") }
        say("rename: \(renamed == "notsup" ? "noent" : renamed)")
        say("empty path: \(outcome { () throws(SystemError) in _ = try FileSystem.info("") })")
        say("a zero in it: \(outcome { () throws(SystemError) in _ = try FileSystem.info("a\0b") })")
    }

    static func system() throws(SystemError) {
        let before = try SystemClock.monotonic.now()
        let slept = outcome { () throws(SystemError) in try SystemClock.sleep(nanoseconds: 2_000_000) }
        let passed = try SystemClock.monotonic.now() - before
        say("sleep: \(slept == "notsup" || passed >= 1_000_000 ? "as long as it takes" : "\(slept) \(passed)")")
        say(
            "now: \(try SystemClock.realtime.now() > 1_700_000_000_000_000_000 ? "later than 2023" : "\(try SystemClock.realtime.now())")"
        )
        let bytes = try RandomBytes.make(100_000)
        say("random: \(bytes.count), \(Set(bytes).count)")
        say("to an error: \(outcome { () throws(SystemError) in try File.standardError.write("an error\n") })")
    }

    /// Whether the host could do it: wasmkit's renames nothing, and says so.
    static func rename(_ path: String, to other: String) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try FileSystem.rename(path, to: other)
            return true
        } catch {
            guard error.code == .notsup || error.code == .nosys else { throw error }
            return false
        }
    }

    static func exists(_ path: String) -> Bool { (try? FileSystem.info(path)) != nil }

    static func outcome(_ body: () throws(SystemError) -> Void) -> String {
        do throws(SystemError) {
            try body()
            return "done"
        } catch {
            switch error.code {
            case .noent: return "noent"
            case .exist: return "exist"
            case .badf: return "badf"
            case .inval: return "inval"
            case .notempty: return "notempty"
            case .notsup: return "notsup"
            default: return "\(error.code.rawValue)"
            }
        }
    }
}
