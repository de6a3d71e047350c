import Foundation

/// A port of this machine where connections are taken.
package final class ListeningSocket: Sendable {
    package struct Failure: Error, Sendable {
        package var message: String
    }

    private let descriptor: Int32
    package let port: UInt16

    /// Takes `port` of `host`, or the next port that is free; 0 stands for any.
    package static func open(host: String, port: UInt16, attempts: Int = 50) throws(Failure) -> ListeningSocket {
        var reason = ""
        for offset in 0..<attempts {
            guard let candidate = UInt16(exactly: Int(port) + offset) else { break }
            switch attempt(host, candidate) {
            case .success(let socket): return socket
            case .failure(let error):
                reason = String(cString: strerror(error.number))
                if let message = error.message { throw Failure(message: message) }
                if error.number != EADDRINUSE { throw Failure(message: "cannot listen on \(host), port \(candidate): \(reason)") }
            }
        }
        throw Failure(message: "cannot listen on \(host): \(reason), from port \(port) on")
    }

    private struct SystemError: Error {
        var number: Int32
        var message: String?
    }

    private init(descriptor: Int32, port: UInt16) {
        self.descriptor = descriptor
        self.port = port
    }

    deinit {
        close(descriptor)
    }

    private static func attempt(_ host: String, _ port: UInt16) -> Result<ListeningSocket, SystemError> {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = streamType
        hints.ai_flags = AI_PASSIVE
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        guard status == 0, let address = list else {
            let reason = String(cString: gai_strerror(status))
            return .failure(SystemError(number: 0, message: "`\(host)` is no address of this machine: \(reason)"))
        }
        defer { freeaddrinfo(list) }
        let descriptor = socket(address.pointee.ai_family, streamType, 0)
        if descriptor < 0 { return .failure(SystemError(number: errno)) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        makeNonBlocking(descriptor)
        guard bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0, listen(descriptor, 128) == 0 else {
            let number = errno
            close(descriptor)
            return .failure(SystemError(number: number))
        }
        return .success(ListeningSocket(descriptor: descriptor, port: localPort(of: descriptor)))
    }

    /// Waits for the next connection.
    func accept() -> Socket? {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&request, 1, 1000) <= 0 { return nil }
        let (accepted, address) = withAddress { systemAccept(descriptor, $0, $1) }
        if accepted < 0 {
            // Out of descriptors, for instance: the connections that are open have to end first.
            usleep(20_000)
            return nil
        }
        return Socket(descriptor: accepted, isLocal: isLoopback(address))
    }
}

#if canImport(Darwin) || canImport(Musl)
private let streamType = SOCK_STREAM
#else
private let streamType = Int32(SOCK_STREAM.rawValue)
#endif

/// Within the class, `accept` is its own.
private func systemAccept(
    _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ length: UnsafeMutablePointer<socklen_t>
) -> Int32 {
    accept(descriptor, address, length)
}

private func withAddress<Result>(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
) -> (Result, sockaddr_storage) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
    }
    return (result, storage)
}

private func localPort(of descriptor: Int32) -> UInt16 {
    let (_, address) = withAddress { getsockname(descriptor, $0, $1) }
    return withUnsafePointer(to: address) { pointer in
        // The port stands in the same place of an IPv4 and an IPv6 address.
        pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
    }
}

private func isLoopback(_ address: sockaddr_storage) -> Bool {
    withUnsafePointer(to: address) { pointer in
        if Int32(address.ss_family) == AF_INET {
            return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt32(bigEndian: $0.pointee.sin_addr.s_addr) >> 24 == 127
            }
        }
        return pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
            let bytes = withUnsafeBytes(of: address.pointee.sin6_addr) { Array($0) }
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF && bytes[12] == 127
            return isMapped || bytes == Array(repeating: 0, count: 15) + [1]
        }
    }
}
