import Foundation

/// What ends the tool from outside: Ctrl-C, `kill`, a terminal that is closed.
///
/// Foundation starts a child in a process group of its own, which Ctrl-C in the terminal does not reach: what ends the tool is
/// passed on to the children, or the compile would go on alone.
enum Interruption {
    /// The process groups of the children that run; 0 marks a free place. A handler of signals may do no more than look at it.
    nonisolated(unsafe) private static let children: UnsafeMutableBufferPointer<Int32> = {
        let places = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 64)
        places.initialize(repeating: 0)
        return places
    }()
    private static let lock = NSLock()
    /// How many pieces of work must come to their end first.
    nonisolated(unsafe) private static var heldBackCount = 0
    /// The signal that came while signals were held back, or 0.
    nonisolated(unsafe) private static var waiting: Int32 = 0

    static func passOn(to processIdentifier: Int32) {
        lock.withLock {
            if let place = children.firstIndex(of: 0) { children[place] = processIdentifier }
            listen()
        }
    }

    static func childHasEnded(_ processIdentifier: Int32) {
        lock.withLock {
            if let place = children.firstIndex(of: processIdentifier) { children[place] = 0 }
        }
    }

    /// Runs `body` to its end before a signal ends the tool, so that its files are all there or none of them is.
    static func heldBack<Result>(_ body: () throws -> Result) rethrows -> Result {
        lock.withLock {
            heldBackCount += 1
            listen()
        }
        defer {
            let isLast = lock.withLock {
                heldBackCount -= 1
                return heldBackCount == 0
            }
            if isLast, waiting != 0 { end(by: waiting) }
        }
        return try body()
    }

    private static func listen() {
        for signalNumber in [SIGINT, SIGTERM, SIGHUP] {
            signal(signalNumber) { number in
                if Interruption.heldBackCount > 0 {
                    Interruption.waiting = number
                } else {
                    Interruption.end(by: number)
                }
            }
        }
    }

    /// Only calls that are safe in a signal handler.
    private static func end(by number: Int32) {
        for child in children where child > 0 { kill(-child, number) }
        signal(number, SIG_DFL)
        raise(number)
    }
}
