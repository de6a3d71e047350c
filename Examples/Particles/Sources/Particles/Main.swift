import BindgenRuntime

@main
enum Main {
    static func main() {
        Task { await Stage(in: Page.document)?.run() }
    }
}

/// The page: a canvas on which the swarm is shown, and what a person does with it.
final class Stage {
    private let document: Document
    private let canvas: HTMLCanvasElement
    private let context: CanvasRenderingContext2D
    private let slider: HTMLInputElement
    private let clock = Page.performance
    private var swarm: Swarm
    private var picture: Picture
    private var times = Times()

    private var point: SIMD2<Float>
    private var isPressed = false
    private var isPaused = false

    init?(in document: Document) {
        guard let canvas = document.querySelector(selectors: "canvas").flatMap({ HTMLCanvasElement($0) }),
            let context = canvas.getContext(contextId: "2d"),
            let slider = document.querySelector(selectors: "#count").flatMap({ HTMLInputElement($0) })
        else { return nil }
        (self.document, self.canvas, self.context, self.slider) = (document, canvas, context, slider)
        let (width, height) = (Int(canvas.width), Int(canvas.height))
        swarm = Swarm(count: 100_000, width: width, height: height)
        picture = Picture(width: width, height: height)
        point = SIMD2(Float(width), Float(height)) / 2
        listen()
    }

    /// The stage is there as long as the page is, so the listeners may hold it.
    private func listen() {
        canvas.onpointermove = { self.follow($0) }
        canvas.onpointerdown = { event in
            self.follow(event)
            self.isPressed = true
        }
        canvas.onpointerup = { _ in self.isPressed = false }
        canvas.onpointerleave = { _ in self.isPressed = false }
        slider.oninput = { _ in
            self.swarm.resize(to: Int(self.slider.value) ?? 100_000)
            self.show()
        }
        button("#scatter")?.onclick = { _ in self.swarm.scatter() }
        button("#pause")?.onclick = { _ in self.pause() }
        document.onkeydown = { event in
            switch KeyboardEvent(event)?.key {
            case "p"?: self.pause()
            case "s"?: self.swarm.scatter()
            default: break
            }
        }
    }

    private func button(_ selectors: String) -> HTMLElement? {
        document.querySelector(selectors: selectors).flatMap { HTMLElement($0) }
    }

    /// The canvas may be shown larger or smaller than its pixels are.
    private func follow(_ event: Event) {
        guard let event = MouseEvent(event) else { return }
        let scale = swarm.width / Float(max(canvas.clientWidth, 1))
        point = SIMD2(Float(event.offsetX), Float(event.offsetY)) * scale
    }

    private func pause() {
        isPaused.toggle()
        button("#pause")?.textContent = isPaused ? "Go on" : "Pause"
        show()
    }

    /// Each frame: move, paint, show. Each half of a second: say how long that takes.
    func run() async {
        show()
        for await time in animationFrames() {
            if isPaused {
                times.pause()
                continue
            }
            let start = clock.now()
            swarm.move(point: point, force: isPressed ? -600 : 120)
            picture.fade()
            swarm.paint(&picture)
            let painted = clock.now()
            context.putImageData(imageData: ImageData(data: picture.bytes, sw: UInt32(picture.width)), dx: 0, dy: 0)
            if times.note(frame: time, swift: painted - start, canvas: clock.now() - painted) { show() }
        }
    }

    private func show() {
        set("count-text", Self.grouped(swarm.count))
        set("rate", isPaused ? "paused" : times.rate == 0 ? "…" : String(Int(times.rate.rounded())))
        set("swift", times.text(times.swift))
        set("canvas", times.text(times.canvas))
        set("bound", times.bound)
        if times.rate > 0 { document.documentElement.setAttribute(qualifiedName: "data-state", value: "done") }
    }

    private func set(_ name: String, _ text: String) {
        document.querySelector(selectors: "[data-\(name)]")?.textContent = text
    }

    /// 100000 as "100,000".
    private static func grouped(_ number: Int) -> String {
        let digits = String(number % 1000)
        if number < 1000 { return digits }
        return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
