/// A system call that failed. What a host lacks is one, too: its code is ``ErrorCode/nosys`` or ``ErrorCode/notsup``.
public struct SystemError: Error, Sendable {
    public var code: ErrorCode
    /// What was tried, such as `open`.
    public var operation: StaticString
    /// The file or folder it was tried with.
    public var path: String?

    public init(_ code: ErrorCode, _ operation: StaticString, path: String? = nil) {
        self.code = code
        self.operation = operation
        self.path = path
    }

    /// For people: `poem.txt: there is no such file or folder`.
    public var description: String { (path ?? "\(operation)") + ": " + code.description }
}

/// Throws what a system call gave, unless that is success. A number that preview 1 does not know is an error, too.
func check(_ errno: Int32, _ operation: StaticString, path: String? = nil) throws(SystemError) {
    if errno != 0 { throw SystemError(ErrorCode(rawValue: UInt16(truncatingIfNeeded: errno)) ?? .io, operation, path: path) }
}
