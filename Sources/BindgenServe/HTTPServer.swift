import Foundation

/// A server of HTTP/1.1 for development: one thread for each connection, few of them, none for long.
package final class HTTPServer: Sendable {
    package typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

    /// Seconds.
    package struct Patience: Sendable {
        /// For a request, from its first byte to its last.
        package var request: Double = 10
        /// For the next request of a connection.
        package var idle: Double = 20
        /// For a client that takes nothing of what it is sent.
        package var write: Double = 20

        package init() {}
    }

    private let socket: ListeningSocket
    private let handler: Handler
    private let patience: Patience
    private let mostConnections: Int
    private let connections = Locked(0)

    package var port: UInt16 { socket.port }

    package init(socket: ListeningSocket, patience: Patience = Patience(), mostConnections: Int = 200, handler: @escaping Handler)
    {
        self.socket = socket
        self.patience = patience
        self.mostConnections = mostConnections
        self.handler = handler
    }

    /// Begins to take connections, on threads of its own, until the process ends.
    package func start() {
        Self.run { [self] in
            while true {
                guard let client = socket.accept() else { continue }
                let isWelcome = connections.withLock { count in
                    if count >= mostConnections { return false }
                    count += 1
                    return true
                }
                if !isWelcome {
                    _ = client.writeAtOnce(Self.bytes(of: .text(503, "There are too many connections.")))
                    continue
                }
                Self.run { [self] in
                    converse(with: client)
                    connections.withLock { $0 -= 1 }
                }
            }
        }
    }

    private static func run(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 1 << 20
        thread.start()
    }

    private static func bytes(of response: HTTPResponse) -> [UInt8] {
        guard case .bytes(let body) = response.body else { return [] }
        return response.head(keepsAlive: false) + body
    }

    private func converse(with client: Socket) {
        var reader = RequestReader(socket: client, patience: patience)
        while true {
            var request: HTTPRequest
            do {
                guard let next = try reader.next() else { return }
                request = next
            } catch {
                if client.write(Self.bytes(of: .refusal(error)), patience: patience.write) { client.finish() }
                return
            }
            request.isLocal = client.isLocal
            let response = handler(request)
            guard answer(request, with: response, on: client) else { return }
        }
    }

    /// - Returns: Whether the connection goes on.
    private func answer(_ request: HTTPRequest, with response: HTTPResponse, on client: Socket) -> Bool {
        let isHead = request.method == "HEAD"
        switch response.body {
        case .events(let hub):
            // The end of the events is the end of the connection.
            if client.write(response.head(keepsAlive: false), patience: patience.write), !isHead { hub.add(client) }
            return false
        case .bytes(let body):
            let hasBody = !isHead && response.status != 304 && response.status != 204
            let message = response.head(keepsAlive: request.keepsAlive) + (hasBody ? body : [])
            guard client.write(message, patience: patience.write) else { return false }
            if !request.keepsAlive { client.finish() }
            return request.keepsAlive
        }
    }
}

/// Reads the requests of a connection, one after the other.
private struct RequestReader {
    let socket: Socket
    let patience: HTTPServer.Patience
    /// What has come and is not read yet.
    var buffer: [UInt8] = []

    init(socket: Socket, patience: HTTPServer.Patience) {
        self.socket = socket
        self.patience = patience
    }

    /// The next request; nil where the client has ended or said nothing in time.
    mutating func next() throws(HTTPRequest.Fault) -> HTTPRequest? {
        if buffer.isEmpty {
            guard let bytes = socket.read(upTo: 16_384, until: Date(timeIntervalSinceNow: patience.idle)) else { return nil }
            buffer = bytes
        }
        let deadline = Date(timeIntervalSinceNow: patience.request)
        guard let head = try readHead(until: deadline) else { return nil }
        var request = try HTTPRequest(head: head)
        let length = try request.bodyLength()
        if length > buffer.count, request.headers["expect"]?.lowercased() == "100-continue" {
            _ = socket.writeAtOnce(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        while buffer.count < length {
            guard let bytes = socket.read(upTo: 65_536, until: deadline) else { return nil }
            buffer += bytes
        }
        request.body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return request
    }

    /// The bytes up to the empty line, which is taken away.
    private mutating func readHead(until deadline: Date) throws(HTTPRequest.Fault) -> [UInt8]? {
        var searched = 0
        while true {
            // RFC 9112 section 2.2: empty lines before a request are passed over, and a line may end in LF alone.
            while let first = buffer.first, first == 0x0D || first == 0x0A {
                buffer.removeFirst()
                searched = 0
            }
            for index in max(1, searched)..<max(1, buffer.count) where buffer[index] == 0x0A {
                let isEmptyLine =
                    buffer[index - 1] == 0x0A || (index >= 2 && buffer[index - 1] == 0x0D && buffer[index - 2] == 0x0A)
                guard isEmptyLine else { continue }
                let head = Array(buffer[..<index])
                buffer.removeFirst(index + 1)
                return head.last == 0x0D ? head.dropLast() : head
            }
            searched = buffer.count
            if buffer.count > HTTPRequest.longestHead {
                let hasLine = buffer.prefix(HTTPRequest.longestTarget).contains(0x0A)
                throw hasLine ? .headTooLong : .targetTooLong
            }
            guard let bytes = socket.read(upTo: 16_384, until: deadline) else { return nil }
            buffer += bytes
        }
    }
}
