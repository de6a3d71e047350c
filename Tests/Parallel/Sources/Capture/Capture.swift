import BindgenRuntime

enum Capture: CaptureExports {
    static func run(element: Element, report: @escaping Report, value: JSValue, thing: JSObject) {
        parallelFor(2) { _ in element.id = "imported object" }
        parallelFor(2) { report(Double($0)) }
        parallelFor(2) { _ in _ = value }
        _ = parallelMap(2) { _ in thing.handle }
        var sum = 0
        parallelFor(2) { sum += $0 }
    }
}
