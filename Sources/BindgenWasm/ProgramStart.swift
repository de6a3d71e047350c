/// `_start`, the export by which hosts of WASI run a program.
extension WasmModule {
    package static let start = "_start"

    /// This module with an export `_start` that calls the initializer, where there is one, and then the function `main`; with what that returns
    /// it calls `proc_exit`, where the module imports that and the code is not 0. Neither of the two stays an export: WASI wants a program
    /// to have no other beginning.
    ///
    /// The function stands behind all others, so no index changes, and no place within the code.
    /// - Parameter main: the index of the function.
    /// - Returns: nil where it takes or gives what no program's entry point does.
    package func starting(at main: Int, named mainName: String) -> [UInt8]? {
        guard let type = functionType(main), type.results.count <= 1,
            (type.parameters + type.results).allSatisfy({ $0.description == "i32" })
        else { return nil }
        let hidden = exports.filter { $0.name == Self.initializer }
        var code: [UInt8] = []
        for initializer in hidden { code += [Opcode.call] + Self.leb128(initializer.index) }
        for _ in type.parameters { code += [Opcode.i32Const, 0] }
        code += [Opcode.call] + Self.leb128(main)
        let hasCode = type.results.count == 1
        let exit = importedFunctions.firstIndex { $0.name == "proc_exit" }
        if hasCode, let exit {
            code +=
                [Opcode.localTee, 0, Opcode.if, Opcode.empty, Opcode.localGet, 0, Opcode.call] + Self.leb128(exit) + [Opcode.end]
        } else if hasCode {
            code.append(Opcode.drop)
        }
        let locals: [UInt8] = hasCode && exit != nil ? [1, 1, Opcode.i32] : [0]
        let body = locals + code + [Opcode.end]
        let export = Array(Self.start.utf8)
        let added: [WasmSection.Kind: [UInt8]] = [
            .type: [Opcode.functionType, 0, 0],
            .function: Self.leb128(types.count),
            .export: Self.leb128(export.count) + export + [ExternalKind.function.code]
                + Self.leb128(importedFunctions.count + functions.count),
            .code: Self.leb128(body.count) + body,
        ]
        return appending(added, hiding: Set(hidden.map(\.name) + [mainName]))
    }

    /// Puts an entry behind those of some sections.
    private func appending(_ added: [WasmSection.Kind: [UInt8]], hiding names: Set<String>) -> [UInt8]? {
        var result = Array(bytes.prefix(Preamble.count))
        for section in sections {
            guard let entry = added[section.kind] else {
                result += bytes[section.range]
                continue
            }
            var contents = Array(bytes[section.contents])
            if section.kind == .export { contents = exportEntries { !names.contains($0) } }
            guard let (count, width) = Self.readLEB128(contents) else { return nil }
            let body = Self.leb128(count + 1, width: width) + contents.dropFirst(width) + entry
            result.append(section.kind.rawValue)
            result += Self.leb128(body.count) + body
        }
        return result
    }

    private static func readLEB128(_ bytes: [UInt8]) -> (value: Int, width: Int)? {
        var value = 0
        for (index, byte) in bytes.prefix(5).enumerated() {
            value |= Int(byte & 0x7F) << (7 * index)
            if byte < 0x80 { return (value, index + 1) }
        }
        return nil
    }

    /// A number in at least so many bytes: what stands behind it then stays where it is.
    private static func leb128(_ number: Int, width: Int) -> [UInt8] {
        var bytes = leb128(number)
        while bytes.count < width {
            bytes[bytes.count - 1] |= 0x80
            bytes.append(0)
        }
        return bytes
    }
}

/// The bytes of instructions and types that are written here (WebAssembly 5.3, 5.4).
private enum Opcode {
    static let `if`: UInt8 = 0x04
    static let end: UInt8 = 0x0B
    static let call: UInt8 = 0x10
    static let drop: UInt8 = 0x1A
    static let localGet: UInt8 = 0x20
    static let localTee: UInt8 = 0x22
    static let i32Const: UInt8 = 0x41
    /// The type of a block that gives nothing.
    static let empty: UInt8 = 0x40
    static let functionType: UInt8 = 0x60
    static let i32: UInt8 = 0x7F
}
