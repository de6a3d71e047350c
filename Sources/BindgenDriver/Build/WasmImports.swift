/// The imports of a compiled module, read from its import section (WebAssembly 5.5.5).
enum WasmImports {
    /// The names that `bytes` imports from `module`, or nil where the bytes are not a module.
    static func names(in bytes: [UInt8], from module: String) -> Set<String>? {
        var reader = WasmReader(bytes: bytes, position: 8)
        guard bytes.starts(with: [0, 0x61, 0x73, 0x6D]) else { return nil }
        while let id = reader.byte(), let size = reader.unsigned() {
            guard id == 2 else {
                reader.position += size
                continue
            }
            return names(&reader, from: module)
        }
        return []
    }

    private static func names(_ reader: inout WasmReader, from module: String) -> Set<String>? {
        var names: Set<String> = []
        guard let count = reader.unsigned() else { return nil }
        for _ in 0..<count {
            guard let source = reader.name(), let name = reader.name(), reader.skipImportDescription() else { return nil }
            if source == module { names.insert(name) }
        }
        return names
    }
}

private struct WasmReader {
    let bytes: [UInt8]
    var position: Int

    mutating func byte() -> UInt8? {
        guard position >= 0, position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// An unsigned LEB128 number (WebAssembly 5.2.2).
    mutating func unsigned() -> Int? {
        var result = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard let byte = byte() else { return nil }
            result |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        return nil
    }

    mutating func name() -> String? {
        guard let count = unsigned(), position + count <= bytes.count else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func skipImportDescription() -> Bool {
        switch byte() {
        case 0: return unsigned() != nil
        case 1: return byte() != nil && skipLimits()
        case 2: return skipLimits()
        case 3: return byte() != nil && byte() != nil
        default: return false
        }
    }

    private mutating func skipLimits() -> Bool {
        guard let flags = byte(), unsigned() != nil else { return false }
        return flags & 1 == 0 || unsigned() != nil
    }
}
