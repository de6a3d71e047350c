/// A timer of JavaScript's, which stops when the last reference to it goes.
///
/// ```swift
/// timer = JSTimer(every: .milliseconds(100)) { tick() }
/// ```
public final class JSTimer {
    private let box: TimerBox

    /// Calls a function once, after at least so long.
    public init(after delay: Duration, _ body: @escaping () -> Void) {
        box = TimerBox(delay, repeats: false, body)
        box.start()
    }

    /// Calls a function again and again, with at least so long in between.
    public init(every interval: Duration, _ body: @escaping () -> Void) {
        box = TimerBox(interval, repeats: true, body)
        box.start()
    }

    /// Stops the timer; twice is allowed.
    public func stop() { box.stop() }

    deinit { box.stop() }
}

/// What a timer calls. JavaScript has a reference while the timer is set.
private final class TimerBox {
    let milliseconds: Double
    let repeats: Bool
    let body: () -> Void
    /// The timer's number; 0 where none is set.
    var number: Int32 = 0
    var isOver = false

    init(_ delay: Duration, repeats: Bool, _ body: @escaping () -> Void) {
        let (seconds, attoseconds) = delay.components
        milliseconds = Double(seconds) * 1e3 + Double(attoseconds) / 1e15
        self.repeats = repeats
        self.body = body
    }

    func start() {
        let fire: @convention(c) (UnsafeMutableRawPointer) -> Void = {
            Unmanaged<TimerBox>.fromOpaque($0).takeRetainedValue().fire()
        }
        number = bindgen_set_timer(milliseconds, fire, Unmanaged.passRetained(self).toOpaque())
    }

    func fire() {
        number = 0
        body()
        if repeats, !isOver { start() }
    }

    func stop() {
        isOver = true
        if number == 0 { return }
        bindgen_clear_timer(number)
        number = 0
        Unmanaged.passUnretained(self).release()
    }
}

#if BINDGEN_CONCURRENCY || !arch(wasm32)
/// The moments at which the page is drawn; see ``animationFrames()``.
public struct AnimationFrames: AsyncSequence {
    /// Waits for one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        /// The time of the next frame in milliseconds; nil where the task is cancelled.
        public mutating func next() async -> Double? { await next(isolation: nil) }

        /// The time of the next frame in milliseconds; nil where the task is cancelled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Double? {
            let wait = PromiseWait<Double>()
            let result = await withTaskCancellationHandler {
                await withUnsafeContinuation { if wait.begin($0) { AnimationFrames.request(wait) } }
            } onCancel: {
                wait.end(.failure(JSError("the task was cancelled")))
            }
            if case .success(let time) = result { return time }
            return nil
        }
    }

    static func request(_ wait: PromiseWait<Double>) {
        let fire: @convention(c) (UnsafeMutableRawPointer, Double) -> Void = { pointer, time in
            Unmanaged<PromiseWait<Double>>.fromOpaque(pointer).takeRetainedValue().end(.success(time))
        }
        bindgen_frame(fire, Unmanaged.passRetained(wait).toOpaque())
    }

    /// Begins with the next frame.
    public func makeAsyncIterator() -> Iterator { Iterator() }
}

/// The moments at which the page is drawn, by `requestAnimationFrame`; about 60 in a second where there is no page. Nothing is asked for between
/// two turns of the loop, so to leave it is to stop.
///
/// ```swift
/// for await time in animationFrames() { draw(at: time) }
/// ```
public func animationFrames() -> AnimationFrames { AnimationFrames() }

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "frame") @_extern(c)
func bindgen_frame(
    _ fire: @convention(c) (UnsafeMutableRawPointer, Double) -> Void, _ wait: UnsafeMutableRawPointer)
#else
func bindgen_frame(_ fire: @convention(c) (UnsafeMutableRawPointer, Double) -> Void, _ wait: UnsafeMutableRawPointer) {
    Region.hostOnly("frame")
}
#endif
#endif

#if arch(wasm32)
@_extern(wasm, module: "bindgen", name: "timer") @_extern(c)
func bindgen_set_timer(
    _ milliseconds: Double, _ fire: @convention(c) (UnsafeMutableRawPointer) -> Void, _ box: UnsafeMutableRawPointer
) -> Int32
@_extern(wasm, module: "bindgen", name: "stopTimer") @_extern(c)
func bindgen_clear_timer(_ number: Int32)
#else
func bindgen_set_timer(
    _ milliseconds: Double, _ fire: @convention(c) (UnsafeMutableRawPointer) -> Void, _ box: UnsafeMutableRawPointer
) -> Int32 { Region.hostOnly("timer") }
func bindgen_clear_timer(_ number: Int32) {}
#endif
