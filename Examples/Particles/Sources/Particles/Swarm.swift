/// Particles in a field, which a point attracts or drives away. Eight of them are moved at a time: a build with SIMD has instructions for four
/// numbers each, the other computes number by number.
struct Swarm {
    typealias Numbers = SIMD8<Float>

    /// The places and the ways of a frame, eight particles an element.
    private var x: [Numbers] = []
    private var y: [Numbers] = []
    private var dx: [Numbers] = []
    private var dy: [Numbers] = []
    let width: Float
    let height: Float

    init(count: Int, width: Int, height: Int) {
        (self.width, self.height) = (Float(width), Float(height))
        resize(to: count)
    }

    var count: Int { x.count * 8 }

    /// Takes some away, or adds some anywhere in the field.
    mutating func resize(to count: Int) {
        let groups = (count + 7) / 8
        while x.count > groups {
            x.removeLast(); y.removeLast(); dx.removeLast(); dy.removeLast()
        }
        while x.count < groups {
            x.append(.random(in: 0..<width))
            y.append(.random(in: 0..<height))
            dx.append(.random(in: -1...1))
            dy.append(.random(in: -1...1))
        }
    }

    /// Gives each a push of its own.
    mutating func scatter() {
        for index in x.indices {
            dx[index] += Numbers.random(in: -9...9)
            dy[index] += Numbers.random(in: -9...9)
        }
    }

    /// Moves all by one frame. A force above 0 pulls to the point, one below drives away.
    mutating func move(point: SIMD2<Float>, force: Float) {
        for index in x.indices {
            let (toX, toY) = (point.x - x[index], point.y - y[index])
            let distance = (toX * toX + toY * toY + 400).squareRoot()
            // As 1/r: what is far away comes, too.
            let pull = force / (distance * distance)
            dx[index] = (dx[index] + toX * pull) * 0.995
            dy[index] = (dy[index] + toY * pull) * 0.995
            Self.move(&x[index], &dx[index], below: width)
            Self.move(&y[index], &dy[index], below: height)
        }
    }

    /// Moves in one direction; at the edges of the field the way back begins.
    private static func move(_ place: inout Numbers, _ way: inout Numbers, below end: Float) {
        let next = place + way
        way.replace(with: -way, where: next .< 0 .| next .>= end)
        place = (place + way).clamped(lowerBound: Numbers(repeating: 0), upperBound: Numbers(repeating: end - 0.01))
    }

    /// Makes the pixel of each particle brighter: the fast ones white, the slow ones blue.
    func paint(_ picture: inout Picture) {
        picture.edit { pixels, width in
            for index in x.indices {
                let places = SIMD8<Int32>(truncatingIfNeeded: SIMD8<Int32>(y[index])) &* Int32(width) &+ SIMD8<Int32>(x[index])
                let speed = (dx[index] * dx[index] + dy[index] * dy[index]) * 6
                let light = SIMD8<UInt8>(clamping: SIMD8<Int32>(pointwiseMin(speed, Numbers(repeating: 90))))
                for lane in 0..<8 {
                    let add = SIMD4<UInt8>(14 &+ light[lane], 30 &+ light[lane] / 2, 70, 0)
                    let pixel = pixels[Int(places[lane])]
                    // As far as 255, and no further.
                    pixels[Int(places[lane])] = pixel &+ pointwiseMin(add, 255 &- pixel)
                }
            }
        }
    }
}

/// A picture, four bytes a pixel, as a canvas has it.
struct Picture {
    let width: Int
    private(set) var bytes: [UInt8]

    /// Black.
    init(width: Int, height: Int) {
        self.width = width
        bytes = [UInt8](repeating: 0, count: width * height * 4)
        edit { pixels, _ in pixels.update(repeating: SIMD4(0, 0, 0, 255)) }
    }

    /// Takes an eighth of the light away, so that what moves has a tail.
    mutating func fade() {
        bytes.withUnsafeMutableBytes { bytes in
            let alpha = SIMD16<UInt8>(0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255)
            for pixels in bytes.assumingMemoryBound(to: SIMD16<UInt8>.self).indices {
                let four = bytes.loadUnaligned(fromByteOffset: pixels * 16, as: SIMD16<UInt8>.self)
                bytes.storeBytes(of: (four &- (four &>> 3)) | alpha, toByteOffset: pixels * 16, as: SIMD16<UInt8>.self)
            }
        }
    }

    mutating func edit(_ body: (UnsafeMutableBufferPointer<SIMD4<UInt8>>, _ width: Int) -> Void) {
        bytes.withUnsafeMutableBytes { body($0.assumingMemoryBound(to: SIMD4<UInt8>.self), width) }
    }
}
