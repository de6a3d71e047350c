import BindgenRuntime

/// Makes `target`, a blurred copy of `source`, sharper than `source`: the difference between the two is the fine detail, and
/// `amount` of it is added (unsharp masking).
func addDetail(of source: Pixels, to target: Pixels, amount: Double, _ meter: inout ProgressMeter) throws(JSError) {
    let weight = SIMD4(repeating: Int32(max(0, min(amount, 16)) * 256))
    let lowest = SIMD4<Int32>(repeating: 0)
    let highest = SIMD4<Int32>(repeating: 255)
    for y in 0..<source.height {
        let sharp = source.row(y)
        let output = target.row(y)
        for x in 0..<source.width {
            let colour = SIMD4<Int32>(truncatingIfNeeded: sharp[x])
            let detail = colour &- SIMD4(truncatingIfNeeded: output[x])
            let result = colour &+ (detail &* weight) &>> 8
            output[x] = Pixel(truncatingIfNeeded: result.clamped(lowerBound: lowest, upperBound: highest))
        }
        try meter.advance()
    }
}

/// Keeps the brightness of each pixel and nothing else.
func removeColour(of source: Pixels, into target: Pixels, _ meter: inout ProgressMeter) throws(JSError) {
    for y in 0..<source.height {
        let input = source.row(y)
        let output = target.row(y)
        for x in 0..<source.width { output[x] = grey(input[x].luma) }
        try meter.advance()
    }
}

/// Replaces `image` by its edges.
func drawEdges(of image: Pixels, coloursFrom source: Pixels, style: EdgeStyle, _ meter: inout ProgressMeter) throws(JSError) {
    // Brightness in an array of its own, with a border of one pixel that repeats the outermost ones.
    let stride = image.width + 2
    var storage = [UInt8](repeating: 0, count: stride * (image.height + 2))
    var luma = storage.mutableSpan
    for y in 0..<image.height {
        let input = image.row(y)
        let row = (y + 1) * stride
        for x in 0..<image.width { luma[row + x + 1] = UInt8(truncatingIfNeeded: input[x].luma) }
        luma[row] = luma[row + 1]
        luma[row + stride - 1] = luma[row + stride - 2]
        try meter.advance()
    }
    for x in 0..<stride {
        luma[x] = luma[stride + x]
        luma[(image.height + 1) * stride + x] = luma[image.height * stride + x]
    }
    for y in 0..<image.height {
        let output = image.row(y)
        let colours = source.row(y)
        var place = (y + 1) * stride + 1
        for x in 0..<image.width {
            let strength = edgeStrength(luma.span, at: place, stride: stride)
            switch style {
            case .neon: output[x] = light(colours[x], by: min(255, strength &* 2))
            case .chalk: output[x] = grey(strength)
            case .ink: output[x] = grey(255 &- strength)
            }
            place += 1
        }
        try meter.advance()
    }
}

/// The length of the brightness gradient by the two kernels of Sobel (which see four times the difference of neighbours), at most 255.
@inline(__always)
private func edgeStrength(_ luma: Span<UInt8>, at place: Int, stride: Int) -> Int32 {
    func at(_ offset: Int) -> Int32 { Int32(luma[unchecked: place &+ offset]) }
    let (above, below) = (-stride, stride)
    let right = at(above + 1) &+ 2 &* at(1) &+ at(below + 1)
    let left = at(above - 1) &+ 2 &* at(-1) &+ at(below - 1)
    let bottom = at(below - 1) &+ 2 &* at(below) &+ at(below + 1)
    let top = at(above - 1) &+ 2 &* at(above) &+ at(above + 1)
    let (x, y) = (right &- left, bottom &- top)
    let length = Float(x &* x &+ y &* y).squareRoot()
    return min(255, Int32(length))
}

private func grey(_ value: Int32) -> Pixel {
    let byte = UInt8(truncatingIfNeeded: value)
    return Pixel(byte, byte, byte, 255)
}

/// The colour, more vivid and as bright as can be, dimmed to `strength` of 255.
@inline(__always)
private func light(_ colour: Pixel, by strength: Int32) -> Pixel {
    let (red, green, blue) = (Int32(colour.x), Int32(colour.y), Int32(colour.z))
    // Most of what is grey in a colour goes.
    let grey = (min(red, green, blue) &* 7) &>> 3
    let scale = strength &* 256 / max(1, max(red, green, blue) &- grey)
    func part(_ value: Int32) -> UInt8 { UInt8(truncatingIfNeeded: ((value &- grey) &* scale) &>> 8) }
    return Pixel(part(red), part(green), part(blue), 255)
}
