import BindgenRuntime

/// Red, green, blue and alpha.
typealias Pixel = SIMD4<UInt8>

final class Image: ImageExports {
    let width: UInt32
    let height: UInt32
    let original: GuestBuffer<UInt8>
    let pixels: GuestBuffer<UInt8>
    /// Where a blur keeps what it has between its passes; made when it is first needed.
    private lazy var scratch = GuestBuffer<UInt8>(count: original.count)

    init(width: UInt32, height: UInt32) throws(JSError) {
        let count = UInt64(width) * UInt64(height)
        if count == 0 { throw JSError("an image has at least one pixel, not \(width) x \(height)", kind: .rangeError) }
        if count > 64_000_000 { throw JSError("\(width) x \(height) are too many pixels", kind: .rangeError) }
        self.width = width
        self.height = height
        original = GuestBuffer(count: Int(count) * 4)
        pixels = GuestBuffer(count: Int(count) * 4)
    }

    func blur(radius: Double, onProgress: Progress?) throws(JSError) {
        let blur = GaussianBlur(radius: radius)
        var meter = ProgressMeter(steps: blur.steps(for: source), report: onProgress)
        try blur.blur(source, into: result, scratch: between, &meter)
    }

    func sharpen(radius: Double, amount: Double, onProgress: Progress?) throws(JSError) {
        let blur = GaussianBlur(radius: radius)
        var meter = ProgressMeter(steps: blur.steps(for: source) + Int(height), report: onProgress)
        try blur.blur(source, into: result, scratch: between, &meter)
        try addDetail(of: source, to: result, amount: amount, &meter)
    }

    func detectEdges(radius: Double, style: EdgeStyle, onProgress: Progress?) throws(JSError) {
        let blur = GaussianBlur(radius: radius)
        var meter = ProgressMeter(steps: blur.steps(for: source) + 2 * Int(height), report: onProgress)
        try blur.blur(source, into: result, scratch: between, &meter)
        try drawEdges(of: result, coloursFrom: source, style: style, &meter)
    }

    func greyscale(onProgress: Progress?) throws(JSError) {
        var meter = ProgressMeter(steps: Int(height), report: onProgress)
        try removeColour(of: source, into: result, &meter)
    }

    private var source: Pixels { Pixels(original, width: Int(width)) }
    private var between: Pixels { Pixels(scratch, width: Int(width)) }
    private var result: Pixels { Pixels(pixels, width: Int(width)) }
}
