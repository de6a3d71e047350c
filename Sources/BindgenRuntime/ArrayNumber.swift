/// A number whose type remembers how the storage of its arrays begins, so that a sequence becomes an array without another array to look at.
/// The standard library's numbers are; programs do not conform to it.
public protocol ArrayNumber: BitwiseCopyable {
    /// Class and references of the storage of an array that has one reference; 0 until such an array was looked at.
    static var bindgenArrayHead: UInt64 { get set }
}

extension Int8: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension UInt8: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension Int16: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension UInt16: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension Int32: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension UInt32: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension Int64: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension UInt64: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension Float: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}

extension Double: ArrayNumber {
    /// See `ArrayNumber`.
    public nonisolated(unsafe) static var bindgenArrayHead: UInt64 = 0
}
