import Foundation

/// A request of HTTP/1.0 or 1.1, whole (RFC 9112).
package struct HTTPRequest: Sendable {
    package var method: String
    /// The path, decoded; it begins with `/`.
    package var path: String
    package var query: String
    /// By lower-case name; the values of a name that occurs twice stand behind each other, with commas.
    package var headers: [String: String]
    package var body: [UInt8] = []
    /// Whether it comes from this machine.
    package var isLocal = true
    /// Whether the client wants to go on with this connection.
    var keepsAlive: Bool

    /// Why a request is refused, as a status.
    package enum Fault: Error, Equatable, Sendable {
        case malformed(String)
        case targetTooLong, headTooLong, bodyTooLong
        case unsupported(String)
    }

    static let longestTarget = 8_000
    static let longestHead = 32_000
    static let longestBody = 8_000_000

    /// Reads what stands before the body, the empty line left out.
    package init(head: some Sequence<UInt8>) throws(Fault) {
        guard let text = String(bytes: head, encoding: .utf8) else { throw .malformed("the request is no text") }
        var lines = text.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].utf8.allSatisfy(Self.isTokenByte) else {
            throw .malformed("the first line is not METHOD TARGET VERSION")
        }
        guard words[2].hasPrefix("HTTP/1."), words[2].count == 8 else { throw .unsupported("\(words[2])") }
        method = String(words[0])
        (path, query) = try Self.split(target: words[1])
        headers = try Self.fields(lines)
        let connection = headers["connection", default: ""].lowercased()
        keepsAlive = words[2] == "HTTP/1.0" ? connection.contains("keep-alive") : !connection.contains("close")
        if headers["host"] == nil, words[2] != "HTTP/1.0" { throw .malformed("there is no Host") }
        if headers["transfer-encoding"] != nil { throw .unsupported("a Transfer-Encoding") }
    }

    /// The bytes of the body that follow.
    func bodyLength() throws(Fault) -> Int {
        guard let text = headers["content-length"] else { return 0 }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .malformed("the Content-Length is no number")
        }
        guard let length = Int(text), length <= Self.longestBody else { throw .bodyTooLong }
        return length
    }

    /// RFC 9112 section 3.2: the origin form, or the absolute form, of which the path counts.
    private static func split(target: Substring) throws(Fault) -> (path: String, query: String) {
        if target.utf8.count > longestTarget { throw .targetTooLong }
        var rest = target
        for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
            if rest.isEmpty { rest = "/" }
        }
        guard rest.hasPrefix("/") else { throw .malformed("the target is no path") }
        let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) ?? rest.endIndex
        guard let path = percentDecoded(rest[..<end]) else { throw .malformed("the path is not percent-encoded UTF-8") }
        return (path, String(rest[end...].dropFirst()))
    }

    /// RFC 3986 section 2.1. Nil for broken escapes, for what is not UTF-8 then, and for the NUL that ends a path in C.
    package static func percentDecoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "%") {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes.contains(0) ? nil : String(bytes: bytes, encoding: .utf8)
    }

    private static func fields(_ lines: [Substring]) throws(Fault) -> [String: String] {
        var fields: [String: String] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line[..<colon].utf8.allSatisfy(isTokenByte)
            else {
                throw .malformed("a header is not NAME: VALUE")
            }
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            if let earlier = fields[name] {
                // Two that differ are how one request is made to look like another (RFC 9112 section 11.2).
                if name == "content-length" || name == "host" { throw .malformed("\(name) is there twice") }
                fields[name] = earlier + ", " + value
            } else {
                fields[name] = value
            }
        }
        return fields
    }

    /// RFC 9110 section 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
