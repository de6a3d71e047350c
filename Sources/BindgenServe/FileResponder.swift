import Foundation

/// Answers requests for files.
package struct FileResponder: Sendable {
    package var tree: FileTree
    /// Headers of every response.
    package var headers: [(name: String, value: String)] = []
    package var coding: ContentCoding?
    /// Whether this machine's own requests are compressed too, which takes longer than it saves.
    package var compressesLocally = false
    /// What every page of HTML gets, such as a script.
    package var insertion: (@Sendable () -> String)?

    package init(tree: FileTree) {
        self.tree = tree
    }

    /// - Parameter missing: the answer where there is no such file.
    package func respond(to request: HTTPRequest, missing: (HTTPRequest) -> HTTPResponse) -> HTTPResponse {
        guard request.method == "GET" || request.method == "HEAD" else {
            var response = HTTPResponse.text(405, "Files are read with GET and HEAD.")
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        var response: HTTPResponse
        switch tree.entry(request.path) {
        case .file(let path): response = file(path, request) ?? missing(request)
        case .folderWithoutSlash: response = redirect(to: request.path + "/", query: request.query)
        case .missing: response = missing(request)
        case .forbidden(let reason): response = .text(403, reason + ".")
        }
        response.headers += headers
        return response
    }

    private func redirect(to path: String, query: String) -> HTTPResponse {
        var allowed = CharacterSet.urlPathAllowed
        allowed.remove(";")
        // Two slashes at the start would name another host.
        let target = "/" + path.drop { $0 == "/" }
        let location = target.addingPercentEncoding(withAllowedCharacters: allowed) ?? "/"
        var response = HTTPResponse.text(301, "See \(location)")
        response.headers.append(("Location", query.isEmpty ? location : "\(location)?\(query)"))
        return response
    }

    private func file(_ path: String, _ request: HTTPRequest) -> HTTPResponse? {
        guard var bytes = FileManager.default.contents(atPath: path).map(Array.init) else { return nil }
        let type = MediaType.of(path)
        if type.hasPrefix("text/html"), let insertion { bytes = HTMLPage.insert(insertion(), into: bytes) }
        let tag = "\"\(Self.hash(bytes))\""
        var headers = [
            // What is rebuilt all the time is asked for all the time.
            (name: "Cache-Control", value: "no-store"), ("ETag", tag), ("X-Content-Type-Options", "nosniff"),
            ("Content-Type", type),
        ]
        if request.headers["if-none-match"]?.contains(tag) == true {
            return HTTPResponse(status: 304, headers: headers, body: .bytes([]))
        }
        let isWorthIt = !request.isLocal || compressesLocally
        if isWorthIt, let coding, MediaType.isCompressible(type), !type.hasPrefix("text/html"),
            bytes.count >= ContentCoding.smallest
        {
            headers.append(("Vary", "Accept-Encoding"))
            if let name = coding.choose(accepted: request.headers["accept-encoding"]),
                let compressed = coding.compressed(path, tag: tag, by: name)
            {
                headers.append(("Content-Encoding", name))
                bytes = compressed
            }
        }
        return HTTPResponse(headers: headers, body: .bytes(bytes))
    }

    /// FNV-1a over words of eight bytes: it tells contents apart, and nothing depends on it against malice.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { buffer in
            let words = buffer.count / 8
            for index in 0..<words {
                hash = (hash ^ buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 29
            }
            for index in (words * 8)..<buffer.count { hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01B3 }
        }
        return String(hash, radix: 16)
    }
}
