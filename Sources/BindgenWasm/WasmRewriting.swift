/// Modules with other custom sections or fewer exports. The rest is carried over byte by byte, so offsets within the code section stay.
extension WasmModule {
    /// The bytes of this module without the exports of these names.
    package func dropping(exports names: Set<String>) -> [UInt8] {
        var result = Array(bytes.prefix(Preamble.count))
        for section in sections {
            guard section.kind == .export else {
                result += bytes[section.range]
                continue
            }
            let body = exportEntries { !names.contains($0) }
            result.append(WasmSection.Kind.export.rawValue)
            result += Self.leb128(body.count)
            result += body
        }
        return result
    }

    /// The contents of an export section with those exports whose names are kept.
    func exportEntries(_ isKept: (String) -> Bool) -> [UInt8] {
        let kept = exports.filter { isKept($0.name) }
        var body = Self.leb128(kept.count)
        for export in kept {
            body += Self.leb128(export.name.utf8.count)
            body += Array(export.name.utf8)
            body.append(export.kind.code)
            body += Self.leb128(export.index)
        }
        return body
    }

    /// The bytes of this module without the custom sections for which `isDropped` is true.
    /// - Parameter names: a section in the place of `name`; LLVM reads no module in which such sections stand in another order.
    package func dropping(names: [UInt8]? = nil, _ isDropped: (WasmSection) -> Bool) -> [UInt8] {
        var result = Array(bytes.prefix(Preamble.count))
        for section in sections where section.kind != .custom || !isDropped(section) {
            if let names, section.customName == "name" { result += names } else { result += bytes[section.range] }
        }
        return result
    }

    /// A custom section, to be put after the last section of a module.
    package static func customSection(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let name = Array(name.utf8)
        let body = leb128(name.count) + name + contents
        return [WasmSection.Kind.custom.rawValue] + leb128(body.count) + body
    }

    /// `external_debug_info`: the file with the DWARF, as a URL relative to the module.
    package static func externalDebugInfo(_ url: String) -> [UInt8] {
        let text = Array(url.utf8)
        return customSection("external_debug_info", leb128(text.count) + text)
    }

    /// An unsigned LEB128 number in as few bytes as it takes.
    static func leb128(_ number: Int) -> [UInt8] {
        var rest = number
        var bytes: [UInt8] = []
        repeat {
            let part = UInt8(rest & 0x7F)
            rest >>= 7
            bytes.append(rest == 0 ? part : part | 0x80)
        } while rest > 0
        return bytes
    }
}
