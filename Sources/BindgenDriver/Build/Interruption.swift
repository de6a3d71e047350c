import Foundation

/// Foundation starts a child in a process group of its own, which Ctrl-C in the terminal does not reach: what ends the tool is
/// passed on to the child, or the compile would go on alone.
enum Interruption {
    /// The process groups of the children that run; 0 marks a free place. A handler of signals may do no more than look at it.
    nonisolated(unsafe) private static let children: UnsafeMutableBufferPointer<Int32> = {
        let places = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 64)
        places.initialize(repeating: 0)
        return places
    }()
    private static let lock = NSLock()

    static func passOn(to processIdentifier: Int32) {
        lock.lock()
        defer { lock.unlock() }
        if let place = children.firstIndex(of: 0) { children[place] = processIdentifier }
        for signalNumber in [SIGINT, SIGTERM, SIGHUP] {
            signal(signalNumber) { number in
                for child in Interruption.children where child > 0 { kill(-child, number) }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    static func childHasEnded(_ processIdentifier: Int32) {
        lock.lock()
        defer { lock.unlock() }
        if let place = children.firstIndex(of: processIdentifier) { children[place] = 0 }
    }
}
