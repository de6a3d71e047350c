import Foundation

/// A TCP connection. Reads and writes wait no longer than they are told to.
final class Socket: Sendable {
    let descriptor: Int32
    /// Whether the other end is on this machine.
    let isLocal: Bool

    init(descriptor: Int32, isLocal: Bool) {
        self.descriptor = descriptor
        self.isLocal = isLocal
        makeNonBlocking(descriptor)
        #if canImport(Darwin)
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    deinit {
        close(descriptor)
    }

    /// Up to `count` bytes as soon as there are some; nil at the end of the stream, after an error or when the time is over.
    func read(upTo count: Int, until deadline: Date) -> [UInt8]? {
        while wait(for: Int16(POLLIN), until: deadline) {
            var (received, reason) = (0, Int32(0))
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                received = recv(descriptor, buffer.baseAddress, count, 0)
                reason = errno
                initialized = max(0, received)
            }
            if received > 0 { return bytes }
            if received == 0 || (reason != EAGAIN && reason != EINTR) { return nil }
        }
        return nil
    }

    /// Writes all bytes. False where the other end has gone, or has taken nothing for `patience` seconds.
    func write(_ bytes: [UInt8], patience: TimeInterval) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, noSignal) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno != EAGAIN, errno != EINTR {
                return false
            } else if !wait(for: Int16(POLLOUT), until: Date(timeIntervalSinceNow: patience)) {
                return false
            }
        }
        return true
    }

    /// Writes what fits at once: all of it, or the connection is of no more use.
    func writeAtOnce(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, noSignal) } == bytes.count
    }

    /// Ends the conversation so that what was written last arrives: closing while bytes of the other end wait would discard it.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
        let deadline = Date(timeIntervalSinceNow: 0.5)
        var count = 0
        while count < 1 << 20, let bytes = read(upTo: 65_536, until: deadline) { count += bytes.count }
    }

    private func wait(for events: Int16, until deadline: Date) -> Bool {
        var request = pollfd(fd: descriptor, events: events, revents: 0)
        while true {
            let milliseconds = Int32(clamping: Int((deadline.timeIntervalSinceNow * 1000).rounded(.up)))
            if milliseconds <= 0 { return false }
            let count = poll(&request, 1, milliseconds)
            if count > 0 { return true }
            if count < 0, errno != EINTR { return false }
        }
    }
}

#if canImport(Darwin)
private let noSignal: Int32 = 0
#else
private let noSignal = Int32(MSG_NOSIGNAL)
#endif

/// Neither blocks a thread nor is inherited by the programs that the tool starts, which would keep the port taken.
func makeNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}
