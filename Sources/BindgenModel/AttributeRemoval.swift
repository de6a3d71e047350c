import BindgenIDL

extension ExtendedAttributeListSyntax {
    /// The edit that takes one attribute out of the list, with its comma; with the last one goes the whole list.
    func removal(of attribute: ExtendedAttributeSyntax) -> Diagnostic.FixIt? {
        guard let list = range, let index = attributes.firstIndex(where: { $0.range.offsets == attribute.range.offsets }) else {
            return nil
        }
        let file = list.file
        var offsets = attribute.range.offsets
        if attributes.count == 1 {
            offsets = list.offsets
            while offsets.upperBound < file.bytes.count, Self.isSpace(file.bytes[offsets.upperBound]) {
                offsets = offsets.lowerBound..<offsets.upperBound + 1
            }
        } else if index == 0 {
            offsets = offsets.lowerBound..<attributes[1].range.offsets.lowerBound
        } else {
            offsets = attributes[index - 1].range.offsets.upperBound..<offsets.upperBound
        }
        return .init(
            message: "remove [\(attribute.name.text)]",
            edits: [.init(range: SourceRange(file: file, offsets: offsets), replacement: "")])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
    }
}

extension Diagnostic.FixIt {
    /// Text put in at one place.
    init(_ message: String, insert text: String, at offset: Int, in file: SourceFile) {
        self.init(
            message: message, edits: [.init(range: SourceRange(file: file, offsets: offset..<offset), replacement: text)])
    }
}
