import BindgenRuntime

/// How long the parts of a frame take, in milliseconds, as means of half a second.
struct Times {
    /// Frames in a second.
    private(set) var rate = 0.0
    private(set) var swift = 0.0
    private(set) var canvas = 0.0

    private var began: Double?
    private var frames = 0.0
    private var sums = SIMD2<Double>.zero

    /// Notes a frame; true where there are new means.
    mutating func note(frame time: Double, swift: Double, canvas: Double) -> Bool {
        guard let began else {
            began = time
            return false
        }
        frames += 1
        sums += SIMD2(swift, canvas)
        guard time - began >= 500 else { return false }
        rate = frames * 1000 / (time - began)
        (self.swift, self.canvas) = (sums.x / frames, sums.y / frames)
        pause()
        self.began = time
        return true
    }

    /// The time until the next frame does not count.
    mutating func pause() {
        (began, frames, sums) = (nil, 0, .zero)
    }

    /// What keeps frames from following each other faster.
    var bound: String {
        if rate == 0 { return "" }
        let frame = 1000 / rate
        if swift + canvas < frame * 0.8 { return "the browser asks for no more" }
        return swift > canvas ? "Swift, which moves and paints them" : "the canvas, which takes the picture"
    }

    func text(_ milliseconds: Double) -> String { rate == 0 ? "…" : "\(String(milliseconds, fractionDigits: 1)) ms" }
}
