/// Why bytes are not a WebAssembly module that can be read, and where.
package struct WasmError: Error, Equatable, Sendable {
    /// The byte at which reading stopped, counted from the start of the file.
    package var offset: Int
    /// A sentence without a full stop.
    package var message: String

    package init(offset: Int, _ message: String) {
        self.offset = offset
        self.message = message
    }

    /// `at byte 0x1f4: …`
    package var sentence: String { "at byte 0x\(String(offset, radix: 16)): \(message)" }
}
