package import BindgenIDL

/// Reads the IDL files that a command was given.
package enum InputFiles {
    /// The files, or a sentence for each that cannot be used.
    package static func read(_ paths: [String]) -> (sources: [SourceFile], problems: [String]) {
        var sources: [SourceFile] = []
        var problems: [String] = []
        for path in paths {
            if !FileSystem.exists(path) {
                problems.append("\(path): error: there is no such file")
            } else if FileSystem.isFolder(path) {
                problems.append("\(path): error: this is a folder; name the IDL files in it")
            } else if let bytes = FileSystem.read(path) {
                let source = SourceFile(path: path, bytes: bytes)
                if let problem = problem(in: source) { problems.append(problem) } else { sources.append(source) }
            } else {
                problems.append("\(path): error: this file cannot be read")
            }
        }
        return (sources, problems)
    }

    /// What keeps a file from being IDL text at all.
    static func problem(in source: SourceFile) -> String? {
        let path = source.path
        if source.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            return "\(path):1:1: error: the file is empty; write at least one definition, such as `interface Name {};`"
        }
        if source.bytes.starts(with: [0x00, 0x61, 0x73, 0x6D]) {
            return "\(path): error: this is a wasm module, not Web IDL"
        }
        if let zero = source.bytes.firstIndex(of: 0) {
            let place = source.position(of: zero)
            return "\(path):\(place.line):\(place.column): error: the file holds a zero byte: it is binary, or UTF-16; "
                + "Web IDL is UTF-8 text"
        }
        if let offset = firstInvalidUTF8(source.bytes) {
            let place = source.position(of: offset)
            return "\(path):\(place.line):\(place.column): error: the byte 0x\(String(source.bytes[offset], radix: 16)) "
                + "is not valid UTF-8; save the file as UTF-8"
        }
        return nil
    }

    private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            let length = scalarLength(bytes[offset...])
            if length == 0 { return offset }
            offset += length
        }
        return nil
    }

    /// The length of the well-formed sequence at the start (Unicode, table 3-7), or 0.
    private static func scalarLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        let rest = bytes.dropFirst().prefix(length - 1)
        guard rest.count == length - 1, let next = rest.first, second.contains(next) else { return 0 }
        return rest.dropFirst().allSatisfy { (0x80...0xBF).contains($0) } ? length : 0
    }
}
