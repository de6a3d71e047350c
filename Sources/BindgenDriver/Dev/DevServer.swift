import BindgenServe
import Foundation

/// What the development server serves, and to whom.
package struct DevServer: Sendable {
    package var host = "127.0.0.1"
    package var port: UInt16 = 8000
    /// Send COOP and COEP, so that pages may use shared memory (HTML, section 7.1.3).
    package var isIsolated = false
    /// Compress for this machine's own browsers, too.
    package var compresses = false

    package init() {}

    /// Where what belongs to the tool stands in the server's paths.
    static let ownPrefix = "/.bindgen/"

    /// Begins to serve a package.
    /// - Parameter module: the folder that stands at `/dist/`.
    /// - Returns: The port.
    package func start(package folder: String, module: String, status: DevStatus) throws(BuildError) -> UInt16 {
        let socket: ListeningSocket
        do {
            socket = try ListeningSocket.open(host: host, port: port)
        } catch {
            throw BuildError(error.message)
        }
        let files = files(package: folder, module: module, status: status)
        let check = HostCheck(name: host)
        let server = HTTPServer(socket: socket) { request in
            guard check.accepts(request.headers["host"]) else {
                return .text(
                    421,
                    "This server answers to addresses, to localhost and to the name that --host gives, not to "
                        + "\(request.headers["host"] ?? "").")
            }
            if request.path.hasPrefix(Self.ownPrefix) { return own(request, status) }
            if request.path.hasPrefix("/dist/") { status.waitForFirstBuild() }
            return files.respond(to: request) { missing($0, folder: folder, status: status) }
        }
        server.start()
        return server.port
    }

    private func files(package folder: String, module: String, status: DevStatus) -> FileResponder {
        let tree = FileTree([.init(prefix: "/", folder: folder), .init(prefix: "/dist/", folder: module)])
        var files = FileResponder(tree: tree)
        files.compressesLocally = compresses
        files.coding = InstalledCodings.contentCoding()
        files.headers = headers
        files.insertion = { Self.script(status) }
        return files
    }

    private var headers: [(name: String, value: String)] { isIsolated ? Self.isolation : [] }

    /// HTML, section 7.1.3 and 7.1.4.
    static var isolation: [(name: String, value: String)] {
        [
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Document-Isolation-Policy", "isolate-and-require-corp"),
        ]
    }

    /// The element that connects a page with this server. It has an address of its own and no text, which more policies allow.
    private static func script(_ status: DevStatus) -> String {
        "<script async src=\"\(ownPrefix)client.js?\(status.query.replacingOccurrences(of: "&", with: "&amp;"))\"></script>"
    }

    private func own(_ request: HTTPRequest, _ status: DevStatus) -> HTTPResponse {
        var response: HTTPResponse
        switch request.path.dropFirst(Self.ownPrefix.count) {
        case "client.js":
            response = HTTPResponse(type: "text/javascript; charset=utf-8", Array(JSRuntime.devClient.utf8))
        case "events":
            response = HTTPResponse(headers: [("Content-Type", "text/event-stream")], body: .events(status.hub))
        default:
            response = .text(404, "There is nothing here.")
        }
        response.headers += headers + [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        return response
    }

    /// A page for what is not there, which hears of errors too: a package without a page is where many begin.
    private func missing(_ request: HTTPRequest, folder: String, status: DevStatus) -> HTTPResponse {
        let wantsPage = request.headers["accept"]?.contains("text/html") == true
        if !wantsPage { return .text(404, "There is no \(request.path).") }
        let name = URL(fileURLWithPath: folder).lastPathComponent
        let advice =
            request.path == "/"
            ? "Write an index.html into \(name), and it is shown here."
            : "There is no such file in \(name)."
        let page = """
            <!doctype html><html lang="en"><head>\(Self.script(status))<meta charset="utf-8"><title>\(Self.escape(name))</title>
            <meta name="color-scheme" content="light dark"></head>
            <body><h1>\(Self.escape(request.path))</h1><p>\(Self.escape(advice))</p></body></html>

            """
        return HTTPResponse(status: 404, type: "text/html; charset=utf-8", Array(page.utf8))
    }

    private static func escape(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }
}
