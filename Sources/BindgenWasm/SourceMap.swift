/// The mappings of a source map (ECMA-426) for a module: the whole module is one line, and its columns are its bytes.
package struct SourceMap: Sendable {
    /// Base64 VLQ: for each place the steps from the one before it.
    package private(set) var mappings = ""

    private var last = (column: 0, source: 0, line: 0, sourceColumn: 0, name: 0)

    package init() {}

    /// Adds a place, behind all those before it. Lines count from 1; a column of 0 is not known.
    package mutating func add(offset: Int, source: Int, line: Int, column: Int, name: Int? = nil) {
        separate()
        append(offset - last.column)
        append(source - last.source)
        append(line - 1 - last.line)
        append(max(column - 1, 0) - last.sourceColumn)
        last = (offset, source, line - 1, max(column - 1, 0), last.name)
        guard let name else { return }
        append(name - last.name)
        last.name = name
    }

    /// Adds a place from which on there is no source.
    package mutating func addEnd(offset: Int) {
        separate()
        append(offset - last.column)
        last.column = offset
    }

    /// The places that mappings tell of; `file` is the number of the source. Nil where they are not of one line, or broken.
    package static func rows(_ mappings: String) -> [LineTable.Row]? {
        var rows: [LineTable.Row] = []
        var last = [0, 0, 0, 0]
        for segment in mappings.utf8.split(separator: UInt8(ascii: ",")) {
            guard let steps = numbers(segment) else { return nil }
            for (index, step) in steps.prefix(4).enumerated() { last[index] &+= step }
            guard steps.count == 1 || steps.count > 3 else { return nil }
            if steps.count > 1 {
                rows.append(LineTable.Row(offset: last[0], file: last[1], line: last[2] &+ 1, column: last[3] &+ 1))
            } else {
                rows.append(LineTable.Row(endAt: last[0]))
            }
        }
        return rows
    }

    private static func numbers(_ segment: Substring.UTF8View) -> [Int]? {
        var numbers: [Int] = []
        var (value, shift) = (0, 0)
        for byte in segment {
            guard let digit = digits.firstIndex(of: Unicode.Scalar(byte)), shift < 60 else { return nil }
            value |= (digit & 31) << shift
            shift += 5
            guard digit < 32 else { continue }
            numbers.append(value & 1 == 0 ? value >> 1 : -(value >> 1))
            (value, shift) = (0, 0)
        }
        return shift == 0 ? numbers : nil
    }

    private mutating func separate() {
        if !mappings.isEmpty { mappings.append(",") }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

    private mutating func append(_ number: Int) {
        var rest = number < 0 ? -number << 1 | 1 : number << 1
        repeat {
            let digit = rest & 31
            rest >>= 5
            mappings.unicodeScalars.append(Self.digits[rest > 0 ? digit | 32 : digit])
        } while rest > 0
    }
}

extension WasmModule {
    /// `sourceMappingURL` of the tool conventions: the source map, as a URL relative to the module.
    package static func sourceMappingURL(_ url: String) -> [UInt8] {
        let text = Array(url.utf8)
        return customSection("sourceMappingURL", leb128(text.count) + text)
    }

    /// The custom section `name` with other names of functions, and the rest of it as it was; nil where the module has none.
    package func renamingFunctions(_ rename: (String) -> String) -> [UInt8]? {
        guard let section = customSections("name").first, let names = nameSection, names.failure == nil else { return nil }
        var reader = ByteReader(bytes, section.contents, place: "the name section")
        var contents: [UInt8] = []
        while !reader.isAtEnd {
            guard let id = try? reader.byte("a part"), let size = try? reader.u32("a size"),
                let part = try? reader.part(size, place: "a part")
            else { return nil }
            var body = Array(bytes[part.position..<part.end])
            if id == 1 {
                let entries = names.functions.sorted { $0.key < $1.key }
                body = Self.leb128(entries.count)
                for (index, name) in entries {
                    let text = Array(rename(name).utf8)
                    body += Self.leb128(index) + Self.leb128(text.count) + text
                }
            }
            contents += [id] + Self.leb128(body.count) + body
        }
        return Self.customSection("name", contents)
    }
}
