import Foundation

/// The pages that hear events. Each gets the latest event when it comes, and all later ones.
package final class EventHub: Sendable {
    private struct State {
        var listeners: [Socket] = []
        var latest: [UInt8] = []
    }

    private let state = Locked(State())

    package init() {}

    /// Tells all pages. A page that cannot take it at once is dropped; it connects again by itself.
    package func send(_ data: String) {
        // Each line of the data is a field of its own.
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }
        let message = Array((lines.joined() + "\n").utf8)
        state.withLock { state in
            state.latest = message
            state.listeners.removeAll { !$0.writeAtOnce(message) }
        }
    }

    /// A comment, which finds out who has gone.
    package func beat() {
        state.withLock { state in state.listeners.removeAll { !$0.writeAtOnce(Array(":\n\n".utf8)) } }
    }

    package var count: Int { state.withLock { $0.listeners.count } }

    func add(_ socket: Socket) {
        state.withLock { state in
            if socket.writeAtOnce(Array("retry: 500\n\n".utf8) + state.latest) { state.listeners.append(socket) }
        }
    }
}
