import BindgenRuntime

/// Three box blurs, which come within 3 % of a Gaussian blur.
struct GaussianBlur {
    /// None where the radius is too small to change a pixel.
    private let boxes: [BoxBlur]

    /// A blur whose standard deviation is half of `radius`, which is at most 2,000.
    ///
    /// A box of n pixels has the variance (n * n - 1) / 12, and variances add up: some boxes of one odd size and the rest of the next
    /// odd size come closest to the wanted sum.
    init(radius: Double) {
        let deviation = max(0, min(radius, 2000)) / 2
        let variance = deviation * deviation
        let small = (Int((4 * variance + 1).squareRoot()) - 1) / 2 * 2 + 1
        // Growing a box from n to n + 2 adds (4 n + 4) / 12 to its variance.
        let missing = 12 * variance - 3 * Double(small * small - 1)
        let grown = Int(missing / Double(4 * small + 4) + 0.5)
        boxes = (0..<3).map { $0 < grown ? small + 2 : small }.filter { $0 > 1 }.map { BoxBlur(size: $0) }
    }

    /// The steps of progress that the blur of an image makes.
    func steps(for image: Pixels) -> Int { max(1, boxes.count * 2) * image.height }

    /// Blurs `source` into `target` by way of `scratch`; the three are of one size.
    func blur(_ source: Pixels, into target: Pixels, scratch: Pixels, _ meter: inout ProgressMeter) throws(JSError) {
        var source = source
        for box in boxes {
            try box.blurRows(of: source, into: scratch, &meter)
            try box.blurColumns(of: scratch, into: target, &meter)
            source = target
        }
        if boxes.isEmpty { try target.copy(source, &meter) }
    }
}

/// Each pixel becomes the mean of the pixels around it; what lies outside of the image is as the nearest pixel inside.
///
/// A box blur is separable: first along the rows, then along the columns. Sums slide along with the box, one pixel coming in and
/// one going out, so that a large box is as fast as a small one.
struct BoxBlur {
    /// Pixels on each side of the middle one.
    let reach: Int
    /// 2^24 divided by the number of pixels in the box: multiplying is faster than dividing, and 255 * 2^24 fits.
    private let scale: UInt32

    init(size: Int) {
        reach = size / 2
        scale = UInt32(Double(1 << 24) / Double(2 * reach + 1))
    }

    private func mean(_ sum: SIMD4<UInt32>) -> Pixel {
        Pixel(truncatingIfNeeded: (sum &* scale &+ (1 << 23)) &>> 24)
    }

    func blurRows(of source: Pixels, into target: Pixels, _ meter: inout ProgressMeter) throws(JSError) {
        let last = source.width - 1
        for y in 0..<source.height {
            let input = source.row(y)
            let output = target.row(y)
            var sum = SIMD4<UInt32>(truncatingIfNeeded: input[0]) &* UInt32(reach)
            for x in 0..<reach { sum &+= SIMD4(truncatingIfNeeded: input[min(x, last)]) }
            for x in 0...last {
                sum &+= SIMD4(truncatingIfNeeded: input[min(x + reach, last)])
                output[x] = mean(sum)
                sum &-= SIMD4(truncatingIfNeeded: input[max(x - reach, 0)])
            }
            try meter.advance()
        }
    }

    /// Goes along the rows as well, with a sum for each column: memory is read in the order in which it lies.
    func blurColumns(of source: Pixels, into target: Pixels, _ meter: inout ProgressMeter) throws(JSError) {
        let last = source.height - 1
        var sums = [SIMD4<UInt32>](repeating: .zero, count: source.width)
        var columns = sums.mutableSpan
        for x in columns.indices {
            columns[x] = SIMD4(truncatingIfNeeded: source.row(0)[x]) &* UInt32(reach)
        }
        for y in 0..<reach {
            let input = source.row(min(y, last))
            for x in columns.indices { columns[x] &+= SIMD4(truncatingIfNeeded: input[x]) }
        }
        for y in 0...last {
            let coming = source.row(min(y + reach, last))
            let going = source.row(max(y - reach, 0))
            let output = target.row(y)
            for x in columns.indices {
                let sum = columns[x] &+ SIMD4(truncatingIfNeeded: coming[x])
                output[x] = mean(sum)
                columns[x] = sum &- SIMD4(truncatingIfNeeded: going[x])
            }
            try meter.advance()
        }
    }
}
