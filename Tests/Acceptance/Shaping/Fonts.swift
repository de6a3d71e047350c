import BindgenRuntime

enum Direction: DirectionExports {}
enum BufferFlag: BufferFlagExports {}

final class Blob: BlobExports {
    let bytes: [UInt8]
    init(data: Uint8ArrayOrArrayBuffer) {
        switch data {
        case .uint8Array(let bytes), .arrayBuffer(let bytes): self.bytes = bytes
        }
    }
    var length: UInt32 { UInt32(bytes.count) }
}

/// A face is made of lines: letters, and their width.
final class Face: FaceExports {
    struct Glyph {
        var letters: [UInt32]
        var width: Int32
    }
    /// The first one stands for letters that the face has not.
    private(set) var glyphs = [Glyph(letters: [], width: 250)]
    let upem: UInt32 = 1000

    init(blob: Blob) {
        for line in blob.bytes.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count == 2 else { continue }
            let letters = String(decoding: words[0], as: UTF8.self).unicodeScalars.map { $0.value }
            let width = Int32(String(decoding: words[1], as: UTF8.self)) ?? 0
            glyphs.append(Glyph(letters: letters, width: width))
        }
    }
    convenience init(blob: Blob, index: UInt32) throws(JSError) {
        if index > 0 { throw JSError("there is no face \(index)", kind: .rangeError) }
        self.init(blob: blob)
    }
    func getAxisInfos() -> JSRecord<String, AxisInfo> {
        ["wght": AxisInfo(min: 100, default: 400, max: 900), "wdth": AxisInfo(min: 50, default: 100, max: 200)]
    }
    func getPalette() -> [PaletteColor] { [PaletteColor(red: 255, green: 0, blue: 128, nameId: 7)] }
    func collectUnicodes() -> [UInt32] { glyphs.filter { $0.letters.count == 1 }.map { $0.letters[0] } }

    func glyph(of letters: [UInt32]) -> UInt32? {
        glyphs.firstIndex { $0.letters == letters }.flatMap { $0 == 0 ? nil : UInt32($0) }
    }
}

final class FontFuncs: FontFuncsExports {
    var advance: (function: AdvanceFunction, data: JSValue)?
    var extents: (function: ExtentsFunction, data: JSValue)?
    init() {}
    func setGlyphHAdvanceFunc(function: @escaping AdvanceFunction, data: JSValue?) { advance = (function, data ?? .undefined) }
    func setGlyphExtentsFunc(function: @escaping ExtentsFunction, data: JSValue?) { extents = (function, data ?? .undefined) }
}

final class DrawFuncs: DrawFuncsExports {
    var moveTo: PointFunction?
    var lineTo: PointFunction?
    var closePath: EndFunction?
    init() {}
    func setMoveToFunc(function: @escaping PointFunction) { moveTo = function }
    func setLineToFunc(function: @escaping PointFunction) { lineTo = function }
    func setClosePathFunc(function: @escaping EndFunction) { closePath = function }
}

final class Font: FontExports {
    let face: Face
    private var scale: Int32
    private var functions: FontFuncs?
    init(face: Face) {
        self.face = face
        scale = Int32(face.upem)
    }
    func setScale(xScale: Int32, yScale: Int32) { scale = xScale }
    func setFuncs(functions: FontFuncs) { self.functions = functions }
    func nominalGlyph(codepoint: UInt32) -> UInt32? { face.glyph(of: [codepoint]) }
    func glyphHAdvance(glyph: UInt32) -> Int32 {
        if let (function, data) = functions?.advance { return function(self, glyph, data) }
        return glyph < face.glyphs.count ? face.glyphs[Int(glyph)].width * scale / Int32(face.upem) : 0
    }
    func glyphExtents(glyph: UInt32) -> GlyphExtents? {
        if let (function, data) = functions?.extents { return function(self, glyph, data) }
        guard glyph > 0, glyph < face.glyphs.count else { return nil }
        return GlyphExtents(xBearing: 0, yBearing: 700, width: glyphHAdvance(glyph: glyph), height: -700)
    }
    /// A box.
    func drawGlyph(glyph: UInt32, functions: DrawFuncs, data: JSValue?) {
        let (data, width) = (data ?? .undefined, Double(glyphHAdvance(glyph: glyph)))
        functions.moveTo?(data, 0, 0)
        for (x, y) in [(width, 0.0), (width, 700), (0, 700)] { functions.lineTo?(data, x, y) }
        functions.closePath?(data)
    }
}
