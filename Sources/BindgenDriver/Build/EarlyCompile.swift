import BindgenServe
import Foundation

/// A compile that runs while the module is planned: neither needs anything of the other. To plan a module takes up to a second where it uses
/// the platform's IDL, and the compiler leaves a processor free.
///
/// It says nothing before the plan is made, and ends where the plan has an error: the compiler's own errors would only follow from that.
final class EarlyCompile: Sendable {
    private struct State {
        var outcome: Result<WasmCompile.Outcome, BuildError>?
        /// What the compiler said, as long as nobody wants to know.
        var heldBack: [String] = []
        var isAwaited = false
    }

    private let state = Locked(State())
    private let ending = NSCondition()
    private let cancellation = Cancellation()
    private let progress: (@Sendable (String) -> Void)?

    init(_ compile: WasmCompile) {
        progress = compile.progress
        var compile = compile
        compile.cancellation = cancellation
        if compile.progress != nil { compile.progress = { self.say($0) } }
        let thread = Thread { [compile] in
            do throws(BuildError) {
                self.end(.success(try compile.run()))
            } catch {
                self.end(.failure(error))
            }
        }
        thread.start()
    }

    /// Waits for the module, and lets the compiler speak from here on.
    func outcome() throws(BuildError) -> WasmCompile.Outcome {
        state.withLock { state in
            state.isAwaited = true
            for line in state.heldBack { progress?(line) }
            state.heldBack = []
        }
        return try waited().get()
    }

    /// Ends the compile and waits until it has ended. Does nothing where it has ended already.
    func cancel() {
        cancellation.cancel()
        _ = waited()
    }

    private func waited() -> Result<WasmCompile.Outcome, BuildError> {
        ending.lock()
        defer { ending.unlock() }
        while true {
            if let outcome = state.withLock(\.outcome) { return outcome }
            ending.wait()
        }
    }

    private func end(_ outcome: Result<WasmCompile.Outcome, BuildError>) {
        ending.lock()
        defer { ending.unlock() }
        state.withLock { $0.outcome = outcome }
        ending.broadcast()
    }

    private func say(_ line: String) {
        state.withLock { state in
            if state.isAwaited { progress?(line) } else { state.heldBack.append(line) }
        }
    }
}
