public import WebDOM

extension HTMLCanvasElement {
    /// The canvas's context of WebGPU; nil where the browser has none to give, or the canvas has another one.
    public var webGPU: GPUCanvasContext? {
        if case .gPUCanvasContext(let context)? = getContext(contextId: "webgpu") { context } else { nil }
    }
}
