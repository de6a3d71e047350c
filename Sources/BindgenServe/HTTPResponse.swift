import Foundation

/// What a request is answered with.
package struct HTTPResponse: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// The connection stays open and hears events (HTML, section 9.2).
        case events(EventHub)
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body

    package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(status: Int = 200, type: String, _ bytes: [UInt8]) {
        self.init(status: status, headers: [("Content-Type", type)], body: .bytes(bytes))
    }

    /// A sentence, for people and for programs.
    package static func text(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status: status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8))
    }

    static func refusal(_ fault: HTTPRequest.Fault) -> HTTPResponse {
        switch fault {
        case .malformed(let reason): .text(400, "This is no request of HTTP: \(reason).")
        case .bodyTooLong: .text(413, "The body is too long.")
        case .targetTooLong: .text(414, "The path is too long.")
        case .headTooLong: .text(431, "The headers are too long.")
        case .unsupported(let what): .text(501, "This server does not know \(what).")
        }
    }

    /// The head as it is sent. A response to HEAD has the same one (RFC 9110 section 9.3.2).
    func head(keepsAlive: Bool) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status) \(Self.reasons[status] ?? "")"]
        lines += headers.map { "\($0.name): \($0.value)" }
        if case .bytes(let bytes) = body, status != 304 { lines.append("Content-Length: \(bytes.count)") }
        lines.append("Connection: \(keepsAlive ? "keep-alive" : "close")")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private static let reasons = [
        200: "OK", 204: "No Content", 301: "Moved Permanently", 304: "Not Modified", 400: "Bad Request", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 413: "Content Too Large", 414: "URI Too Long",
        421: "Misdirected Request", 431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
        503: "Service Unavailable",
    ]
}
