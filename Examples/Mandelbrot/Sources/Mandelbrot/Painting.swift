import BindgenRuntime

final class Painting: PaintingExports {
    let pixels: GuestBuffer<UInt8>
    private let width: Int
    private let height: Int

    init(width: UInt32, height: UInt32) throws(JSError) {
        let count = UInt64(width) * UInt64(height)
        if count == 0 || count > 16_000_000 { throw JSError("\(width) x \(height) is no size for a picture", kind: .rangeError) }
        self.width = Int(width)
        self.height = Int(height)
        pixels = GuestBuffer(count: Int(count) * 4)
    }

    /// A row is one piece of work. Threads take row after row, since some take a hundred times as long as others; a build without threads
    /// paints them in order.
    func paint(x: Double, y: Double, size: Double, depth: UInt32) {
        let (width, height) = (width, height)
        let step = size / Double(width)
        let (left, top) = (x - size / 2, y - step * Double(height) / 2)
        parallelFor(chunksOf: width * 4, in: pixels) { row, pixels in
            let start = left + step * (Orbits.lanes + 0.5)
            let y = top + step * (Double(row) + 0.5)
            for column in stride(from: 0, to: width, by: Orbits.lanes.scalarCount) {
                let steps = Orbits(x: start + step * Double(column), y: y).steps(most: Int(depth))
                for lane in 0..<min(steps.scalarCount, width - column) {
                    let colour = Palette.colour(steps[lane], most: Double(depth))
                    for channel in 0..<4 { pixels[(column + lane) * 4 + channel] = colour[channel] }
                }
            }
        }
    }
}

/// The orbits of four points of one row: z becomes z² + c. Vectors of numbers are the language's own. A build with SIMD has instructions for
/// two numbers each, the others compute number by number.
struct Orbits {
    typealias Numbers = SIMD4<Double>

    /// The number of each lane.
    static let lanes = Numbers(0, 1, 2, 3)

    let x: Numbers
    let y: Double

    /// How many steps each point takes to leave, `most` or a little more for one that stays.
    func steps(most: Int) -> Numbers {
        var (real, imaginary, steps) = (Numbers.zero, Numbers.zero, Numbers.zero)
        // Whether all have left is asked after some steps: one that has left grows for ever, beyond all numbers at last, and counts no more.
        for _ in 0..<(most + 7) / 8 {
            var isInside = SIMDMask<Numbers.MaskStorage>(repeating: false)
            for _ in 0..<8 {
                let (squared, other) = (real * real, imaginary * imaginary)
                isInside = squared + other .< 16
                steps.replace(with: steps + 1, where: isInside)
                imaginary = 2 * real * imaginary + y
                real = squared - other + x
            }
            if isInside == SIMDMask(repeating: false) { break }
        }
        return steps
    }
}

enum Palette {
    /// Black for the set, and round it from night over gold to day, as slowly as the steps grow.
    static func colour(_ steps: Double, most: Double) -> SIMD4<UInt8> {
        if steps >= most { return SIMD4(8, 6, 20, 255) }
        let place = (steps / 96).squareRoot()
        let turn = place - place.rounded(.down)
        let wave = turn < 0.5 ? turn * 2 : 2 - turn * 2
        let colour = SIMD3(0.05, 0.03, 0.16) + wave * SIMD3(-0.1, 0.05, 0.35) + wave * wave * SIMD3(1.5, 1.05, 0.25)
        let bytes = SIMD3<UInt8>(clamping: SIMD3<Int32>(colour * 255, rounding: .toNearestOrEven))
        return SIMD4(bytes, 255)
    }
}
