import Foundation

/// Foundation starts a child in a process group of its own, which Ctrl-C in the terminal does not reach: what ends the tool is
/// passed on to the child, or the compile would go on alone.
enum Interruption {
    /// The child that runs, or 0.
    nonisolated(unsafe) private static var child: Int32 = 0

    static func passOn(to processIdentifier: Int32) {
        child = processIdentifier
        for signalNumber in [SIGINT, SIGTERM, SIGHUP] {
            signal(signalNumber) { number in
                if Interruption.child > 0 { kill(-Interruption.child, number) }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    static func childHasEnded() {
        child = 0
    }
}
