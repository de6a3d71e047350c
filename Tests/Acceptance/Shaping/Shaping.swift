import BindgenRuntime

final class Feature: FeatureExports {
    var tag: String
    var value: UInt32
    var start: UInt32
    var end: UInt32
    init(tag: String, value: UInt32, start: UInt32, end: UInt32) {
        (self.tag, self.value, self.start, self.end) = (tag, value, start, end)
    }

    static func fromString(text: String) -> Feature? {
        var bytes = Array(text.utf8)
        var value: UInt32 = 1
        if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
            value = bytes.removeFirst() == UInt8(ascii: "-") ? 0 : 1
        }
        if let place = bytes.firstIndex(of: UInt8(ascii: "=")) {
            guard let number = UInt32(String(decoding: bytes[(place + 1)...], as: UTF8.self)) else { return nil }
            value = number
            bytes = Array(bytes[..<place])
        }
        guard bytes.count == 4 else { return nil }
        return Feature(tag: String(decoding: bytes, as: UTF8.self), value: value, start: GLOBAL_START, end: GLOBAL_END)
    }
    var description: String { value == 0 ? "-\(tag)" : value == 1 ? tag : "\(tag)=\(value)" }
}

final class Buffer: BufferExports {
    fileprivate var letters: [(codepoint: UInt32, cluster: UInt32)] = []
    fileprivate var glyphs: [(glyph: UInt32, cluster: UInt32, advance: Int32)] = []
    fileprivate var direction = Direction.LTR
    private(set) var flags: UInt32 = 0

    init() {}
    var length: UInt32 { UInt32(glyphs.isEmpty ? letters.count : glyphs.count) }
    func addText(text: String) {
        var cluster = UInt32(letters.count)
        for scalar in text.unicodeScalars {
            letters.append((scalar.value, cluster))
            // Clusters are places in the JavaScript string.
            cluster += scalar.value > 0xFFFF ? 2 : 1
        }
    }
    func addCodePoints(codePoints: [UInt32]) {
        for codepoint in codePoints { letters.append((codepoint, UInt32(letters.count))) }
    }
    func setDirection(direction: UInt32) { self.direction = direction }
    func setFlags(flags: UInt32) { self.flags = flags }
    func guessSegmentProperties() {
        direction = letters.contains { (0x590...0x8FF).contains($0.codepoint) } ? Direction.RTL : Direction.LTR
    }
    func getGlyphInfos() -> [GlyphInfo] { glyphs.map { GlyphInfo(codepoint: $0.glyph, cluster: $0.cluster) } }
    func getGlyphPositions() -> [GlyphPosition] {
        glyphs.map { GlyphPosition(xAdvance: $0.advance, yAdvance: 0, xOffset: 0, yOffset: 0) }
    }
    func getGlyphInfosAndPositions() -> [GlyphInfoAndPosition] {
        glyphs.map {
            GlyphInfoAndPosition(
                codepoint: $0.glyph, cluster: $0.cluster, xAdvance: $0.advance, yAdvance: 0, xOffset: 0, yOffset: 0)
        }
    }
    func reset() { (letters, glyphs) = ([], []) }
}

enum Shaping: ShapingExports {
    static func shape(font: Font, buffer: Buffer, features: [Feature]) {
        let ligates = features.last { $0.tag.utf8.elementsEqual("liga".utf8) }.map { $0.value > 0 } ?? true
        buffer.glyphs = []
        var index = 0
        while index < buffer.letters.count {
            let (codepoint, cluster) = buffer.letters[index]
            var glyph = font.face.glyph(of: [codepoint]) ?? 0
            index += 1
            if ligates, index < buffer.letters.count,
                let both = font.face.glyph(of: [codepoint, buffer.letters[index].codepoint])
            {
                glyph = both
                index += 1
            }
            buffer.glyphs.append((glyph, cluster, font.glyphHAdvance(glyph: glyph)))
        }
        if buffer.direction == Direction.RTL { buffer.glyphs.reverse() }
    }
    static func versionString() -> String { "1.0.0" }
}
