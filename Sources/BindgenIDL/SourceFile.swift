/// One IDL text and the map from byte offsets to lines and columns.
///
/// Offsets count UTF-8 bytes from the start of the text. Lines and columns start at 1; a column counts Unicode scalars,
/// which is what editors and `swiftc` print.
package final class SourceFile: Sendable {
    /// The path as the user gave it; it is printed in diagnostics and never in generated code.
    package let path: String
    /// The UTF-8 text.
    package let bytes: [UInt8]
    /// The offset of the first byte of each line.
    private let lineStarts: [Int]
    /// How many scalars start before each block of bytes, so that columns are cheap in a file without line breaks too.
    private let scalarsBeforeBlock: [Int]

    private static let blockSize = 4096

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        var blocks: [Int] = []
        blocks.reserveCapacity(bytes.count / SourceFile.blockSize + 1)
        var scalars = 0
        for offset in 0..<bytes.count {
            if offset % SourceFile.blockSize == 0 { blocks.append(scalars) }
            let byte = bytes[offset]
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        }
        blocks.append(scalars)
        lineStarts = starts
        scalarsBeforeBlock = blocks
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// A place in the text, both numbers starting at 1.
    package struct Position: Equatable, Sendable {
        package var line: Int
        package var column: Int
    }

    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return Position(line: low + 1, column: scalars(before: offset) - scalars(before: lineStarts[low]) + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / SourceFile.blockSize
        return scalarsBeforeBlock[block] + bytes[block * SourceFile.blockSize..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// The bytes of a line (starting at 1) without its line break.
    package func lineOffsets(_ number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The text of a line (starting at 1) without its line break.
    package func line(_ number: Int) -> String {
        String(decoding: bytes[lineOffsets(number)], as: UTF8.self)
    }

    package func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

/// A range of bytes in one file.
package struct SourceRange: Sendable {
    package var file: SourceFile
    package var offsets: Range<Int>

    package init(file: SourceFile, offsets: Range<Int>) {
        self.file = file
        self.offsets = offsets
    }

    package var start: SourceFile.Position { file.position(of: offsets.lowerBound) }
    /// The place behind the last byte.
    package var end: SourceFile.Position { file.position(of: offsets.upperBound) }
}
