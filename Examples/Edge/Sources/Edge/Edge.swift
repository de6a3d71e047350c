import BindgenRuntime

enum Edge: EdgeExports {
    static func fetch(request: Request) async throws(JSError) -> Response {
        let target = Target(request.url)
        switch (request.method, target.path) {
        case ("GET", "/"): return Response(body: "Swift answers.\n")
        case ("GET", "/hello"):
            let name = target.value(of: "name") ?? "world"
            return json("{\"greeting\":\(quoted("Hello, \(name)!")),\"letters\":\(name.unicodeScalars.count)}")
        case ("POST", "/count"): return try await count(request)
        case ("POST", "/upper"): return upper(request)
        default: return Response(body: "There is no \(target.path).\n", init: ResponseInit(status: 404))
        }
    }

    private static func json(_ text: String) -> Response {
        Response(body: text, init: ResponseInit(headers: ["content-type": "application/json"]))
    }

    /// Counts while the body arrives.
    private static func count(_ request: Request) async throws(JSError) -> Response {
        var (words, bytes, isInWord) = (0, 0, false)
        if let body = request.body {
            for try await chunk in body {
                bytes += chunk.count
                for byte in chunk where isInWord == (byte <= 0x20) {
                    isInWord.toggle()
                    if isInWord { words += 1 }
                }
            }
        }
        return json("{\"words\":\(words),\"bytes\":\(bytes)}")
    }

    /// Sends each piece on when somebody reads it.
    private static func upper(_ request: Request) -> Response {
        guard let body = request.body else { return Response(body: "") }
        // A module has one thread, so this may go into the sequence.
        nonisolated(unsafe) var pieces = body.makeAsyncIterator()
        return Response(
            body: JSAsyncSequence { () async throws(JSError) -> [UInt8]? in
                try await pieces.next()?.map { (97...122).contains($0) ? $0 - 32 : $0 }
            })
    }
}

/// The part of a URL behind the host.
struct Target {
    private(set) var path = "/"
    private var query: [(name: String, value: String)] = []

    init(_ url: String) {
        let bytes = Array(url.utf8)
        // Behind the slashes of `https://`.
        var slashes = 0
        guard
            let start = bytes.firstIndex(where: { byte in
                if byte == UInt8(ascii: "/") { slashes += 1 }
                return slashes == 3
            })
        else { return }
        let rest = bytes[start...].prefix { $0 != UInt8(ascii: "#") }
        let end = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
        path = String(decoding: rest[..<end], as: UTF8.self)
        for pair in rest[end...].dropFirst().split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            query.append((Self.decoded(pair[..<equals]), Self.decoded(pair[equals...].dropFirst())))
        }
    }

    func value(of name: String) -> String? {
        for pair in query where pair.name == name { return pair.value }
        return nil
    }

    /// `application/x-www-form-urlencoded` (URL 5.1).
    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = digit(rest[rest.startIndex]),
                let low = digit(rest[rest.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

/// A string of JSON (ECMA-404).
private func quoted(_ text: String) -> String {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    let digits = Array("0123456789abcdef".utf8)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: result.append(byte)
        }
    }
    return String(decoding: result + [UInt8(ascii: "\"")], as: UTF8.self)
}
