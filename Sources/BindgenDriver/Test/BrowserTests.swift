import BindgenServe
import Foundation

/// Runs test files in a browser: each in a page of its own, which posts its results and goes on to the next.
struct BrowserTests {
    var package: String
    var files: [String]
    var filter: String?
    /// The module's folder, which stands at `/dist/`.
    var module: String
    var moduleName: String
    var isIsolated: Bool
    /// For how many seconds a browser may say nothing.
    var patience: Double

    /// What a page posts: a file begins, a test has ended, something was logged, the page was left, all is over.
    struct Event: Decodable, Sendable {
        /// The index of the page's file.
        var page: Int?
        var left: Bool?
        var file: String?
        var name: [String]?
        var outcome: String?
        var milliseconds: Double?
        var error: String?
        var log: String?
        var end: Bool?
    }

    private static let prefix = "/.bindgen/"

    func run(in browser: Browser, tell: (Event) -> Void) throws(BuildError) {
        let events = EventQueue()
        // Only the pages that are opened here know where results are posted.
        let results = Self.prefix + "results/" + String(UInt64.random(in: .min ... .max), radix: 36)
        let address = try serve(results: results, into: events)
        let profile = ScratchFolder(package: package).path + "/\(browser.kind.rawValue)-profile"
        var index = 0
        // One browser for all files; a file that ends without an answer takes its browser along.
        while index < files.count {
            let open = try browser.open(address + Self.prefix + "tests/\(index)", profile: profile)
            defer { open.close() }
            guard let failure = try follow(open, browser.kind.rawValue, from: &index, events, tell) else { return }
            tell(Event(name: [files[index]], outcome: "failed", milliseconds: 0, error: failure))
            index += 1
        }
    }

    /// Tells what the pages of a browser say, from one file on.
    /// - Parameter index: the file whose page is open; it is counted on as they follow each other.
    /// - Returns: Why the last file has no result; nil when all is over.
    private func follow(
        _ open: OpenBrowser, _ name: String, from index: inout Int, _ events: EventQueue, _ tell: (Event) -> Void
    ) throws(BuildError) -> String? {
        var last: String?
        while true {
            guard let event = events.next(within: patience, while: { open.isRunning }) else {
                let isRunning = open.isRunning
                let what = isRunning ? "has said nothing for \(Int(patience)) s" : "has ended"
                // A browser that shows no page at all shows no other either.
                guard let last else { throw BuildError("\(name) \(what), after it was started", details: open.lastWords) }
                return "\(name) \(what), after \(last)" + (isRunning || open.lastWords.isEmpty ? "" : "\n" + open.lastWords)
            }
            // What the page of an earlier browser has posted in its last moment.
            guard let page = event.page, page >= index, page < files.count else { continue }
            index = page
            if event.left == true {
                return
                    "the page was left, by `location`, a link, a form or `close()`, after \(last ?? "it was opened"); a test file "
                    + "has to stay in its page"
            }
            if let file = event.file { last = "it began \(file.dropFirst())" }
            if let name = event.name { last = "`\(name.joined(separator: " > "))`" }
            if event.end == true { return nil }
            tell(event)
        }
    }

    private func serve(results: String, into events: EventQueue) throws(BuildError) -> String {
        let socket: ListeningSocket
        do {
            socket = try ListeningSocket.open(host: "127.0.0.1", port: 0)
        } catch {
            throw BuildError(error.message)
        }
        var responder = FileResponder(
            tree: FileTree([.init(prefix: "/", folder: package), .init(prefix: "/dist/", folder: module)]))
        if isIsolated { responder.headers = DevServer.isolation }
        let (files, tests, check) = (responder, self, HostCheck(name: nil))
        let server = HTTPServer(socket: socket) { request in
            guard check.accepts(request.headers["host"]) else { return .text(421, "This server is for tests alone.") }
            if request.method == "POST", request.path == results {
                if let event = try? JSONDecoder().decode(Event.self, from: Data(request.body)) { events.add(event) }
                return .text(200, "")
            }
            guard request.path.hasPrefix(Self.prefix) else {
                return files.respond(to: request) { .text(404, "There is no \($0.path).") }
            }
            var response = tests.own(String(request.path.dropFirst(Self.prefix.count)), results: results)
            response.headers += files.headers + [("Cache-Control", "no-store")]
            return response
        }
        server.start()
        return "http://127.0.0.1:\(server.port)"
    }

    private func own(_ name: String, results: String) -> HTTPResponse {
        if let script = JSRuntime.testScripts[name] {
            return HTTPResponse(type: "text/javascript; charset=utf-8", Array(script.utf8))
        }
        if name.hasPrefix("tests/"), let index = Int(name.dropFirst("tests/".count)), files.indices.contains(index) {
            return HTTPResponse(type: "text/html; charset=utf-8", Array(page(index, results: results).utf8))
        }
        return .text(404, "There is nothing here.")
    }

    /// The import map makes the files that run in Node run here: Node's own modules, and the module's entry for Node.
    private func page(_ index: Int, results: String) -> String {
        struct Job: Encodable {
            var file: String
            var page: Int
            var next: String?
            var filter: String?
            var results: String

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(file, forKey: .file)
                try container.encode(page, forKey: .page)
                // JSON's null, for what would be left out otherwise.
                try container.encode(next, forKey: .next)
                try container.encode(filter, forKey: .filter)
                try container.encode(results, forKey: .results)
            }

            enum CodingKeys: CodingKey { case file, page, next, filter, results }
        }
        let next = index + 1 < files.count ? Self.prefix + "tests/\(index + 1)" : nil
        let job = Job(file: "/" + Self.encoded(files[index]), page: index, next: next, filter: filter, results: results)
        let name = OutputNames.packageName(moduleName: moduleName)
        let imports: [String: String] = [
            "node:test": Self.prefix + "node-test.js", "node:assert": Self.prefix + "node-assert.js",
            "node:assert/strict": Self.prefix + "node-assert-strict.js", "/dist/\(name).node.js": "/dist/\(name).js",
            "/dist/\(name).instance.node.js": "/dist/\(name).instance.js",
        ]
        return """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(index + 1) of \(files.count)</title>
            <link rel="icon" href="data:,">
            <script type="importmap">\(Self.json(["imports": imports]))</script>
            <script type="application/json" id="job">\(Self.json(job))</script>
            <script type="module" src="\(Self.prefix)run-tests.js"></script>
            </head><body></body></html>

            """
    }

    /// JSON within a `<script>`, which ends at the first `</script`.
    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
        return text.replacingOccurrences(of: "<", with: "\\u003c")
    }

    private static func encoded(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
}

/// Events on their way from the server's threads to the one that waits for them.
final class EventQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var events: [BrowserTests.Event] = []

    func add(_ event: BrowserTests.Event) {
        condition.withLock {
            events.append(event)
            condition.signal()
        }
    }

    /// The next event; nil when none comes in time, or when `isAlive` is no longer true.
    func next(within seconds: Double, while isAlive: () -> Bool) -> BrowserTests.Event? {
        let deadline = Date(timeIntervalSinceNow: seconds)
        return condition.withLock {
            while events.isEmpty {
                if Date() >= deadline || !isAlive() { return nil }
                _ = condition.wait(until: min(deadline, Date(timeIntervalSinceNow: 0.2)))
            }
            return events.removeFirst()
        }
    }
}
