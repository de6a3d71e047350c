/// A text that the tool carries inside (`CarriedFiles`).
struct CarriedFile {
    var text: String

    /// - Parameter bytes: UTF-8 that ends with a zero, and that nobody frees.
    init(_ bytes: UnsafePointer<UInt8>) { text = String(cString: bytes) }
}
