import BindgenServe
import Foundation

/// Ends a child and all that it started when it takes too long.
struct TimeLimit {
    private enum State {
        case waiting, late, over
    }

    private let state = Locked(State.waiting)

    init(seconds: Double, process: Int32) {
        let state = state
        let thread = Thread {
            let deadline = Date(timeIntervalSinceNow: seconds)
            while deadline.timeIntervalSinceNow > 0 {
                usleep(50_000)
                if state.withLock({ $0 == .over }) { return }
            }
            state.withLock { state in
                if state == .over { return }
                state = .late
                kill(-process, SIGKILL)
            }
        }
        thread.start()
    }

    /// The child has ended. True where it was this limit that ended it.
    func end() -> Bool {
        state.withLock { state in
            defer { state = .over }
            return state == .late
        }
    }
}
