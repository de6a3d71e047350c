package import BindgenServe
import Foundation

/// How far the work is, as the pages in browsers hear it.
package final class DevStatus: Sendable {
    package enum Phase: String, Encodable, Sendable {
        case building, good, failed
    }

    private struct Event: Encodable {
        /// Another one after the tool was started anew.
        var session: String
        /// Grows when a page that is open has to be loaded anew.
        var page = 0
        /// Grows when its style sheets have.
        var styles = 0
        var phase = Phase.building
        var problems: [BuildProblem] = []
    }

    package let hub = EventHub()
    private let state: Locked<Event>
    /// Held by a request that needs the first build's end.
    private let condition = NSCondition()
    nonisolated(unsafe) private var hasBuilt = false

    package init() {
        state = Locked(Event(session: String(UInt64.random(in: .min ... .max), radix: 36)))
    }

    /// The event that a page which is loaded now has seen.
    package var query: String {
        state.withLock { "session=\($0.session)&page=\($0.page)&styles=\($0.styles)" }
    }

    package func begin() {
        update { $0.phase = .building }
    }

    package func finish(_ problems: [BuildProblem], reloads: Bool) {
        // A page that was there before the first build was over has waited for its module.
        let isFirst = condition.withLock { !hasBuilt }
        update { event in
            event.phase = problems.isEmpty ? .good : .failed
            event.problems = problems
            if reloads, !isFirst { event.page += 1 }
        }
        condition.withLock {
            hasBuilt = true
            condition.broadcast()
        }
    }

    package func reloadPages() { update { $0.page += 1 } }
    package func reloadStyles() { update { $0.styles += 1 } }

    /// Waits for the end of the first build.
    package func waitForFirstBuild() {
        let deadline = Date(timeIntervalSinceNow: 600)
        condition.withLock { while !hasBuilt, condition.wait(until: deadline) {} }
    }

    private func update(_ change: (inout Event) -> Void) {
        let text = state.withLock { event in
            change(&event)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return (try? encoder.encode(event)).map { String(decoding: $0, as: UTF8.self) }
        }
        if let text { hub.send(text) }
    }
}
