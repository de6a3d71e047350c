import BindgenServe
import Foundation

/// Ends a child from another thread, whether it runs already or not.
package final class Cancellation: Sendable {
    private struct State {
        var isCancelled = false
        var process: Int32?
    }

    private let state = Locked(State())

    /// Ends the child as Ctrl-C would, which SwiftPM knows; its whole process group has to, since each child has one of its own.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let process = state.process { kill(-process, SIGINT) }
        }
    }

    func began(_ process: Int32) {
        state.withLock { state in
            state.process = process
            if state.isCancelled { kill(-process, SIGINT) }
        }
    }

    /// To be called before the number of the process may be another one's: before it is waited for.
    func ended() {
        state.withLock { $0.process = nil }
    }
}
