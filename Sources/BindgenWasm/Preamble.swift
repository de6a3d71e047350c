/// The first eight bytes (WebAssembly 5.5.16), and what a file is that begins otherwise.
enum Preamble {
    static let magic: [UInt8] = [0x00, 0x61, 0x73, 0x6D]
    static let version: [UInt8] = [0x01, 0x00, 0x00, 0x00]
    static let count = magic.count + version.count

    static func check(_ bytes: [UInt8]) throws(WasmError) {
        if bytes.isEmpty { throw WasmError(offset: 0, "the file is empty") }
        let start = Array(bytes.prefix(magic.count))
        guard start == magic else {
            if magic.starts(with: start) { throw WasmError(offset: bytes.count, "the file ends within its first eight bytes") }
            throw WasmError(offset: 0, foreign(bytes))
        }
        let version = Array(bytes.dropFirst(magic.count).prefix(Self.version.count))
        if version.count < Self.version.count {
            throw WasmError(offset: bytes.count, "the file ends within its first eight bytes")
        }
        if version == Self.version { return }
        // The component model gives the upper half of the version to the layer.
        if version[2] == 1, version[3] == 0 {
            throw WasmError(offset: 4, "this is a WebAssembly component, not a core module; name a module that it is made of")
        }
        throw WasmError(offset: 4, "the binary format has version 1, this file \(version[0])")
    }

    /// What a file without the magic number seems to be.
    private static func foreign(_ bytes: [UInt8]) -> String {
        let wanted = "not a WebAssembly module, which begins with the bytes 00 61 73 6d"
        if bytes.starts(with: [0x1F, 0x8B]) { return "this is compressed by gzip, \(wanted); decompress it first" }
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return "this is a program for this machine (ELF), \(wanted)" }
        if bytes.starts(with: [0x42, 0x43, 0xC0, 0xDE]) { return "this is LLVM bitcode, \(wanted)" }
        let head = bytes.prefix(512)
        let isText = head.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
        guard isText else { return "this is \(wanted)" }
        let words = head.drop { $0 <= 0x20 }
        if words.first == UInt8(ascii: "<") { return "this is HTML or XML (an error page of a server?), \(wanted)" }
        if words.starts(with: "(module".utf8) || words.starts(with: "(component".utf8) {
            return "this is WebAssembly's text format, \(wanted); assemble it first, as by wat2wasm"
        }
        return "this is text, \(wanted)"
    }
}
