import BindgenRuntime

/// The pixels of a buffer, row by row.
struct Pixels {
    let width: Int
    let height: Int
    private let start: UnsafeMutablePointer<Pixel>

    /// A look at `buffer`, which must outlive it. The buffer's storage is aligned well enough for any element.
    init(_ buffer: GuestBuffer<UInt8>, width: Int) {
        self.width = width
        height = buffer.count / 4 / width
        start = UnsafeMutableRawPointer(buffer.elements.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: Pixel.self)
    }

    func row(_ y: Int) -> UnsafeMutablePointer<Pixel> {
        assert(y >= 0 && y < height)
        return start + y * width
    }

    func copy(_ source: Pixels, _ meter: inout ProgressMeter) throws(JSError) {
        for y in 0..<height {
            UnsafeMutableRawPointer(row(y)).copyMemory(from: source.row(y), byteCount: width * MemoryLayout<Pixel>.stride)
            try meter.advance()
        }
    }
}

extension Pixel {
    /// Brightness from 0 to 255, by the weights of ITU-R BT.709.
    var luma: Int32 {
        (54 &* Int32(x) &+ 183 &* Int32(y) &+ 19 &* Int32(z)) &>> 8
    }
}

/// Tells JavaScript how far the work has come: once for each hundredth, not once for each row.
struct ProgressMeter {
    private let steps: Int
    private let report: Progress?
    private var done = 0
    private var next = 0

    init(steps: Int, report: Progress?) {
        self.steps = steps
        self.report = report
    }

    mutating func advance() throws(JSError) {
        done += 1
        guard let report, done >= next || done == steps else { return }
        try report(Double(done) / Double(steps))
        next = done + (steps + 99) / 100
    }
}
