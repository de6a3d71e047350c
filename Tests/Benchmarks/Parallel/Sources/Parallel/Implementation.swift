import BindgenRuntime

typealias Pixel = SIMD4<UInt8>

enum Calls: CallsExports {
    static func add(left: Double, right: Double) -> Double { left + right }
}

final class Picture: PictureExports {
    let width: Int
    let height: Int
    let pixels: GuestBuffer<Pixel>
    let scratch: GuestBuffer<Pixel>

    init(width: UInt32, height: UInt32) {
        self.width = Int(width)
        self.height = Int(height)
        pixels = GuestBuffer(count: self.width * self.height)
        scratch = GuestBuffer(count: self.width * self.height)
    }

    var sum: Double {
        var sum = 0.0
        for index in 0..<pixels.count {
            sum += Double(SIMD4<UInt32>(truncatingIfNeeded: pixels[index]).wrappedSum()) * Double(index & 1023)
        }
        return sum
    }

    func paint(bottom: Double, top: Double, depth: UInt32) {
        let (width, height, depth) = (width, height, Int(depth))
        let step = (top - bottom) / Double(height)
        parallelFor(chunksOf: width, in: pixels) { y, row in
            let imaginary = bottom + step * (Double(y) + 0.5)
            for x in 0..<width {
                let real = -2.0 + 2.6 * Double(x) / Double(width)
                row[x] = Pixel(repeating: UInt8(truncatingIfNeeded: escape(real, imaginary, depth)))
            }
        }
    }

    func fill() {
        for index in 0..<pixels.count { pixels[index] = Pixel(repeating: UInt8(truncatingIfNeeded: index &* 40503 &>> 7)) }
    }

    func blur(reach: UInt32) {
        for _ in 0..<3 {
            blurRows(reach: Int(reach))
            blurColumns(reach: Int(reach))
        }
    }

    private func blurRows(reach: Int) {
        let (width, scale) = (width, UInt32(1 << 24) / UInt32(2 * reach + 1))
        let source = Plane(pixels, width)
        parallelFor(chunksOf: width, in: scratch) { y, row in
            var sum = SIMD4<UInt32>.zero
            for x in -reach...reach { sum &+= source[min(max(x, 0), width - 1), y] }
            for x in 0..<width {
                row[x] = mean(sum, scale)
                sum &+= source[min(x + reach + 1, width - 1), y]
                sum &-= source[max(x - reach, 0), y]
            }
        }
    }

    /// A strip of columns for each piece of work: memory is read in the order in which it lies.
    private func blurColumns(reach: Int) {
        let (width, height, scale, strip) = (width, height, UInt32(1 << 24) / UInt32(2 * reach + 1), 64)
        let (source, target) = (Plane(scratch, width), Plane(pixels, width))
        parallelFor((width + strip - 1) / strip) { index in
            let columns = index * strip..<min((index + 1) * strip, width)
            var sums = [SIMD4<UInt32>](repeating: .zero, count: columns.count)
            for y in -reach...reach {
                for x in columns { sums[x - columns.lowerBound] &+= source[x, min(max(y, 0), height - 1)] }
            }
            for y in 0..<height {
                let (coming, going) = (min(y + reach + 1, height - 1), max(y - reach, 0))
                for x in columns {
                    let sum = sums[x - columns.lowerBound]
                    target.set(x, y, mean(sum, scale))
                    sums[x - columns.lowerBound] = sum &+ source[x, coming] &- source[x, going]
                }
            }
        }
    }
}

/// Pixels that threads read, and of which each writes its own.
struct Plane: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Pixel>
    private let width: Int

    init(_ buffer: GuestBuffer<Pixel>, _ width: Int) {
        base = buffer.elements.baseAddress.unsafelyUnwrapped
        self.width = width
    }

    subscript(x: Int, y: Int) -> SIMD4<UInt32> { SIMD4(truncatingIfNeeded: base[y * width + x]) }

    func set(_ x: Int, _ y: Int, _ pixel: Pixel) { base[y * width + x] = pixel }
}

@inline(__always) func escape(_ real: Double, _ imaginary: Double, _ depth: Int) -> Int {
    var (x, y, steps) = (0.0, 0.0, 0)
    while steps < depth, x * x + y * y <= 4 {
        (x, y) = (x * x - y * y + real, 2 * x * y + imaginary)
        steps += 1
    }
    return steps
}

/// The mean of what was added up: a product is faster than a quotient.
@inline(__always) func mean(_ sum: SIMD4<UInt32>, _ scale: UInt32) -> Pixel {
    Pixel(truncatingIfNeeded: (sum &* scale &+ (1 << 23)) &>> 24)
}
