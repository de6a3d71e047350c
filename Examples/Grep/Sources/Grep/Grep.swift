import BindgenRuntime
import WASI

enum Grep: GrepExports {
    static func matches(pattern: String, line: String, ignoreCase: Bool) -> Bool {
        Pattern(pattern, ignoresCase: ignoreCase).matches(Array(line.utf8)[...])
    }
}

/// Bytes to look for.
struct Pattern {
    private let bytes: [UInt8]
    private let ignoresCase: Bool

    init(_ text: String, ignoresCase: Bool) {
        self.ignoresCase = ignoresCase
        bytes = text.utf8.map { ignoresCase ? Self.lowercased($0) : $0 }
    }

    func matches(_ line: ArraySlice<UInt8>) -> Bool {
        if bytes.isEmpty { return true }
        guard line.count >= bytes.count else { return false }
        return (line.startIndex...line.endIndex - bytes.count).contains { start in
            bytes.indices.allSatisfy { index in
                let byte = line[start + index]
                return bytes[index] == (ignoresCase ? Self.lowercased(byte) : byte)
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}

/// The lines of a text. One that ends with a line feed has no line behind it.
struct Lines: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) { rest = text[...] }

    mutating func next() -> ArraySlice<UInt8>? {
        if rest.isEmpty { return nil }
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        let line = rest[..<end]
        rest = rest[end...].dropFirst()
        return line
    }
}
